package seedbed.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Scope;
import seedbed.criteria.Titles;
import seedbed.signin.Door;

/// What a round publishes, as a page and as files.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("动态管理的公布名单")
final class PublicationIT {

  @Inject ReviewCounties counties;
  @Inject ReviewPeople people;
  @Inject Door door;
  @Inject PublicationFiles files;
  @Inject Titles titles;

  private County county;

  @BeforeEach
  void settle() {
    county = counties.settle();
  }

  @Test
  @DisplayName("Excel 随时可以导出，Word 办结以后才有")
  void filesComeWithTheRound() {
    long round = county.opened();

    assertThat(door.page("/reviews/" + round + "/list.xlsx", county.office).code()).isEqualTo(200);
    assertThat(door.page("/reviews/" + round + "/list.docx", county.office).code()).isEqualTo(409);
    assertThat(door.page("/reviews/" + round + "/list.xlsx", people.owner(county.first)).code())
        .isEqualTo(403);
  }

  @Test
  @DisplayName("Excel 逐格与名单一致")
  void everyCellOfTheWorkbookIsWhatTheRoundSays() throws IOException {
    long last = county.opened(county.wish(county.yesterday().getYear() - 1));
    county.keepBoth(last);
    county.closed(last, county.yesterday());
    long round = county.opened();
    String own = "/review-members/" + county.member(round, county.first);
    people.act(
        county.township, own, own + "/opinion", Map.of("opinion", "rectify", "note", "=研发投入不足"));
    String until = people.today().plusDays(40).toString();
    county.decide(
        county.member(round, county.first),
        Map.of("decision", "rectify", "rectifyUntil", until, "reason", "补齐研发投入"));
    county.decide(
        county.member(round, county.second),
        Map.of(
            "decision",
            "recommend",
            "upward",
            county.row(round, county.second).nextTitle(),
            "reason",
            "成长较快"));
    county.closed(round);
    Round closed = county.round(round);

    List<List<String>> cells = cells(files.workbook(closed, new Scope.Whole()));

    assertThat(cells.get(0).getFirst())
        .isEqualTo("如皋市专精特新“小巨人”企业培育库" + closed.aboutYear() + "年度动态管理结果");
    assertThat(cells.get(1).getFirst())
        .isEqualTo(
            "核实%s，数据截止 %s，自 %s 起生效；试验公告1号，档案编号 %s。"
                .formatted(county.code, closed.asOf(), people.today(), closed.archiveNumber()));
    assertThat(cells.get(2).getFirst()).isEqualTo("与上一轮比较：新入库 0 家，已不在库 0 家；留库判定好转 0 家，退步 0 家。");
    assertThat(cells.get(3))
        .containsExactly(
            "序号",
            "企业名称",
            "统一社会信用代码",
            "示例",
            "所在",
            "留库判定",
            "主要差距或所缺数据",
            "上一级",
            "上一级判定",
            "上一轮留库判定",
            "上一轮决定",
            "镇（街道）意见",
            "意见说明",
            "决定",
            "推荐申报或整改期限",
            "理由");
    var first = county.row(round, county.first);
    var second = county.row(round, county.second);
    String above = titles.get(String.valueOf(second.nextTitle())).shortLabel();
    assertThat(cells.subList(4, cells.size()))
        .containsExactly(
            List.of(
                "1",
                county.second.name(),
                "",
                "",
                "核实" + county.code + "002",
                "待定",
                String.valueOf(second.stayWords()),
                above,
                "待定",
                "待定",
                "保留",
                "",
                "",
                "推荐上一级",
                above,
                "成长较快"),
            List.of(
                "2",
                county.first.name(),
                "",
                "",
                "核实" + county.code + "001",
                "待定",
                String.valueOf(first.stayWords()),
                above,
                "待定",
                "待定",
                "保留",
                "限期整改",
                "=研发投入不足",
                "限期整改",
                until,
                "补齐研发投入"));
  }

  private static List<List<String>> cells(byte[] workbook) throws IOException {
    var formatter = new DataFormatter();
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      List<List<String>> cells = new ArrayList<>();
      for (Row row : book.getSheetAt(0)) {
        List<String> line = new ArrayList<>();
        row.forEach(cell -> line.add(formatter.formatCellValue(cell)));
        cells.add(line);
      }
      return cells;
    }
  }

  @Test
  @DisplayName("办结以后的 Excel 以办结时刻为准，何时导出都一字节不差")
  void theWorkbookOfAClosedRoundCarriesTheMomentOfItsClosing() throws IOException {
    long round = county.opened();
    county.keepBoth(round);
    county.closed(round);
    Round closed = county.round(round);

    byte[] workbook = files.workbook(closed, new Scope.Whole());

    Instant closedAt = Objects.requireNonNull(closed.closedAt());
    // An archive counts by two seconds.
    LocalDateTime closing = LocalDateTime.ofInstant(closedAt, ZoneOffset.UTC);
    try (var entries = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        assertThat(entry.getTimeLocal())
            .as(entry.getName())
            .isBetween(closing.minusSeconds(2), closing);
      }
    }
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      var properties = book.getProperties().getCoreProperties();
      assertThat(List.of(properties.getCreated().toInstant(), properties.getModified().toInstant()))
          .containsOnly(closedAt.truncatedTo(ChronoUnit.SECONDS));
    }
    assertThat(files.workbook(closed, new Scope.Whole())).isEqualTo(workbook);
  }

  @Test
  @DisplayName("名单分页查看，供打印的一次列全")
  void aListForPaperHoldsEverybody() {
    long round = county.opened();
    county.keepBoth(round);
    county.closed(round);
    String list = "/reviews/" + round + "/list";

    var page = door.page(list + "?size=1", county.office).page();
    String whole = page.select("a:contains(全部列出)").attr("href");

    assertThat(page.select("tbody th a[href^=/review-members/]")).hasSize(1);
    assertThat(page.select(".print-only").text()).contains("第 1 页");
    assertThat(door.page(whole, county.office).page().select("tbody th a[href^=/review-members/]"))
        .hasSize(2);
  }

  @Test
  @DisplayName("与上一轮比较分页查看，供打印的一次列全")
  void aComparisonForPaperHoldsEverybodyToo() {
    long last = county.opened(county.wish(county.yesterday().getYear() - 1));
    county.keepBoth(last);
    county.closed(last, county.yesterday());
    long round = county.opened();
    for (var company : List.of(county.first, county.second)) {
      county.decide(
          county.member(round, company),
          Map.of(
              "decision",
              "rectify",
              "rectifyUntil",
              people.today().plusDays(40).toString(),
              "reason",
              "补齐研发投入"));
    }
    String comparison = "/reviews/" + round + "/comparison";

    var page = door.page(comparison + "?size=1", county.office).page();
    String whole = page.select("a:contains(全部列出)").attr("href");

    assertThat(page.select("tbody th a[href^=/review-members/]")).hasSize(1);
    assertThat(page.select(".print-only").text()).contains("没有列出全部企业");
    var all = door.page(whole, county.office).page();
    assertThat(all.select("tbody th a[href^=/review-members/]")).hasSize(2);
    assertThat(all.select(".print-only, .pager")).isEmpty();
  }
}
