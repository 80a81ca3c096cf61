package seedbed.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Caller;
import seedbed.access.Role;

/// An approved plan: its tasks by quarter, revisions, and past days.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("一企一策的跟踪")
final class FollowingIT extends PlanScene {

  @Inject PlanSteps steps;
  @Inject PlanCasework casework;

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
  @DisplayName("没有完成的填了完成日期，指出来；同样的进展再交一次，不重复登记")
  void progressThatContradictsItselfOrIsSentTwiceIsNotAdded() {
    String page = approved();
    Quarter now = Quarter.of(LocalDate.now(clock));
    Map<String, String> dated = new HashMap<>(progress(now, "ONGOING", "设备已经到货"));
    dated.put("doneOn", "" + LocalDate.now(clock));

    var refused = people.send(owner, page, "/tasks/2/progress", dated);
    people.act(owner, page, "/tasks/2/progress", progress(now, "ONGOING", "设备已经到货"));
    people.act(owner, page, "/tasks/2/progress", progress(now, "ONGOING", "设备已经到货"));

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#errors a[href=#doneOn-2]").text()).contains("推进中");
    assertThat(door.page(page, owner).page().select("#task-2 .report")).hasSize(1);
  }

  @Test
  @DisplayName("过了期限才完成的，注明逾期完成")
  void whatWasDoneLateSaysSo() {
    String page = approved();
    LocalDate today = LocalDate.now(clock);
    Map<String, String> done = new HashMap<>(progress(Quarter.of(today), "DONE", "已验收"));
    done.put("doneOn", "" + today);
    people.act(owner, page, "/tasks/1/progress", done);

    boolean late = today.isAfter(task(page, 1).due());
    assertThat(door.page(page, town).page().select("#task-1 .tag.not").eachText())
        .isEqualTo(late ? List.of("逾期完成") : List.of());
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

  private static Map<String, String> progress(Quarter quarter, String state, String words) {
    return Map.of("quarter", "" + quarter.place(), "state", state, "words", words);
  }

  private static Caller clerk() {
    return new Caller(1, 0, "试验", Role.OFFICE, PlanPeople.COUNTY, null, null);
  }
}
