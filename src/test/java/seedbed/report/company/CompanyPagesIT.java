package seedbed.report.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.BeanContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import seedbed.access.Scope;
import seedbed.assessment.Assessing;
import seedbed.assessment.Assessment;
import seedbed.assessment.Rung;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.TitleRegister.Standing;
import seedbed.company.Track;
import seedbed.criteria.rule.Truth;
import seedbed.criteria.rule.Verdict;
import seedbed.seed.DemonstrationData;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompanyPagesIT {
  @Inject EmbeddedServer server;
  @Inject BeanContext context;
  @Inject Companies companies;
  @Inject Assessing assessing;
  @Inject Clock clock;

  @BeforeAll
  void loadThePool() {
    DemonstrationData.load(context);
  }

  @AfterAll
  void clearThePool() {
    DemonstrationData.clear();
  }

  @Test
  @DisplayName("企业为何不符合、差多少、怎样最省，一页说清")
  void saysWhyACompanyDoesNotQualify() {
    var near = withVerdict("little-giant", Truth.NOT_MET);
    var verdict = verdict(near, "little-giant");

    var page = page("/companies/" + near.company().id() + "?title=little-giant");

    assertThat(page.select(".verdict h2").text()).contains("小巨人").endsWith("暂不可报");
    assertThat(page.select(".verdict p").text())
        .contains(verdict.findings().size() + " 项条件中")
        .contains(verdict.count(Truth.NOT_MET) + " 项不满足")
        .contains("年度数据判定");
    assertThat(page.select(".verdict .no").text()).contains(verdict.number());
    assertThat(page.select(".way")).hasSameSizeAs(verdict.distance());
    assertThat(page.select(".way.best li")).hasSizeGreaterThanOrEqualTo(1);
    assertThat(page.select(".findings > tbody > tr:not(.part)")).hasSameSizeAs(verdict.findings());
    assertThat(page.select(".ladder a[aria-current]").text()).contains("小巨人");
  }

  @Test
  @DisplayName("手机和纸上都先说结论和路径，再列梯度")
  void theAnswerComesBeforeTheLadder() {
    var near = withVerdict("little-giant", Truth.NOT_MET);

    var parts =
        page("/companies/" + near.company().id() + "?title=little-giant")
            .select(".verdict, .ways, .ladder, .findings")
            .eachAttr("class");

    assertThat(parts.stream().map(each -> each.replaceAll("^stacked | not$", "")).toList())
        .containsExactly("verdict", "ways", "ladder", "findings");
  }

  @Test
  void hidesWhatIsMetWhenAsked() {
    var near = withVerdict("little-giant", Truth.NOT_MET);

    var page = page("/companies/" + near.company().id() + "?title=little-giant&only=open");

    assertThat(page.select(".findings > tbody > tr:not(.part) > td:last-child").eachText())
        .isNotEmpty()
        .noneMatch(word -> word.endsWith(" 满足"));
  }

  @Test
  void namesTheFiguresThatSettleAnUnknownVerdict() {
    var open = withVerdict("little-giant", Truth.UNKNOWN);
    var missing = verdict(open, "little-giant").question().missing();

    var page = page("/companies/" + open.company().id() + "?title=little-giant");

    assertThat(page.select("h2").eachText()).anyMatch(head -> head.endsWith("项即可判定"));
    assertThat(missing)
        .isNotEmpty()
        .allSatisfy(cell ->
            assertThat(page.select("#figure-" + cell.indicator().code()).text())
                .containsAnyOf("未填报", "来源不一致", "已过期"));
  }

  @Test
  void everyCompanyReadsWellForEveryTitleAndEveryLinkInsideLeadsSomewhere() {
    for (var company : sample()) {
      for (var rung : assess(company).ladder()) {
        var page = page("/companies/" + company.id() + "?title=" + rung.title().code());

        assertThat(page.select("a[href^=#]").eachAttr("href"))
            .as("%s, %s", company.name(), rung.title().label())
            .allSatisfy(href -> assertThat(page.getElementById(href.substring(1))).isNotNull());
        assertThat(page.select("main").text()).doesNotContain("null", "[", "{{");
      }
    }
  }

  @Test
  @DisplayName("得分表按类列出最低分和每一行的依据")
  void showsAScoreSheetAsATable() {
    var company = sample().getFirst();

    var page = page("/companies/" + company.id() + "?title=innovative-sme");

    assertThat(page.select(".score .group").eachText())
        .hasSize(3)
        .anyMatch(each -> each.contains("不低于 20 分"));
    assertThat(page.select(".score .sources")).isNotEmpty();
  }

  @Test
  void aCompanyOfTheSourceDocumentsShowsTheirLinesAndClaimsNothing() {
    var company = companies.findByName("江苏汤臣汽车零部件有限公司").orElseThrow();

    var page = page("/companies/" + company.id());

    assertThat(page.select("h1 .demo")).isEmpty();
    assertThat(page.select("#titles").text()).contains("登记尚未核对完整", "待核");
    assertThat(page.select("#remarks").text()).contains("不用于判定", "销售收入");
    assertThat(page.select(".ladder small").eachText()).contains("是否持有不明");
  }

  @Test
  void demonstrationCompaniesAreMarked() {
    var page = page("/companies/" + sample().getFirst().id());

    assertThat(page.select("h1 .demo").text()).isEqualTo("示例");
  }

  @Test
  void aCompanyWithoutFiguresAsksForThem() {
    var bare =
        companies.save(
            Company.named("空白机械有限公司", "320682", Track.MANUFACTURING, "试验", LocalDate.EPOCH));

    var page = page("/companies/" + bare.id());

    assertThat(page.select(".verdict h2").text()).endsWith("待定");
    assertThat(page.select("#titles").text()).contains("没有登记称号");
  }

  @Test
  void aPastDayIsJudgedByItsOwnEditionAndStaysInEveryLink() {
    var company = sample().getFirst();

    var page = page("/companies/" + company.id() + "?title=little-giant&on=2025-05-01");

    assertThat(page.select(".past").text()).contains("2025-05-01");
    assertThat(page.select(".verdict p").text()).contains("按 2024 年度数据判定");
    assertThat(page.select(".ladder a, .head .acts a, .verdict a").eachAttr("href"))
        .isNotEmpty()
        .allMatch(href -> href.contains("on=2025-05-01"));
  }

  @Test
  void whatDoesNotExistIsSaidSo() {
    assertThat(visitor().get("/companies/999999").statusCode()).isEqualTo(404);
    assertThat(visitor().get("/companies/abc").statusCode()).isEqualTo(404);
    var company = sample().getFirst();
    var answer = visitor().get("/companies/" + company.id() + "?title=no-such");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(answer.body()).text()).contains("没有“no-such”这个称号");
  }

  private List<Company> sample() {
    return companies.inRegion("320682").stream()
        .filter(Company::demo)
        .filter(company -> company.id() % 10 == 0)
        .toList();
  }

  private Assessment withVerdict(String title, Truth truth) {
    return companies.inRegion("320682").stream()
        .filter(Company::demo)
        .map(this::assess)
        .filter(assessment -> applies(assessment, title, truth))
        .findFirst()
        .orElseThrow();
  }

  private static boolean applies(Assessment assessment, String title, Truth truth) {
    return assessment
        .rung(title)
        .filter(rung -> rung.standing() == Standing.NOT_HELD)
        .flatMap(Rung::verdict)
        .filter(verdict -> verdict.truth() == truth)
        .isPresent();
  }

  private static Verdict verdict(Assessment assessment, String title) {
    return assessment.rung(title).flatMap(Rung::verdict).orElseThrow();
  }

  private Assessment assess(Company company) {
    return assessing.assess(company.id(), new Scope.Whole(), LocalDate.now(clock)).orElseThrow();
  }

  private org.jsoup.nodes.Document page(String path) {
    return visitor().page(path);
  }

  private Visitor visitor() {
    return Visitor.at(server.getURI());
  }
}
