package seedbed.meeting;

import io.micronaut.data.exceptions.OptimisticLockException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.meeting.MeetingReading.Refused;
import seedbed.web.Address;
import seedbed.web.FieldError;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.PageRequest;
import seedbed.web.Refusal;

/// What meetings decided: owners say how far they are, the office closes what is done.
@Hidden
@Controller("/decisions")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class DecisionPages {

  private static final String SHOW = "decisions/show";
  private static final String REOPENING = "reopening";
  private static final int LONGEST_WORDS = 1_000;
  private static final Map<String, String> LABELS =
      Map.of("report", "办理情况", "closing", "办结情况", REOPENING, "理由");

  private final MeetingReading reading;
  private final Steps steps;

  DecisionPages(MeetingReading reading, Steps steps) {
    this.reading = reading;
    this.steps = steps;
  }

  private interface Step {
    String take(Decision decision, String words);
  }

  @Get
  @View("decisions/index")
  MeetingPage.DecisionList index(
      PageRequest page, Permission permission, @Nullable @QueryValue String show) {
    return reading.decisions(show, page, permission);
  }

  @Get("/{id}")
  @View(SHOW)
  MeetingPage.DecisionView show(long id, Permission permission) {
    return reading.view(reading.decision(id, permission), permission, Refused.NOTHING);
  }

  @Post("/{id}/reports")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> report(
      long id, @Body Map<String, @Nullable Object> form, Permission permission, Deed deed) {
    return step(
        id,
        form,
        permission,
        "report",
        (decision, words) -> {
          steps.report(decision, words, permission.caller());
          deed.noted("报告进展：" + words);
          return "已报告进展。";
        });
  }

  @Post("/{id}/closing")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> close(
      long id, @Body Map<String, @Nullable Object> form, Permission permission, Deed deed) {
    return step(
        id,
        form,
        permission,
        "closing",
        (decision, words) -> {
          own(decision, permission);
          steps.close(decision, words, permission.caller());
          deed.changed("状态", Decision.State.OPEN.label(), Decision.State.CLOSED.label());
          return "已销号，不再列入会议议程。";
        });
  }

  @Post("/{id}/reopening")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> reopen(
      long id, @Body Map<String, @Nullable Object> form, Permission permission, Deed deed) {
    return step(
        id,
        form,
        permission,
        REOPENING,
        (decision, words) -> {
          own(decision, permission);
          steps.reopen(decision, words, permission.caller());
          deed.changed("状态", Decision.State.CLOSED.label(), Decision.State.OPEN.label());
          return "已恢复办理，销号以前列入每次会议的议程。";
        });
  }

  private static void own(Decision decision, Permission permission) {
    if (!decision.regionCode().equals(permission.caller().regionCode())) {
      throw new Refusal.Stale("这件议定事项由其他地区的会议作出，只能查看。");
    }
  }

  private HttpResponse<?> step(
      long id, Map<String, @Nullable Object> form, Permission permission, String which, Step step) {
    Decision decision = reading.decision(id, permission);
    Typed typed = new Typed(form);
    String words = typed.text("words", LABELS.getOrDefault(which, "内容"), LONGEST_WORDS, "请写明情况。");
    if (typed.wrong()) {
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  SHOW,
                  reading.view(
                      decision,
                      permission,
                      new Refused(typed.text("words"), which, typed.errors()))));
    }
    if (typed.lock() != decision.version()) {
      return overtaken(decision, words, permission, which);
    }
    try {
      return Flash.seeOther(Address.of("/decisions/" + id), step.take(decision, words));
    } catch (OptimisticLockException _) {
      return overtaken(reading.decision(id, permission), words, permission, which);
    }
  }

  /// The page as it is now, with what was written still in its form; where it has that form no
  /// longer, the words stand by themselves.
  private HttpResponse<?> overtaken(
      Decision now, String words, Permission permission, String which) {
    if ((now.state() == Decision.State.CLOSED) != which.equals(REOPENING)) {
      throw new Refusal.Stale(
          "您打开页面以后，这件议定事项已由他人办理，现在是“%s”，本次没有登记。".formatted(now.state().label()));
    }
    var told =
        new FieldError(which + "-words", "您打开页面以后，这件议定事项已有新的进展，本次没有登记。请看过下面的办理记录；您写的还在，可以修改后再提交。");
    return HttpResponse.status(HttpStatus.CONFLICT)
        .body(
            new ModelAndView<>(
                SHOW,
                reading.view(
                    now, permission, new Refused(words, which, FormErrors.of(List.of(told))))));
  }
}
