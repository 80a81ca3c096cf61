package seedbed.report.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seedbed.access.Readers;
import seedbed.access.Readers.Reader;
import seedbed.access.Role;
import seedbed.access.TwoTowns;
import seedbed.account.NewAccount;
import seedbed.account.Opening;
import seedbed.company.Company;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHolding.FromPrecision;
import seedbed.company.TitleHoldings;
import seedbed.portfolio.Assignment;
import seedbed.portfolio.Assignments;
import seedbed.signin.Door;

/// What a leader begins with: the companies linked today, what ends soon before all else.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
final class PortfolioPagesIT {

  @Inject TwoTowns towns;
  @Inject Readers readers;
  @Inject Opening opening;
  @Inject Assignments assignments;
  @Inject TitleHoldings holdings;
  @Inject Door door;
  @Inject Clock clock;

  private LocalDate today = LocalDate.EPOCH;
  private Reader leader;

  @BeforeEach
  void begin() {
    towns.found();
    today = LocalDate.now(clock);
    leader = readers.open(Role.LEADER, TwoTowns.COUNTY);
  }

  @Test
  void aLeaderSeesTheCompaniesLinkedTodayAndNoOthers() {
    Company own = towns.company("挂钩", TwoTowns.TOWN);
    Company inOtherTown = towns.company("挂钩别镇", TwoTowns.OTHER_TOWN);
    Company former = towns.company("曾经挂钩", TwoTowns.TOWN);
    Company ofAnother = towns.company("别人挂钩", TwoTowns.TOWN);
    link(leader, own, inOtherTown);
    link(readers.open(Role.LEADER, TwoTowns.COUNTY), ofAnother);
    assignments.save(
        new Assignment(0, former.id(), leader.account().id(), today.minusDays(9), today, "调整分工"));

    Document page = leader.page("/portfolio");

    assertThat(page.select(".cards h3 a").eachText())
        .containsExactlyInAnyOrder(own.name(), inOtherTown.name());
    assertThat(page.text()).doesNotContain(former.name(), ofAnother.name());
  }

  /// Of a link that is over nothing is shown, also as of a day when it was not.
  @Test
  void asOfADayOnlyWhatWasLinkedThenAndStillIs() {
    Company since = towns.company("挂钩已久", TwoTowns.TOWN);
    Company lately = towns.company("新近挂钩", TwoTowns.TOWN);
    Company former = towns.company("当时挂钩", TwoTowns.TOWN);
    link(leader, since);
    long account = leader.account().id();
    assignments.save(new Assignment(0, lately.id(), account, today.minusDays(3), null, "调整分工"));
    assignments.save(new Assignment(0, former.id(), account, today.minusDays(9), today, "调整分工"));

    assertThat(leader.page("/portfolio?on=" + today.minusDays(5)).select(".cards h3 a").eachText())
        .containsExactly(since.name());
    assertThat(leader.page("/portfolio?on=" + today.minusDays(3)).select(".cards h3 a").eachText())
        .containsExactlyInAnyOrder(since.name(), lately.name());
  }

  @Test
  void aTitleThatEndsWithinAYearStandsFirst() {
    Company company = towns.company("将到期", TwoTowns.TOWN);
    link(leader, company);
    hold(company, "specialised-sme", today.plusMonths(3));

    assertThat(leader.page("/portfolio").select(".matters li").eachText())
        .first(InstanceOfAssertFactories.STRING)
        .contains("到期", company.name(), "有效期至 " + today.plusMonths(3).minusDays(1));
  }

  @Test
  void aTitleThatLastsLongerIsNoMatter() {
    Company company = towns.company("未到期", TwoTowns.TOWN);
    link(leader, company);
    hold(company, "specialised-sme", today.plusMonths(13));

    assertThat(leader.page("/portfolio").select(".matters").text()).doesNotContain("将到期");
  }

  @Test
  void theContactIsCalledByTheLinkedLeaderAndShownToNoOther() {
    Company company = towns.company("有联系人", TwoTowns.TOWN);
    link(leader, company);
    opening.open(
        NewAccount.of(
                "r" + UUID.randomUUID().toString().substring(0, 12),
                Role.COMPANY,
                TwoTowns.TOWN,
                "联系人")
            .ofCompany(company.id())
            .reachedAt("0513-12345"),
        Readers.PASSWORD);

    assertThat(leader.page("/portfolio/" + company.id()).select("a[href^=tel:]").eachAttr("href"))
        .containsExactly("tel:0513-12345");
    Reader another = readers.open(Role.LEADER, TwoTowns.COUNTY);
    assertThat(another.code("/portfolio/" + company.id())).isEqualTo(404);
  }

  @Test
  void whoHasNoneIsToldWhoLinksThem() {
    assertThat(leader.page("/portfolio").select("main").text()).contains("还没有安排挂钩企业", "培育办");
  }

  @Test
  void everybodyElseFindsNoSuchPage() {
    for (Role role : List.of(Role.OFFICE, Role.TOWNSHIP, Role.DEPARTMENT, Role.AUDITOR)) {
      assertThat(readers.open(role, TwoTowns.COUNTY).code("/portfolio")).isEqualTo(404);
    }
    assertThat(door.page("/portfolio", null).location()).startsWith("/sign-in");
  }

  @Test
  void aDayThatIsNoneIsRefused() {
    for (String on : List.of("morgen", "2026-13-01", today.plusDays(1).toString())) {
      assertThat(leader.code("/portfolio?on=" + on)).as(on).isEqualTo(422);
    }
  }

  private void link(Reader reader, Company... companies) {
    assignments.link(
        reader.account().id(),
        List.of(companies).stream().map(Company::id).toList(),
        today.minusDays(30),
        "分工");
  }

  private void hold(Company company, String title, LocalDate to) {
    holdings.save(
        new TitleHolding(
            0,
            company.id(),
            title,
            today.minusYears(2),
            FromPrecision.DAY,
            to,
            today.minusYears(2),
            null,
            null,
            "试验文件",
            null,
            "试验"));
  }
}
