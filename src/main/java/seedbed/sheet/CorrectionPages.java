package seedbed.sheet;

import io.micronaut.http.HttpResponse;
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
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.sheet.Correction.State;
import seedbed.web.Field;
import seedbed.web.FieldError;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.Refusal;

/// Requests to correct what a confirmed sheet says.
@Hidden
@Controller("/sheets/{id}/corrections")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class CorrectionPages {

  private static final int LONGEST_REASON = 500;
  private static final int LONGEST_VALUE = 200;

  private final SheetReading reading;
  private final SheetFiles files;
  private final Corrections corrections;
  private final CorrectionDoubts doubts;
  private final Correcting correcting;

  CorrectionPages(
      SheetReading reading,
      SheetFiles files,
      Corrections corrections,
      CorrectionDoubts doubts,
      Correcting correcting) {
    this.reading = reading;
    this.files = files;
    this.corrections = corrections;
    this.doubts = doubts;
    this.correcting = correcting;
  }

  /// @param aware that the company looked at what is strange about the value
  @Serdeable
  record NewForm(
      @Nullable String field,
      @Nullable String value,
      @Nullable String reason,
      @Nullable String aware) {}

  @Serdeable
  record AnswerForm(@Nullable String outcome, @Nullable String answer) {}

  @Get("/new")
  @View("sheets/correction")
  CorrectionPage form(long id, Permission permission, @Nullable @QueryValue String field) {
    Sheet sheet = reading.sheet(id, permission);
    Correcting.requireConfirmed(sheet);
    return reading.correction(
        files.of(sheet), field == null ? "" : field, null, "", FormErrors.NONE, permission);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> ask(long id, Permission permission, @Body NewForm form, Deed deed) {
    Sheet sheet = reading.sheet(id, permission);
    String field = form.field() == null ? "" : form.field();
    Field value = Field.of("value", form.value());
    Field reason = Field.of("reason", form.reason());
    try {
      String said = Objects.requireNonNullElse(value.text(LONGEST_VALUE), "");
      requireAware(form, doubts.of(files.of(sheet), field, said));
      Correction asked =
          correcting.ask(sheet, field, said, reason.text(LONGEST_REASON), permission.caller());
      deed.changed("更正申请：" + field, asked.kept(), asked.typed());
      return Flash.seeOther(SheetPages.address(id), "更正申请已提出，应在 " + asked.dueOn() + " 前办理。");
    } catch (Refusal.Invalid refused) {
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  "sheets/correction",
                  reading.correction(
                      files.of(sheet),
                      field,
                      value.typed(),
                      reason.typed(),
                      FormErrors.of(refused.errors()),
                      permission)));
    }
  }

  private static void requireAware(NewForm form, List<String> doubts) {
    if (!doubts.isEmpty() && form.aware() == null) {
      throw new Refusal.Invalid(
          "更正的值请核对。",
          Stream.concat(
                  doubts.stream().map(doubt -> new FieldError("value", doubt)),
                  Stream.of(new FieldError("aware", "填写无误的，请勾选“已核对”后再提出。")))
              .toList());
    }
  }

  /// `outcome=accept` corrects the figure, `outcome=refuse` leaves it.
  @Post("/{correction}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> decide(
      long id, long correction, Permission permission, @Body AnswerForm form, Deed deed) {
    Sheet sheet = reading.sheet(id, permission);
    Field words = Field.of("answer", form.answer());
    try {
      State outcome = outcome(form);
      Correction asked = asked(id, correction);
      Correction decided =
          correcting.decide(sheet, asked, outcome, words.text(LONGEST_REASON), permission.caller());
      deed.changed("更正申请：" + asked.field(), asked.state().label(), decided.state().label());
      return Flash.seeOther(
          SheetPages.address(id),
          outcome == State.ACCEPTED ? "已同意更正，新值待责任部门核实，原值留在历史中。" : "已登记不同意更正。");
    } catch (Refusal.Invalid refused) {
      List<FieldError> wrong =
          refused.errors().stream()
              .map(error -> new FieldError(wordsField(correction), error.message()))
              .toList();
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  "sheets/show",
                  reading
                      .page(files.of(sheet), permission, wrong)
                      .answering(correction, words.typed())));
    }
  }

  private Correction asked(long sheet, long correction) {
    return corrections
        .findByIdAndSheetId(correction, sheet)
        .orElseThrow(() -> new Refusal.Absent("没有编号为 " + correction + " 的更正申请。"));
  }

  private static State outcome(AnswerForm form) {
    return switch (form.outcome() == null ? "" : form.outcome()) {
      case "accept" -> State.ACCEPTED;
      case "refuse" -> State.REFUSED;
      default -> throw new Refusal.Invalid("outcome", "请选择“同意更正”或“不同意”。");
    };
  }

  /// Where a page asks for the words that go with a decision; several can be open.
  static String wordsField(long correction) {
    return "answer-" + correction;
  }
}
