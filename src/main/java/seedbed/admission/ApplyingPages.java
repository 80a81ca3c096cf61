package seedbed.admission;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.web.Field;
import seedbed.web.Flash;
import seedbed.web.Refusal;

/// What a company does with its application.
@Hidden
@Controller("/applications/{id}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
class ApplyingPages {

  private static final String SHOW = "applications/show";
  private static final String VERSION = "version";
  private static final String AWARE = "aware";

  private final Reading reading;
  private final Applying applying;

  ApplyingPages(Reading reading, Applying applying) {
    this.reading = reading;
    this.applying = applying;
  }

  /// Keeps what was typed and judges it, wrong answers too: nothing that was typed is lost.
  @Post
  HttpResponse<?> keep(long id, Permission permission, @Body Map<String, @Nullable Object> form) {
    CaseFile file = written(id, permission, form);
    if (!applying.keep(file, version(form))) {
      return conflict(file, permission);
    }
    CaseFile kept = reading.file(id, permission);
    var page = reading.page(kept, permission);
    var view = new ModelAndView<>(SHOW, page);
    return page.errors().any()
        ? HttpResponse.unprocessableEntity().body(view)
        : HttpResponse.ok(view);
  }

  @Post("/submission")
  HttpResponse<?> submit(
      long id, Permission permission, @Body Map<String, @Nullable Object> form, Deed deed) {
    CaseFile file = written(id, permission, form);
    if (!applying.keep(file, version(form))) {
      return conflict(file, permission);
    }
    CaseFile kept = reading.file(id, permission);
    if (kept.application().version() != version(form) + 1) {
      // A third writer came between: what would be handed in is not what was in front of this one.
      return conflict(file, permission);
    }
    List<Claims.Caution> asked =
        Field.in(form, AWARE).typed().isEmpty() ? reading.cautions(kept) : List.of();
    if (!kept.entered().errors().isEmpty() || !asked.isEmpty()) {
      return HttpResponse.unprocessableEntity()
          .body(new ModelAndView<>(SHOW, reading.unready(kept, permission, asked)));
    }
    var made = applying.submit(kept, permission.caller(), note(form));
    deed.changed("环节", file.application().stage().label(), made.application().stage().label());
    return Flash.seeOther(
        ApplicationPages.address(id),
        "申请已提交，由镇（街道）在 %s 前完成初审。".formatted(made.application().dueOn()));
  }

  @Post("/withdrawal")
  HttpResponse<?> withdraw(
      long id, Permission permission, @Body Map<String, @Nullable Object> form, Deed deed) {
    Application application = reading.application(id, permission);
    var made = applying.withdraw(application, permission.caller(), note(form));
    deed.changed("环节", application.stage().label(), made.application().stage().label());
    return Flash.seeOther(ApplicationPages.address(id), "申请已撤回，可以修改后再次提交。");
  }

  // In place of the page, also where a script asked for a part of it.
  private HttpResponse<?> conflict(CaseFile mine, Permission permission) {
    CaseFile kept = reading.file(mine.application().id(), permission);
    return HttpResponse.status(HttpStatus.CONFLICT)
        .header("HX-Retarget", "main")
        .header("HX-Reselect", "main")
        .body(new ModelAndView<>("applications/conflict", WritersConflict.of(kept, mine.typed())));
  }

  private CaseFile written(long id, Permission permission, Map<String, @Nullable Object> form) {
    Application application = reading.application(id, permission);
    if (!application.stage().writable()) {
      throw new Refusal.Stale(
          "申请已经提交，现在的环节是“" + application.stage().label() + "”，不能再修改；需要修改的请先撤回。");
    }
    Map<String, String> typed = new LinkedHashMap<>();
    form.forEach((name, value) -> typed.put(name, Field.of(name, value).typed()));
    // Refused before anything is kept: nothing of it is ever cut.
    note(form);
    return reading.file(id, permission, typed);
  }

  private static long version(Map<String, @Nullable Object> form) {
    return Field.in(form, VERSION).version();
  }

  private static @Nullable String note(Map<String, @Nullable Object> form) {
    return Field.in(form, Applying.NOTE).text(Applying.LONGEST_NOTE);
  }
}
