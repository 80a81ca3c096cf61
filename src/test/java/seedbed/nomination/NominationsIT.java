package seedbed.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permission;
import seedbed.access.Reach;
import seedbed.access.Role;
import seedbed.access.Scope;
import seedbed.company.Company;
import seedbed.evidence.Postman;
import seedbed.signin.Door;

/// Plans over HTTP: who sees and keeps them, their history, and what came of them.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("申报计划")
final class NominationsIT {

  @Inject PlanPeople people;
  @Inject Door door;
  @Inject Postman postman;
  @Inject Nominations nominations;
  @Inject Survey survey;
  @Inject Steps steps;
  @Inject NominationCasework casework;
  @Inject PlanReading reading;
  @Inject PlanFiles files;

  @BeforeEach
  void settle() {
    people.settle();
  }

  @Test
  @DisplayName("培育办建立计划、列入企业，核对结果随即列出")
  void theOfficeMakesAPlanAndTheCheckAnswers() {
    Company company = people.company(PlanPeople.TOWN);
    String office = people.office();
    String token = door.page("/nomination-plans/new", office).formToken();
    int year = people.year();

    var opened =
        door.form(
            "/nomination-plans",
            office,
            Map.of(
                "csrfToken", token,
                "name", "三年计划" + System.nanoTime(),
                "fromYear", "" + year,
                "toYear", "" + (year + 2)));
    assertThat(opened.code()).isEqualTo(303);
    String plan = opened.location().replaceFirst(".*plan=", "");
    var entered =
        door.form(
            "/nominations",
            office,
            Map.of(
                "csrfToken",
                token,
                "plan",
                plan,
                "year",
                "" + (year + 1),
                "title",
                "little-giant",
                "company",
                company.name()));

    assertThat(entered.code()).as(entered.body()).isEqualTo(303);
    var page = door.page("/nominations?plan=" + plan, office).page();
    assertThat(page.select(".planned").text()).contains(company.name(), "国家专精特新“小巨人”企业", "缺前置");
    assertThat(page.select("#todo tbody tr").text())
        .contains(company.name(), "专精特新", "工信部企业〔2026〕2号");
  }

  @Test
  @DisplayName("粘贴名单：有一行不对就全部不列入，逐行说明")
  void aPastedListIsTakenWholeOrNotAtAll() {
    Company first = people.company(PlanPeople.TOWN);
    Company second = people.company(PlanPeople.OTHER_TOWN);
    long plan = people.plan();
    String office = people.office();
    int year = people.year();
    String good = year + "\t专精特新\t" + first.name();

    var refused =
        list(office, plan, good + "\n1999,专精特新," + second.name() + "\n" + year + ",巨无霸,没有这家");
    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select(".errors").text())
        .contains("有 2 处需要改正", "第 2 行", "第 3 行", "巨无霸");
    assertThat(refused.page().select("#lines").text()).as("what was typed").contains("巨无霸");
    assertThat(table(office, plan)).doesNotContain(first.name());

    var taken = list(office, plan, good + "\n" + (year + 1) + "，国家小巨人，" + second.name());

    assertThat(taken.code()).as(taken.body()).isEqualTo(303);
    assertThat(table(office, plan)).contains(first.name(), second.name());
    assertThat(list(office, plan, good).body()).contains("不能再列");
  }

  @Test
  @DisplayName("改列、申报、调出都有记录，调出的不删除")
  void movingAndDroppingLeaveTheirLines() {
    Company company = people.company(PlanPeople.TOWN);
    long plan = people.plan();
    int year = people.year();
    long entry = people.entry(plan, year, "specialised-sme", company);
    String office = people.office();

    people.act(office, entry, "year", Map.of("year", "" + (year + 1), "reason", "推迟一年"));
    people.act(office, entry, "year", Map.of("year", "" + year, "reason", "提前"));
    people.act(office, entry, "application", applied());
    assertThat(
            people
                .send(office, entry, "year", Map.of("year", "" + (year + 1), "reason", "改回"))
                .body())
        .as("what was applied for stays in its year")
        .contains("已经申报，不能改列");
    people.act(office, entry, "removal", Map.of("dropReason", "企业迁出", "letter", "keep"));

    var page = door.page("/nominations/" + entry, office).page();
    assertThat(page.select("tbody tr th + td").eachText())
        .map(text -> text.replaceFirst(" .*", ""))
        .containsExactly("调出", "已申报", "改列年度", "改列年度", "列入");
    assertThat(page.text()).contains(year + "年改列" + (year + 1) + "年：推迟一年", "企业迁出");
    assertThat(page.select("form[action$=removal]")).isEmpty();
    assertThat(door.page("/nominations?plan=" + plan, office).page().text())
        .contains("已调出", company.name(), "企业迁出");
    assertThat(people.send(office, entry, "year", Map.of("year", "" + year)).code()).isEqualTo(409);
  }

  @Test
  @DisplayName("登记已申报：日期要在计划年度；自动编档案号，从档案可以回到这一项")
  void anApplicationIsOfItsYearAndGetsANumber() {
    Company company = people.company(PlanPeople.TOWN);
    long plan = people.plan();
    int year = people.year();
    long entry = people.entry(plan, year, "specialised-sme", company);
    String office = people.office();

    var early =
        people.send(
            office,
            entry,
            "application",
            Map.of("happenedOn", (year - 1) + "-12-20", "note", "先报"));
    people.act(office, entry, "application", applied());

    assertThat(early.code()).isEqualTo(422);
    assertThat(early.page().select("#happenedOn-problem").text()).contains("申报日期应在" + year + "年");
    var page = door.page("/nominations/" + entry, office).page();
    assertThat(page.select(".facts").text()).contains("推荐档〔" + year + "〕");
    String township = people.township(PlanPeople.TOWN);
    for (String reader : List.of(office, township)) {
      var register = door.page("/archive?q=" + company.name(), reader).page();
      String document = register.select("tbody th a").attr("href");
      assertThat(door.page(document, reader).page().select(".acts a").attr("href"))
          .isEqualTo("/nominations/" + entry);
    }
  }

  @Test
  @DisplayName("以前在别的年度登记的申报，不算这一年已申报")
  void anApplicationOfAnotherYearDoesNotCount() {
    Company company = people.company(PlanPeople.TOWN);
    int year = people.year();
    long entry = people.entry(people.plan(), year, "specialised-sme", company);
    steps.save(
        new Step(
            0, entry, Move.APPLIED, year, null, people.today().minusYears(1), Instant.now(), "试验"));

    assertThat(survey.company(company.id(), new Scope.Single(company.id())))
        .singleElement()
        .satisfies(each -> assertThat(each.applied()).isNull());
  }

  @Test
  @DisplayName("回看某日：当日在列的、当日的年度和当日知道的结果")
  void aPastDayHasThePlanOfThatDay() {
    Company company = people.company(PlanPeople.TOWN);
    int year = people.year();
    Scope scope = new Scope.Single(company.id());
    var today = people.today();
    long entry =
        casework
            .enter(
                people.plan(),
                List.of(new NominationCasework.Wish(year, "specialised-sme", company.id(), null)),
                today.minusDays(30),
                "试验")
            .getFirst();
    assertThat(nominations.of(company.id(), scope, today.minusDays(31))).isEmpty();

    String office = people.office();
    people.act(office, entry, "year", Map.of("year", "" + (year + 1), "reason", "推迟一年"));
    people.act(office, entry, "removal", Map.of("dropReason", "不报了"));

    assertThat(nominations.of(company.id(), scope, today)).isEmpty();
    assertThat(nominations.of(company.id(), scope, today.minusDays(1)))
        .singleElement()
        .satisfies(line -> assertThat(line.year()).isEqualTo(year));
  }

  @Test
  @DisplayName("年度已过的不能改列：没有取得的留在当年，不能往后挪")
  void theFailuresOfAYearStayInIt() {
    Company company = people.company(PlanPeople.TOWN);
    int year = people.year();
    long entry = people.entry(people.plan(), year - 1, "specialised-sme", company);
    String office = people.office();

    var refused = people.send(office, entry, "year", Map.of("year", "" + year, "reason", "今年再报"));

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.body()).contains((year - 1) + "年已经结束");
    assertThat(door.page("/nominations/" + entry, office).page().select("form[action$=year]"))
        .isEmpty();
  }

  @Test
  @DisplayName("设区市看县的计划：只算本县的认定；镇导出的是节选，没有落款")
  void aPlanIsHeldAgainstItsOwnRegion() throws IOException {
    Company ours = people.company(PlanPeople.TOWN);
    Company theirs = people.company(PlanPeople.SISTER_TOWN);
    long plan = people.plan();
    int year = people.year();
    people.entry(plan, year, "specialised-sme", ours);
    people.won(theirs, "specialised-sme", LocalDate.of(year, 1, 2));

    String results = door.page("/nominations?plan=" + plan, people.prefecture()).body();
    assertThat(results).contains("计划与结果").doesNotContain(theirs.name());

    assertThat(words(plan, PlanPeople.COUNTY)).contains("发展和改革委员会").doesNotContain("节选");
    assertThat(words(plan, PlanPeople.TOWN)).contains("节选", "供工作使用").doesNotContain("发展和改革委员会");
  }

  @Test
  void whatIsWrongIsSaidAtItsField() {
    Company company = people.company(PlanPeople.TOWN);
    long plan = people.plan();
    int year = people.year();
    long entry = people.entry(plan, year, "specialised-sme", company);
    String office = people.office();

    assertThat(people.send(office, entry, "removal", Map.of()).page().select("#dropReason-problem"))
        .extracting(element -> element.text())
        .containsExactly("请写明调出的理由。");
    assertThat(
            people
                .send(office, entry, "year", Map.of("year", "2035", "reason", "以后再说"))
                .page()
                .select("#year-problem")
                .text())
        .contains("没有2035年");
    assertThat(
            people
                .send(
                    office,
                    entry,
                    "application",
                    Map.of("happenedOn", people.today().plusDays(1).toString()))
                .code())
        .isEqualTo(422);
  }

  @Test
  @DisplayName("两人同时改一项：后一人被告知已有改动")
  void theSecondOfTwoIsTold() {
    Company company = people.company(PlanPeople.TOWN);
    long plan = people.plan();
    int year = people.year();
    long entry = people.entry(plan, year, "specialised-sme", company);
    String office = people.office();
    String seen =
        door.page("/nominations/" + entry, office).page().select("[name=version]").attr("value");
    people.act(office, entry, "year", Map.of("year", "" + (year + 1), "reason", "先改"));

    var late = people.send(office, entry, "removal", Map.of("version", seen, "dropReason", "后来的人"));

    assertThat(late.code()).isEqualTo(409);
    assertThat(late.page().select(".kept textarea").text()).isEqualTo("后来的人");
    assertThat(late.page().select(".failure a.first").attr("href"))
        .isEqualTo("/nominations/" + entry);
    assertThat(door.page("/nominations/" + entry, office).body()).doesNotContain("后来的人");
  }

  @Test
  @DisplayName("镇（街道）只看本镇企业，企业只看自己，都不能改")
  void everybodySeesTheirOwn() {
    Company mine = people.company(PlanPeople.TOWN);
    Company theirs = people.company(PlanPeople.OTHER_TOWN);
    long plan = people.plan();
    long own = people.entry(plan, people.year(), "specialised-sme", mine);
    long other = people.entry(plan, people.year(), "specialised-sme", theirs);
    String town = people.township(PlanPeople.TOWN);
    String owner = people.owner(mine);

    for (String session : List.of(town, owner)) {
      assertThat(table(session, plan)).contains(mine.name()).doesNotContain(theirs.name());
      assertThat(door.page("/nominations/" + own, session).code()).isEqualTo(200);
      assertThat(door.page("/nominations/" + other, session).code()).isEqualTo(404);
      assertThat(people.send(session, own, "removal", Map.of("dropReason", "试")).code())
          .isEqualTo(403);
      assertThat(door.page("/nominations?plan=" + plan, session).page().text())
          .as("totals of the region")
          .doesNotContain("计划与结果");
    }
    assertThat(door.page("/nominations.xlsx?plan=" + plan, town).code()).isEqualTo(200);
    assertThat(door.page("/nominations.xlsx?plan=" + plan, owner).code()).isEqualTo(403);
  }

  @Test
  @DisplayName("计划与结果：计划内认定、未认定、计划外认定分别列出")
  void theResultsOfAYearAreToldApart() {
    int last = people.year() - 1;
    Company winner = people.company(PlanPeople.TOWN);
    Company loser = people.company(PlanPeople.TOWN);
    Company surprise = people.company(PlanPeople.TOWN);
    long plan = people.plan();
    people.entry(plan, last, "champion-product", winner);
    people.entry(plan, last, "champion-product", loser);
    people.won(winner, "champion-product", LocalDate.of(last, 10, 1));
    people.won(surprise, "champion-product", LocalDate.of(last, 11, 1));

    var row =
        reading.page(plan, PlanQuery.of(null, null, null), permission()).outcomes().stream()
            .filter(each -> each.year() == last && each.label().equals("制造业单项冠军产品"))
            .findFirst()
            .orElseThrow();

    assertThat(row.planned()).isEqualTo(2);
    assertThat(row.hit()).isEqualTo(1);
    assertThat(row.missed()).isEqualTo(1);
    assertThat(row.besides())
        .extracting(PlanPage.Besides::company)
        .contains(surprise.name())
        .doesNotContain(winner.name());
    assertThat(row.standing()).as("no target of the region").isNull();
  }

  @Test
  @DisplayName("Excel 一项一行，Word 有与附件一样的表")
  void bothFilesHaveThePlan() throws IOException, InvalidFormatException {
    Company company = people.company(PlanPeople.TOWN);
    Company gone = people.company(PlanPeople.TOWN);
    long plan = people.plan();
    int year = people.year();
    people.entry(plan, year + 1, "little-giant", company);
    long dropped = people.entry(plan, year, "champion", gone);
    people.act(people.office(), dropped, "removal", Map.of("dropReason", "停产"));
    Plan found = reading.find(plan, permission()).orElseThrow();

    byte[] workbook = files.workbook(found, permission());
    byte[] document = files.document(found, permission());

    try (var sheet = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      StringBuilder text = new StringBuilder();
      sheet.getSheetAt(0).forEach(row -> row.forEach(cell -> text.append(cell).append('|')));
      assertThat(text.toString()).contains(company.name(), "缺前置", gone.name(), "停产", "已调出");
    }
    try (var word = new XWPFDocument(new ByteArrayInputStream(document))) {
      XWPFTable annex = word.getTables().getFirst();
      assertThat(annex.getRow(0).getTableCells())
          .extracting(cell -> cell.getText())
          .containsExactly("序号", "项目名称", (year - 1) + "年", year + "年", (year + 1) + "年");
      assertThat(annex.getRow(1).getTableCells())
          .extracting(cell -> cell.getText())
          .containsExactly("1", "国家专精特新“小巨人”企业", "", "", company.name());
      assertThat(annex.getText()).doesNotContain(gone.name());
    }
  }

  @Test
  @DisplayName("别的页面可以引用一家企业的申报安排")
  void pagesAboutACompanyCanAsk() {
    Company company = people.company(PlanPeople.TOWN);
    long plan = people.plan();
    people.entry(plan, people.year(), "specialised-sme", company);

    assertThat(nominations.of(company.id(), new Scope.Region(PlanPeople.COUNTY), people.today()))
        .singleElement()
        .satisfies(line -> {
          assertThat(line.year()).isEqualTo(people.year());
          assertThat(line.title()).isEqualTo("专精特新");
          assertThat(line.state()).isEqualTo("缺前置");
        });
    assertThat(nominations.of(company.id(), new Scope.Region("999999"), people.today())).isEmpty();
  }

  @Test
  @DisplayName("上传的表格与粘贴的名单同样核对；导出的表可以直接上传，有错的行按原行号指出并可就地改正")
  void aFileIsCheckedAsAPastedListIs() throws IOException {
    Company company = people.company(PlanPeople.TOWN);
    long plan = people.plan();
    String office = people.office();
    int year = people.year();

    var wrong = upload(office, plan, table(year, company.name(), "查无此企业"));
    var page = Jsoup.parse(new String(wrong.body(), StandardCharsets.UTF_8));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(page.select("#errors").text()).contains("第 4 行", "查无此企业");
    assertThat(page.expectFirst("#lines").wholeText()).contains(company.name(), "查无此企业");
    assertThat(table(office, plan)).doesNotContain(company.name());

    var entered = upload(office, plan, table(year, company.name()));
    assertThat(entered.statusCode()).isEqualTo(303);
    assertThat(table(office, plan)).contains(company.name());

    var noTable = upload(office, plan, "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
    assertThat(noTable.statusCode()).isEqualTo(422);
    assertThat(new String(noTable.body(), StandardCharsets.UTF_8)).contains("这是 PDF 文件");
  }

  /// Of an entry that lacks a rung below, which wants a word.
  private Map<String, String> applied() {
    return Map.of("happenedOn", people.today().toString(), "note", "省里允许先报");
  }

  private HttpResponse<byte[]> upload(String session, long plan, byte[] file) {
    String address = "/nominations/files?plan=" + plan;
    String token = door.page("/nominations/new?plan=" + plan, session).formToken();
    return postman.send(address, new Postman.Visitor(session, token), Map.of(), "名单.xlsx", file);
  }

  /// With a title above its head and columns in an order of its own.
  private static byte[] table(int year, String... companies) throws IOException {
    try (var workbook = new XSSFWorkbook()) {
      var sheet = workbook.createSheet("名单");
      sheet.createRow(0).createCell(0).setCellValue("拟申报企业");
      var head = sheet.createRow(1);
      head.createCell(0).setCellValue("序号");
      head.createCell(1).setCellValue("企业名称");
      head.createCell(2).setCellValue("项目名称");
      head.createCell(3).setCellValue("年度");
      for (int place = 0; place < companies.length; place++) {
        var row = sheet.createRow(place + 2);
        row.createCell(0).setCellValue(place + 1);
        row.createCell(1).setCellValue(companies[place]);
        row.createCell(2).setCellValue("little-giant");
        row.createCell(3).setCellValue(year);
      }
      var out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    }
  }

  private Door.Answer list(String session, long plan, String lines) {
    String token = door.page("/nominations/new?plan=" + plan, session).formToken();
    return door.form(
        "/nominations/lists",
        session,
        Map.of("csrfToken", token, "plan", "" + plan, "lines", lines));
  }

  private String table(String session, long plan) {
    return door.page("/nominations?plan=" + plan, session).page().select(".annex").text();
  }

  /// What the Word file says that somebody of a region gets.
  private String words(long plan, String region) throws IOException {
    Permission reader = permission(region);
    byte[] file = files.document(reading.find(plan, reader).orElseThrow(), reader);
    try (var word = new XWPFDocument(new ByteArrayInputStream(file))) {
      return String.join(
          "\n", word.getParagraphs().stream().map(paragraph -> paragraph.getText()).toList());
    }
  }

  private static Permission permission() {
    return permission(PlanPeople.COUNTY);
  }

  private static Permission permission(String region) {
    return new Permission(
        new Caller(0, 0, "试验", Role.OFFICE, region, null, null),
        Act.SEE_NOMINATIONS,
        Reach.REGION,
        new Scope.Region(region));
  }
}
