package seedbed.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.company.Company;
import seedbed.inspection.GivenInspections;
import seedbed.meeting.MeetingCasework.Arranged;
import seedbed.meeting.MeetingCasework.Decided;
import seedbed.request.GivenRequests;
import seedbed.signin.Door;
import seedbed.sql.LostConnection;
import seedbed.sql.Statements;

/// Meetings over HTTP: from the draft of the agenda to a decision that is closed.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("联席会议")
final class MeetingsIT {

  @Inject MeetingPeople people;
  @Inject GivenMeetings given;
  @Inject MeetingCasework casework;
  @Inject Items items;
  @Inject GivenRequests requests;
  @Inject GivenInspections inspections;
  @Inject LostConnection lost;
  @Inject Statements statements;
  @Inject Door door;

  @Test
  @DisplayName("自拟议题超过字数的不收，写明是哪一栏，写的都留着")
  void whatIsTooLongIsKept() {
    String county = people.county();
    String office = people.reader(Role.OFFICE, county);
    String path =
        door.form(
                "/meetings",
                office,
                Map.of(
                    "csrfToken",
                    door.page("/account", office).formToken(),
                    "month",
                    YearMonth.from(people.today()).toString()))
            .location();

    Door.Answer refused =
        people.send(office, path + "/items", Map.of("headline", "题".repeat(201), "reason", "有人提出"));

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select(".errors").text()).contains("“议题”最多 200 字，现有 201 字");
    assertThat(refused.page().select("#headline").val()).hasSize(201);
    assertThat(refused.page().select("#reason").text()).isEqualTo("有人提出");
  }

  @Test
  @DisplayName("确定议程时数据库连接中断：仍是草稿，页面说清楚；恢复以后再确定，编号从头连续")
  void aLostDatabaseLeavesTheAgendaADraft() throws Exception {
    String county = people.county();
    String office = people.reader(Role.OFFICE, county);
    long meeting = given.begun(county);
    String path = "/meetings/" + meeting;

    Door.Answer cut =
        lost.during(
                "INSERT INTO archive_series (region_code, series, year, latest)"
                    + " VALUES (?, 'MINUTES', ?, 1)",
                List.of(county, people.today().getYear()),
                "INSERT INTO archive_series",
                () -> people.send(office, path + "/agenda", Map.of()))
            .get();

    assertThat(cut.code()).isEqualTo(503);
    assertThat(cut.page().select("main").text()).contains("与数据库的连接断了");
    assertThat(
            statements.count(
                "SELECT COUNT(*) FROM meeting WHERE id = ? AND stage = 'DRAFT'", List.of(meeting)))
        .isOne();
    assertThat(
            statements.count(
                "SELECT COUNT(*) FROM meeting_paper WHERE meeting_id = ?", List.of(meeting)))
        .isZero();
    assertThat(people.send(office, path + "/agenda", Map.of()).code()).isEqualTo(303);
    assertThat(
            statements.count(
                "SELECT latest FROM archive_series WHERE region_code = ?", List.of(county)))
        .isOne();
  }

  @Test
  @DisplayName("过去的月份不能补拟议程，也不再补充议题；写明原因，可以自拟")
  void theAgendaOfAMonthThatIsOverIsNotMadeOfTheDataOfToday() {
    String county = people.county();
    String office = people.reader(Role.OFFICE, county);
    YearMonth past = YearMonth.from(people.today()).minusMonths(1);

    Door.Answer refused =
        door.form(
            "/meetings",
            office,
            Map.of(
                "csrfToken", door.page("/account", office).formToken(), "month", past.toString()));

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select(".errors").text()).contains("已经过去", "请选择本月或以后的月份");
    assertThat(refused.page().select("#month option").eachAttr("value"))
        .doesNotContain(past.toString());
    String path =
        "/meetings/" + casework.draft(county, past, past.atDay(20), GivenMeetings.office(county));

    Door.Answer again = people.send(office, path + "/refreshment", Map.of());

    assertThat(again.code()).isEqualTo(422);
    assertThat(again.page().select(".errors").text()).contains("请自拟");
    assertThat(again.page().select("main form[action$=refreshment]")).isEmpty();
    assertThat(people.send(office, path + "/items", Map.of("headline", "自拟")).code())
        .isEqualTo(303);
  }

  @Test
  @DisplayName("议程增删调整后确定，纪要写清结论和议定事项后印发，都有档案编号")
  void fromTheAgendaToTheMinutes() {
    String county = people.county();
    String office = people.reader(Role.OFFICE, county);
    String month = YearMonth.from(people.today()).toString();
    String path =
        door.form(
                "/meetings",
                office,
                Map.of("csrfToken", door.page("/account", office).formToken(), "month", month))
            .location();
    people.send(office, path + "/items", Map.of("headline", "自拟的议题", "reason", "有人提出"));
    long item = items.findByMeetingIdOrderByPlaceAscAndIdAsc(id(path)).getFirst().id();

    Door.Answer early = people.send(office, path + "/agenda", Map.of());
    people.send(office, path, arranged(item, "改写的议题"));
    Door.Answer frozen = people.send(office, path + "/agenda", Map.of());

    assertThat(early.code()).isEqualTo(422);
    assertThat(early.page().select(".errors").text()).contains("会议日期、地点和主持人");
    assertThat(frozen.code()).isEqualTo(303);
    Document page = door.page(path, office).page();
    assertThat(page.select(".head").text())
        .contains("纪要档〔", "1号")
        .as("the person, not the name to sign in with")
        .contains("（试验）确定");
    assertThat(page.select(".entries").text()).contains("改写的议题").doesNotContain("自拟的议题");
    assertThat(people.send(office, path + "/items", Map.of("headline", "晚了")).code())
        .isEqualTo(409);

    Door.Answer without = people.send(office, path + "/minutes", Map.of());
    people.send(office, path + "/conclusions", minutes(item, "会议同意", "科技局去办"));
    Door.Answer issued = people.send(office, path + "/minutes", Map.of());

    assertThat(without.code()).as("no conclusion yet").isEqualTo(422);
    assertThat(issued.code()).isEqualTo(303);
    assertThat(door.page(path, office).page().select(".entries").text())
        .contains("会议同意", "议定 1", "科技局去办", "科技局");
    assertThat(door.page(path + "/minutes.docx", office).code()).isEqualTo(200);
    assertThat(door.page("/decisions", office).page().select("tbody").text()).contains("科技局去办");
  }

  @Test
  @DisplayName("逾期和企业不同意的诉求、近期报备的检查、逾期的应报事项列入议程")
  void whatIsUnresolvedComesOntoTheAgenda() {
    String county = people.county();
    Company company = people.company(county + "001");
    LocalDate today = people.today();
    requests.handled(company.id(), "科技局", today.minusDays(60));
    requests.handled(company.id(), "科技局", today.minusDays(2));
    inspections.filedOn(company.id(), county, today.minusDays(10));
    people.endingTitle(company, today.minusDays(20));

    List<String> agenda = agenda(county);

    assertThat(agenda)
        .filteredOn(line -> line.contains(company.name() + "：试验诉求"))
        .as("only the one whose day has passed")
        .hasSize(1);
    assertThat(agenda).anySatisfy(line -> assertThat(line).contains("近一个月报备涉企检查1次"));
    assertThat(agenda).anySatisfy(line -> assertThat(line).contains("试验：1次检查的结论没有按次日报送"));
    assertThat(agenda)
        .anySatisfy(line ->
            assertThat(line).as("the yearly update and the renewal").contains("称号更新和复核：2项逾期未报"));
  }

  @Test
  @DisplayName("没有销号的议定事项自动回到下一次议程，销号以后不再列入，恢复办理后又列入")
  void whatIsOpenComesBackUntilItIsClosed() {
    String county = people.county();
    String office = people.reader(Role.OFFICE, county);
    long decision = given.decided(county, "UNIT:科技局");

    assertThat(agenda(county)).anySatisfy(line -> assertThat(line).contains("在办：议定一件事"));
    people.send(office, "/decisions/" + decision + "/closing", Map.of("words", "办好了"));
    assertThat(agenda(county)).noneSatisfy(line -> assertThat(line).contains("议定一件事"));
    people.send(office, "/decisions/" + decision + "/reopening", Map.of("words", "又出现问题"));
    assertThat(agenda(county)).anySatisfy(line -> assertThat(line).contains("又出现问题"));
  }

  @Test
  @DisplayName("拟出以后已经解决的，标明日期，可以一次移出；补充新情况先列出再勾选，只加勾选的")
  void theDraftFollowsWhatHappens() {
    String county = people.county();
    String office = people.reader(Role.OFFICE, county);
    Company company = people.company(county + "001");
    LocalDate today = people.today();
    long request = requests.handled(company.id(), "科技局", today.minusDays(60));
    long open = requests.handled(company.id(), "科技局", today.minusDays(50));
    long decision = given.decided(county, "UNIT:科技局");
    String path = drafted(office);
    casework.close(decision, "办好了", today, GivenMeetings.office(county));
    requests.close(request, today);

    Document draft = door.page(path, office).page();

    String settled = "已解决（" + today + "）";
    assertThat(draft.select(".entries li:contains(" + settled + ") a").eachAttr("href"))
        .containsExactlyInAnyOrder("/requests/" + request, "/decisions/" + decision);
    assertThat(people.send(office, path + "/settled-items", Map.of()).code()).isEqualTo(303);
    Document without = door.page(path, office).page();
    assertThat(without.select(".entries a").eachAttr("href"))
        .contains("/requests/" + open)
        .doesNotContain("/requests/" + request, "/decisions/" + decision);
    assertThat(without.select("main").text()).contains("没有列入的", settled);

    long wanted = given.decided(county, "UNIT:科技局");
    long unwanted = given.decided(county, "UNIT:科技局");
    Document fresh = door.page(path + "/refreshment", office).page();
    assertThat(fresh.select("input[type=checkbox][checked]")).isEmpty();
    assertThat(fresh.select("input[type=checkbox]").eachAttr("name"))
        .contains("add-decision-decision-" + wanted, "add-decision-decision-" + unwanted)
        .doesNotContain("add-decision-decision-" + decision);
    assertThat(people.send(office, path + "/refreshment", Map.of()).code()).isEqualTo(422);
    people.send(office, path + "/refreshment", Map.of("add-decision-decision-" + wanted, "true"));
    assertThat(door.page(path, office).page().select(".entries a").eachAttr("href"))
        .contains("/decisions/" + wanted)
        .doesNotContain("/decisions/" + unwanted);
  }

  @Test
  @DisplayName("议程确定以后才解决的，写纪要时标明，定稿的议程和文件不变")
  void theFrozenAgendaStaysWhenSomethingIsSettled() {
    String county = people.county();
    String office = people.reader(Role.OFFICE, county);
    long decision = given.decided(county, "UNIT:科技局");
    long meeting = given.held(county);
    String path = "/meetings/" + meeting;
    String word = door.page(path + "/agenda.docx", office).body();
    String department = people.department(county, "科技局");
    String before = paper(meeting, department);

    casework.close(decision, "办好了", people.today(), GivenMeetings.office(county));

    String settled = "已解决（" + people.today() + "）";
    assertThat(door.page(path + "/edit", office).page().select("h2").text()).contains(settled);
    assertThat(door.page(path, office).page().select(".entries .screen-only").text())
        .isEqualTo(settled);
    assertThat(door.page(path + "/agenda.docx", office).body()).isEqualTo(word);
    assertThat(paper(meeting, department)).isEqualTo(before);
    assertThat(people.send(office, path + "/settled-items", Map.of()).code()).isEqualTo(409);
    assertThat(door.page(path + "/refreshment", office).code()).isEqualTo(409);
  }

  private String drafted(String office) {
    return door.form(
            "/meetings",
            office,
            Map.of(
                "csrfToken",
                door.page("/account", office).formToken(),
                "month",
                YearMonth.from(people.today()).plusMonths(1).toString()))
        .location();
  }

  @Test
  @DisplayName("责任单位看到并报告自己的事项，别的单位看不到；销号由培育办办理")
  void ownersReportAndTheOfficeCloses() {
    String county = people.county();
    long decision = given.decided(county, "UNIT:科技局");
    long towns = given.decided(county, "TOWN:" + county + "001");
    String science = people.department(county, "科技局");
    String market = people.department(county, "市场监管局");
    String town = people.reader(Role.TOWNSHIP, county + "001");
    String otherTown = people.reader(Role.TOWNSHIP, county + "002");

    String path = "/decisions/" + decision;
    assertThat(people.send(science, path + "/reports", Map.of("words", "已经着手")).code())
        .isEqualTo(303);
    assertThat(people.send(science, path + "/closing", Map.of("words", "办好了")).code())
        .isEqualTo(403);
    assertThat(people.send(science, path + "/reports", Map.of("words", " ")).code()).isEqualTo(422);
    for (String stranger : List.of(market, town, otherTown)) {
      assertThat(door.page(path, stranger).code()).isEqualTo(404);
    }
    assertThat(door.page("/decisions/" + towns, town).code()).isEqualTo(200);
    assertThat(door.page("/decisions/" + towns, otherTown).code()).isEqualTo(404);
    assertThat(door.page("/decisions", science).page().select("tbody tr")).hasSize(1);
    assertThat(door.page("/confirmations", science).page().text())
        .as("the first page of a department")
        .contains("1 件事项没有销号");
    assertThat(door.page("/overview", town).page().text()).contains("1 件事项没有销号");
    String office = people.reader(Role.OFFICE, county);
    assertThat(door.page(path, office).page().select("tbody").text()).contains("已经着手", "科技局");
  }

  @Test
  @DisplayName("两人同时办理：后一人被告知，填写的保留")
  void theSecondOfTwoIsTold() {
    String county = people.county();
    String office = people.reader(Role.OFFICE, county);
    long meeting = given.begun(county);
    long item = items.findByMeetingIdOrderByPlaceAscAndIdAsc(meeting).getFirst().id();
    String path = "/meetings/" + meeting;
    String seen = door.page(path, office).page().select("[name=lock]").attr("value");
    people.send(office, path, arranged(item, "先改的议题"));
    Map<String, String> late = new HashMap<>(arranged(item, "后改的议题"));
    late.put("lock", seen);

    Door.Answer second = people.send(office, path, late);

    assertThat(second.code()).isEqualTo(409);
    assertThat(second.page().select("#headline-" + item).attr("value")).isEqualTo("后改的议题");
    assertThat(second.page().select(".errors tbody tr").eachText())
        .singleElement()
        .asString()
        .contains("先改的议题", "后改的议题");
    assertThat(door.page(path, office).page().text()).contains("先改的议题").doesNotContain("后改的议题");
    long decision = given.decided(county, "OFFICE:" + county);
    String about = "/decisions/" + decision;
    String before = door.page(about, office).page().select("[name=lock]").attr("value");
    people.send(office, about + "/reports", Map.of("words", "先报告的"));
    Door.Answer overtaken =
        people.send(office, about + "/closing", Map.of("lock", before, "words", "没看到"));
    assertThat(overtaken.code()).isEqualTo(409);
    assertThat(overtaken.page().select("#closing-words").text()).isEqualTo("没看到");
    assertThat(overtaken.page().select("main").text()).contains("先报告的", "本次没有登记");
    String now = overtaken.page().select("form[action$=closing] [name=lock]").attr("value");
    people.send(office, about + "/closing", Map.of("lock", now, "words", "看过再办"));
    Door.Answer gone =
        people.send(office, about + "/reports", Map.of("lock", now, "words", "还有话说"));
    assertThat(gone.code()).isEqualTo(409);
    assertThat(gone.page().select(".kept").text()).contains("还有话说");
    assertThat(gone.page().select(".failure a.first").attr("href")).isEqualTo(about);
  }

  @Test
  @DisplayName("拟议程的草稿只有培育办看得到；定了以后部门和领导看得到，镇、别县看不到")
  void everybodySeesTheirOwn() {
    String county = people.county();
    String other = people.county();
    String draft = "/meetings/" + given.begun(county);
    String held = "/meetings/" + given.held(county);
    String department = people.department(county, "科技局");
    String leader = people.reader(Role.LEADER, county);

    for (String reader : List.of(department, leader)) {
      assertThat(door.page(draft, reader).code()).isEqualTo(404);
      assertThat(door.page(held, reader).code()).isEqualTo(200);
      assertThat(door.page(held + "/agenda.docx", reader).code()).isEqualTo(200);
      assertThat(people.send(reader, held + "/minutes", Map.of("lock", "1")).code()).isEqualTo(403);
    }
    assertThat(door.page(held, people.reader(Role.TOWNSHIP, county + "001")).code()).isEqualTo(404);
    assertThat(door.page(held, people.reader(Role.OFFICE, other)).code()).isEqualTo(404);
  }

  @Test
  @DisplayName("纪要填错的逐项说明，填写的都保留")
  void whatIsWrongWithMinutesIsSaidAtItsField() {
    String county = people.county();
    String office = people.reader(Role.OFFICE, county);
    long meeting = given.held(county);
    long item = items.findByMeetingIdOrderByPlaceAscAndIdAsc(meeting).getFirst().id();

    Door.Answer wrong =
        people.send(
            office,
            "/meetings/" + meeting + "/conclusions",
            Map.of(
                "conclusion-" + item,
                "写好的结论",
                "words-" + item + "-1",
                "长".repeat(1_001),
                "heldOn",
                "下个月"));

    assertThat(wrong.code()).isEqualTo(422);
    assertThat(wrong.page().select(".errors").text())
        .contains("“事项”最多 1000 字，现有 1001 字", "请按“年-月-日”填写");
    assertThat(wrong.page().select("#conclusion-" + item).text()).isEqualTo("写好的结论");
    assertThat(wrong.page().select("#words-" + item + "-1").attr("value")).hasSize(1_001);
    assertThat(wrong.page().select("#heldOn").attr("value")).isEqualTo("下个月");
  }

  @Test
  @DisplayName("纪要印发以后，议题改动和新的进展都不改变页面")
  void theMinutesStayAsTheyWereIssued() {
    String county = people.county();
    String office = people.reader(Role.OFFICE, county);
    long meeting = given.held(county);
    LocalDate today = people.today();
    casework.write(
        meeting,
        new Arranged(today, "上午", "会议室", "组长", "各部门"),
        "同意",
        List.of(new Decided(1, "去办", "OFFICE:" + county, today)),
        GivenMeetings.office(county));
    long decision = casework.issue(meeting, today, GivenMeetings.office(county)).getFirst();
    String page = paper(meeting, office);
    String word = door.page("/meetings/" + meeting + "/minutes.docx", office).body();

    Item item = items.findByMeetingIdOrderByPlaceAscAndIdAsc(meeting).getFirst();
    items.update(item.edited(9, "后来改动的议题", "后来的理由", null));
    people.send(office, "/decisions/" + decision + "/closing", Map.of("words", "办好了"));

    assertThat(paper(meeting, office)).isEqualTo(page);
    assertThat(door.page("/meetings/" + meeting + "/minutes.docx", office).body()).isEqualTo(word);
  }

  private String paper(long meeting, String session) {
    return door.page("/meetings/" + meeting, session).page().select(".meeting-paper").outerHtml();
  }

  /// What a new agenda of the county says.
  private List<String> agenda(String county) {
    long meeting = given.begun(county);
    return items.findByMeetingIdOrderByPlaceAscAndIdAsc(meeting).stream()
        .map(item -> item.headline() + item.reason())
        .toList();
  }

  private static long id(String path) {
    return Long.parseLong(path.replaceAll(".*/", ""));
  }

  private Map<String, String> arranged(long item, String headline) {
    return Map.of(
        "heldOn",
        people.today().toString(),
        "place",
        "会议室",
        "chair",
        "组长",
        "place-" + item,
        "1",
        "headline-" + item,
        headline,
        "reason-" + item,
        "有人提出");
  }

  private Map<String, String> minutes(long item, String conclusion, String words) {
    return Map.of(
        "heldOn",
        people.today().toString(),
        "place",
        "会议室",
        "chair",
        "组长",
        "conclusion-" + item,
        conclusion,
        "words-" + item + "-1",
        words,
        "owner-" + item + "-1",
        "UNIT:科技局",
        "due-" + item + "-1",
        people.today().plusDays(7).toString());
  }
}
