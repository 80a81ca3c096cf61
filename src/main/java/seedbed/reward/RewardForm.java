package seedbed.reward;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.Level;
import seedbed.reward.Grant.Part;
import seedbed.spreadsheet.CellReading;
import seedbed.spreadsheet.Reading;
import seedbed.spreadsheet.SheetCell;
import seedbed.web.FieldError;
import seedbed.web.Refusal;

/// What was typed about a reward, as it was typed.
///
/// @param company a full name or a credit code
/// @param archived the number of the decision in the archive
/// @param again ticked where another one of the same item is meant
@Serdeable
record RewardForm(
    @Nullable String company,
    @Nullable String year,
    @Nullable String item,
    @Nullable String level,
    @Nullable String document,
    @Nullable String number,
    @Nullable String due,
    @Nullable String granted,
    @Nullable String reason,
    @Nullable String decidedOn,
    @Nullable String paidOn,
    @Nullable String archived,
    @Nullable String remark,
    @Nullable String again) {

  static RewardForm of(@Nullable String company) {
    return new RewardForm(
        company, null, null, null, null, null, null, null, null, null, null, null, null, null);
  }

  /// @param archivedId what the number of the archive leads to
  /// @param known what is wrong with the form beside what it grants
  /// @throws Refusal.Invalid with that and every field that cannot be read
  Grant grant(@Nullable Long archivedId, List<FieldError> known) {
    List<FieldError> errors = new ArrayList<>(known);
    Integer wantedYear = year(errors);
    Level wantedLevel = level(errors);
    String wantedItem = required(Part.ITEM, item, "请填写奖励项目，例如“首超奖”。", errors);
    String wantedDocument = required(Part.DOCUMENT, document, "请填写依据文件的名称。", errors);
    BigDecimal dueAmount = amount(Part.DUE.field(), due, errors);
    BigDecimal grantedAmount = amount(Part.GRANTED.field(), granted, errors);
    LocalDate decided = day(Part.DECIDED_ON.field(), decidedOn, errors);
    if (blank(decidedOn)) {
      errors.add(new FieldError(Part.DECIDED_ON.field(), "请填写决定日期。"));
    }
    LocalDate paid = day(Part.PAID_ON.field(), paidOn, errors);
    if (!errors.isEmpty()) {
      throw new Refusal.Invalid(errors.getFirst().message(), errors);
    }
    return new Grant(
        Objects.requireNonNull(wantedYear),
        wantedItem,
        Objects.requireNonNull(wantedLevel),
        wantedDocument,
        text(number),
        dueAmount,
        grantedAmount,
        text(reason),
        Objects.requireNonNull(decided),
        paid,
        archivedId,
        text(remark));
  }

  private @Nullable Integer year(List<FieldError> errors) {
    String typed = text(year);
    if (typed == null || !typed.matches("[0-9]{4}")) {
      errors.add(new FieldError(Part.YEAR.field(), "请填写政策年度，四位数字，例如 2025。"));
      return null;
    }
    return Integer.valueOf(typed);
  }

  private @Nullable Level level(List<FieldError> errors) {
    return Arrays.stream(Level.values())
        .filter(each -> each.code().equals(level))
        .findFirst()
        .orElseGet(() -> {
          errors.add(new FieldError(Part.LEVEL.field(), "请选择级别。"));
          return null;
        });
  }

  private static String required(
      Part part, @Nullable String typed, String sentence, List<FieldError> errors) {
    String text = text(typed);
    if (text == null) {
      errors.add(new FieldError(part.field(), sentence));
      return "";
    }
    return text;
  }

  static @Nullable BigDecimal amount(
      String field, @Nullable String typed, List<FieldError> errors) {
    return taken(field, CellReading.number(cell(typed), "万元"), errors);
  }

  static @Nullable LocalDate day(String field, @Nullable String typed, List<FieldError> errors) {
    return taken(field, CellReading.day(cell(typed)), errors);
  }

  private static <T> @Nullable T taken(String field, Reading<T> reading, List<FieldError> errors) {
    return switch (reading) {
      case Reading.Given<T>(var value, _) -> value;
      case Reading.Blank<T>() -> null;
      case Reading.Wrong<T>(var reason, var remedy) -> {
        errors.add(new FieldError(field, reason + "；" + remedy + "。"));
        yield null;
      }
    };
  }

  private static SheetCell cell(@Nullable String typed) {
    return SheetCell.text(typed == null ? "" : typed.strip());
  }

  private static boolean blank(@Nullable String typed) {
    return typed == null || typed.isBlank();
  }

  static @Nullable String text(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }
}
