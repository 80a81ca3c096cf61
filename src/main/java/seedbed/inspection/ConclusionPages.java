package seedbed.inspection;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.web.Address;
import seedbed.web.Choice;
import seedbed.web.FieldError;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.Refusal;

/// What an inspection came to, reported by the unit that inspected.
@Hidden
@Controller("/inspections/{id}/conclusion")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ConclusionPages {

  private static final String VIEW = "inspections/conclusion";

  private final InspectionReading reading;
  private final Concluding concluding;
  private final Stored stored;
  private final Clock clock;

  ConclusionPages(InspectionReading reading, Concluding concluding, Stored stored, Clock clock) {
    this.reading = reading;
    this.concluding = concluding;
    this.stored = stored;
    this.clock = clock;
  }

  @Get
  @View(VIEW)
  ConclusionPage form(long id, Permission permission) {
    Records.File file = open(id, permission);
    Filed filed = reading.filed(file);
    return page(
        file,
        filed,
        ConclusionForm.of(
            Map.of(
                "ended-on",
                lastDay(Days.of(filed, file.additions())).toString(),
                "inspectors",
                Concluding.names(stored.content(filed)),
                "problem-1-item",
                "")),
        List.of());
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> conclude(
      long id, Permission permission, @Body Map<String, @Nullable Object> fields, Deed deed) {
    Records.File file = open(id, permission);
    Filed filed = reading.filed(file);
    ConclusionForm form = ConclusionForm.of(fields);
    if (form.more()) {
      return HttpResponse.ok(new ModelAndView<>(VIEW, page(file, filed, form, List.of())));
    }
    List<FieldError> errors = new ArrayList<>(form.errors(LocalDate.now(clock)));
    if (!form.confirmed()) {
      errors.addAll(unreasoned(form, Days.of(filed, file.additions())));
      errors.addAll(unreasoned(form, concluding.foundBefore(file.inspection())));
    }
    if (!errors.isEmpty()) {
      return HttpResponse.unprocessableEntity()
          .body(new ModelAndView<>(VIEW, page(file, filed, form, errors)));
    }
    Conclusion conclusion = concluding.conclude(file, filed, form, permission.caller());
    deed.noted("结论编号 " + conclusion.archiveNumber() + (conclusion.late() ? "，逾期报送" : ""));
    return Flash.seeOther(
        InspectionPages.address(id),
        "结论已报送挂钩领导和培育办，并送达企业；编号 %s。".formatted(conclusion.archiveNumber()));
  }

  private LocalDate lastDay(Days days) {
    LocalDate today = LocalDate.now(clock);
    return days.endsOn().isBefore(today) ? days.endsOn() : today;
  }

  // The day decides whether the report is in time, so that another one than filed is explained.
  private static List<FieldError> unreasoned(ConclusionForm form, Days days) {
    return form.off(days) && form.offDaysReason().isEmpty()
        ? List.of(
            new FieldError(
                "off-days-reason",
                "报备的检查日期是 %s 至 %s，结束日期填的是 %s；请写明原因，或者勾选“理由暂缺，仍然报送”。"
                    .formatted(days.plannedOn(), days.endsOn(), form.endedOn())))
        : List.of();
  }

  // The city plan is a reminder: who has seen it goes on, with a reason or without.
  private static List<FieldError> unreasoned(ConclusionForm form, Set<String> before) {
    return form.problems().stream()
        .filter(line -> line.harsh(before) && line.reason().isEmpty())
        .map(line ->
            new FieldError(
                "problem-" + line.place() + "-reason",
                "第 %d 个问题是首次发现。对入库企业环保、安全、消防等方面的首次检查，尽量不采用停产、罚款、上网等处罚手段，原则上采用整改和限期整改等方式（%s）；本系统对首次发现的问题都作提示。确需采用的，请写明理由，或者勾选“理由暂缺，仍然报送”。"
                    .formatted(line.place(), Warnings.CITY)))
        .toList();
  }

  private Records.File open(long id, Permission permission) {
    Records.File file = reading.file(id, permission);
    reading.filed(file);
    if (file.conclusion() != null) {
      throw new Refusal.Stale("这次检查已经报送结论，不能改动；需要更正的，请登记补充。", Address.of("/inspections/" + id));
    }
    return file;
  }

  private ConclusionPage page(
      Records.File file, Filed filed, ConclusionForm form, List<FieldError> errors) {
    Days days = Days.of(filed, file.additions());
    Set<String> before = concluding.foundBefore(file.inspection());
    List<ConclusionPage.Line> lines =
        form.lines().stream()
            .map(line ->
                new ConclusionPage.Line(
                    line,
                    "problem-" + line.place(),
                    proposed(line, before),
                    !line.empty() && line.harsh(before)))
            .toList();
    return new ConclusionPage(
        file.inspection().id(),
        filed.companyName(),
        filed.item(),
        days.plannedOn(),
        days.endsOn(),
        LocalDate.now(clock),
        form,
        lines,
        Coded.choices(Disposition.class),
        List.of(new Choice("yes", "首次发现"), new Choice("no", "不是首次发现")),
        List.copyOf(new TreeSet<>(before)),
        form.off(days),
        !unreasoned(form, days).isEmpty() || !unreasoned(form, before).isEmpty(),
        FormErrors.of(errors));
  }

  private static String proposed(ConclusionForm.Line line, Set<String> before) {
    if (line.item().isEmpty()) {
      return "";
    }
    return before.contains(line.item()) ? "本系统记录：以前发现过这一事项的问题" : "本系统记录：以前没有发现过";
  }
}
