package seedbed.request;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import seedbed.web.Field;
import seedbed.web.FieldError;
import seedbed.web.Refusal;

/// What any of the forms of a request's page sends.
///
/// @param step which form, as its address ends
/// @param version the request as its sender had it in front of him
@Serdeable
record StepForm(
    @Nullable String step,
    @Nullable String version,
    @Nullable String words,
    @Nullable String unit,
    @Nullable String kind,
    @Nullable String day,
    @Nullable String satisfaction) {

  static final StepForm BLANK = new StepForm("", null, null, null, null, null, null);

  /// Of a form that has nothing but words.
  static StepForm said(String step, @Nullable String version, @Nullable String words) {
    return new StepForm(step, version, words, null, null, null, null);
  }

  /// Whatever the form calls itself, it is the one that its address says.
  StepForm of(String address) {
    return new StepForm(address, version, words, unit, kind, day, satisfaction);
  }

  long seen() {
    if (version == null || !version.matches("[0-9]{1,18}")) {
      throw new Refusal.Invalid("", "页面不完整，请刷新后再办。");
    }
    return Long.parseLong(version);
  }

  /// Null where nothing was written.
  @Nullable String said() {
    if (words == null || words.isBlank()) {
      return null;
    }
    String text = words.strip().replace("\r\n", "\n");
    FieldError.tooLong("words", label(), text, Raising.LONGEST_WORDS)
        .ifPresent(error -> {
          throw new Refusal.Invalid(error.message(), List.of(error));
        });
    return text;
  }

  private String label() {
    return switch (Objects.requireNonNullElse(step, "")) {
      case "answer" -> "办理结果";
      case "transfer", "extension" -> "理由";
      case "routing" -> "分办意见";
      case "agreement" -> "评价";
      case "objection", "reopening" -> "还有什么没有解决";
      case "withdrawal" -> "原因";
      default -> "说明";
    };
  }

  private String chosenUnit() {
    if (unit == null || unit.isBlank()) {
      throw new Refusal.Invalid("unit", "请选择办理单位。");
    }
    return unit.strip();
  }

  Handling.Routing routing() {
    return new Handling.Routing(
        chosenUnit(), kind == null || kind.isBlank() ? null : kind.strip(), date());
  }

  /// Null where none was written.
  @Nullable LocalDate date() {
    return Field.of("day", day).day();
  }

  int satisfied() {
    if (satisfaction == null || !satisfaction.matches("[1-5]")) {
      throw new Refusal.Invalid("satisfaction", "请选择满意程度。");
    }
    return Integer.parseInt(satisfaction);
  }
}
