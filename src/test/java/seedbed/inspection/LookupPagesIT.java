package seedbed.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seedbed.access.Readers;
import seedbed.access.Readers.Reader;
import seedbed.access.Role;
import seedbed.access.TwoTowns;
import seedbed.company.Company;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHolding.FromPrecision;
import seedbed.company.TitleHoldings;
import seedbed.portfolio.Assignments;
import seedbed.signin.Door;

/// What an inspector has to know before an inspection, and not a word more.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
final class LookupPagesIT {

  @Inject TwoTowns towns;
  @Inject Readers readers;
  @Inject TitleHoldings holdings;
  @Inject Assignments assignments;
  @Inject GivenInspections given;
  @Inject Door door;
  @Inject Clock clock;

  @BeforeEach
  void twoTowns() {
    towns.found();
  }

  @Test
  void aLittleGiantCallsForAFilingAndNamesItsLeader() {
    LocalDate today = LocalDate.now(clock);
    Company giant = towns.company("查询小巨人", TwoTowns.TOWN);
    holdings.save(littleGiant(giant, today));
    Reader leader = readers.open(Role.LEADER, TwoTowns.COUNTY);
    assignments.link(leader.account().id(), List.of(giant.id()), today.minusDays(3), null);

    Document page = found(inspector(TwoTowns.COUNTY, "应急管理局"), giant.name());

    assertThat(page.select(".found h2").eachText()).containsExactly(giant.name());
    assertThat(page.select(".found").text()).contains("须报备", "测试人员");
  }

  @Test
  void theFirstPageSaysHowManyCompaniesTheDutyIsAbout() {
    LocalDate today = LocalDate.now(clock);
    holdings.save(littleGiant(towns.company("查询计数", TwoTowns.TOWN), today));

    String duties =
        inspector(TwoTowns.COUNTY, "应急管理局").page("/lookups").select("main .facts").text();

    assertThat(duties).containsPattern("国家专精特新“小巨人”企业 [1-9]\\d* 家");
  }

  @Test
  void theFirstPageSaysWhatTheUnitOwes() {
    LocalDate today = LocalDate.now(clock);
    Company company = towns.company("结论逾期", TwoTowns.TOWN);
    given.filed(company.id(), TwoTowns.COUNTY, "逾期检查队", today.minusDays(9));

    assertThat(inspector(TwoTowns.COUNTY, "逾期检查队").page("/lookups").select(".duties a").eachText())
        .contains("由您办理的 1 项还没有办，其中 1 项已经逾期。");
    assertThat(inspector(TwoTowns.COUNTY, "没有检查的队").page("/lookups").select(".duties a").eachText())
        .noneMatch(line -> line.startsWith("由您办理的"));
  }

  @Test
  void everyUnitOfTheRegionFindsTheSameCompany() {
    Company company = towns.company("查询企业", TwoTowns.TOWN);

    for (String unit : List.of("应急管理局", "生态环境局")) {
      assertThat(found(inspector(TwoTowns.COUNTY, unit), company.name()).select(".found h2"))
          .hasSize(1);
    }
  }

  @Test
  void aCompanyElsewhereIsLikeOneThatThereIsNot() {
    Reader here = inspector(TwoTowns.TOWN, "应急管理局");
    Company elsewhere = towns.company("查询别镇", TwoTowns.OTHER_TOWN);

    assertThat(visible(found(here, elsewhere.name()))).contains("没有查到这家企业");
    assertThat(visible(found(here, elsewhere.name()))).isEqualTo(visible(found(here, "从来没有过的企业")));
  }

  @Test
  void thePageLeadsToNoCompany() {
    Company company = towns.company("查询无链接", TwoTowns.TOWN);
    Reader inspector = inspector(TwoTowns.COUNTY, "应急管理局");

    assertThat(found(inspector, company.name()).select("main a[href^=/companies]")).isEmpty();
    assertThat(inspector.code("/companies/" + company.id())).isEqualTo(404);
  }

  @Test
  void theFirstSightIsAnEmptyField() {
    Document page = inspector(TwoTowns.COUNTY, "应急管理局").page("/lookups");

    assertThat(page.select("input[name=q]").attr("value")).isEmpty();
    assertThat(page.select(".found")).isEmpty();
    assertThat(page.select("main").text()).doesNotContain("没有查到").contains("报备规定");
  }

  @Test
  void oneLetterOrAWholeLetterIsNoName() {
    Reader inspector = inspector(TwoTowns.COUNTY, "应急管理局");

    for (String words : List.of("公", "公".repeat(121))) {
      Document page = found(inspector, words);
      assertThat(page.select("main").text()).contains("请输入 2 至 120 个字");
      assertThat(page.select("input[name=q]").attr("value")).isEqualTo(words);
    }
    assertThat(inspector.code("/lookups?on=gestern")).isEqualTo(422);
  }

  @Test
  void whoInspectsNothingFindsNoSuchPage() {
    for (Role role : List.of(Role.TOWNSHIP, Role.LEADER, Role.DEPARTMENT, Role.ADMIN)) {
      assertThat(readers.open(role, TwoTowns.COUNTY).code("/lookups")).isEqualTo(404);
    }
    assertThat(readers.open(Role.OFFICE, TwoTowns.COUNTY).code("/lookups")).isEqualTo(200);
    assertThat(door.page("/lookups", null).location()).startsWith("/sign-in");
  }

  private Reader inspector(String region, String unit) {
    return readers.ofUnit(Role.INSPECTOR, region, unit);
  }

  private static Document found(Reader reader, String words) {
    return reader.page("/lookups?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
  }

  private static String visible(Document page) {
    return page.select("main .head, main section").text();
  }

  private static TitleHolding littleGiant(Company company, LocalDate today) {
    return new TitleHolding(
        0,
        company.id(),
        "little-giant",
        today.minusYears(1),
        FromPrecision.DAY,
        today.plusYears(2),
        today.minusYears(1),
        null,
        null,
        "试验文件",
        null,
        "试验");
  }
}
