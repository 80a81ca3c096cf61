package seedbed.plan;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.evidence.Evidence;
import seedbed.web.Field;
import seedbed.web.FieldError;
import seedbed.web.Flash;
import seedbed.web.Refusal;

/// The company's quarterly word on the tasks of its plan.
@Hidden
@Controller("/plans/{id}/tasks/{task}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
class ProgressPages {

  private final PlanReading reading;
  private final PlanPapers papers;
  private final Following following;
  private final Clock clock;

  ProgressPages(PlanReading reading, PlanPapers papers, Following following, Clock clock) {
    this.reading = reading;
    this.papers = papers;
    this.following = following;
    this.clock = clock;
  }

  @Serdeable
  record ReportForm(
      @Nullable String quarter,
      @Nullable String state,
      @Nullable String words,
      @Nullable String doneOn,
      @Nullable String paper) {

    PlanPage.Typed typed(int task) {
      return new PlanPage.Typed(
          null,
          "",
          Map.of(),
          new PlanPage.Reported(
              task, text(quarter), text(state), text(words), text(doneOn), text(paper), true));
    }

    private static String text(@Nullable String typed) {
      return typed == null ? "" : typed;
    }
  }

  @Post("/progress")
  HttpResponse<?> report(
      long id, int task, Permission permission, @Body ReportForm form, Deed deed) {
    PlanReading.File file = reading.file(id, permission);
    if (file.inForce(LocalDate.now(clock)).isEmpty()) {
      throw new Refusal.Stale("方案还没有批准，批准以后才填报任务进展。");
    }
    try {
      Following.Taken taken =
          following.report(
              file.plan(), read(task, form, file.plan(), permission), permission.caller());
      if (!taken.again()) {
        deed.noted("第 " + task + " 项任务：" + taken.progress().state().label());
      }
      return Flash.seeOther(PlanPages.address(id), sentence(taken));
    } catch (Refusal.Invalid refused) {
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  PlanPages.SHOW,
                  reading.page(
                      file,
                      file.newest(),
                      atTask(task, refused.errors()),
                      form.typed(task),
                      permission)));
    }
  }

  private static String sentence(Following.Taken taken) {
    Progress progress = taken.progress();
    Quarter newer = taken.newer();
    if (taken.again()) {
      return "第 %d 项任务这一季度已经填报过同样的内容，没有重复登记。".formatted(progress.task());
    }
    String done = "第 " + progress.task() + " 项任务的进展已填报：" + progress.state().label() + "。";
    return newer == null ? done : done + "这是补报以前的季度，任务现在的状态仍以" + newer + "的填报为准。";
  }

  // The page has such a form for every task.
  private static List<FieldError> atTask(int task, List<FieldError> errors) {
    return errors.stream()
        .map(error -> new FieldError(error.field() + "-" + task, error.message()))
        .toList();
  }

  private Following.Report read(int task, ReportForm form, Plan plan, Permission permission) {
    String quarter = form.quarter();
    if (quarter == null || !quarter.matches("[0-9]{4,5}")) {
      throw new Refusal.Invalid("quarter", "请选择填报的季度。");
    }
    TaskState state =
        TaskState.of(form.state() == null ? "" : form.state())
            .orElseThrow(() -> new Refusal.Invalid("state", "请选择任务的进展。"));
    String words = PlanPages.note(form.words(), "words");
    if (words == null) {
      throw new Refusal.Invalid("words", "请写一两句进展情况。");
    }
    return new Following.Report(
        task,
        Quarter.counted(Integer.parseInt(quarter)),
        state,
        words,
        Field.of("doneOn", form.doneOn()).day(),
        paper(plan, form.paper(), permission));
  }

  // Not chosen is an empty field.
  private @Nullable Long paper(Plan plan, @Nullable String asked, Permission permission) {
    if (asked == null || asked.isBlank()) {
      return null;
    }
    return papers.shown(plan, permission).stream()
        .map(Evidence::id)
        .filter(paper -> paper.toString().equals(asked.strip()))
        .findFirst()
        .orElseThrow(() -> new Refusal.Invalid("paper", "没有这份佐证材料，请从列表中选择。"));
  }
}
