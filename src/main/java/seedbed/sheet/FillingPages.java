package seedbed.sheet;

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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.web.Field;
import seedbed.web.FieldError;
import seedbed.web.Flash;
import seedbed.web.Refusal;

/// What a company does with its sheet.
@Hidden
@Controller("/sheets/{id}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
class FillingPages {

  private static final String SHOW = "sheets/show";
  private static final String VERSION = "version";

  private final SheetReading reading;
  private final SheetFiles files;
  private final Filling filling;

  FillingPages(SheetReading reading, SheetFiles files, Filling filling) {
    this.reading = reading;
    this.files = files;
    this.filling = filling;
  }

  /// Keeps what was typed and checks it, wrong answers too: nothing that was typed is lost.
  @Post
  HttpResponse<?> keep(long id, Permission permission, @Body Map<String, @Nullable Object> form) {
    SheetFile mine = written(id, permission, form);
    if (!filling.keep(mine, version(form))) {
      return conflict(mine, permission);
    }
    var page = reading.page(files.of(reading.sheet(id, permission)), permission);
    var view = new ModelAndView<>(SHOW, page);
    return page.errors().any()
        ? HttpResponse.unprocessableEntity().body(view)
        : HttpResponse.ok(view);
  }

  @Post("/submission")
  HttpResponse<?> submit(
      long id, Permission permission, @Body Map<String, @Nullable Object> form, Deed deed) {
    SheetFile mine = written(id, permission, form);
    if (!filling.keep(mine, version(form))) {
      return conflict(mine, permission);
    }
    SheetFile kept = files.of(reading.sheet(id, permission));
    List<FieldError> faults =
        Stream.concat(kept.errors().stream(), kept.unexplained().stream()).toList();
    if (!faults.isEmpty()) {
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  SHOW,
                  reading
                      .page(kept, permission, faults)
                      .answered(Field.in(form, "note").typed(), Map.of())));
    }
    var made = filling.submit(kept, permission.caller(), VerifyingPages.note(form.get("note")));
    deed.changed("环节", mine.sheet().stage().label(), made.sheet().stage().label());
    return Flash.seeOther(
        SheetPages.address(id), "填报表已提交，由镇（街道）在 %s 前核对。".formatted(made.sheet().dueOn()));
  }

  @Post("/withdrawal")
  HttpResponse<?> withdraw(
      long id, Permission permission, @Body Map<String, @Nullable Object> form, Deed deed) {
    Sheet sheet = reading.sheet(id, permission);
    var made = filling.withdraw(sheet, permission.caller(), VerifyingPages.note(form.get("note")));
    deed.changed("环节", sheet.stage().label(), made.sheet().stage().label());
    return Flash.seeOther(SheetPages.address(id), reading.withdrawn(made.sheet()));
  }

  // In place of the page, also where a script asked for a part of it.
  private HttpResponse<?> conflict(SheetFile mine, Permission permission) {
    SheetFile kept = files.of(reading.sheet(mine.sheet().id(), permission));
    requireWritable(kept.sheet());
    return HttpResponse.status(HttpStatus.CONFLICT)
        .header("HX-Retarget", "main")
        .header("HX-Reselect", "main")
        .body(new ModelAndView<>("sheets/conflict", SheetConflict.of(kept, mine)));
  }

  private SheetFile written(long id, Permission permission, Map<String, @Nullable Object> form) {
    Sheet sheet = reading.sheet(id, permission);
    requireWritable(sheet);
    return files.typed(sheet, form);
  }

  private static void requireWritable(Sheet sheet) {
    if (!sheet.stage().writable()) {
      throw new Refusal.Stale(
          "填报表现在的环节是“" + sheet.stage().label() + "”，不能再修改；镇（街道）还没有确认的可以先撤回，已经确认的请提出更正申请。");
    }
  }

  static long version(Map<String, @Nullable Object> form) {
    Object version = form.get(VERSION);
    if (version == null || !version.toString().matches("[0-9]{1,18}")) {
      throw new Refusal.Invalid(VERSION, "页面不完整，请刷新后再填。");
    }
    return Long.parseLong(version.toString());
  }
}
