package seedbed.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpStatus;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seedbed.assessment.PoolAssessment;
import seedbed.seed.DemoPool;

@MicronautTest(transactional = false)
final class OverviewPagesIT {

  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

  @Inject Site site;
  @Inject DemoPool demo;
  @Inject PoolAssessment pool;
  @Inject PoolCounts counts;

  @MockBean(Clock.class)
  Clock clock() {
    return Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
  }

  @BeforeEach
  void demonstrationPool() {
    demo.refill();
  }

  @AfterEach
  void nothingIsLeft() {
    demo.clear();
  }

  @Test
  void emptyDatabaseSaysWhatToDoFirst() {
    demo.clear();

    var page = site.page("/");

    assertThat(page.select(".empty h3").text()).isEqualTo("先把企业放进来");
    assertThat(page.select(".empty a").eachAttr("href")).contains("/imports", "/editions");
    assertThat(page.select(".stat")).isEmpty();
  }

  @Test
  void answersBeforeItShows() {
    var page = site.page("/");

    assertThat(page.select(".head p").text()).contains("可报上一级").contains("只差一项");
    assertThat(page.select(".stat").eachText()).hasSize(4);
    assertThat(page.select(".notice b").eachText()).contains("示例");
  }

  @Test
  void everyNumberLeadsToTheListItCounts() {
    var page = site.page("/");

    assertThat(page.select(".stat a").eachAttr("href"))
        .containsExactly(
            "/companies?title=rugao-pool&outcome=held",
            "/companies?outcome=ready",
            "/companies?outcome=one-short",
            "/companies?outcome=unknown");
    assertThat(
            page.select(".funnel ~ details tbody tr:has(th:contains(国家专精特新)) a").eachAttr("href"))
        .containsExactly(
            "/companies?title=little-giant&outcome=held",
            "/companies?title=little-giant&outcome=ready",
            "/companies?title=little-giant&outcome=one-short",
            "/companies?title=little-giant&outcome=short",
            "/companies?title=little-giant&outcome=unknown");
    assertThat(page.select(".bars a").eachAttr("href"))
        .anyMatch(href -> href.startsWith("/companies?gap="))
        .anyMatch(href -> href.startsWith("/companies?town="));
  }

  @Test
  void everyListHasAsManyCompaniesAsItsNumberSays() {
    var page = site.page("/");

    assertThat(page.select(".stat a, .funnel ~ details td a"))
        .hasSizeGreaterThan(20)
        .allSatisfy(number ->
            assertThat(total(site.page(number.attr("href"))))
                .as(number.attr("href"))
                .isEqualTo(number.text()));
  }

  private static String total(Document list) {
    var words = list.select(".pager > span").text();
    return words.isEmpty() ? "0" : words.replaceFirst(".*共 ([\\d,]+) 条.*", "$1");
  }

  @Test
  void everyCompanyIsCountedOnceForEachTitle() {
    var run = ((PoolAssessment.Ready) pool.on(LocalDate.of(2026, 11, 21))).run();

    assertThat(counts.byTitle(run.id(), ""))
        .isNotEmpty()
        .allSatisfy(count ->
            assertThat(
                    count.held()
                        + count.ready()
                        + count.oneShort()
                        + count.shortOf()
                        + count.unknown())
                .isEqualTo(run.companies()));
  }

  @Test
  void regionWithoutCompaniesCountsNothing() {
    var run = ((PoolAssessment.Ready) pool.on(LocalDate.of(2026, 11, 21))).run();

    assertThat(counts.totals(run.id(), "99")).isEqualTo(new PoolCounts.Totals(0, 0, 0, 0, 0));
    assertThat(counts.byTitle(run.id(), "99")).isEmpty();
    assertThat(counts.totals(run.id(), "3206").companies()).isEqualTo(run.companies());
  }

  @Test
  void closestCompaniesSayWhatTheyLack() {
    var page = site.page("/?title=specialised-sme");
    var rows = closest(page).select("li");

    assertThat(rows).hasSizeBetween(1, 8);
    assertThat(rows.select("small").eachText())
        .allMatch(words -> words.matches("(差|需降|未|待补|年限|没有).*"));
    assertThat(rows.select("a").eachAttr("href"))
        .allMatch(href -> href.matches("/companies/\\d+\\?title=specialised-sme"));
    assertThat(page.select(".choose [aria-current]").text()).isEqualTo("专精特新");
  }

  @Test
  void tellsWhichStandardsChanged() {
    var news = site.page("/").select(".news");

    assertThat(news.text()).contains("2026-04-01", "≥ 70 % → ≥ 90 %");
    assertThat(news.select("a[href*=list]").eachAttr("href"))
        .contains("/editions/comparison?from=cn-xjr-2022&to=cn-xjr-2026&list=falls-out#impact");
    assertThat(site.page("/?on=2024-05-01").select(".news")).isEmpty();
  }

  @Test
  void pastDayIsKeptInEveryLink() {
    var page = site.page("/?on=2025-06-30");

    assertThat(page.select("main a[href^=/]").eachAttr("href"))
        .filteredOn(href -> !href.equals("/"))
        .isNotEmpty()
        .allMatch(href -> href.contains("on=2025-06-30"));
  }

  @Test
  void unknownTitleIsRefusedByName() {
    var page = site.page("/?title=nobel-prize", HttpStatus.UNPROCESSABLE_ENTITY);

    assertThat(page.text()).contains("nobel-prize");
  }

  private static Elements closest(Document page) {
    return page.select("section:has(h2:contains(最近的企业))");
  }
}
