package seedbed.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.company.Company;
import seedbed.figure.Confirming;
import seedbed.figure.Entry;
import seedbed.figure.Figures;
import seedbed.figure.Value;
import seedbed.signin.Door;

/// A confirmed sheet is corrected by request.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("更正申请")
final class CorrectionsIT {

  private static final String PROVINCE = "17";

  @Inject SheetPeople people;
  @Inject Corrections corrections;
  @Inject Figures figures;
  @Inject Confirming confirming;
  @Inject Clock clock;
  @Inject Door door;

  private record Confirmed(Company company, String owner, String town, long id) {
    String page() {
      return "/sheets/" + id;
    }
  }

  @BeforeEach
  void settle() {
    door.forgetLocks();
    people.settle(PROVINCE);
  }

  @Test
  void anAcceptedOneSupersedesTheFigureAndKeepsIt() {
    var sheet = confirmed();
    long correction = asked(sheet, "13000");
    assertThat(entry(sheet).live().getFirst().figure().value())
        .as("until it is decided nothing changes")
        .isEqualTo(Value.number("12000"));

    decide(sheet.town(), sheet, correction, Map.of("outcome", "accept"));

    Entry entry = entry(sheet);
    assertThat(entry.live())
        .singleElement()
        .satisfies(live -> assertThat(live.figure().value()).isEqualTo(Value.number("13000")));
    assertThat(entry.superseded())
        .singleElement()
        .satisfies(old -> assertThat(old.figure().value()).isEqualTo(Value.number("12000")));
    assertThat(door.page(sheet.page(), sheet.owner()).page().select("main").text())
        .contains("同意更正", "13,000.00");
  }

  @Test
  @DisplayName("镇里收到更正申请，企业收到办理结果")
  void bothSidesAreTold() {
    var sheet = confirmed();
    assertThat(messages(sheet.owner())).contains("已确认：");

    long correction = asked(sheet, "13000");
    assertThat(messages(sheet.town())).contains("更正申请待办：" + sheet.company().name());
    decide(sheet.town(), sheet, correction, Map.of("outcome", "accept"));

    assertThat(messages(sheet.owner())).contains("更正申请同意更正：");
  }

  @Test
  @DisplayName("同意以后还要部门核实：填报表和更正页写明等谁、自哪天起，企业和培育办都看得到；核实以后不再写")
  void thePagesSayWhoStillHasToConfirm() {
    var sheet = confirmed();
    String office = people.person(Role.OFFICE, SheetPeople.county(PROVINCE));
    long correction = asked(sheet, "13000");
    String waiting = "新值待税务局或统计局核实，自 " + LocalDate.now(clock) + " 起";
    assertThat(listed(sheet, sheet.owner())).doesNotContain("待税务局");

    decide(sheet.town(), sheet, correction, Map.of("outcome", "accept"));

    assertThat(listed(sheet, sheet.owner())).contains(waiting);
    assertThat(listed(sheet, office)).contains(waiting);
    String form = sheet.page() + "/corrections/new?field=revenue";
    assertThat(door.page(form, sheet.owner()).page().select(".head").text()).contains(waiting);
    confirming.confirm(List.of(entry(sheet).live().getFirst().figure()), "税务", clock.instant());
    assertThat(listed(sheet, sheet.owner())).contains("同意更正").doesNotContain("待税务局");
    assertThat(door.page(form, sheet.owner()).page().select(".head").text()).doesNotContain("待税务局");
  }

  private String listed(Confirmed sheet, String session) {
    return door.page(sheet.page(), session).page().select("section:contains(更正申请)").text();
  }

  private String messages(String session) {
    return door.page("/inbox", session).page().select(".messages").text();
  }

  @Test
  void aRefusedOneNeedsAReasonAndChangesNothing() {
    var sheet = confirmed();
    long correction = asked(sheet, "13000");
    String to = sheet.page() + "/corrections/" + correction;

    assertThat(people.send(sheet.town(), sheet.page(), to, Map.of("outcome", "refuse")).code())
        .isEqualTo(422);
    decide(sheet.town(), sheet, correction, Map.of("outcome", "refuse", "answer", "与申报表不符"));

    assertThat(entry(sheet).live().getFirst().figure().value()).isEqualTo(Value.number("12000"));
    assertThat(people.send(sheet.town(), sheet.page(), to, Map.of("outcome", "accept")).code())
        .as("decided once")
        .isEqualTo(409);
  }

  @Test
  @DisplayName("不同意没有写理由：仍在这张表上，请写理由")
  void aRefusalWithoutAReasonComesBackOnTheSheet() {
    var sheet = confirmed();
    long correction = asked(sheet, "13000");
    String to = sheet.page() + "/corrections/" + correction;

    var refused = people.send(sheet.town(), sheet.page(), to, Map.of("outcome", "refuse"));
    var unanswered = people.send(sheet.town(), sheet.page(), to, Map.of("answer", "再核"));

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#errors a[href=#answer-" + correction + "]").text())
        .contains("请写明理由");
    assertThat(refused.page().select("#answer-" + correction)).hasSize(1);
    assertThat(unanswered.code()).isEqualTo(422);
    assertThat(unanswered.page().select("#answer-" + correction).val()).isEqualTo("再核");
  }

  @Test
  @DisplayName("更正为现有数的千倍以上：勾选“已核对”才受理，镇（街道）和培育办办理时看到提示")
  void aCorrectionInAnotherUnitIsConfirmedAndShownToWhoDecides() {
    var sheet = confirmed();
    String office = people.person(Role.OFFICE, SheetPeople.county(PROVINCE));

    var refused = ask(sheet, "120000000");

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#errors").text())
        .contains("更正后的数是现有的数的 1000 倍以上，疑似单位填错", "请勾选“已核对”");
    assertThat(refused.page().select("#value").val()).isEqualTo("120000000");
    assertThat(refused.page().select("#reason").text()).isEqualTo("原填漏了一个月");
    assertThat(ask(sheet, "120000000", Map.of("aware", "yes")).code()).isEqualTo(303);
    for (String who : List.of(sheet.town(), office)) {
      assertThat(listed(sheet, who)).contains("请核对：更正后的数是现有的数的 1000 倍以上，疑似单位填错");
    }
  }

  @Test
  @DisplayName("更正会使别的指标不合理的，也请核对")
  void aCorrectionThatMakesAnotherValueStrangeIsConfirmed() {
    var sheet = confirmed(Map.of("revenue", "12000", "rd_expense", "900"));

    var refused = ask(sheet, "800");

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#aware").text()).contains("研发费用", "大于营业收入总额");
  }

  @Test
  @DisplayName("同一指标已有申请在办：申请的值和理由都留在页上")
  void whatWasTypedForASecondRequestIsKept() {
    var sheet = confirmed();
    asked(sheet, "13000");

    var late = ask(sheet, "14000");

    assertThat(late.code()).isEqualTo(409);
    assertThat(late.page().select(".kept textarea").eachText()).contains("14000", "原填漏了一个月");
  }

  @Test
  void theOfficeDecidesTooAndStrangersDoNot() {
    var sheet = confirmed();
    long correction = asked(sheet, "13000");
    String to = sheet.page() + "/corrections/" + correction;
    String stranger = people.person(Role.TOWNSHIP, SheetPeople.otherTown(PROVINCE));
    String office = people.person(Role.OFFICE, SheetPeople.county(PROVINCE));

    assertThat(people.send(stranger, "/sheets", to, Map.of("outcome", "accept")).code())
        .isEqualTo(404);
    assertThat(people.send(sheet.owner(), sheet.page(), to, Map.of("outcome", "accept")).code())
        .isEqualTo(403);
    assertThat(door.page("/sheets?show=correcting&size=200", office).body())
        .contains(sheet.company().name());
    decide(office, sheet, correction, Map.of("outcome", "accept"));
  }

  @Test
  void aValueHasOneOpenRequestAndAReadableOne() {
    var sheet = confirmed();
    asked(sheet, "13000");

    assertThat(ask(sheet, "14000").code()).isEqualTo(409);
    assertThat(ask(sheet, "很多").code()).isEqualTo(422);
    assertThat(ask(sheet, "12000").code()).as("as it is").isEqualTo(422);
  }

  @Test
  void onlyAConfirmedSheetIsCorrected() {
    Company company = people.member(SheetPeople.town(PROVINCE));
    String owner = people.owner(company);
    long id = people.begun(owner);

    assertThat(
            people
                .send(
                    owner,
                    "/sheets",
                    "/sheets/" + id + "/corrections",
                    Map.of("field", "revenue", "value", "1", "reason", "错"))
                .code())
        .isEqualTo(409);
  }

  private Confirmed confirmed() {
    return confirmed(Map.of("revenue", "12000"));
  }

  private Confirmed confirmed(Map<String, String> values) {
    Company company = people.member(SheetPeople.town(PROVINCE));
    String owner = people.owner(company);
    String town = people.person(Role.TOWNSHIP, SheetPeople.town(PROVINCE));
    long id = people.begun(owner);
    String page = "/sheets/" + id;
    people.act(owner, page, page + "/submission", values);
    people.act(town, page, page + "/review", Map.of("answer", "confirm"));
    return new Confirmed(company, owner, town, id);
  }

  private long asked(Confirmed sheet, String value) {
    assertThat(ask(sheet, value).code()).isEqualTo(303);
    return corrections.findBySheetIdOrderByIdDesc(sheet.id()).getFirst().id();
  }

  private Door.Answer ask(Confirmed sheet, String value) {
    return ask(sheet, value, Map.of());
  }

  private Door.Answer ask(Confirmed sheet, String value, Map<String, String> more) {
    Map<String, String> fields =
        new HashMap<>(Map.of("field", "revenue", "value", value, "reason", "原填漏了一个月"));
    fields.putAll(more);
    return people.send(
        sheet.owner(),
        sheet.page() + "/corrections/new?field=revenue",
        sheet.page() + "/corrections",
        fields);
  }

  private void decide(
      String session, Confirmed sheet, long correction, Map<String, String> answer) {
    people.act(session, sheet.page(), sheet.page() + "/corrections/" + correction, answer);
  }

  private Entry entry(Confirmed sheet) {
    return figures
        .ofCompany(sheet.company().id(), Figures.LATEST)
        .ofYear("revenue", people.lastYear())
        .orElseThrow();
  }
}
