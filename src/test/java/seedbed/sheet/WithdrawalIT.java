package seedbed.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.company.Company;
import seedbed.signin.Door;

/// A company takes back what it handed in, as long as nobody has answered it.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("撤回填报表和运行情况表")
final class WithdrawalIT {

  private static final String PROVINCE = "19";
  private static final String OPERATING = "/operating-sheets";

  @Inject SheetPeople people;
  @Inject Sheets sheets;
  @Inject Operatings operatings;
  @Inject Door door;

  private String owner = "";
  private String town = "";

  @BeforeEach
  void settle() {
    door.forgetLocks();
    people.settle(PROVINCE);
    Company company = people.member(SheetPeople.town(PROVINCE));
    owner = people.owner(company);
    town = people.person(Role.TOWNSHIP, SheetPeople.town(PROVINCE));
  }

  @Test
  void isWritableAgainWithALineInTheHistoryAndTheDayItHadBefore() {
    long id = people.begun(owner);
    var due = sheets.findById(id).orElseThrow().dueOn();
    handIn(id, "12000");

    people.act(owner, page(id), page(id) + "/withdrawal", Map.of("note", "漏填分公司数据"));

    assertThat(sheet(id).stage()).isEqualTo(Stage.DRAFT);
    assertThat(sheet(id).dueOn()).isEqualTo(due);
    var shown = door.page(page(id), owner).page();
    assertThat(shown.select("#revenue").attr("value")).isEqualTo("12000");
    assertThat(shown.select("main").text()).contains("撤回填报表", "漏填分公司数据");
    handIn(id, "13000");
    assertThat(sheet(id).round()).isEqualTo(2);
  }

  @Test
  void whatTheTownshipFoundWrongIsStillSaid() {
    long id = people.begun(owner);
    handIn(id, "12000");
    review(id, Map.of("answer", "return", "fault-revenue", "与申报表不符"));
    handIn(id, "13000");

    people.act(owner, page(id), page(id) + "/withdrawal", Map.of());

    assertThat(door.page(page(id), owner).page().select("tr:has(#revenue)").text())
        .contains("与申报表不符");
  }

  @Test
  void whatIsConfirmedOrNotHandedInIsNotTakenBack() {
    long id = people.begun(owner);
    assertThat(withdraw(id).page().select("main").text()).contains("不必撤回");
    handIn(id, "12000");
    assertThat(door.page(page(id), owner).page().select("#withdrawal")).hasSize(1);
    assertThat(door.page(page(id), town).page().select("#withdrawal")).isEmpty();
    review(id, Map.of("answer", "confirm"));

    var refused = withdraw(id);

    assertThat(refused.code()).isEqualTo(409);
    assertThat(refused.page().select("main").text()).contains("已经确认", "更正申请");
    assertThat(sheet(id).stage()).isEqualTo(Stage.CONFIRMED);
    assertThat(door.page(page(id), owner).page().select("#withdrawal")).isEmpty();
  }

  @Test
  void ofAWithdrawalAndAConfirmationAtOnceOneIsMade() throws Exception {
    long id = people.begun(owner);
    handIn(id, "12000");
    String ownToken = door.page(page(id), owner).formToken();
    String townToken = door.page(page(id), town).formToken();

    List<Integer> codes =
        atOnce(
            () -> door.form(page(id) + "/withdrawal", owner, Map.of("csrfToken", ownToken)),
            () ->
                door.form(
                    page(id) + "/review",
                    town,
                    Map.of("csrfToken", townToken, "answer", "confirm")));

    assertThat(codes).containsExactlyInAnyOrder(303, 409);
    assertThat(sheet(id).stage())
        .isEqualTo(codes.getFirst() == 303 ? Stage.DRAFT : Stage.CONFIRMED);
  }

  @Test
  void anOperatingSheetIsTakenBackUntilItIsSeen() {
    String page = operating("300");
    long id = Long.parseLong(page.replaceFirst(".*/", ""));

    people.act(owner, page, page + "/withdrawal", Map.of("note", "单位填错"));

    assertThat(operatings.findById(id).orElseThrow().stage()).isEqualTo(Operating.Stage.DRAFT);
    var shown = door.page(page, owner).page();
    assertThat(shown.select("#sales").attr("value")).isEqualTo("300");
    assertThat(shown.select("main").text()).contains("撤回", "单位填错");
    people.act(owner, page, page + "/submission", Map.of("sales", "310", "forecast", "1200"));
    people.act(town, page, page + "/review", Map.of("answer", "seen"));
    var refused = people.send(owner, page, page + "/withdrawal", Map.of());
    assertThat(refused.code()).isEqualTo(409);
    assertThat(refused.page().select("main").text()).contains("已阅", "不能撤回");
  }

  private static List<Integer> atOnce(Callable<Door.Answer> one, Callable<Door.Answer> other)
      throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      return executor.invokeAll(List.of(one, other)).stream()
          .map(Future::resultNow)
          .map(Door.Answer::code)
          .toList();
    }
  }

  private String operating(String sales) {
    var begun =
        people.send(
            owner, OPERATING, OPERATING, Map.of("year", "" + people.lastYear(), "month", "3"));
    String page = begun.location();
    people.act(owner, page, page + "/submission", Map.of("sales", sales, "forecast", "1200"));
    return page;
  }

  private void handIn(long id, String revenue) {
    people.act(owner, page(id), page(id) + "/submission", Map.of("revenue", revenue));
  }

  private void review(long id, Map<String, String> answer) {
    people.act(town, page(id), page(id) + "/review", answer);
  }

  private Door.Answer withdraw(long id) {
    return people.send(owner, page(id), page(id) + "/withdrawal", Map.of());
  }

  private static String page(long id) {
    return "/sheets/" + id;
  }

  private Sheet sheet(long id) {
    return sheets.findById(id).orElseThrow();
  }
}
