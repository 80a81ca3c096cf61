package seedbed.report.company;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.BeanContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.seed.DemonstrationData;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RosterPagesIT {
  @Inject EmbeddedServer server;
  @Inject BeanContext context;
  @Inject Companies companies;

  @BeforeAll
  void loadThePool() {
    DemonstrationData.load(context);
  }

  @AfterAll
  void clearThePool() {
    DemonstrationData.clear();
  }

  @Test
  void everyCompanyIsListedWithItsLadderAndItsNextStep() {
    var page = page("/companies?origin=demo&size=200");

    assertThat(page.select(".roster tbody tr")).hasSize(120);
    assertThat(page.select(".roster tbody .tag.demo")).hasSize(120);
    assertThat(page.select(".roster tbody tr:first-child .rungs .unseen").eachText())
        .hasSizeGreaterThan(4)
        .allMatch(words -> words.contains("："));
    assertThat(page.select(".roster td:last-child").eachText()).noneMatch(String::isBlank);
  }

  @ParameterizedTest
  @CsvSource({"held, 持有", "ready, 可报", "one-short, 不满足 1 项", "short, 不满足", "unknown, 待定"})
  void aFilterShowsAsManyAsItsLinkSays(String outcome, String words) {
    var all = page("/companies?title=little-giant");
    var chip = all.select(".chip[href*=outcome=" + outcome + "] em").first();
    var count = chip == null ? "0" : chip.text();

    var page = page("/companies?size=200&title=little-giant&outcome=" + outcome);

    assertThat(page.select(".roster tbody tr")).hasSize(Integer.parseInt(count));
    assertThat(page.select(".roster td:last-child").eachText())
        .isNotEmpty()
        .allMatch(text -> text.contains(words));
  }

  @Test
  void countsOfOutcomesAddUp() {
    var page = page("/companies?title=little-giant");

    var chips = page.select("nav.chips:contains(结论) .chip em").eachText();

    var counts = chips.stream().mapToLong(Long::parseLong).toArray();
    assertThat(counts[0])
        .isEqualTo(List.of(1, 2, 3, 4, 5).stream().mapToLong(i -> counts[i]).sum());
  }

  @Test
  void nearestComeFirst() {
    var page = page("/companies?origin=demo&title=little-giant&outcome=short&sort=distance");

    assertThat(page.select(".roster td:last-child .why").eachText())
        .isNotEmpty()
        .isSortedAccordingTo((a, b) -> Integer.compare(unmet(a), unmet(b)));
  }

  @Test
  void indicatorsAreCountedByWhoLacksThem() {
    var page = page("/companies?title=little-giant");
    var option = page.select("select[name=gap] option").get(1);
    var count = option.text().replaceAll(".*（(\\d+)）", "$1");

    var narrowed = page("/companies?size=200&title=little-giant&gap=" + option.val());

    assertThat(narrowed.select(".roster tbody tr")).hasSize(Integer.parseInt(count));
  }

  @Test
  void aTownMeansEverythingBelowIt() {
    var all = page("/companies");
    var county = all.select("select[name=town] option[value=320682]").text();

    assertThat(county).contains("（" + companies.inRegion("320682").size() + "）");
  }

  @Test
  void findsByPartOfNameInitialsAndCode() {
    var company = demo();
    var code = String.valueOf(company.creditCode());

    assertThat(names("q=" + encoded("轴承"))).isNotEmpty().allMatch(name -> name.contains("轴承"));
    assertThat(names("q=" + company.nameInitials().substring(0, 6))).contains(company.name());
    assertThat(names("q=" + company.nameInitials().substring(2, 7))).contains(company.name());
    assertThat(names("q=" + code.substring(0, 12))).contains(company.name());
    assertThat(names("q=" + code.substring(12))).contains(company.name());
  }

  @Test
  void everyWordOfASearchHasToMatch() {
    var company = demo();
    var name = company.name();
    var initials = company.nameInitials();
    var words =
        name.substring(name.length() - 4) + "　" + initials.substring(0, 5).toLowerCase(ROOT);

    assertThat(names("q=" + encoded(words))).contains(name);
    assertThat(names("q=" + encoded(words + " 不在名称中"))).isEmpty();
  }

  @Test
  void aPageBeyondTheEndLeadsToTheLast() {
    var answer = visitor().get("/companies?origin=demo&page=99");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .isEqualTo("/companies?origin=demo&page=3");
  }

  @Test
  void aSearchThatNamesOneCompanyLeadsToIt() {
    var company = demo();

    for (var words : List.of(company.name(), String.valueOf(company.creditCode()))) {
      var answer = visitor().get("/companies?q=" + encoded(words) + "&on=2026-05-01");

      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(answer.headers().firstValue("Location").orElseThrow())
          .isEqualTo("/companies/" + company.id() + "?on=2026-05-01");
    }
  }

  @Test
  void nothingFoundSaysWhatToDo() {
    var page = page("/companies?q=" + encoded("没有这样的企业"));

    assertThat(page.select(".empty h3").text()).isEqualTo("没有符合条件的企业");
    assertThat(page.select(".empty a").attr("href")).isEqualTo("/companies");
  }

  @ParameterizedTest
  @CsvSource({"outcome=lost", "title=no-such", "track=x", "gap=x", "origin=x", "sort=x", "page=0"})
  void whatCannotBeAskedIsRefused(String query) {
    assertThat(visitor().get("/companies?" + query).statusCode()).isEqualTo(422);
  }

  @Test
  void aFileHoldsTheRowsOfThePageInItsOrder() {
    var query = "title=little-giant&outcome=one-short&sort=-name";
    var shown = page("/companies?size=200&" + query).select(".roster a.opens").eachText();

    var answer = visitor().get("/companies.csv?" + query);

    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
    assertThat(answer.body().lines().skip(1).map(line -> line.split(",", 2)[0]).toList())
        .isEqualTo(shown);
    assertThat(visitor().get("/companies.xlsx?" + query).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("名单直接说出差什么、差多少，缺什么数据")
  void everyLineSaysWhatIsMissingAndByHowMuch() {
    var near = page("/companies?size=200&title=little-giant&outcome=one-short");
    var unknown = page("/companies?size=200&title=little-giant&outcome=unknown&origin=demo");

    assertThat(near.select(".roster td:last-child .why").eachText())
        .isNotEmpty()
        .allMatch(words -> words.matches("不满足 1 项：.+"))
        .anyMatch(words -> words.matches(".*(差|超) [0-9,.]+ .+"));
    assertThat(unknown.select(".roster td:last-child .why").eachText())
        .isNotEmpty()
        .anyMatch(words -> words.matches("缺 \\d+ 项数据：.+"));
  }

  @Test
  void companiesWithoutATownCanBeFound() {
    var option = page("/companies").select("select[name=town] option[value=none]").text();
    var count = Integer.parseInt(option.replaceAll("\\D", ""));

    var narrowed = page("/companies?size=200&town=none");

    assertThat(option).startsWith("未填所在地");
    assertThat(narrowed.select(".roster tbody tr")).hasSize(count);
    assertThat(narrowed.select("select[name=town] option[selected]").val()).isEqualTo("none");
  }

  @Test
  @DisplayName("工作簿写明筛选、判定日期和合计，表头冻结，A4 横向")
  void aWorkbookCanBeReadAndPrintedOnItsOwn() throws IOException {
    var answer =
        visitor()
            .bytes("/companies.xlsx?title=little-giant&origin=demo&on=2026-05-01&sort=distance");

    try (var book = WorkbookFactory.create(new ByteArrayInputStream(answer))) {
      var sheet = book.getSheetAt(0);
      assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("筛选：称号 国家小巨人；来源 示例企业");
      assertThat(sheet.getRow(2).getCell(0).getStringCellValue())
          .startsWith("判定日期 2026-05-01，共 120 家企业：");
      assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
      assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
      assertThat(sheet.getRow(4).getHeightInPoints()).isGreaterThan(20);
      assertThat(sheet.getRow(4).getCell(2).getStringCellValue()).isEqualTo("示例");
      assertThat(IntStream.range(0, 11).map(column -> sheet.getColumnWidth(column) / 256))
          .allMatch(width -> width <= 44);
    }
  }

  private static int unmet(String words) {
    return Integer.parseInt(words.replaceAll("\\D*(\\d+).*", "$1"));
  }

  private List<String> names(String query) {
    return page("/companies?size=200&" + query).select(".roster a.opens").eachText();
  }

  private Company demo() {
    return companies.inRegion("320682").stream().filter(Company::demo).findFirst().orElseThrow();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Document page(String path) {
    return visitor().page(path);
  }

  private Visitor visitor() {
    return Visitor.at(server.getURI());
  }
}
