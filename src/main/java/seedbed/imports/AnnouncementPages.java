package seedbed.imports;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.access.Scope;
import seedbed.audit.Deed;
import seedbed.criteria.Titles;
import seedbed.spreadsheet.CellReading;
import seedbed.spreadsheet.Reading;
import seedbed.spreadsheet.SheetCell;
import seedbed.spreadsheet.SpreadsheetLimits;
import seedbed.web.Address;
import seedbed.web.Choice;
import seedbed.web.FieldError;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.Refusal;

/// Bringing in announced lists: what the document says of all, the list itself, and the rows of
/// which somebody has to say whom they mean.
@Hidden
@Controller("/imports")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class AnnouncementPages {

  private static final int LONGEST_DOCUMENT = 200;
  private static final int LONGEST_BATCH = 60;
  private static final String ROW = "row-";

  private final Importing importing;
  private final Matches matches;
  private final Titles titles;

  AnnouncementPages(Importing importing, Matches matches, Titles titles) {
    this.importing = importing;
    this.matches = matches;
    this.titles = titles;
  }

  @Introspected
  record Page(List<Choice> titles, Typed typed, FormErrors errors, long megabytes) {}

  /// What was typed, as it was typed.
  @Introspected
  record Typed(String title, String document, String heldFrom, String lastDay, String batch) {
    static final Typed NOTHING = new Typed("", "", "", "", "");
  }

  @Get("/announcements")
  @View("imports/announcement")
  Page form() {
    return page(Typed.NOTHING, FormErrors.NONE);
  }

  @Post("/announcements")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  HttpResponse<?> create(
      @Part CompletedFileUpload file,
      @Part @Nullable String title,
      @Part @Nullable String document,
      @Part @Nullable String heldFrom,
      @Part @Nullable String lastDay,
      @Part @Nullable String batch,
      Permission permission,
      Deed deed)
      throws IOException {
    Typed typed =
        new Typed(tidy(title), tidy(document), tidy(heldFrom), tidy(lastDay), tidy(batch));
    List<FieldError> errors = new ArrayList<>();
    @Nullable Announcement announcement = announcement(typed, errors);
    if (announcement == null) {
      return wrong(typed, errors);
    }
    return switch (importing.announce(
        file.getFilename(), file.getBytes(), permission.caller(), announcement)) {
      case Importing.Done(var upload) -> {
        ImportDeeds.uploaded(deed, upload);
        deed.noted("公布名单：" + typed.title() + "，" + typed.document());
        yield HttpResponse.seeOther(address(upload.id()).uri());
      }
      case Importing.Refused(var sentence) ->
          wrong(typed, List.of(new FieldError("file", sentence)));
    };
  }

  /// Takes what somebody chose for doubtful rows, and checks the file again with it.
  @Post("/{id}/matches")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> choose(
      long id,
      @Body Map<String, @Nullable Object> form,
      Scope scope,
      Permission permission,
      Deed deed) {
    Import upload =
        importing.find(id, scope).orElseThrow(() -> new Refusal.Absent("没有编号为 " + id + " 的导入。"));
    if (upload.stateAt(importing.now()) != ImportState.CHECKED) {
      throw new Refusal.Stale("这次导入已不在待登记状态，不能再确认企业。");
    }
    int settled = matches.choose(id, choices(form), permission.caller().username());
    deed.noted("确认企业 " + settled + " 行");
    if (settled == 0) {
      return Flash.seeOther(address(id), "没有选择企业，各行保持原样。");
    }
    return switch (importing.checkAgain(upload)) {
      case Importing.Done _ -> Flash.seeOther(address(id), "已确认 " + settled + " 行的企业，正在重新检查。");
      case Importing.Refused(var sentence) -> throw new Refusal.Stale(sentence);
    };
  }

  private static Map<Integer, Long> choices(Map<String, @Nullable Object> form) {
    Map<Integer, Long> choices = new HashMap<>();
    form.forEach((name, value) -> {
      String company = value == null ? "" : value.toString();
      if (name.matches(ROW + "[0-9]{1,9}") && company.matches("[0-9]{1,18}")) {
        choices.put(Integer.valueOf(name.substring(ROW.length())), Long.valueOf(company));
      }
    });
    return choices;
  }

  private @Nullable Announcement announcement(Typed typed, List<FieldError> errors) {
    if (titles.find(typed.title()).isEmpty()) {
      errors.add(new FieldError("title", "请选择名单授予的称号或进入的培育库。"));
    }
    if (typed.document().isEmpty() || typed.document().length() > LONGEST_DOCUMENT) {
      errors.add(new FieldError("document", "请填写公布文件的名称和文号，不超过 200 个字。"));
    }
    if (typed.batch().length() > LONGEST_BATCH) {
      errors.add(new FieldError("batch", "批次不超过 60 个字。"));
    }
    @Nullable LocalDate from = day("heldFrom", typed.heldFrom(), errors);
    @Nullable LocalDate lastDay = day("lastDay", typed.lastDay(), errors);
    if (from == null && errors.stream().noneMatch(error -> error.field().equals("heldFrom"))) {
      errors.add(new FieldError("heldFrom", "请填写有效期或在库的第一天。"));
    }
    if (from != null && lastDay != null && lastDay.isBefore(from)) {
      errors.add(new FieldError("lastDay", "有效期至不能早于起始日期。"));
    }
    return from == null || !errors.isEmpty()
        ? null
        : new Announcement(
            0,
            typed.title(),
            typed.document(),
            from,
            lastDay,
            typed.batch().isEmpty() ? null : typed.batch());
  }

  private static @Nullable LocalDate day(String field, String typed, List<FieldError> errors) {
    return switch (CellReading.day(SheetCell.text(typed))) {
      case Reading.Given<LocalDate>(var day, _) -> day;
      case Reading.Blank<LocalDate>() -> null;
      case Reading.Wrong<LocalDate>(var reason, _) -> {
        errors.add(new FieldError(field, reason + "。"));
        yield null;
      }
    };
  }

  private HttpResponse<?> wrong(Typed typed, List<FieldError> errors) {
    return HttpResponse.unprocessableEntity()
        .body(new ModelAndView<>("imports/announcement", page(typed, FormErrors.of(errors))));
  }

  private Page page(Typed typed, FormErrors errors) {
    return new Page(
        titles.ladder().stream().map(rung -> new Choice(rung.code(), rung.label())).toList(),
        typed,
        errors,
        SpreadsheetLimits.STANDARD.fileBytes() / (1024 * 1024));
  }

  private static String tidy(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  private static Address address(long id) {
    return Address.of("/imports/" + id);
  }
}
