package seedbed.sheet;

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
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.web.Address;
import seedbed.web.Field;
import seedbed.web.FieldError;
import seedbed.web.Flash;
import seedbed.web.PageRequest;
import seedbed.web.Refusal;

/// Operating sheets: who owes what with its warnings, one company's, and one sheet.
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class OperatingPages {

  private static final String SHOW = "sheets/operating";
  private static final String NOTE = "note";
  private static final String AWARE = "aware";

  private final OperatingLists lists;
  private final OperatingReading reading;
  private final OperatingFiles files;
  private final OperatingActs acts;

  OperatingPages(
      OperatingLists lists, OperatingReading reading, OperatingFiles files, OperatingActs acts) {
    this.lists = lists;
    this.reading = reading;
    this.files = files;
    this.acts = acts;
  }

  @Serdeable
  record NewForm(@Nullable Integer year, @Nullable Integer month) {}

  @Serdeable
  record ReviewForm(@Nullable String answer, @Nullable String note) {}

  /// A company sees its own, everybody else who owes what for a period.
  @Get("/operating-sheets")
  ModelAndView<?> index(
      PageRequest page,
      Permission permission,
      @Nullable @QueryValue String period,
      @Nullable @QueryValue String show) {
    Long company = permission.caller().companyId();
    return company != null
        ? new ModelAndView<>(SHOW, reading.page(company, permission))
        : new ModelAndView<>(
            "sheets/operating-index",
            lists.list(lists.period(period), lists.standing(show), page, permission));
  }

  @Get("/companies/{id}/operating-sheets")
  @View(SHOW)
  OperatingPage company(long id, Permission permission) {
    return reading.page(id, permission);
  }

  @Post("/operating-sheets")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> begin(@Body NewForm form, Permission permission, Deed deed) {
    Long company = permission.caller().companyId();
    Integer year = form.year();
    Integer month = form.month();
    if (company == null) {
      throw new Refusal.NotAllowed("只有企业账号可以填写运行情况表。");
    }
    if (year == null || month == null || month < 1 || month > 12 || year < 2000 || year > 9999) {
      throw new Refusal.Invalid("period", "请选择已经结束的填报期。");
    }
    Operating sheet = acts.begin(company, new OperatingPeriod(year, month));
    deed.about("operating", sheet.id());
    return Flash.seeOther(address(sheet.id()), "填写的内容随时保存，提交前可以反复修改。");
  }

  @Get("/operating-sheets/{id}")
  @View(SHOW)
  OperatingPage show(long id, Permission permission) {
    return reading.page(files.of(reading.sheet(id, permission)), permission);
  }

  /// Keeps what was typed and checks it, wrong answers too.
  @Post("/operating-sheets/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> keep(long id, Permission permission, @Body Map<String, @Nullable Object> form) {
    OperatingFile mine = written(id, permission, form);
    if (!acts.keep(mine, FillingPages.version(form))) {
      return conflict(mine, permission);
    }
    var page = reading.page(files.of(reading.sheet(id, permission)), permission);
    var view = new ModelAndView<>(SHOW, page);
    return page.errors().any()
        ? HttpResponse.unprocessableEntity().body(view)
        : HttpResponse.ok(view);
  }

  @Post("/operating-sheets/{id}/submission")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> submit(
      long id, Permission permission, @Body Map<String, @Nullable Object> form, Deed deed) {
    OperatingFile mine = written(id, permission, form);
    if (!acts.keep(mine, FillingPages.version(form))) {
      return conflict(mine, permission);
    }
    OperatingFile kept = files.of(reading.sheet(id, permission));
    List<FieldError> faults =
        Stream.concat(kept.errors().stream(), OperatingActs.missing(kept).stream()).toList();
    if (faults.isEmpty() && !kept.cautions().isEmpty() && form.get(AWARE) == null) {
      faults = unaware(kept.cautions());
    }
    String note = VerifyingPages.note(form.get(NOTE));
    if (!faults.isEmpty()) {
      return HttpResponse.unprocessableEntity()
          .body(new ModelAndView<>(SHOW, reading.page(kept, permission, faults).noting(note)));
    }
    acts.submit(kept, permission.caller(), note);
    deed.changed("环节", mine.sheet().stage().label(), Operating.Stage.SUBMITTED.label());
    return Flash.seeOther(address(id), "运行情况表已提交。");
  }

  private static List<FieldError> unaware(List<FieldError> cautions) {
    return Stream.concat(cautions.stream(), Stream.of(new FieldError(AWARE, "填写无误的，请勾选“已核对”后再提交。")))
        .toList();
  }

  @Post("/operating-sheets/{id}/withdrawal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> withdraw(
      long id, Permission permission, @Body Map<String, @Nullable Object> form, Deed deed) {
    Operating sheet = reading.sheet(id, permission);
    acts.withdraw(sheet, permission.caller(), VerifyingPages.note(form.get("note")));
    deed.changed("环节", sheet.stage().label(), Operating.Stage.DRAFT.label());
    return Flash.seeOther(address(id), reading.withdrawn(sheet));
  }

  /// `answer=seen` or `answer=return`.
  @Post("/operating-sheets/{id}/review")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> review(long id, Permission permission, @Body ReviewForm form, Deed deed) {
    Operating sheet = reading.sheet(id, permission);
    try {
      Operating.Move move = reviewed(sheet, form, permission);
      deed.changed("环节", sheet.stage().label(), move.to().label());
      return Flash.seeOther(address(id), "已登记：" + move.label() + "。");
    } catch (Refusal.Invalid refused) {
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  SHOW,
                  reading
                      .page(files.of(sheet), permission, refused.errors())
                      .noting(Field.of(NOTE, form.note()).typed())));
    }
  }

  private Operating.Move reviewed(Operating sheet, ReviewForm form, Permission permission) {
    String note = VerifyingPages.note(form.note());
    return switch (form.answer() == null ? "" : form.answer()) {
      case "seen" -> {
        acts.see(sheet, permission.caller(), note);
        yield Operating.Move.SEE;
      }
      case "return" -> acts.sendBack(sheet, permission.caller(), note);
      default -> throw new Refusal.Invalid(NOTE, "请选择“已阅”或“退回修改”。");
    };
  }

  private OperatingFile written(
      long id, Permission permission, Map<String, @Nullable Object> form) {
    Operating sheet = reading.sheet(id, permission);
    requireWritable(sheet);
    return files.typed(sheet, form);
  }

  private static void requireWritable(Operating sheet) {
    if (!sheet.writable()) {
      throw new Refusal.Stale(
          "这份运行情况表“" + sheet.stage().label() + "”，不能再修改；镇（街道）还没有阅的，可以先撤回再修改，已阅的请镇（街道）退回更正。");
    }
  }

  // In place of the page, also where a script asked for a part of it.
  private HttpResponse<?> conflict(OperatingFile mine, Permission permission) {
    OperatingFile kept = files.of(reading.sheet(mine.sheet().id(), permission));
    requireWritable(kept.sheet());
    return HttpResponse.status(HttpStatus.CONFLICT)
        .header("HX-Retarget", "main")
        .header("HX-Reselect", "main")
        .body(new ModelAndView<>("sheets/conflict", SheetConflict.of(kept, mine)));
  }

  static Address address(long id) {
    return Address.of("/operating-sheets/" + id);
  }
}
