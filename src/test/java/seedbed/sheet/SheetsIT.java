package seedbed.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.company.Company;
import seedbed.company.Track;
import seedbed.figure.Attested;
import seedbed.figure.Entry;
import seedbed.figure.Figure;
import seedbed.figure.Figures;
import seedbed.figure.Period;
import seedbed.figure.Reporting;
import seedbed.figure.Source;
import seedbed.figure.Value;
import seedbed.signin.Door;

/// A yearly sheet on its way, by the people whose turn it is.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("年度填报表")
final class SheetsIT {

  private static final String PROVINCE = "16";

  @Inject SheetPeople people;
  @Inject Sheets sheets;
  @Inject Figures figures;
  @Inject Reporting reporting;
  @Inject Door door;

  private Company company = Company.named("无", "16", Track.MANUFACTURING, "试验", LocalDate.EPOCH);
  private String owner = "";
  private String town = "";

  @BeforeEach
  void settle() {
    door.forgetLocks();
    people.settle(PROVINCE);
    company = people.member(SheetPeople.town(PROVINCE));
    owner = people.owner(company);
    town = people.person(Role.TOWNSHIP, SheetPeople.town(PROVINCE));
  }

  @Test
  void goesFromTheCompanyToItsConfirmation() {
    long id = submitted(Map.of("revenue", "12000", "supply_chain", "yes"));

    assertThat(stage(id)).isEqualTo(Stage.TOWNSHIP);
    assertThat(said("revenue").orElseThrow().figure().value()).isEqualTo(Value.number("12000"));
    assertThat(said("revenue").orElseThrow().confirmed()).isFalse();
    act(town, id, "/review", Map.of("answer", "confirm"));

    assertThat(stage(id)).isEqualTo(Stage.CONFIRMED);
    assertThat(said("revenue").orElseThrow().confirmed()).as("税务局 answers for it").isFalse();
    assertThat(said("supply_chain").orElseThrow().confirmed()).as("the township does").isTrue();
    assertThat(show(owner, id).page().select("main").text()).contains("核对无误，确认", "12,000.00");
  }

  @Test
  void whatIsTypedIsKeptBesideLastYear() {
    report("revenue", people.lastYear() - 1, "10000");
    long id = people.begun(owner);

    var answer = send(owner, id, "", Map.of("revenue", "12000"));

    assertThat(answer.code()).isEqualTo(200);
    var row = show(owner, id).page().select("tr:has(#revenue)");
    assertThat(row.select("#revenue").attr("value")).isEqualTo("12000");
    assertThat(row.text()).contains("10,000.00", "+20.00", "本次填写");
    assertThat(said("revenue")).as("nothing is reported yet").isEmpty();
  }

  @Test
  void theWholeFormIsTaken() {
    long id = people.begun(owner);
    Map<String, String> form = new HashMap<>();
    show(owner, id)
        .page()
        .select("#sheet :is(input, select, textarea)[name]")
        .forEach(field -> form.put(field.attr("name"), field.val()));

    form.put("revenue", "12000");

    assertThat(form).hasSizeGreaterThan(150);
    assertThat(send(owner, id, "", form).code()).isEqualTo(200);
  }

  @Test
  void groupsSayWhatIsLeftToDoAndThePageCanBeNarrowedToIt() {
    report("revenue", people.lastYear() - 1, "10");
    long id = people.begun(owner);
    send(owner, id, "", Map.of("revenue", "10000", "employees", "80"));

    var operation = show(owner, id).page().select("#parts a[href=#operation]").text();
    assertThat(operation).contains("2/13", "1 处待办");
    var narrowed = door.page("/sheets/" + id + "?show=open", owner).page();
    assertThat(narrowed.select("#revenue")).as("wants a sentence").hasSize(1);
    assertThat(narrowed.select("#net_profit")).as("is empty").hasSize(1);
    assertThat(narrowed.select("#employees")).as("is done").isEmpty();
    assertThat(narrowed.select("#parts a[href=#operation]").text()).contains("2/13");
  }

  @Test
  void whatCannotBeReadIsKeptAndNotHandedIn() {
    long id = people.begun(owner);

    assertThat(send(owner, id, "", Map.of("revenue", "一点二亿")).code()).isEqualTo(422);
    assertThat(show(owner, id).page().select("#revenue").attr("value")).isEqualTo("一点二亿");
    assertThat(send(owner, id, "/submission", Map.of()).code()).isEqualTo(422);
    assertThat(stage(id)).isEqualTo(Stage.DRAFT);
  }

  @Test
  void anErrorBlocksAndANoticeWantsASentence() {
    report("revenue", people.lastYear() - 1, "10");
    long id = people.begun(owner);

    var wrong = send(owner, id, "", Map.of("revenue", "10000", "rd_expense", "10001"));
    assertThat(wrong.page().select("#rd_expense-problem").text()).contains("大于营业收入总额");
    assertThat(wrong.page().select("#revenue-problem").text()).contains("疑似单位填错");
    var noticed = send(owner, id, "/submission", Map.of("rd_expense", "300"));
    assertThat(noticed.code()).isEqualTo(422);
    assertThat(noticed.page().select("#errors").text()).contains("疑似单位填错");

    act(owner, id, "/submission", Map.of("remark-revenue", "上年刚投产。"));

    assertThat(stage(id)).isEqualTo(Stage.TOWNSHIP);
    assertThat(show(town, id).body()).contains("上年刚投产。");
  }

  @Test
  void oneOfTwoWritersIsToldThatTheOtherWasQuicker() {
    long id = people.begun(owner);
    String version = show(owner, id).page().select("#version").attr("value");

    send(owner, id, "", Map.of("revenue", "12000", "employees", "80"));
    var late = send(owner, id, "", Map.of("version", version, "revenue", "9000"));

    assertThat(late.code()).isEqualTo(409);
    assertThat(late.page().select("input[name=revenue]").eachAttr("value"))
        .containsExactly("12000", "9000");
    var settled =
        send(
            owner,
            id,
            "",
            Map.of(
                "version", late.page().select("[name=version]").attr("value"), "revenue", "9000"));
    assertThat(settled.code()).isEqualTo(200);
    assertThat(show(owner, id).page().select("#revenue").attr("value")).isEqualTo("9000");
    assertThat(show(owner, id).page().select("#employees").attr("value"))
        .as("of the first writer, and not in question")
        .isEqualTo("80");
  }

  @Test
  void comesBackFieldByFieldAndGoesInAgain() {
    long id = submitted(Map.of("revenue", "12000"));
    assertThat(send(town, id, "/review", Map.of("answer", "return")).code()).isEqualTo(422);

    act(town, id, "/review", Map.of("answer", "return", "fault-revenue", "与申报表不符"));
    assertThat(stage(id)).isEqualTo(Stage.RETURNED);
    assertThat(show(owner, id).page().select("tr:has(#revenue)").text()).contains("与申报表不符");
    act(owner, id, "/submission", Map.of("revenue", "13000"));

    assertThat(stage(id)).isEqualTo(Stage.TOWNSHIP);
    assertThat(said("revenue").orElseThrow().figure().value()).isEqualTo(Value.number("13000"));
    assertThat(sheets.findById(id).orElseThrow().round()).isEqualTo(2);
  }

  @Test
  @DisplayName("没有写理由就退回：仍在这张表上，写的都在；写了退回理由又确认的，不能确认")
  void anAnswerThatCannotBeTakenComesBackOnTheSheet() {
    long id = submitted(Map.of("revenue", "12000"));

    var without = send(town, id, "/review", Map.of("answer", "return"));
    var contradicted =
        send(
            town,
            id,
            "/review",
            Map.of("answer", "confirm", "fault-revenue", "与申报表不符", "note", "其余无误"));

    assertThat(without.code()).isEqualTo(422);
    assertThat(without.page().select("#review")).hasSize(1);
    assertThat(without.page().select("#errors").text()).contains("请写明退回理由");
    assertThat(contradicted.code()).isEqualTo(422);
    assertThat(contradicted.page().select("#errors a[href=#fault-revenue]").text())
        .contains("“营业收入总额”写了退回理由，不能确认");
    assertThat(contradicted.page().select("#fault-revenue").val()).isEqualTo("与申报表不符");
    assertThat(contradicted.page().select("#note").text()).isEqualTo("其余无误");
    assertThat(stage(id)).isEqualTo(Stage.TOWNSHIP);
  }

  @Test
  @DisplayName("成立日期改到两百年前：要写说明；日期晚于本表截至日期的，说的是本表的日期")
  void aDayThatCannotBeIsAskedAbout() {
    long id = people.begun(owner);
    int year = people.lastYear();

    var old = send(owner, id, "/submission", Map.of("founded_on", "1821-01-01", "note", "请核对"));
    var late = send(owner, id, "", Map.of("new_product_since", (year + 1) + "-01-01"));

    assertThat(old.code()).isEqualTo(422);
    assertThat(old.page().select("#errors").text()).contains("成立日期：早于 1949-10-01，请核对年份");
    assertThat(old.page().select("#note").text()).isEqualTo("请核对");
    assertThat(late.page().select("#new_product_since-problem").text())
        .contains("新产品投产日期不能晚于本表截至日期 " + year + "-12-31。");
    assertThat(
            send(owner, id, "", Map.of("new_product_since", year + "-12-31"))
                .page()
                .select("#new_product_since-problem")
                .text())
        .isEmpty();
  }

  @Test
  void whatIsHandedInIsNotEditedAndNotReviewedTwice() {
    long id = submitted(Map.of("revenue", "12000"));

    assertThat(send(owner, id, "", Map.of("version", "9", "revenue", "1")).code()).isEqualTo(409);
    act(town, id, "/review", Map.of("answer", "confirm"));
    assertThat(send(town, id, "/review", Map.of("answer", "confirm")).code()).isEqualTo(409);
  }

  @Test
  void valuesOnRecordAreNotClearedSilently() {
    report("revenue", people.lastYear(), "12000");
    long id = people.begun(owner);

    var answer = send(owner, id, "", Map.of("revenue", ""));

    assertThat(answer.code()).isEqualTo(422);
    assertThat(answer.page().select("#revenue-problem").text()).contains("不能清空");
  }

  @Test
  void isSeenByThoseItConcernsOnly() {
    long id = submitted(Map.of("revenue", "12000"));
    Company neighbour = people.member(SheetPeople.town(PROVINCE));
    String other = people.owner(neighbour);
    String stranger = people.person(Role.TOWNSHIP, SheetPeople.otherTown(PROVINCE));
    String office = people.person(Role.OFFICE, SheetPeople.county(PROVINCE));

    assertThat(show(other, id).code()).isEqualTo(404);
    assertThat(show(stranger, id).code()).isEqualTo(404);
    assertThat(show(office, id).code()).isEqualTo(200);
    assertThat(send(office, id, "/review", Map.of("answer", "confirm")).code()).isEqualTo(403);
    assertThat(list(stranger, "?size=200")).doesNotContain(company.name());
    assertThat(list(office, "?size=200&show=waiting")).contains(company.name());
    assertThat(list(office, "?size=200&show=late"))
        .as("a member that has not begun owes one too")
        .contains(neighbour.name())
        .doesNotContain(company.name());
  }

  @Test
  void aYearThatIsNotOverHasNoSheet() {
    var answer =
        people.send(owner, "/sheets", "/sheets", Map.of("year", "" + (people.lastYear() + 1)));

    assertThat(answer.code()).isEqualTo(422);
  }

  private List<String> list(String session, String query) {
    return door.page("/sheets" + query, session).page().select("tbody th").eachText().stream()
        .map(String::strip)
        .toList();
  }

  private long submitted(Map<String, String> fields) {
    long id = people.begun(owner);
    act(owner, id, "/submission", fields);
    return id;
  }

  private void act(String session, long id, String what, Map<String, String> fields) {
    people.act(session, "/sheets/" + id, "/sheets/" + id + what, fields);
  }

  private Door.Answer send(String session, long id, String what, Map<String, String> fields) {
    return people.send(session, "/sheets/" + id, "/sheets/" + id + what, fields);
  }

  private Door.Answer show(String session, long id) {
    return door.page("/sheets/" + id, session);
  }

  private Stage stage(long id) {
    return sheets.findById(id).orElseThrow().stage();
  }

  private Optional<Attested> said(String indicator) {
    var sheet = figures.ofCompany(company.id(), Figures.LATEST);
    var lastDay = LocalDate.of(people.lastYear(), 12, 31);
    return sheet
        .ofYear(indicator, people.lastYear())
        .or(() -> sheet.onDay(indicator, lastDay))
        .map(Entry::live)
        .map(List::getFirst);
  }

  private void report(String indicator, int year, String number) {
    reporting.report(
        List.of(
            Figure.reported(
                company.id(),
                indicator,
                Period.year(year),
                Value.number(number),
                new Source("审计报告", null),
                "试验",
                Instant.parse("2025-03-01T02:00:00Z"))));
  }
}
