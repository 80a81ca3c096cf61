package seedbed.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.company.Company;
import seedbed.inspection.GivenInspections;
import seedbed.obligation.ExemptionCasework;
import seedbed.request.GivenRequests;
import seedbed.request.RequestCasework;
import seedbed.signin.Door;
import seedbed.startup.TestDatabase;
import seedbed.visit.VisitCasework;

/// Bulletins over HTTP: what they count, who reads them, and that nothing changes what was issued.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("信息通报")
final class BulletinsIT {

  private static final String SMALL = "specialised-sme";

  @Inject BulletinPeople people;
  @Inject Door door;
  @Inject Bulletins bulletins;
  @Inject Contents contents;
  @Inject Issuing issuing;
  @Inject GivenRequests requests;
  @Inject GivenInspections inspections;
  @Inject ExemptionCasework exemptions;
  @Inject RequestCasework requestWork;
  @Inject VisitCasework visitWork;
  @Inject Clock clock;

  @Test
  @DisplayName("期初、新增、减少、期末按期内情况计算，每个数字与所指名单的条数相等")
  void everyNumberIsWhatItsListCounts() {
    String county = people.county();
    String town = county + "001";
    Period last = people.last();
    people.pooled(town, last.firstDay().minusYears(1));
    Company joined = people.pooled(county + "002", last.firstDay());
    people.title(joined, SMALL, last.lastDay(), last.lastDay());
    people.pooled(town, last.lastDay().plusDays(1));
    String office = people.reader(Role.OFFICE, county);

    Document page = door.page(people.open(office, last), office).page();

    assertThat(row(page, "tiers", "如皋市专精特新“小巨人”企业培育库")).containsExactly("1", "1", "0", "2");
    assertThat(row(page, "tiers", "专精特新中小企业")).containsExactly("0", "1", "0", "1");
    assertThat(page.select("#won").text()).contains(joined.name());
    for (Element number : page.select(".bulletin a[href*=/companies?]")) {
      if (number.text().matches("[0-9,]+")) {
        Document list = door.page(number.attr("href"), office).page();
        assertThat(list.select("tbody tr")).as(number.attr("href")).hasSize(count(number.text()));
      }
    }
  }

  @Test
  @DisplayName("未报不按零：合计和中位数只算已报的，写明应报几家、已报几家")
  void whoDidNotReportIsNotCountedAsZero() {
    String county = people.county();
    Period last = people.last();
    LocalDate longAgo = last.firstDay().minusYears(2);
    Company first = people.pooled(county + "001", longAgo);
    Company second = people.pooled(county + "001", longAgo);
    Company late = people.pooled(county + "002", longAgo);
    people.pooled(county + "002", longAgo);
    people.operate(first, last, "300", last.lastDay().plusDays(5));
    people.operate(second, last, "100", last.lastDay().plusDays(15));
    people.operate(late, last, "500", last.lastDay().plusDays(16));
    String office = people.reader(Role.OFFICE, county);

    Document page = door.page(people.open(office, last), office).page();

    assertThat(row(page, "figures", "累计销售收入（万元）"))
        .containsExactly("900.00", "300.00", "—", "—", "0", "3 / 4");
    assertThat(row(page, "figures", "在手订单（万元）")).contains("—", "0 / 4");
    assertThat(row(page, "reporting", "通报" + county + "001"))
        .as("the due day is in time")
        .containsExactly("2", "2", "2", "0", "100.0%");
    assertThat(row(page, "reporting", "通报" + county + "002"))
        .containsExactly("2", "1", "0", "1", "0.0%");
  }

  @Test
  @DisplayName("经培育办同意免报的不算未报：通报两处的应报和按时率相同，名单和运行情况表也这样写")
  void whomTheOfficeLetOffIsNotMissing() {
    String county = people.county();
    String town = county + "001";
    Period last = people.last();
    LocalDate longAgo = last.firstDay().minusYears(2);
    Company told = people.pooled(town, longAgo);
    Company excused = people.pooled(town, longAgo);
    people.operate(told, last, "300", last.lastDay().plusDays(5));
    exemptions.excuse(
        excused.id(),
        "operating-sheet",
        last.year() + "-Q" + last.quarter(),
        "受灾停产",
        people.today(),
        new Caller(0, 0, "试验", Role.OFFICE, county, null, null));
    String office = people.reader(Role.OFFICE, county);

    Document page = door.page(people.open(office, last), office).page();

    assertThat(row(page, "reporting", "通报" + town)).containsExactly("1", "1", "1", "0", "100.0%");
    assertThat(page.select("#reporting").text()).contains("另有1家免报，不计入应报");
    assertThat(row(page, "trends", "应报（家）")).last().isEqualTo("1");
    Document sheets =
        door.page("/operating-sheets?period=%d-%d".formatted(last.year(), last.lastMonth()), office)
            .page();
    assertThat(sheets.select("tr:contains(" + excused.name() + ")").text())
        .contains("免报")
        .doesNotContain("已过期限");
    assertThat(sheets.select(".chips").text()).contains("未交 0", "逾期 0", "免报 1");
    assertThat(sheets.select("main p").text()).contains("应报 1 家（期末在市级或省级培育库，免报的不计），未交 0 家");
    assertThat(page.select("#figures").text()).contains("1家应报企业中，1家报送了");
  }

  @Test
  @DisplayName("增长只比较两年都已报的企业")
  void growthComparesTheSameCompanies() {
    String county = people.county();
    Period last = people.last();
    Period yearBefore = new Period(last.year() - 1, last.quarter());
    LocalDate ago = last.firstDay().minusYears(3);
    Company both = people.pooled(county + "001", ago);
    Company fresh = people.pooled(county + "001", ago);
    people.operate(both, yearBefore, "200", yearBefore.lastDay().plusDays(3));
    people.operate(both, last, "250", last.lastDay().plusDays(3));
    people.operate(fresh, last, "900", last.lastDay().plusDays(3));
    String office = people.reader(Role.OFFICE, county);

    Document page = door.page(people.open(office, last), office).page();

    assertThat(row(page, "figures", "累计销售收入（万元）"))
        .containsExactly("1,150.00", "575.00", "200.00", "+25.0%", "1", "2 / 2");
  }

  @Test
  @DisplayName("印发以后改名、补登、补交都不改变页面和 Word；补报写进下一期")
  void whatWasIssuedStaysAndTheNextOneTellsTheRest() {
    String county = people.county();
    Period before = people.before();
    Company company = people.pooled(county + "001", before.firstDay().minusYears(1));
    Company winner = people.pooled(county + "002", before.firstDay().minusYears(1));
    people.title(winner, SMALL, before.lastDay(), before.lastDay());
    String office = people.reader(Role.OFFICE, county);
    String path = people.open(office, before);
    assertThat(people.send(office, path + "/issue", Map.of()).code()).isEqualTo(303);
    String page = body(path, office);
    String word = door.page(path + "/bulletin.docx", office).body();
    String list = names(path + "/companies?list=title-rugao-pool", office);

    people.rename(winner, "改名" + winner.name());
    people.title(company, SMALL, before.firstDay(), people.today());
    people.operate(company, before, "100", people.today());

    assertThat(body(path, office)).isEqualTo(page).contains(winner.name()).doesNotContain("改名");
    assertThat(door.page(path + "/bulletin.docx", office).body()).isEqualTo(word);
    assertThat(names(path + "/companies?list=title-rugao-pool", office)).isEqualTo(list);
    Document next = door.page(people.open(office, people.last()), office).page();
    assertThat(row(next, "late", "补记的称号和在库")).containsExactly("1");
    assertThat(row(next, "late", "补交的运行情况表")).containsExactly("1");
    assertThat(row(next, "late", "更正的称号和在库")).containsExactly("0");
  }

  @Test
  @DisplayName("取数以后过了几天才印发的，写明没有计入什么；公文里的日期写全")
  void whatWasCountedLongAgoIsSaidWhereItIsIssued() {
    String county = people.county();
    Period last = people.last();
    people.pooled(county, last.firstDay().minusYears(2));
    people.pooled(county + "001", last.firstDay().minusYears(2));
    String office = people.reader(Role.OFFICE, county);
    String path = people.open(office, last);

    Document fresh = door.page(path, office).page();
    long id = Long.parseLong(path.replaceAll(".*/", ""));
    bulletins.knownAt(id, clock.instant().minus(40, ChronoUnit.DAYS));
    Document old = door.page(path, office).page();

    assertThat(fresh.select(".behind")).isEmpty();
    assertThat(fresh.select("#reporting").text())
        .contains("填报期限" + last.lastDay().plusDays(15).getYear() + "年")
        .doesNotContain("填报期限" + last.lastDay().plusDays(15));
    assertThat(fresh.select("#reporting tbody tr").last().text()).contains("（未分到镇）");
    assertThat(old.select("form[action$=issue] .behind").text()).contains("取数已过 40 天", "请先重新取数");
  }

  @Test
  @DisplayName("印发编档案编号，摘要可以重算，之后不能再改")
  void issuingNumbersAndCloses() {
    String county = people.county();
    people.pooled(county + "001", people.last().firstDay());
    String office = people.reader(Role.OFFICE, county);
    String path = people.open(office, people.last());
    String seen = door.page(path, office).page().select("[name=lock]").attr("value");

    people.send(office, path + "/issue", Map.of());

    Document page = door.page(path, office).page();
    assertThat(page.select(".head").text())
        .contains("已印发", "通报档〔" + people.today().getYear() + "〕1号");
    assertThat(page.select("form[action$=issue], form[action$=removal]")).isEmpty();
    long id = Long.parseLong(path.replaceAll(".*/", ""));
    Contents.Issue issue = contents.issued(id).orElseThrow();
    assertThat(issuing.digest(id, issue.content())).isEqualTo(issue.digest());
    for (String act : List.of("/issue", "/refreshment", "/removal", "")) {
      assertThat(people.send(office, path + act, Map.of("lock", seen)).code()).isEqualTo(409);
    }
  }

  @Test
  @DisplayName("两人同时写：后一人填写的都保留，已保存的列在旁边")
  void theSecondOfTwoWritersKeepsHisWords() {
    String county = people.county();
    String office = people.reader(Role.OFFICE, county);
    String path = people.open(office, people.last());
    String seen = door.page(path, office).page().select("[name=lock]").attr("value");
    Map<String, String> first =
        Map.of("words-tiers", "先写的话", "headline-1", "先写的亮点", "told-1", "先写的内容");
    assertThat(people.send(office, path, first).code()).isEqualTo(303);

    Door.Answer second = people.send(office, path, Map.of("lock", seen, "words-tiers", "后写的话"));

    assertThat(second.code()).isEqualTo(409);
    assertThat(second.page().select("#words-tiers").text()).isEqualTo("后写的话");
    assertThat(second.page().text()).contains("已保存的：先写的话", "先写的亮点：先写的内容");
    assertThat(door.page(path, office).page().text()).contains("先写的话", "先写的亮点");
    String lock = second.page().select("[name=lock]").attr("value");
    people.send(office, path, Map.of("lock", lock, "words-tiers", "两人商定的话"));
    assertThat(door.page(path, office).page().select("#tiers").text()).contains("两人商定的话");
  }

  @Test
  @DisplayName("亮点可以从本期认定中选登；填错的逐项说明，填写的保留")
  void highlightsAreChosenFromWhatWasWon() {
    String county = people.county();
    Company winner = people.company(county + "001");
    people.title(winner, SMALL, people.last().firstDay(), people.last().firstDay());
    String office = people.reader(Role.OFFICE, county);
    String path = people.open(office, people.last());
    Document edit = door.page(path + "/edit", office).page();

    Door.Answer wrong =
        people.send(office, path, Map.of("headline-1", "只有标题", "words-won", "写好的话"));
    people.send(office, path, Map.of("adopt", edit.select("[name=adopt]").attr("value")));

    assertThat(wrong.code()).isEqualTo(422);
    assertThat(wrong.page().select(".errors").text()).contains("第 1 条亮点没有内容");
    assertThat(wrong.page().select("#headline-1").attr("value")).isEqualTo("只有标题");
    assertThat(wrong.page().select("#words-won").text()).isEqualTo("写好的话");
    assertThat(door.page(path, office).page().select("#highlights").text())
        .contains(winner.name() + "获");
  }

  @Test
  @DisplayName("亮点连选登的超过十二条的，不悄悄略去：写明多了几条，写的和选的都留着")
  void moreHighlightsThanThereIsRoomForAreNotDropped() {
    String county = people.county();
    Company winner = people.company(county + "001");
    people.title(winner, SMALL, people.last().firstDay(), people.last().firstDay());
    String office = people.reader(Role.OFFICE, county);
    String path = people.open(office, people.last());
    Document edit = door.page(path + "/edit", office).page();
    Map<String, String> fields = new HashMap<>();
    for (int place = 1; place <= 12; place++) {
      fields.put("headline-" + place, "亮点" + place);
      fields.put("told-" + place, "内容" + place);
    }
    fields.put("adopt", edit.select("[name=adopt]").attr("value"));

    Door.Answer refused = people.send(office, path, fields);

    assertThat(edit.text()).contains("连选登的最多 12 条");
    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select(".errors").text()).contains("亮点最多 12 条", "多了 1 条");
    assertThat(refused.page().select("[name=adopt][checked]")).hasSize(1);
    assertThat(refused.page().select("#headline-12").attr("value")).isEqualTo("亮点12");
    fields.remove("headline-12");
    fields.remove("told-12");
    assertThat(people.send(office, path, fields).code()).isEqualTo(303);
    assertThat(door.page(path, office).page().select("#highlights").text())
        .contains("亮点11", winner.name() + "获");
  }

  @Test
  @DisplayName("草稿只有本地区培育办看得到；印发后镇、部门、领导可看，企业和别县不可看")
  void everybodySeesTheirOwn() {
    String county = people.county();
    String other = people.county();
    Company company = people.pooled(county + "001", people.last().firstDay());
    people.pooled(county + "002", people.last().firstDay());
    String office = people.reader(Role.OFFICE, county);
    String path = people.open(office, people.last());
    List<String> readers =
        List.of(
            people.reader(Role.TOWNSHIP, county + "001"),
            people.department(county),
            people.reader(Role.LEADER, county));
    for (String reader : readers) {
      assertThat(door.page(path, reader).code()).isEqualTo(404);
    }

    people.send(office, path + "/issue", Map.of());

    for (String reader : readers) {
      assertThat(door.page(path, reader).code()).isEqualTo(200);
      assertThat(door.page(path + "/bulletin.docx", reader).code()).isEqualTo(200);
      assertThat(door.page("/bulletins", reader).body()).contains(path);
      assertThat(people.send(reader, path + "/removal", Map.of("lock", "1")).code()).isEqualTo(403);
    }
    String list = path + "/companies?list=title-rugao-pool";
    assertThat(door.page(list, readers.getFirst()).page().select("tbody tr"))
        .as("of its own town")
        .hasSize(1);
    assertThat(door.page(list, office).page().select("tbody tr")).hasSize(2);
    assertThat(door.page(path, people.owner(company)).code()).isEqualTo(404);
    assertThat(door.page(path, people.reader(Role.OFFICE, other)).code()).isEqualTo(404);
  }

  @Test
  @DisplayName("没有结束的期间、没有选的期间不能编制；同一期只有一份")
  void onePeriodOnceAndOnlyWhenItIsOver() {
    String county = people.county();
    String office = people.reader(Role.OFFICE, county);
    String token = door.page("/account", office).formToken();
    String running = people.today().getYear() + "-0";

    for (String period : List.of("", "2026-9", running)) {
      Door.Answer refused =
          door.form("/bulletins", office, Map.of("csrfToken", token, "period", period));
      assertThat(refused.code()).as(period).isEqualTo(422);
      assertThat(refused.page().select("#period-problem").text()).isNotBlank();
    }
    String path = people.open(office, people.last());
    String again = people.last().year() + "-" + people.last().quarter();
    assertThat(door.form("/bulletins", office, Map.of("csrfToken", token, "period", again)).code())
        .isEqualTo(409);
    assertThat(people.send(office, path + "/removal", Map.of()).code()).isEqualTo(303);
    assertThat(people.open(office, people.last())).isNotEqualTo(path);
  }

  @Test
  @DisplayName("年度报告汇总在库的年度数据")
  void theReportOfAYearHasTheFiguresOfTheYear() {
    String county = people.county();
    int year = people.today().getYear() - 1;
    people.pooled(county + "001", LocalDate.of(year, 3, 1));
    String office = people.reader(Role.OFFICE, county);

    Document page =
        door.page(people.open(office, new Period(year, Period.WHOLE_YEAR)), office).page();

    assertThat(page.select("h1").text()).contains("年度报告", year + "年");
    assertThat(row(page, "tiers", "如皋市专精特新“小巨人”企业培育库")).containsExactly("0", "1", "0", "1");
    assertThat(row(page, "figures", "营业收入总额（万元）")).contains("—", "0 / 1");
  }

  @Test
  @DisplayName("诉求按期末所处环节统计：办结、在办、逾期，每个数字与名单条数相等")
  void requestsStandAsTheyStoodAtTheEnd() {
    String county = people.county();
    Company company = people.company(county + "001");
    LocalDate end = people.last().lastDay();
    requestWork.agree(
        requests.answered(company.id(), "科技局", end.minusDays(40)),
        5,
        "满意",
        end.minusDays(35),
        new Caller(0, 0, "shiyan", Role.COMPANY, "", null, null));
    requests.handled(company.id(), "科技局", end.minusDays(50));
    requests.handled(company.id(), "科技局", end.minusDays(5));
    requests.raised(company.id(), end.plusDays(1));
    String office = people.reader(Role.OFFICE, county);

    String path = people.open(office, people.last());
    Document page = door.page(path, office).page();

    assertThat(page.select("#requests").text()).contains("本期企业提出诉求3件，办结1件", "平均5.0分");
    assertThat(row(page, "requests", "通报" + county + "001")).containsExactly("1", "0", "2", "1");
    follow(page, "requests", office);
  }

  @Test
  @DisplayName("检查报备和结论次日报送分按时、逾期、没有报送")
  void inspectionsAreCountedWithWhatBecameOfThem() {
    String county = people.county();
    Company company = people.company(county + "001");
    LocalDate visit = people.last().lastDay().minusDays(20);
    inspections.concluded(company.id(), county, visit, visit.plusDays(1));
    inspections.concluded(company.id(), county, visit, visit.plusDays(2));
    inspections.filedOn(company.id(), county, visit);
    String office = people.reader(Role.OFFICE, county);

    Document page = door.page(people.open(office, people.last()), office).page();

    assertThat(page.select("#inspections").text())
        .contains("本期报备涉企检查3次", "报送结论2次", "应次日报送结论3次，按时1次，逾期报送1次，没有报送1次");
    follow(page, "inspections", office);
  }

  @Test
  @DisplayName("挂钩企业分已走访、未走访；只算到期末")
  void visitsAreCountedUntilTheEnd() {
    String county = people.county();
    LocalDate end = people.last().lastDay();
    Company visited = people.company(county + "001");
    Company forgotten = people.company(county + "002");
    long leader = people.linked(county, List.of(visited, forgotten), end.minusDays(60));
    visited(visited, leader, end.minusDays(10));
    visited(forgotten, leader, end.plusDays(1));
    String office = people.reader(Role.OFFICE, county);

    Document page = door.page(people.open(office, people.last()), office).page();

    assertThat(page.select("#visits").text()).contains("期末挂钩企业2家，本期走访1次，走访到1家，1家没有走访");
    assertThat(row(page, "visits", "通报" + county + "002")).containsExactly("1", "0", "1");
    follow(page, "visits", office);
  }

  @Test
  @DisplayName("应报事项按镇统计按时率；五个季度的走势逐点可以打开名单")
  void dutiesAndTrendsLeadToTheirLists() {
    String county = people.county();
    Period last = people.last();
    Company both = people.pooled(county + "001", last.firstDay().minusYears(3));
    people.pooled(county + "002", last.firstDay().minusYears(3));
    Period each = last;
    for (int back = 0; back < 6; back++) {
      people.operate(both, each, "" + each.quarter() * 100, each.lastDay().plusDays(3));
      each = Period.lastQuarter(each.firstDay());
    }
    String office = people.reader(Role.OFFICE, county);

    String path = people.open(office, last);
    Document page = door.page(path, office).page();

    assertThat(row(page, "duties", "通报" + county + "001").getLast()).isEqualTo("100.0%");
    assertThat(row(page, "duties", "通报" + county + "002").getLast()).isEqualTo("0.0%");
    assertThat(row(page, "trends", "合计（万元）")).containsOnly("100.00").hasSize(5);
    assertThat(row(page, "trends", "按时率")).containsOnly("50.0%").hasSize(5);
    assertThat(page.select("#trends svg.line-chart")).hasSize(2);
    follow(page, "duties", office);
    follow(page, "trends", office);
    assertThat(door.page(path + "/bulletin.docx", office).code()).isEqualTo(200);
  }

  @Test
  @DisplayName("印发后的摘要可以核对；内容或名单被改动的，核对不一致；草稿没有可以核对的")
  void theDigestTellsWhatWasChanged() throws SQLException {
    String county = people.county();
    people.pooled(county + "001", people.last().firstDay());
    String office = people.reader(Role.OFFICE, county);
    String path = people.open(office, people.last());
    assertThat(door.page(path + "/verification", office).code()).isEqualTo(404);
    people.send(office, path + "/issue", Map.of());

    assertThat(door.page(path + "/verification", office).page().select("h1").text())
        .contains("✓ 一致");

    try (var owner = TestDatabase.asOwner();
        var statement = owner.createStatement()) {
      statement.executeUpdate(
          "UPDATE bulletin_issue_line SET company = '别的名称' WHERE bulletin_id = "
              + path.replaceFirst(".*/", ""));
    }
    assertThat(door.page(path + "/verification", office).page().select("h1").text())
        .contains("✕ 不一致");
  }

  private void visited(Company company, long leader, LocalDate on) {
    visitWork.tell(new VisitCasework.Told(company.id(), leader, on, null, "试验", false, "试验"), null);
  }

  private void follow(Document page, String part, String session) {
    for (Element number : page.select("#" + part + " a[href*=/companies?]")) {
      if (number.text().matches("[0-9,]+")) {
        assertThat(door.page(number.attr("href"), session).page().select("tbody tr"))
            .as(number.attr("href"))
            .hasSize(count(number.text()));
      }
    }
  }

  private String body(String path, String session) {
    return door.page(path, session).page().select(".bulletin").outerHtml();
  }

  private String names(String path, String session) {
    return door.page(path, session).page().select("tbody th").text();
  }

  private static List<String> row(Document page, String part, String first) {
    return page.select("#" + part + " tbody tr").stream()
        .filter(row -> row.select("th").text().equals(first))
        .findFirst()
        .map(row -> row.select("td").eachText())
        .orElseThrow(() -> new AssertionError(first + ": " + page.select("#" + part).text()));
  }

  private static int count(String text) {
    return Integer.parseInt(text.replace(",", ""));
  }
}
