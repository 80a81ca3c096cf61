package seedbed.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.Indicators;
import seedbed.criteria.rule.Indicator;
import seedbed.figure.Attested;
import seedbed.figure.ShownValue;
import seedbed.figure.Value;
import seedbed.verdict.Shown;

/// One indicator on a sheet: what is on record, what is typed instead, and what it was last year.
///
/// @param kept what is on record for the year; null where nothing is, or sources disagree
/// @param disputed whether sources disagree and nobody has decided between them
/// @param typed what the company typed instead; null where it left the record as it is
/// @param read what that means; null where it cannot be read or was cleared
/// @param wrong why it cannot be taken
/// @param remark what the company explains
record SheetLine(
    Indicators.Entry entry,
    @Nullable Attested kept,
    boolean disputed,
    @Nullable Value before,
    @Nullable String typed,
    @Nullable Value read,
    @Nullable String wrong,
    String remark) {

  String code() {
    return entry.code();
  }

  Indicator indicator() {
    return entry.indicator();
  }

  @Nullable Value recorded() {
    return kept == null ? null : kept.figure().value();
  }

  /// What the sheet says, as far as it can be read.
  @Nullable Value now() {
    if (typed == null) {
      return recorded();
    }
    return read;
  }

  /// What was said before: last year's, or else what is on record for this one.
  @Nullable Value known() {
    return before == null ? recorded() : before;
  }

  /// What is to be reported when the sheet is handed in.
  Optional<Value> news() {
    return read == null || read.equals(recorded()) ? Optional.empty() : Optional.of(read);
  }

  boolean changed() {
    return typed != null && (wrong != null || news().isPresent());
  }

  /// As the field holds it.
  String field() {
    return typed == null ? written(indicator(), recorded()) : typed;
  }

  static String written(Indicator indicator, @Nullable Value value) {
    if (value == null) {
      return "";
    }
    return indicator.kind() == Indicator.Kind.FLAG
        ? (value.equals(Value.yes()) ? "yes" : "no")
        : value.text();
  }

  static Optional<BigDecimal> number(@Nullable Value value) {
    return value instanceof Value.Decimal(var number) ? Optional.of(number) : Optional.empty();
  }

  static Optional<LocalDate> day(Indicator indicator, @Nullable Value value) {
    return indicator.kind() == Indicator.Kind.DATE && value != null
        ? Optional.of(LocalDate.parse(value.text()))
        : Optional.empty();
  }

  /// A value in words, without its unit.
  static String shown(Indicator indicator, @Nullable Value value) {
    if (value == null) {
      return "";
    }
    return switch (indicator.kind()) {
      case AMOUNT, PERCENT, COUNT, RANK -> Shown.number(value.text(), indicator.unit());
      case CHOICE, FLAG, DATE -> ShownValue.of(indicator, value);
    };
  }

  /// What a field's number is counted in; choices and days have no unit.
  static String unit(Indicator indicator) {
    return switch (indicator.kind()) {
      case AMOUNT, PERCENT, COUNT, RANK -> indicator.unit();
      case CHOICE, FLAG, DATE -> "";
    };
  }
}
