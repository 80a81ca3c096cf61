package seedbed.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpStatus;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.access.Scope;
import seedbed.assessment.Assessing;
import seedbed.assessment.Impact;
import seedbed.assessment.PoolImpact;
import seedbed.company.Companies;
import seedbed.criteria.Editions;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Checklist.Applicant;
import seedbed.criteria.rule.Judging;
import seedbed.seed.DemoPool;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ComparisonPagesIT {

  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final String GIANT = "/editions/comparison?from=cn-xjr-2022&to=cn-xjr-2026";

  @Inject Site site;
  @Inject DemoPool demo;
  @Inject Editions editions;
  @Inject PoolImpact pool;
  @Inject Companies companies;
  @Inject Assessing assessing;

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
  @DisplayName("主营业务收入占比由70%收紧到90%")
  void tightenedClauseStandsBesideTheOldOne() {
    var page = site.page(GIANT + "&change=tightened");

    assertThat(page.select("table.versions tbody tr").eachText())
        .anyMatch(row -> row.contains("收紧") && row.contains("≥ 70 %") && row.contains("≥ 90 %"));
    assertThat(page.select("table.versions tbody tr:not(.part) .tag:not(.unknown)").eachText())
        .containsOnly("收紧");
  }

  @Test
  void countsOfChangesAddUp() {
    var chips = site.page(GIANT).select("nav[aria-label=按变化筛选] em").eachText();
    var numbers = chips.stream().map(Integer::parseInt).toList();

    assertThat(numbers.subList(1, numbers.size()).stream().mapToInt(each -> each).sum())
        .isEqualTo(numbers.getFirst());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        GIANT,
        GIANT + "&applicant=renewal",
        "/editions/comparison?from=cn-zjtx-2022&to=cn-zjtx-2026",
        "/editions/comparison?from=js-xjr-2020&to=js-xjr-2021"
      })
  void everyChipLeadsToAsManyRowsAsItSays(String comparison) {
    var page = site.page(comparison);
    var chips = page.select("nav[aria-label=按变化筛选] a");
    var told = page.select(".head a:contains(条)");

    assertThat(chips).hasSizeGreaterThan(2);
    assertThat(told).hasSize(chips.size() - 1);
    assertThat(chips)
        .allSatisfy(chip -> {
          var rows = site.page(chip.attr("href")).select("table.versions tbody tr:not(.part)");
          assertThat(Integer.toString(rows.size()))
              .as(chip.text())
              .isEqualTo(chip.select("em").text())
              .isEqualTo(rows.select("td:first-child").eachText().getLast());
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&change=tightened", "&change=added"})
  void workbookOfChangesHoldsTheRowsShown(String filter) throws IOException {
    var page = site.page("/editions/comparison?from=cn-zjtx-2022&to=cn-zjtx-2026" + filter);
    var shown = page.select("table.versions tbody tr td:nth-child(2)").eachText();

    assertThat(column(site.file(page.select(".head a[download]").attr("href")), 1, "变化"))
        .isNotEmpty()
        .isEqualTo(shown);
  }

  @Test
  @DisplayName("过去的日期默认比对当日已公布的版本")
  void pastDayComparesWhatWasPublishedByThen() {
    var page = site.page("/editions/comparison?on=2023-05-01");

    assertThat(page.select("#from [selected]").val()).isEqualTo("cn-xjr-2021");
    assertThat(page.select("#to [selected]").val()).isEqualTo("cn-xjr-2022");
  }

  @Test
  @DisplayName("导出的比对长文字换行，文件名为中文")
  void workbookOfChangesWrapsAndHasAChineseName() throws IOException {
    var file = site.file(GIANT.replace("comparison?", "comparison/changes?"));

    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .contains(URLEncoder.encode("标准逐条比对", UTF_8));
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file.body()))) {
      var last = workbook.getSheetAt(0).getRow(workbook.getSheetAt(0).getLastRowNum());
      assertThat(List.of(2, 3, 4, 5))
          .allMatch(column ->
              last.getCell(column) == null || last.getCell(column).getCellStyle().getWrapText());
    }
  }

  @Test
  void workbookOfOneListHoldsTheCompaniesShown() throws IOException {
    var page = site.page(GIANT + "&list=newly-meets&size=200");
    var shown = page.select("#impact tbody a.opens").eachText();

    assertThat(column(site.file(page.select("#impact a[download]").attr("href")), 1, "企业名称"))
        .isNotEmpty()
        .isEqualTo(shown);
  }

  /// The texts below the head of a column.
  private static List<String> column(HttpResponse<byte[]> file, int place, String head)
      throws IOException {
    List<String> texts = new ArrayList<>();
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file.body()))) {
      var below = false;
      for (var row : workbook.getSheetAt(0)) {
        var cell = row.getCell(place);
        if (below && cell != null) {
          texts.add(cell.getStringCellValue());
        }
        below = below || (cell != null && cell.toString().equals(head));
      }
    }
    return texts;
  }

  @Test
  void withoutParametersTheLatestGiantIsCompared() {
    var page = site.page("/editions/comparison");

    assertThat(page.select("#from [selected]").val()).isEqualTo("cn-xjr-2022");
    assertThat(page.select("#to [selected]").val()).isEqualTo("cn-xjr-2026");
  }

  @Test
  void everyCompanyIsOnTheListThatItsTwoVerdictsSay() {
    var from = checklist("cn-xjr-2022");
    var to = checklist("cn-xjr-2026");
    var impact = ((PoolImpact.Ready) pool.on(from, to, TODAY, new Scope.Whole())).impact();

    assertThat(impact.companies()).isEqualTo((int) companies.count());
    for (var kind : Impact.Kind.values()) {
      assertThat(impact.of(kind))
          .allSatisfy(affected -> {
            var facts =
                assessing
                    .assess(affected.companyId(), new Scope.Whole(), TODAY)
                    .orElseThrow()
                    .facts();
            assertThat(affected.from().truth()).isEqualTo(Judging.judge(from.criteria(), facts));
            assertThat(affected.to().truth()).isEqualTo(Judging.judge(to.criteria(), facts));
            assertThat(affected.kind()).isEqualTo(kind);
          });
    }
  }

  @Test
  void listsNameCompaniesWithAReason() {
    var rows = site.page(GIANT + "&list=falls-out").select("#impact tbody tr");

    assertThat(rows).isNotEmpty();
    assertThat(rows.select("td:last-child").eachText())
        .allMatch(reason -> reason.startsWith("不满足："));
    assertThat(rows.select("a.opens").eachAttr("href"))
        .allMatch(href -> href.matches("/companies/\\d+"));
    assertThat(rows.select(".tag.demo").eachText()).contains("示例");
  }

  @Test
  void renewalConcernsHoldersOnly() {
    var page = site.page(GIANT + "&applicant=renewal");
    var holders =
        site.page("/").select("td a[href='/companies?title=little-giant&outcome=held']").text();

    assertThat(page.select("#impact .lead").text()).startsWith("共 " + holders + " 家");
  }

  @Test
  void editionComparedWithItselfSaysSo() {
    var page = site.page("/editions/comparison?from=cn-xjr-2022&to=cn-xjr-2022");

    assertThat(page.select(".notice").text()).contains("同一个版本");
    assertThat(page.select("table")).isEmpty();
  }

  @Test
  void trackThatOneEditionLacksIsNamed() {
    var page =
        site.page(
            "/editions/comparison?from=rg-2021&to=js-xjr-2021&title=jiangsu-product&track=product");

    assertThat(page.select(".notice").text()).contains("产品");
    assertThat(page.select("table")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "title,nobel-prize",
    "track,sideways",
    "applicant,nobody",
    "change,upside",
    "list,all"
  })
  void wrongParameterIsNamed(String parameter, String value) {
    var page = site.page(GIANT + "&" + parameter + "=" + value, HttpStatus.UNPROCESSABLE_ENTITY);

    assertThat(page.text()).contains(value);
  }

  @Test
  void unknownEditionIsAbsent() {
    var page =
        site.page("/editions/comparison?from=cn-xjr-1999&to=cn-xjr-2026", HttpStatus.NOT_FOUND);

    assertThat(page.text()).contains("cn-xjr-1999");
  }

  @Test
  void workbookHoldsEveryCompany() throws IOException {
    var file = site.file(GIANT.replace("comparison?", "comparison/companies?"));

    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file.body()))) {
      var sheet = workbook.getSheetAt(0);
      var listed = 0;
      for (var row : sheet) {
        var first = row.getCell(0);
        if (first != null
            && Arrays.stream(Impact.Kind.values())
                .anyMatch(kind -> kind.label().equals(first.getStringCellValue()))) {
          listed++;
        }
      }
      assertThat(listed).isEqualTo((int) companies.count());
    }
  }

  @Test
  void comparisonLeavesAsWorkbook() throws IOException {
    var file = site.file(GIANT.replace("comparison?", "comparison/changes?"));

    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file.body()))) {
      assertThat(workbook.getSheetAt(0).getLastRowNum()).isGreaterThan(15);
    }
  }

  @Test
  void finishedWorkNeedsNoProgress() {
    pool.on(checklist("cn-xjr-2022"), checklist("cn-xjr-2026"), TODAY, new Scope.Whole());
    var answer = site.file(GIANT.replace("comparison?", "comparison/progress?"));

    assertThat(answer.headers().firstValue("HX-Refresh")).contains("true");
  }

  private Checklist checklist(String edition) {
    return editions.find(edition).orElseThrow().checklists().stream()
        .filter(each -> each.applicant() == Applicant.NEW)
        .findFirst()
        .orElseThrow();
  }
}
