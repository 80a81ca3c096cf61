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
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.access.Scope;
import seedbed.assessment.PoolAssessment;
import seedbed.company.Known;
import seedbed.seed.DemoPool;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OverviewPagesIT {

  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

  /// Not the year of an edition.
  private static final Pattern NUMBER = Pattern.compile("[\\d,]+(?=$| [家条])");

  @Inject Site site;
  @Inject DemoPool demo;
  @Inject PoolAssessment pool;
  @Inject PoolCounts counts;

  @MockBean(Clock.class)
  Clock clock() {
    return Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
  }

  @BeforeAll
  void demonstrationPool() {
    demo.refill();
  }

  @AfterAll
  void nothingIsLeft() {
    demo.clear();
  }

  @Test
  void emptyDatabaseSaysWhatToDoFirst() {
    demo.clear();
    try {
      var page = site.page("/overview");

      assertThat(page.select(".empty h3").text()).isEqualTo("先把企业放进来");
      assertThat(page.select(".empty a").eachAttr("href")).contains("/imports", "/editions");
      assertThat(page.select(".stat")).isEmpty();
    } finally {
      demo.refill();
    }
  }

  @Test
  void answersBeforeItShows() {
    var page = site.page("/overview");

    assertThat(page.select(".head p").text()).contains("可报上一级").contains("只差一项");
    assertThat(page.select(".stat").eachText()).hasSize(4);
    assertThat(page.select(".notice b").eachText()).contains("示例");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/overview", "/overview?title=specialised-sme", "/overview?on=2024-06-30"})
  void everyNumberLeadsToAListOfThatMany(String address) {
    var page = site.page(address);
    var numbers = page.select("main a[href^=/companies?], main a[href*=/comparison?]");

    assertThat(numbers).hasSizeGreaterThan(40);
    assertThat(numbers)
        .filteredOn(number -> said(number).matches("[\\d,]+"))
        .hasSizeGreaterThan(40)
        .allSatisfy(number ->
            assertThat(listed(number.attr("href"))).as(number.outerHtml()).isEqualTo(said(number)));
  }

  /// The number of a link, which stands beside it in a bar.
  private static String said(Element link) {
    var bar = link.closest(".bars > li, .funnel > li");
    var words = bar == null ? link.text() : bar.select("b").text();
    var number = NUMBER.matcher(words);
    return number.find() ? number.group() : "";
  }

  private String listed(String address) {
    var list = site.page(address);
    return address.contains("change=")
        ? Integer.toString(list.select("table.versions tbody tr:not(.part)").size())
        : total(list);
  }

  private static String total(Document list) {
    var words = list.select(".pager > span").text();
    return words.isEmpty() ? "0" : words.replaceFirst(".*共 ([\\d,]+) 条.*", "$1");
  }

  @Test
  void aRegionCountsTheCompaniesBelowItToo() {
    var page = site.page("/overview");
    var whole = page.select("tr:has(th:contains(如皋市合计)) a");

    assertThat(whole.eachText().getFirst()).isEqualTo(page.select(".stat a").eachText().getFirst());
    assertThat(whole.eachAttr("href").getFirst()).endsWith("town=320682");
  }

  @Test
  void everyCompanyIsCountedOnceForEachTitle() {
    var run = ((PoolAssessment.Ready) pool.on(LocalDate.of(2026, 11, 21))).run();

    assertThat(counts.byTitle(run.id(), new Known(new Scope.Whole(), run.judgedOn())))
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
    var elsewhere = new Known(new Scope.Region("99"), run.judgedOn());

    assertThat(counts.totals(run.id(), elsewhere)).isEqualTo(new PoolCounts.Totals(0, 0, 0, 0, 0));
    assertThat(counts.byTitle(run.id(), elsewhere)).isEmpty();
    assertThat(
            counts
                .totals(run.id(), new Known(new Scope.Region("3206"), run.judgedOn()))
                .companies())
        .isEqualTo(run.companies());
  }

  @Test
  void closestCompaniesSayWhatTheyLack() {
    var page = site.page("/overview?title=specialised-sme");
    var rows = closest(page).select("li");

    assertThat(rows).hasSizeBetween(1, 8);
    assertThat(rows.select("small").eachText())
        .hasSizeGreaterThanOrEqualTo(rows.size())
        .allMatch(words -> words.matches("(差|未|不满足|待补|年限|没有|已持有).*|.*(需降低|需提升|不满足上限|应为).*"));
    assertThat(rows.select("a").eachAttr("href"))
        .hasSameSizeAs(rows)
        .allMatch(href -> href.matches("/companies/\\d+\\?title=specialised-sme"));
    assertThat(page.select(".choose [aria-current]").text()).isEqualTo("专精特新");
  }

  @Test
  void tellsWhichStandardsChanged() {
    var news = site.page("/overview").select(".news");

    assertThat(news.text()).contains("2026-04-01", "≥ 70 % → ≥ 90 %");
    assertThat(news.select("a[href*=list]").eachAttr("href"))
        .contains("/editions/comparison?from=cn-xjr-2022&to=cn-xjr-2026&list=falls-out#impact");
    assertThat(site.page("/overview?on=2024-05-01").select(".news")).isEmpty();
  }

  @Test
  void pastDayIsKeptInEveryLink() {
    var page = site.page("/overview?on=2025-06-30");

    assertThat(page.select("main a[href^=/]").eachAttr("href"))
        .filteredOn(href -> !href.equals("/overview"))
        .isNotEmpty()
        .allMatch(href -> href.contains("on=2025-06-30"));
  }

  @Test
  void unknownTitleIsRefusedByName() {
    var page = site.page("/overview?title=nobel-prize", HttpStatus.UNPROCESSABLE_ENTITY);

    assertThat(page.text()).contains("nobel-prize");
  }

  private static Elements closest(Document page) {
    return page.select("section:has(h2:contains(最近的企业))");
  }
}
