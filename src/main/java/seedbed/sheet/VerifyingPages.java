package seedbed.sheet;

import io.micronaut.http.HttpResponse;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.web.Field;
import seedbed.web.Flash;
import seedbed.web.Refusal;

/// What the township does with a sheet.
@Hidden
@Controller("/sheets/{id}/review")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
class VerifyingPages {

  private static final String NOTE = "note";
  private static final int LONGEST_NOTE = 1_000;
  private static final int LONGEST_REASON = 500;

  private final SheetReading reading;
  private final SheetFiles files;
  private final Verifying verifying;

  VerifyingPages(SheetReading reading, SheetFiles files, Verifying verifying) {
    this.reading = reading;
    this.files = files;
    this.verifying = verifying;
  }

  /// `answer=confirm` confirms it, `answer=return` sends it back.
  @Post
  HttpResponse<?> review(
      long id, Permission permission, @Body Map<String, @Nullable Object> form, Deed deed) {
    SheetFile file = files.of(reading.sheet(id, permission));
    SheetProgress.Made made;
    try {
      made = answered(file, permission, form);
    } catch (Refusal.Invalid refused) {
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  "sheets/show",
                  reading
                      .page(file, permission, refused.errors())
                      .answered(Field.in(form, NOTE).typed(), typed(file, form))));
    }
    deed.changed("环节", file.sheet().stage().label(), made.sheet().stage().label());
    return Flash.seeOther(
        SheetPages.address(id),
        made.sheet().stage() == Stage.CONFIRMED
            ? "填报表已确认，其中待核实的数据由责任部门核实。"
            : "填报表已退回，企业应在 " + made.sheet().dueOn() + " 前修改后再提交。");
  }

  private SheetProgress.Made answered(
      SheetFile file, Permission permission, Map<String, @Nullable Object> form) {
    String note = note(form.get(NOTE));
    List<AnswerRows.Fault> faults = faults(file, form);
    return switch (Field.in(form, "answer").typed()) {
      case "confirm" -> verifying.confirm(file, permission.caller(), note, faults);
      case "return" -> verifying.sendBack(file, permission.caller(), note, faults);
      default -> throw new Refusal.Invalid(NOTE, "请按“核对无误，确认”或“退回修改”。");
    };
  }

  private static List<AnswerRows.Fault> faults(SheetFile file, Map<String, @Nullable Object> form) {
    List<AnswerRows.Fault> faults = new ArrayList<>();
    for (SheetLine line : file.lines()) {
      String reason = Field.in(form, faultField(line.code())).text(LONGEST_REASON);
      if (reason != null) {
        faults.add(new AnswerRows.Fault(line.code(), reason));
      }
    }
    return faults;
  }

  private static Map<String, String> typed(SheetFile file, Map<String, @Nullable Object> form) {
    return file.lines().stream()
        .collect(
            Collectors.toMap(
                SheetLine::code, line -> Field.in(form, faultField(line.code())).typed()));
  }

  /// Where the form of a township asks why a value comes back.
  static String faultField(String code) {
    return "fault-" + code;
  }

  static @Nullable String note(@Nullable Object typed) {
    return Field.of(NOTE, typed).text(LONGEST_NOTE);
  }
}
