package seedbed.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Scope;
import seedbed.audit.TrailWitness;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.Track;

@MicronautTest(transactional = false)
class ConflictPagesIT {

  @Inject
  @Client("/")
  HttpClient http;

  @Inject Regions regions;
  @Inject Companies companies;
  @Inject Reporting reporting;
  @Inject Figures figures;
  @Inject Deciding deciding;
  @Inject TrailWitness witness;
  @Inject TransactionOperations<Connection> transactions;

  @BeforeEach
  void aRegion() {
    if (regions.findByCode("94").isEmpty()) {
      regions.save(new Region("94", "裁定省", RegionLevel.PROVINCE, null, "试验"));
    }
  }

  @Test
  void sourcesStandSideBySideUntilOneIsChosenAndThenAnother() {
    Company company = disagreeing("来源不一公司");
    assertThat(revenue(company).conflict()).isTrue();
    Document page = page(company);
    assertThat(page.text()).contains("1 项待裁定", "甲表.xlsx", "乙表.xlsx", "5,000", "5,200");

    choose(company, "乙表.xlsx");

    assertThat(counting(company)).isEqualTo("乙表.xlsx");
    assertThat(page(company).text()).contains("各项都已裁定", "✓ 采用");

    choose(company, "甲表.xlsx");

    assertThat(counting(company)).isEqualTo("甲表.xlsx");
    assertThat(revenue(company).live()).hasSize(2);
  }

  @Test
  void theTrailHasWhatWasChosenAndWhatWasPassedOver() {
    Company company = disagreeing("留痕公司");

    choose(company, "乙表.xlsx");

    assertThat(witness.newest("/companies/{id}/conflicts").detail())
        .contains("（2025年）：— → 5200", "乙表.xlsx", "未采用：5000", "甲表.xlsx");
  }

  @Test
  void ofTwoWhoChooseDifferentSourcesAtOnceOneIsHeeded() throws Exception {
    Company company = disagreeing("同时裁定公司");
    long first = figure(company, "甲表.xlsx");
    long second = figure(company, "乙表.xlsx");

    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Deciding.Outcome> later =
          transactions.executeWrite(status -> {
            deciding.decide(company.id(), first, new Scope.Whole(), "先");
            Future<Deciding.Outcome> waiting =
                executor.submit(
                    () -> deciding.decide(company.id(), second, new Scope.Whole(), "后"));
            Thread.sleep(500);
            return waiting;
          });
      assertThat(later.get()).isInstanceOf(Deciding.Decided.class);
    }

    assertThat(revenue(company).live())
        .filteredOn(Attested::confirmed)
        .extracting(attested -> attested.figure().id())
        .containsExactly(second);
  }

  @Test
  void aDecisionLeadsBackToThePageWhichSaysIt() {
    Company company = disagreeing("回到页面公司");

    String after =
        http.toBlocking().retrieve(decision(company, figure(company, "甲表.xlsx")), String.class);

    assertThat(Jsoup.parse(after).select("h1").text()).isEqualTo("来源不一致的数据");
  }

  @Test
  void theFigureOfAnotherCompanyIsNoChoice() {
    Company company = disagreeing("本公司");
    Company other = disagreeing("别家公司");

    assertThatThrownBy(() ->
            http.toBlocking().exchange(decision(company, figure(other, "甲表.xlsx")), String.class))
        .isInstanceOfSatisfying(
            HttpClientResponseException.class,
            refused -> {
              assertThat(refused.getStatus().getCode()).isEqualTo(422);
              assertThat(refused.getResponse().getBody(String.class).orElse("")).contains("没有裁定");
            });
    assertThat(revenue(company).conflict()).isTrue();
    assertThat(revenue(other).conflict()).isTrue();
  }

  @Test
  void theFiguresOfACompanyLeadToItsConflicts() {
    Company company = disagreeing("引路公司");

    Document page =
        Jsoup.parse(http.toBlocking().retrieve(HttpRequest.GET("/companies/" + company.id())));

    assertThat(page.select("a[href=/companies/" + company.id() + "/conflicts]")).isNotEmpty();
  }

  @Test
  @DisplayName("裁定之后，另一来源的值标为未采用，不再待核实")
  void theOtherValueIsPassedOverOnceOneWasChosen() {
    Company company = disagreeing("未采用公司");
    String path = "/companies/" + company.id();
    assertThat(
            Jsoup.parse(http.toBlocking().retrieve(HttpRequest.GET(path)))
                .select("#figure-revenue .value")
                .eachText())
        .allMatch(value -> value.endsWith("待核实"));

    choose(company, "乙表.xlsx");

    assertThat(
            Jsoup.parse(http.toBlocking().retrieve(HttpRequest.GET(path)))
                .select("#figure-revenue .value")
                .eachText())
        .hasSize(2)
        .anyMatch(value -> value.startsWith("5,000.00") && value.endsWith("未采用"))
        .anyMatch(value -> value.startsWith("5,200.00") && value.endsWith("已核实"));
  }

  private Company disagreeing(String name) {
    Company company =
        companies.save(Company.named(name, "94", Track.MANUFACTURING, "试验", LocalDate.EPOCH));
    reporting.report(List.of(said(company, "甲表.xlsx", "5000"), said(company, "乙表.xlsx", "5200")));
    return company;
  }

  private static Figure said(Company company, String document, String value) {
    return Figure.reported(
        company.id(),
        "revenue",
        Period.year(2025),
        Value.number(value),
        new Source(document, "第 5 行"),
        "某某",
        Instant.parse("2026-03-01T02:00:00Z"));
  }

  private void choose(Company company, String document) {
    http.toBlocking().exchange(decision(company, figure(company, document)));
  }

  private static HttpRequest<String> decision(Company company, long figure) {
    return HttpRequest.POST("/companies/" + company.id() + "/conflicts", "figure=" + figure)
        .contentType(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
        .accept(MediaType.TEXT_HTML_TYPE);
  }

  private long figure(Company company, String document) {
    return revenue(company).live().stream()
        .map(Attested::figure)
        .filter(figure -> figure.source().document().equals(document))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private String counting(Company company) {
    return revenue(company).decided().orElseThrow().figure().source().document();
  }

  private Entry revenue(Company company) {
    return figures.ofCompany(company.id(), Figures.LATEST).ofYear("revenue", 2025).orElseThrow();
  }

  private Document page(Company company) {
    return Jsoup.parse(
        http.toBlocking().retrieve(HttpRequest.GET("/companies/" + company.id() + "/conflicts")));
  }
}
