package seedbed.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.figure.Figure;
import seedbed.figure.Period;
import seedbed.figure.Reporting;
import seedbed.figure.Source;
import seedbed.figure.Value;
import seedbed.signin.Door;

/// A plan from the first draft to its approval, and who sees it.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("一企一策")
final class PlansIT extends PlanScene {

  @Inject Reporting reporting;

  @Test
  @DisplayName("基期现状按在库数据填好，不再问一遍")
  void whatIsKnownIsNotAskedAgain() {
    reporting.report(
        List.of(
            Figure.reported(
                company().id(),
                "revenue",
                Period.year(given.span().base()),
                Value.number("8765.4"),
                new Source("试验", null),
                "试验",
                clock.instant())));
    var shown = door.page(begun(), owner).page();

    assertThat(shown.select("#target-revenue-" + given.span().base()).attr("value"))
        .isEqualTo("8765.4");
  }

  @Test
  @DisplayName("一企一册的办理历史写明方案的提交、审核和批准")
  void theDossierTellsWhatWasDone() {
    approved();

    assertThat(
            door.page("/companies/" + company().id() + "/dossier", office)
                .page()
                .select("#history tbody tr")
                .eachText())
        .anyMatch(line -> line.endsWith(given.span() + "方案第 1 稿：提交方案"))
        .anyMatch(line -> line.endsWith(given.span() + "方案第 1 稿：批准"));
  }

  @Test
  @DisplayName("填错的也保存，指出在哪里；缺项时不能提交")
  void wrongWordsAreKeptAndNamed() {
    String page = begun();
    String field = "target-revenue-" + given.span().first();
    var answer = people.send(owner, page, "", Map.of(field, "很多", "text-strategy", "做精主业"));

    assertThat(answer.code()).isEqualTo(422);
    assertThat(answer.page().select("#errors a[href=#" + field + "]").text()).contains("很多");
    var again = door.page(page, owner).page();
    assertThat(again.select("#" + field).attr("value")).isEqualTo("很多");
    assertThat(again.select("#text-strategy").text()).isEqualTo("做精主业");
    assertThat(people.send(owner, page, "/submission", Map.of(field, "100")).code()).isEqualTo(422);
    assertThat(newest(page).stage()).isEqualTo(Stage.DRAFT);
  }

  @Test
  @DisplayName("退回时逐段写意见；原稿不再变，企业在下一稿上改，两稿可以比较")
  void whatComesBackIsWrittenOnAsTheNextVersion() {
    String page = begun();
    people.act(owner, page, "/submission", given.complete(given.span()));
    assertThat(messages(town)).contains("方案待审核：" + company().name());

    people.act(
        town,
        page,
        "/review",
        Map.of("answer", "return", "comment-tasks", "请写明设备型号", "note", "总体可行"));
    assertThat(messages(owner)).contains("退回修改：", "总体可行");

    assertThat(versions.findByPlanIdOrderByOrdinalDesc(id(page)))
        .extracting(Version::stage)
        .containsExactly(Stage.DRAFT, Stage.RETURNED);
    assertThat(door.page(page, owner).page().select("main").text()).contains("请写明设备型号");
    Map<String, String> better = new HashMap<>(given.complete(given.span()));
    better.put("task-1-name", "试验任务甲（型号 X2）");
    people.act(owner, page, "/submission", better);
    var difference = door.page(page + "/comparison", town).page();
    assertThat(difference.select("tbody tr")).hasSize(1);
    assertThat(difference.select("tbody").text()).contains("试验任务甲", "型号 X2", "改动");
    assertThat(door.page(page + "?version=1", owner).page().select("main").text())
        .contains("这是以前的一稿")
        .doesNotContain("型号 X2");
  }

  @Test
  @DisplayName("没有意见的退回不受理")
  void nothingComesBackWithoutAReason() {
    String page = begun();
    people.act(owner, page, "/submission", given.complete(given.span()));

    var refused = people.send(town, page, "/review", Map.of("answer", "return"));

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#note-problem").text()).contains("请写明退回理由");
    assertThat(newest(page).stage()).isEqualTo(Stage.TOWNSHIP);
  }

  @Test
  @DisplayName("退回的意见过长：方案再次显示，逐段意见和总的意见都在，错处在该段")
  void commentsThatCannotBeTakenAreKept() {
    String page = begun();
    people.act(owner, page, "/submission", given.complete(given.span()));
    String tooLong = "长".repeat(501);

    var refused =
        people.send(
            town,
            page,
            "/review",
            Map.of(
                "answer",
                "return",
                "comment-tasks",
                tooLong,
                "comment-strategy",
                "请写明目标市场",
                "note",
                "总体可行"));

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#errors a[href=#comment-tasks]").text()).contains("501 字");
    assertThat(refused.page().select("#comment-tasks").text()).isEqualTo(tooLong);
    assertThat(refused.page().select("#comment-strategy").text()).isEqualTo("请写明目标市场");
    assertThat(refused.page().select("#note").text()).isEqualTo("总体可行");
    assertThat(newest(page).stage()).isEqualTo(Stage.TOWNSHIP);
    people.act(town, page, "/review", Map.of("answer", "forward"));
    var undecided = people.send(office, page, "/decision", Map.of("note", "先放一放"));
    assertThat(undecided.code()).isEqualTo(422);
    assertThat(undecided.page().select("#note").text()).isEqualTo("先放一放");
  }

  @Test
  @DisplayName("提交和撤回的说明过长，说明仍在页面上")
  void notesThatCannotBeTakenAreKept() {
    String page = begun();
    String tooLong = "长".repeat(1001);
    Map<String, String> complete = new HashMap<>(given.complete(given.span()));
    complete.put("note", tooLong);
    var unsent = people.send(owner, page, "/submission", complete);
    people.act(owner, page, "/submission", given.complete(given.span()));
    var kept = people.send(owner, page, "/withdrawal", Map.of("note", tooLong));

    assertThat(unsent.code()).isEqualTo(422);
    assertThat(unsent.page().select("#note").text()).isEqualTo(tooLong);
    assertThat(kept.code()).isEqualTo(422);
    assertThat(kept.page().select("#note").attr("value")).isEqualTo(tooLong);
    assertThat(kept.page().select("#note-problem").text()).contains("1001 字");
    assertThat(newest(page).stage()).isEqualTo(Stage.TOWNSHIP);
  }

  @Test
  @DisplayName("撤回和审核同时发生，只有一个成")
  void ofAWithdrawalAndAReviewAtOnceOneIsMade() throws Exception {
    String page = begun();
    people.act(owner, page, "/submission", given.complete(given.span()));
    String ownToken = door.page(page, owner).formToken();
    var shown = door.page(page, town);
    Map<String, String> forward =
        Map.of(
            "csrfToken",
            shown.formToken(),
            "lock",
            shown.page().select("#review [name=lock]").attr("value"),
            "version",
            shown.page().select("#review [name=version]").attr("value"),
            "answer",
            "forward");
    List<Integer> codes;
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      codes =
          executor
              .invokeAll(
                  List.<Callable<Door.Answer>>of(
                      () -> door.form(page + "/withdrawal", owner, Map.of("csrfToken", ownToken)),
                      () -> door.form(page + "/review", town, forward)))
              .stream()
              .map(Future::resultNow)
              .map(Door.Answer::code)
              .toList();
    }

    assertThat(codes).containsExactlyInAnyOrder(303, 409);
  }

  @Test
  @DisplayName("别的镇看不到，别家企业看不到")
  void otherPeopleDoNotSeeIt() {
    String page = begun();
    String elsewhere = people.person(Role.TOWNSHIP, PlanPeople.OTHER_TOWN);
    String rival = people.owner(people.company());

    assertThat(door.page(page, elsewhere).code()).isEqualTo(404);
    assertThat(door.page(page, rival).code()).isEqualTo(404);
    assertThat(door.page("/plans?q=" + company().name(), elsewhere).body())
        .doesNotContain(company().name() + "</a>");
  }

  @Test
  @DisplayName("方案期不能重叠")
  void plansDoNotOverlap() {
    begun();

    var refused =
        door.form(
            "/plans",
            owner,
            Map.of(
                "csrfToken",
                door.page("/plans", owner).formToken(),
                "first",
                "" + (given.span().first() + 1),
                "years",
                "3"));

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#errors a[href=#first]").text()).contains("不能重叠");
    assertThat(refused.page().select("select#first")).as("no year is free").isEmpty();
    assertThat(refused.page().select("#first").text())
        .contains(given.span().toString(), given.span().last() + " 年起可以编制下一方案");
  }
}
