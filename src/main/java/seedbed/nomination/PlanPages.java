package seedbed.nomination;

import io.micronaut.core.annotation.Introspected;
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
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.web.Address;
import seedbed.web.Field;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.FormReading;
import seedbed.web.Refusal;

/// How a plan begins.
@Hidden
@Controller("/nomination-plans")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class PlanPages {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_DOCUMENT = 200;
  private static final int MOST_YEARS = 10;

  private final Nominating nominating;
  private final Clock clock;

  PlanPages(Nominating nominating, Clock clock) {
    this.nominating = nominating;
    this.clock = clock;
  }

  @Introspected
  record NewPage(NewForm typed, FormErrors errors) {}

  @Serdeable
  record NewForm(
      @Nullable String name,
      @Nullable String fromYear,
      @Nullable String toYear,
      @Nullable String document) {}

  @Get("/new")
  @View("nominations/plan")
  NewPage choose() {
    int year = LocalDate.now(clock).getYear() + 1;
    return new NewPage(new NewForm("", "" + year, "" + (year + 2), ""), FormErrors.NONE);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> open(@Body NewForm form, Permission permission, Deed deed) {
    try {
      Plan plan = nominating.plan(wanted(form, permission));
      deed.about("nomination-plan", plan.id()).noted(plan.name());
      return Flash.seeOther(
          Address.of("/nominations").with("plan", plan.id()), "已建立“" + plan.name() + "”，可以列入企业了。");
    } catch (Refusal.Invalid wrong) {
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  "nominations/plan", new NewPage(form, FormErrors.of(wrong.errors()))));
    }
  }

  private Plan wanted(NewForm form, Permission permission) {
    FormReading fields = new FormReading();
    String name = fields.read(() -> Field.of("name", form.name()).text(LONGEST_NAME, "请填写计划名称。"));
    Integer from = fields.read(() -> Words.year(form.fromYear(), "fromYear"));
    Integer to = fields.read(() -> Words.year(form.toYear(), "toYear"));
    String document =
        fields.read(() -> Field.of("document", form.document()).text(LONGEST_DOCUMENT));
    if (from != null && to != null && (to < from || to - from >= MOST_YEARS)) {
      fields.wrong("toYear", "终止年度应不早于起始年度，一份计划最多 " + MOST_YEARS + " 年。");
    }
    fields.refuse();
    return new Plan(
        0,
        permission.caller().regionCode(),
        Objects.requireNonNull(name),
        Objects.requireNonNull(from),
        Objects.requireNonNull(to),
        document,
        Instant.now(clock),
        permission.caller().username());
  }
}
