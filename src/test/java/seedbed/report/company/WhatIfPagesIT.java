package seedbed.report.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.BeanContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.figure.Figures;
import seedbed.seed.DemonstrationData;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatIfPagesIT {
  @Inject EmbeddedServer server;
  @Inject BeanContext context;
  @Inject Companies companies;
  @Inject Figures figures;

  @BeforeAll
  void loadThePool() {
    DemonstrationData.load(context);
  }

  @AfterAll
  void clearThePool() {
    DemonstrationData.clear();
  }

  @Test
  @DisplayName("按最短达标路径测算，称号不再是不满足")
  void followingAWayLeavesNothingUnmet() {
    var ways = 0;
    for (var company : sample()) {
      var page = visitor().page("/companies/" + company.id() + "?title=little-giant");
      for (var link : page.select(".way a:contains(测算)").eachAttr("href")) {
        var tried = visitor().page(link);

        ways++;
        assertThat(tried.select(".verdict h2").text())
            .as(link)
            .doesNotEndWith("不可报")
            .doesNotEndWith("不满足");
        assertThat(tried.select("#moves tr.changed")).as(link).isNotEmpty();
      }
    }
    assertThat(ways).isPositive();
  }

  @Test
  void asksForTheFiguresOfTheChosenTitleAndStoresNothing() {
    var company = applicant();
    var before = figures.ofCompany(company.id(), Figures.LATEST);
    var path = "/companies/" + company.id() + "/what-if";

    var answer = visitor().post(path, "title=little-giant&revenue-2025=1&class1_ip=0");

    assertThat(answer.statusCode()).isEqualTo(200);
    var page = Jsoup.parse(answer.body());
    assertThat(page.select("#revenue-2025").val()).isEqualTo("1");
    assertThat(page.select(".verdict h2").text()).endsWith("暂不可报");
    assertThat(page.select("#moves header").text()).contains("模拟测算，不保存");
    assertThat(figures.ofCompany(company.id(), Figures.LATEST)).isEqualTo(before);
    assertThat(visitor().page(path + "?title=little-giant").select("#revenue-2025").val())
        .isNotEqualTo("1");
  }

  @Test
  void emptyFieldsAreNotReportedAndNeverZero() {
    var company = applicant();

    var page =
        visitor()
            .page(
                "/companies/" + company.id() + "/what-if?title=little-giant&platform_score-2025=");

    assertThat(page.select(".findings tr:contains(发展评价得分) td:last-child").text()).contains("待定");
  }

  @Test
  void whatCannotBeReadIsSaidAtItsFieldAndKept() {
    var company = sample().getFirst();

    var answer =
        visitor()
            .post(
                "/companies/" + company.id() + "/what-if",
                "title=little-giant&revenue-2025=abc&market_share_national-2025=130&niche_since=2030-01-01");

    assertThat(answer.statusCode()).isEqualTo(422);
    var page = Jsoup.parse(answer.body());
    assertThat(page.select("#errors a").eachAttr("href"))
        .containsExactlyInAnyOrder("#revenue-2025", "#market_share_national-2025", "#niche_since");
    assertThat(page.select("#revenue-2025").val()).isEqualTo("abc");
    assertThat(page.select("#revenue-2025-problem").text()).contains("应填数字");
  }

  @ParameterizedTest
  @CsvSource({
    "revenue-2025, '1,5000', 千分位",
    "revenue-2025, '1,50', 千分位",
    "revenue-2025, 1e9, 应填数字",
    "class1_ip, 2.5, 按项计数，应填整数",
    "rank_national-2025, 1.5, 整数名次",
    "revenue-2025, -5, 不能小于 0",
    "rd_expense-2025, -0.01, 不能小于 0",
    "employees-2025, -1, 不能小于 0",
    "market_share_national-2025, 150, 应在 0 至 100 之间",
    "platform_score-2025, 100.5, 应在 0 至 100 之间",
  })
  @DisplayName("不合规矩的数不猜，指出字段和原因")
  void aSlipIsNeverGuessedAt(String field, String typed, String words) {
    var answer =
        visitor()
            .post(
                "/companies/" + sample().getFirst().id() + "/what-if",
                "title=little-giant&" + field + "=" + typed);

    assertThat(answer.statusCode()).isEqualTo(422);
    var page = Jsoup.parse(answer.body());
    assertThat(page.select("#" + field + "-problem").text()).contains(words);
    assertThat(page.select("#moves").text()).contains("尚未改动");
  }

  @Test
  void groupedNumbersAreRead() {
    var answer =
        visitor()
            .post(
                "/companies/" + sample().getFirst().id() + "/what-if",
                "title=little-giant&revenue-2025=15,000.50&class1_ip=3.0&platform_score-2025=61.5");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Jsoup.parse(answer.body()).select("#moves li").eachText())
        .anyMatch(line -> line.endsWith("→ 15,000.50 万元"));
  }

  @Test
  @DisplayName("改了什么、哪些称号由什么变成什么，写在最前面")
  void saysWhatWasChangedAndWhatMovedByIt() {
    var company = applicant();

    var answer =
        visitor()
            .post("/companies/" + company.id() + "/what-if", "title=little-giant&revenue-2025=1");

    var moves = Jsoup.parse(answer.body()).select("#moves");
    assertThat(moves.select(".body").text()).contains("改动 1 项", "→ 1.00 万元", "判定随之变化的称号");
    assertThat(moves.select(".body ul").get(1).select("li"))
        .hasSameSizeAs(moves.select("tr.changed"));
    assertThat(moves.select("header").text()).contains("不保存");
  }

  @Test
  @DisplayName("称号的判定没有变，也说出哪一条变了")
  void namesTheClausesThatMovedThoughTheVerdictDidNot() {
    var company = applicant();
    var path = "/companies/" + company.id() + "/what-if";

    var answer =
        visitor()
            .post(
                path,
                "title=little-giant&market_share_national-2025=0&class1_ip=0&revenue-2025=1"
                    + "&main_revenue-2025=1");

    var clauses = Jsoup.parse(answer.body()).select("#clause-moves > li > ul > li").eachText();
    assertThat(clauses)
        .isNotEmpty()
        .allMatch(line -> line.matches(".+：(满足|不满足|待定|待认定|不考查) → (满足|不满足|待定|待认定|不考查)"))
        .anyMatch(line -> line.endsWith("→ 不满足"));
  }

  @Test
  void fieldsHoldNumbersWithoutIdleDecimalsAndUnitsOnce() {
    var page = visitor().page("/companies/" + applicant().id() + "/what-if?title=little-giant");

    assertThat(page.select(".field input[inputmode=decimal]").eachAttr("value"))
        .isNotEmpty()
        .noneMatch(value -> value.matches(".*\\.[0-9]*0"));
    assertThat(page.select(".field .last").eachText())
        .noneMatch(last -> last.matches(".*(万元|%|项|人|名|分) +\\1.*"));
  }

  @Test
  void anythingElseCanBeAdded() {
    var company = sample().getFirst();

    var page =
        visitor()
            .page("/companies/" + company.id() + "/what-if?title=little-giant&add=export_revenue");

    assertThat(page.select("#export_revenue-2025")).hasSize(1);
    assertThat(page.select("select[name=add] option[value=export_revenue]")).isEmpty();
  }

  @Test
  void aTitleCanBeSupposedToBeHeld() {
    var company =
        companies.inRegion("320682").stream()
            .filter(each -> each.demo())
            .filter(each ->
                visitor()
                    .page("/companies/" + each.id() + "/what-if?title=little-giant")
                    .select("#title-specialised-sme option[selected]")
                    .text()
                    .equals("未持有"))
            .findFirst()
            .orElseThrow();

    var page =
        visitor()
            .page(
                "/companies/"
                    + company.id()
                    + "/what-if?title=little-giant&title-specialised-sme=met");

    assertThat(page.select(".findings tr:contains(已获专精特新中小企业称号) td:last-child").text())
        .contains("满足")
        .doesNotContain("不满足");
  }

  @Test
  void unknownCompaniesAreNotFound() {
    assertThat(visitor().get("/companies/999999/what-if").statusCode()).isEqualTo(404);
  }

  /// One that does not hold the title yet.
  private Company applicant() {
    return sample().stream()
        .filter(company ->
            visitor()
                .page("/companies/" + company.id() + "?title=little-giant")
                .select(".ladder li:not(.held) > a[aria-current]")
                .hasText())
        .findFirst()
        .orElseThrow();
  }

  private List<Company> sample() {
    return companies.inRegion("320682").stream()
        .filter(Company::demo)
        .filter(company -> company.id() % 6 == 0)
        .toList();
  }

  private Visitor visitor() {
    return Visitor.at(server.getURI());
  }
}
