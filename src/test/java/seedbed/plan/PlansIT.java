package seedbed.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.company.Company;
import seedbed.figure.Figure;
import seedbed.figure.Period;
import seedbed.figure.Reporting;
import seedbed.figure.Source;
import seedbed.figure.Value;
import seedbed.signin.Door;

/// A plan from its first word to the report on its tasks.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("培育发展方案")
final class PlansIT {

  @Inject PlanPeople people;
  @Inject GivenPlans given;
  @Inject PlanVersions versions;
  @Inject ContentRows rows;
  @Inject GoalRows goals;
  @Inject PlanSteps steps;
  @Inject PlanCasework casework;
  @Inject Reporting reporting;
  @Inject Door door;
  @Inject Clock clock;

  private @Nullable Company known;
  private String owner = "";
  private String town = "";
  private String office = "";

  @BeforeEach
  void settle() {
    people.settle();
    known = people.company();
    owner = people.owner(company());
    town = people.person(Role.TOWNSHIP, PlanPeople.TOWN);
    office = people.person(Role.OFFICE, PlanPeople.COUNTY);
  }

  private Company company() {
    return Objects.requireNonNull(known);
  }

  private String begun() {
    return people.begun(owner, given.span().first());
  }

  private String approved() {
    String page = begun();
    people.act(owner, page, "/submission", given.complete(given.span()));
    people.act(town, page, "/review", Map.of("answer", "forward"));
    people.act(office, page, "/decision", Map.of("answer", "approve"));
    return page;
  }

  private static long id(String page) {
    return Long.parseLong(page.replaceFirst(".*/", ""));
  }

  private Version newest(String page) {
    return versions.findByPlanIdOrderByOrdinalDesc(id(page)).getFirst();
  }

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
  @DisplayName("批准的有编号和摘要，内容不再变，任务可以跟踪；修订期间原方案继续执行")
  void anApprovedVersionIsNumberedAndFollowed() {
    String page = approved();

    assertThat(messages(owner)).contains("审核通过：", "已批准：");
    Version approved = newest(page);
    assertThat(approved.archiveNumber()).matches("方案档〔[0-9]{4}〕[0-9]+号");
    assertThat(approved.digest())
        .isEqualTo(
            PlanDigest.of(
                company().name(),
                new Plan(
                    id(page),
                    company().id(),
                    given.span().base(),
                    given.span().first(),
                    given.span().last(),
                    LocalDate.EPOCH,
                    "",
                    1),
                1,
                rows.of(approved.id())));
    assertThat(people.send(owner, page, "", Map.of("text-strategy", "改了")).code()).isEqualTo(409);
    people.act(owner, page, "/revision", Map.of());
    assertThat(people.send(owner, page, "/revision", Map.of()).code()).isEqualTo(409);
    assertThat(newest(page).ordinal()).isEqualTo(2);
    assertThat(goals.tasks(id(page))).extracting(GoalRows.Task::name).contains("试验任务甲");
    assertThat(door.page(page + "?version=1", town).page().select("#progress")).hasSize(1);
  }

  @Test
  @DisplayName("季度进展：逾期的各级看得到，完成的要写日期，报过的不再提示")
  void progressIsReportedTaskByTask() {
    String page = approved();
    int quarter = Quarter.of(LocalDate.now(clock)).before().place();

    assertThat(tasks("late")).contains("试验任务甲");
    var refused =
        people.send(
            owner,
            page,
            "/tasks/1/progress",
            Map.of("quarter", "" + quarter, "state", "DONE", "words", "设备已经验收"));
    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#errors a[href=#doneOn-1]")).hasSize(1);
    assertThat(refused.page().select("#task-1 details[open]")).hasSize(1);
    assertThat(refused.page().select("#words-1").text()).isEqualTo("设备已经验收");
    assertThat(refused.page().select("#state-1 option[selected]").attr("value")).isEqualTo("DONE");
    assertThat(refused.page().select("#quarter-1 option[selected]").attr("value"))
        .isEqualTo("" + quarter);
    assertThat(refused.page().select("#words-2").text()).isEmpty();
    Map<String, String> mistyped =
        Map.of("quarter", "" + quarter, "state", "DONE", "words", "已验收", "doneOn", "2016-06-30");
    assertThat(
            people
                .send(owner, page, "/tasks/1/progress", mistyped)
                .page()
                .select("#errors a[href=#doneOn-1]")
                .text())
        .contains("2016-06-30");
    people.act(
        owner,
        page,
        "/tasks/1/progress",
        Map.of(
            "quarter",
            "" + quarter,
            "state",
            "DONE",
            "words",
            "已验收",
            "doneOn",
            "" + LocalDate.now(clock).minusDays(1)));

    assertThat(goals.tasks(id(page)))
        .filteredOn(task -> task.number() == 1)
        .extracting(GoalRows.Task::state)
        .containsExactly(TaskState.DONE);
    assertThat(door.page(page, town).page().select("#task-1").text()).contains("已验收");
    assertThat(tasks("silent")).contains("试验任务乙").doesNotContain("试验任务甲");
    assertThat(
            people
                .send(
                    owner,
                    page,
                    "/tasks/9/progress",
                    Map.of("quarter", "" + quarter, "state", "ONGOING", "words", "无此任务"))
                .code())
        .isEqualTo(404);
  }

  @Test
  @DisplayName("补报以前的季度不改变任务现在的状态，并告诉企业")
  void anOlderQuarterDoesNotTurnATaskBack() {
    String page = approved();
    Quarter now = Quarter.of(LocalDate.now(clock));
    people.act(owner, page, "/tasks/2/progress", progress(now, "ONGOING", "设备已经到货"));

    people.act(owner, page, "/tasks/2/progress", progress(now.before(), "STALLED", "等待设备"));
    var shown = door.page(page, owner).page();

    assertThat(task(page, 2).state()).isEqualTo(TaskState.ONGOING);
    assertThat(task(page, 2).reported()).isEqualTo(now);
    assertThat(shown.select("#task-2").text()).contains("等待设备", "设备已经到货");
    people.act(owner, page, "/tasks/2/progress", progress(now, "STALLED", "安装受阻"));
    assertThat(task(page, 2).state()).isEqualTo(TaskState.STALLED);
  }

  private static Map<String, String> progress(Quarter quarter, String state, String words) {
    return Map.of("quarter", "" + quarter.place(), "state", state, "words", words);
  }

  private GoalRows.Task task(String page, int number) {
    return goals.tasks(id(page)).stream()
        .filter(task -> task.number() == number)
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("修订稿编制和审核期间，现行任务照样看得到、报得了")
  void tasksInForceAreFollowedThroughARevision() {
    String page = approved();
    people.act(owner, page, "/revision", Map.of());
    Quarter now = Quarter.of(LocalDate.now(clock));

    var written = door.page(page, owner).page();
    people.act(owner, page, "/tasks/2/progress", progress(now, "ONGOING", "修订期间照常推进"));
    people.act(owner, page, "/submission", given.complete(given.span()));

    assertThat(written.select("#progress form")).hasSize(2);
    assertThat(written.select("#plan")).hasSize(1);
    people.act(
        town, page, "/review", Map.of("answer", "return", "comment-tasks", "请再核对", "note", "不全"));
    people.act(owner, page, "/submission", given.complete(given.span()));
    assertThat(door.page(page, town).page().select("#versions a[href*=before]").attr("href"))
        .as("the one before is the returned one; the one that binds is the first")
        .endsWith("?before=1&after=3");
    assertThat(door.page(page, town).page().select("#task-2").text()).contains("修订期间照常推进");
  }

  @Test
  @DisplayName("回看某日：打开当日执行的一稿；当日没有的，说明显示的是今天")
  void lookingBackOpensTheVersionInForce() {
    String page = approved();
    LocalDate today = LocalDate.now(clock);

    var before = door.page(page + "?on=" + today.minusDays(1), town);

    assertThat(before.code()).isEqualTo(303);
    assertThat(before.location()).endsWith(page);
    long old = casework.begin(people.company().id(), given.span(), today.minusDays(40), clerk());
    casework.write(old, given.complete(given.span()));
    casework.submit(old, today.minusDays(39), clerk());
    casework.forward(old, today.minusDays(38), clerk(), null);
    casework.approve(old, company(), today.minusDays(37), clerk());
    casework.revise(old, today.minusDays(2));
    var then = door.page("/plans/" + old + "?on=" + today.minusDays(10), town);
    assertThat(then.location()).endsWith("/plans/" + old + "?version=1");
  }

  private static Caller clerk() {
    return new Caller(1, 0, "试验", Role.OFFICE, PlanPeople.COUNTY, null, null);
  }

  @Test
  @DisplayName("状态旁的数字就是点开以后的行数")
  void chipsCountWhatTheirListsShow() {
    approved();
    for (String list : List.of("/plans", "/plans/tasks")) {
      for (var chip : door.page(list, town).page().select("nav.chips a")) {
        String count = chip.text().replaceAll("\\D", "");

        assertThat(
                door.page(
                        chip.attr("href")
                            + (chip.attr("href").contains("?") ? "&" : "?")
                            + "size=200",
                        town)
                    .page()
                    .select("tbody tr"))
            .as(list + " " + chip.text())
            .hasSize(Integer.parseInt(count));
      }
    }
  }

  @Test
  @DisplayName("按日登记的办理，记录和期限都以该日为准")
  void caseworkIsDatedAsAsked() {
    LocalDate begun = LocalDate.now(clock).minusDays(60);
    Caller by = new Caller(1, 0, "试验", Role.COMPANY, PlanPeople.COUNTY, company().id(), null);

    long plan = casework.begin(company().id(), given.span(), begun, by);
    boolean empty = casework.complete(plan);
    casework.write(plan, given.complete(given.span()));
    casework.submit(plan, begun.plusDays(10), by);
    casework.sendBack(plan, begun.plusDays(12), by, Map.of(Places.TASKS, "请细化"));
    casework.submit(plan, begun.plusDays(15), by);
    casework.forward(plan, begun.plusDays(16), by, "同意");
    casework.approve(plan, company(), begun.plusDays(20), by);
    casework.report(plan, 1, "DONE", "已验收", begun.plusDays(40), by);

    assertThat(empty).isFalse();
    assertThat(steps.ofPlan(plan))
        .extracting(PlanStep::move, PlanStep::doneOn)
        .containsExactlyInAnyOrder(
            tuple(Move.SUBMIT, begun.plusDays(10)),
            tuple(Move.RETURN, begun.plusDays(12)),
            tuple(Move.SUBMIT, begun.plusDays(15)),
            tuple(Move.FORWARD, begun.plusDays(16)),
            tuple(Move.APPROVE, begun.plusDays(20)));
    assertThat(newest("/plans/" + plan).approvedOn()).isEqualTo(begun.plusDays(20));
    assertThat(task("/plans/" + plan, 1))
        .satisfies(task -> {
          assertThat(task.doneOn()).isEqualTo(begun.plusDays(40));
          assertThat(task.reported()).isEqualTo(Quarter.of(begun.plusDays(40)).before());
        });
  }

  /// What the township's list says of this company.
  private String tasks(String standing) {
    return door.page("/plans/tasks?size=200&show=" + standing, town)
        .page()
        .select("tbody tr:contains(" + company().name() + ")")
        .text();
  }

  @Test
  @DisplayName("修订后任务序号不变的，进展接着算；取消的不再跟踪")
  void aRevisionKeepsWhatWasReported() {
    String page = approved();
    int quarter = Quarter.of(LocalDate.now(clock)).before().place();
    people.act(
        owner,
        page,
        "/tasks/2/progress",
        Map.of("quarter", "" + quarter, "state", "STALLED", "words", "缺设备"));
    people.act(owner, page, "/revision", Map.of());
    Map<String, String> revised = new HashMap<>(given.complete(given.span()));
    revised.keySet().removeIf(field -> field.startsWith("task-1-"));
    revised.put("task-2-name", "试验任务乙（修订）");
    people.act(owner, page, "/submission", revised);
    people.act(town, page, "/review", Map.of("answer", "forward"));
    people.act(office, page, "/decision", Map.of("answer", "approve"));

    assertThat(goals.tasks(id(page)))
        .singleElement()
        .satisfies(task -> {
          assertThat(task.name()).isEqualTo("试验任务乙（修订）");
          assertThat(task.state()).isEqualTo(TaskState.STALLED);
        });
  }

  @Test
  @DisplayName("两人同时编制，后保存的看到两份逐处选择，不会覆盖")
  void twoWritersChoose() {
    String page = begun();
    String lock = door.page(page, owner).page().select("[name=lock]").attr("value");
    people.send(owner, page, "", Map.of("text-strategy", "甲写的", "text-funds", "相同"));

    var conflict =
        people.send(
            owner, page, "", Map.of("lock", lock, "text-strategy", "乙写的", "text-funds", "相同"));

    assertThat(conflict.code()).isEqualTo(409);
    assertThat(conflict.page().select("tbody tr")).hasSize(1);
    assertThat(conflict.page().select("main").text()).contains("甲写的", "乙写的");
    assertThat(rows.of(newest(page).id()).text(Passage.STRATEGY)).isEqualTo("甲写的");
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
    assertThat(refused.page().select("#first option[selected]").attr("value"))
        .isEqualTo("" + (given.span().first() + 1));
  }

  private String messages(String session) {
    return door.page("/inbox", session).page().select(".messages").text();
  }
}
