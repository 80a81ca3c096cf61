package seedbed.reward;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.access.Scope;
import seedbed.archive.GivenDocuments;
import seedbed.company.Company;
import seedbed.company.Known;
import seedbed.criteria.Level;
import seedbed.evidence.Postman;
import seedbed.portfolio.LeaderPeople;
import seedbed.portfolio.LeaderPeople.Person;
import seedbed.signin.Door;

/// What the office enters, who reads it, and what becomes of an entry.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("奖励兑现")
final class RewardsIT {

  @Inject LeaderPeople people;
  @Inject RewardCasework casework;
  @Inject VisibleRewards visible;
  @Inject GivenDocuments documents;
  @Inject Postman postman;
  @Inject Door door;

  private Person office;
  private Company company;
  private LocalDate today;

  @BeforeEach
  void settle() {
    people.settle();
    today = people.today();
    office = people.person(Role.OFFICE, LeaderPeople.COUNTY, "培育办");
    company = people.company("受奖", LeaderPeople.TOWN);
  }

  private Map<String, String> form(String due, String granted) {
    Map<String, String> form = new HashMap<>();
    form.put("company", company.name());
    form.put("year", "" + today.getYear());
    form.put("item", "首超奖");
    form.put("level", "municipal");
    form.put("document", "激励意见");
    form.put("number", "试办〔2026〕7号");
    form.put("due", due);
    form.put("granted", granted);
    form.put("decidedOn", today.toString());
    return form;
  }

  private Door.Answer send(Map<String, String> form) {
    return people.send(office, "/rewards/new", "/rewards", form);
  }

  private String entered(Map<String, String> form) {
    Door.Answer answer = send(form);
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
    return answer.location().replaceFirst("^https?://[^/]+", "");
  }

  private Document page(String path, Person reader) {
    return door.page(path, reader.session()).page();
  }

  private String list(Person reader) {
    return page("/rewards?company=" + company.id(), reader).select("main").text();
  }

  private Grant grant(@Nullable String due, @Nullable String granted, LocalDate on) {
    return new Grant(
        on.getYear(),
        "技改奖励",
        Level.PROVINCIAL,
        "激励意见",
        null,
        due == null ? null : new BigDecimal(due),
        granted == null ? null : new BigDecimal(granted),
        "试验",
        on,
        null,
        null,
        null);
  }

  @Test
  @DisplayName("培育办登记，企业、镇和挂钩领导看到，别的镇、别家企业看不到")
  void whoMaySeeItSeesIt() {
    Person leader = people.person(Role.LEADER, LeaderPeople.COUNTY, "王领导");
    people.link(leader, company);
    Map<String, String> form = form("6", "4.8");
    form.put("reason", "无产学研，按80%兑现");

    String path = entered(form);

    for (Person reader :
        List.of(
            office,
            leader,
            people.owner(company),
            people.person(Role.TOWNSHIP, LeaderPeople.TOWN, "镇"))) {
      assertThat(page(path, reader).select("main").text())
          .contains("首超奖", "未到位", "6.00", "4.80", "无产学研，按80%兑现", "试办〔2026〕7号");
    }
    Company other = people.company("别家", LeaderPeople.TOWN);
    for (Person stranger :
        List.of(
            people.owner(other),
            people.person(Role.TOWNSHIP, LeaderPeople.OTHER_TOWN, "别镇"),
            people.person(Role.LEADER, LeaderPeople.COUNTY, "李领导"))) {
      assertThat(door.page(path, stranger.session()).code()).isEqualTo(404);
      assertThat(page("/rewards", stranger).select("main").text()).doesNotContain(company.name());
    }
  }

  @Test
  @DisplayName("填得不对的逐栏说明，已填的还在，什么都没登记")
  void whatIsWrongIsSaidFieldByField() {
    Map<String, String> form = form("6", "4.8");
    form.put("paidOn", today.plusDays(1).toString());

    Door.Answer answer = send(form);

    assertThat(answer.code()).isEqualTo(422);
    assertThat(answer.page().select("#reason-problem").text()).contains("没有写明原因");
    assertThat(answer.page().select("#paidOn-problem").text()).contains("晚于今天");
    assertThat(answer.page().select("#item").attr("value")).isEqualTo("首超奖");
    assertThat(list(office)).contains("没有符合条件的奖励");
  }

  @Test
  @DisplayName("企业、档案编号和其他栏都不对的，一次说全")
  void everythingThatIsWrongIsSaidAtOnce() {
    Map<String, String> form = form("6", "6");
    form.put("company", "没有这家企业");
    form.put("archived", "发文档〔2020〕9号");
    form.put("level", "");

    Door.Answer answer = send(form);

    assertThat(answer.code()).isEqualTo(422);
    assertThat(answer.page().select(".errors a").eachAttr("href"))
        .containsExactly("#company", "#level", "#archived");
  }

  @Test
  @DisplayName("不大可能的金额要勾选已核对才登记")
  void whatIsHardlyMeantSoIsEnteredOnceItWasLookedAt() {
    Map<String, String> form = form("6", "6");
    form.put("item", "大额" + company.id());
    entered(form);
    form.put("due", "60");
    form.put("granted", "60");
    form.put("document", "另一份意见");

    Door.Answer asked = send(form);

    assertThat(asked.code()).isEqualTo(422);
    assertThat(asked.page().select(".errors a").eachAttr("href"))
        .containsExactly("#due", "#granted", "#aware");
    assertThat(asked.page().select("#granted-problem").text()).contains("6.00 万元", "10 倍以上");
    form.put("aware", "yes");
    entered(form);
    assertThat(list(office)).contains("2 项。应奖 66.00 万元");
  }

  @Test
  @DisplayName("作废的不作比较")
  void whatWasVoidedIsNoMeasure() {
    String item = "作废不比" + company.id();
    Map<String, String> form = form("1", "1");
    form.put("item", item);
    String wrong = entered(form);
    people.send(office, wrong, wrong + "/voidance", Map.of("reason", "少录一位"));
    form.put("due", "10");
    form.put("granted", "10");

    entered(form);

    assertThat(list(office)).contains("1 项。应奖 10.00 万元");
  }

  @Test
  @DisplayName("一列金额的小数点对齐，不四舍五入")
  void thePointsOfAColumnStandBelowEachOther() {
    casework.enter(company.id(), grant("12.365", "12.365", today), today, "试");
    casework.enter(company.id(), grant("20", "20", today), today, "试");

    assertThat(
            page("/rewards?company=" + company.id(), office)
                .select("td[data-label^=应奖]")
                .eachText())
        .containsExactly("20.000", "12.365", "32.365");
  }

  @Test
  @DisplayName("读不懂的筛选条件说明是哪一项")
  void aFilterThatNobodyCanReadIsNamed() {
    assertThat(page("/rewards?year=abc", office).text()).contains("年度“abc”不是四位数字");
    assertThat(page("/rewards?company=abc", office).text()).contains("没有编号为“abc”的企业");
  }

  @Test
  @DisplayName("金额不明的不当作零：合计说明有几项不明")
  void whatIsUnknownIsNoZero() {
    entered(form("", ""));
    Map<String, String> other = form("6", "6");
    other.put("item", "技改奖励");
    entered(other);
    Map<String, String> honour = form("0", "0");
    honour.put("item", "先进企业");
    entered(honour);

    assertThat(list(office)).contains("3 项。应奖 6.00 万元（另有 1 项金额不明，未计入）", "只表彰", "不明");
    VisibleRewards.Sums sums =
        visible.sums(VisibleRewards.Query.of(company.id()), new Known(new Scope.Whole(), today));
    assertThat(sums.due()).isEqualByComparingTo("6");
    assertThat(sums.dueUnknown()).isEqualTo(1);
    assertThat(sums.grantedUnknown()).isEqualTo(1);
    assertThat(sums.paidUnknown()).isZero();
  }

  @Test
  @DisplayName("有误的作废：写明原因，两条都留着，合计不算作废的")
  void aWrongEntryIsVoidedAndEnteredAnew() {
    String path = entered(form("1", "1"));
    Door.Answer without = people.send(office, path, path + "/voidance", Map.of("reason", " "));
    assertThat(without.code()).isEqualTo(422);

    people.send(office, path, path + "/voidance", Map.of("reason", "金额少录一位"));
    entered(form("10", "10"));

    assertThat(page(path, office).select("main").text()).contains("✕ 作废", "金额少录一位");
    assertThat(list(office)).contains("1 项。应奖 10.00 万元", "已作废 1");
    assertThat(page("/rewards?state=voided&company=" + company.id(), office).select("tbody").text())
        .contains("1.00", "金额少录一位");
    Person second = people.person(Role.OFFICE, LeaderPeople.COUNTY, "同事");
    assertThat(
            people.send(second, "/rewards/new", path + "/voidance", Map.of("reason", "再作废")).code())
        .isEqualTo(409);
  }

  @Test
  @DisplayName("同一企业、年度、项目和文件再登记要确认")
  void theSameOnceMoreIsAskedAbout() {
    entered(form("6", "6"));

    Door.Answer again = send(form("6", "6"));
    assertThat(again.code()).isEqualTo(422);
    assertThat(again.page().select("#again")).hasSize(1);
    assertThat(page(again.page().select("form.card a[target]").attr("href"), office).text())
        .contains(company.name(), "首超奖");

    Map<String, String> meant = form("6", "6");
    meant.put("again", "yes");
    entered(meant);
    assertThat(list(office)).contains("2 项。应奖 12.00 万元");
  }

  @Test
  @DisplayName("决定在档案里的，写编号就连到档案；编号不对的不收")
  void aDecisionIsCitedByItsNumber() {
    long document = documents.of(LeaderPeople.COUNTY, company.id());
    String number =
        page("/archive/" + document, office).select("h1").text().replaceFirst(" .*", "");
    Map<String, String> form = form("6", "6");
    form.put("archived", number.replace('〔', '[').replace('〕', ']'));

    String path = entered(form);

    assertThat(page(path, office).select("a[href=/archive/" + document + "]").text())
        .isEqualTo(number);
    assertThat(page(path, people.owner(company)).select("main").text()).contains(number);
    assertThat(page(path, people.owner(company)).select("a[href^=/archive/]")).isEmpty();
    form.put("archived", "收文档〔1999〕1号");
    form.put("item", "另一项");
    assertThat(send(form).page().select("#archived-problem").text()).contains("没有编号为");
  }

  @Test
  @DisplayName("回看过去的一天：只有那天已登记、未作废、已到位的")
  void aPastDayShowsWhatWasEnteredByThen() {
    LocalDate decided = today.minusDays(100);
    long early = casework.enter(company.id(), grant("8", "8", decided), today.minusDays(90), "试");
    casework.pay(early, today.minusDays(50), new BigDecimal("3"), "首期", "试");
    casework.voidEntry(early, today.minusDays(20), "重复", "试");
    long late = casework.enter(company.id(), grant("9", "9", decided), today.minusDays(10), "试");

    assertThat(standing(early, today.minusDays(91))).isNull();
    assertThat(standing(early, today.minusDays(90))).isEqualTo(Standing.UNPAID);
    assertThat(standing(early, today.minusDays(50))).isEqualTo(Standing.PARTLY);
    assertThat(standing(early, today.minusDays(21))).isEqualTo(Standing.PARTLY);
    assertThat(standing(early, today.minusDays(20))).isEqualTo(Standing.VOIDED);
    assertThat(standing(late, today.minusDays(11))).isNull();
    assertThat(standing(late, today)).isEqualTo(Standing.UNPAID);
    assertThat(dossier(today.minusDays(91))).contains("当日没有登记奖励");
    assertThat(dossier(today.minusDays(30))).contains("技改奖励", "8.00", "部分到位");
    assertThat(dossier(today.minusDays(15))).contains("当日没有登记奖励");
    assertThat(dossier(today)).contains("9.00", "未到位").doesNotContain("8.00");
  }

  private @Nullable Standing standing(long id, LocalDate day) {
    return visible
        .find(id, new Known(new Scope.Whole(), day))
        .map(VisibleRewards.Row::standing)
        .orElse(null);
  }

  private String dossier(LocalDate day) {
    return page("/companies/" + company.id() + "/dossier?on=" + day, office)
        .select("#rewards")
        .text();
  }

  @Test
  @DisplayName("筛选、翻页，导出的就是所列的")
  void theFileHasWhatTheListShows() throws IOException {
    for (int year = today.getYear() - 2; year <= today.getYear(); year++) {
      casework.enter(
          company.id(), grant("7", "7", LocalDate.of(year, 1, 1)), LocalDate.of(year, 1, 1), "试");
    }
    String filter = "?company=" + company.id() + "&year=" + (today.getYear() - 1);

    assertThat(page("/rewards" + filter, office).select("tbody tr")).hasSize(1);
    assertThat(page("/rewards?size=20&page=9&company=" + company.id(), office).select("tbody tr"))
        .isEmpty();
    byte[] file = postman.fetch("/rewards.xlsx" + filter, office.session()).body();
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      var sheet = workbook.getSheetAt(0);
      assertThat(sheet.getRow(1).getCell(0).getStringCellValue())
          .contains(company.name(), (today.getYear() - 1) + " 年度");
      var row = sheet.getRow(sheet.getLastRowNum() - 1);
      assertThat(row.getCell(0).getStringCellValue()).isEqualTo(company.name());
      assertThat(row.getCell(4).getNumericCellValue()).isEqualTo(today.getYear() - 1.0);
      assertThat(row.getCell(8).getNumericCellValue()).isEqualTo(7.0);
      assertThat(row.getCell(12).getNumericCellValue()).isZero();
      var total = sheet.getRow(sheet.getLastRowNum());
      assertThat(total.getCell(0).getStringCellValue()).isEqualTo("合计");
      assertThat(total.getCell(8).getNumericCellValue()).isEqualTo(7.0);
    }
  }

  @Test
  @DisplayName("导出与页面一样：只表彰的没有到位一说，作废的写明原因")
  void theFileSaysWhatThePageSays() throws IOException {
    casework.enter(company.id(), grant("0", "0", today), today, "试");
    long wrong = casework.enter(company.id(), grant("7", "7", today), today, "试");
    casework.voidEntry(wrong, today, "录错", "试");

    assertThat(lastRow("")).contains("—", "只表彰");
    assertThat(lastRow("&state=voided")).contains("—", "已作废", "作废原因：录错");
  }

  private List<String> lastRow(String filter) throws IOException {
    byte[] file =
        postman.fetch("/rewards.xlsx?company=" + company.id() + filter, office.session()).body();
    List<String> words = new ArrayList<>();
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      var sheet = workbook.getSheetAt(0);
      sheet.getRow(sheet.getLastRowNum() - 1).forEach(cell -> words.add(cell.toString()));
    }
    return words;
  }
}
