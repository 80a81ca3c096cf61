package seedbed.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import seedbed.verdict.Shown;
import seedbed.web.FieldError;

/// What cannot be true on an operating sheet, and what it warns of; what is probably a slip say
/// [OperatingCautions]. Shares are compared by multiplication, so exactly.
final class OperatingChecks {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

  private OperatingChecks() {}

  enum Kind {
    FALL("同比下降"),
    PACE("预计偏离进度");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  record Warning(Kind kind, String wording) {}

  /// @param before the period before in the same year; nothing for the first one
  static List<FieldError> errors(OperatingNumbers now, OperatingNumbers before) {
    List<FieldError> errors = new ArrayList<>();
    Stream.of(OperatingField.values())
        .filter(OperatingField::cumulative)
        .forEach(field -> below(field, now, before).ifPresent(errors::add));
    var sales = now.of(OperatingField.SALES);
    var forecast = now.of(OperatingField.FORECAST);
    if (sales.isPresent() && forecast.isPresent() && forecast.get().compareTo(sales.get()) < 0) {
      errors.add(
          new FieldError(
              OperatingField.FORECAST.code(),
              "预计全年销售收入小于累计销售收入 " + measured(sales.get()) + "，请核对改正。"));
    }
    return List.copyOf(errors);
  }

  private static Optional<FieldError> below(
      OperatingField field, OperatingNumbers now, OperatingNumbers before) {
    return now.of(field)
        .flatMap(value ->
            before
                .of(field)
                .filter(earlier -> value.compareTo(earlier) < 0)
                .map(earlier ->
                    new FieldError(
                        field.code(),
                        field.label()
                            + "小于上期的 "
                            + Shown.measured(earlier.toPlainString(), field.unit())
                            + "；累计数不会减少，请核对改正。")));
  }

  /// @param lastYear the same period of the year before
  static List<Warning> warnings(
      OperatingPeriod period,
      OperatingNumbers now,
      OperatingNumbers lastYear,
      OperatingSettings settings) {
    return Stream.concat(
            fall(now, lastYear, settings.fallPercent()).stream(),
            pace(period, now, settings.pacePercent()).stream())
        .toList();
  }

  private static Optional<Warning> fall(
      OperatingNumbers now, OperatingNumbers lastYear, BigDecimal percent) {
    return now.of(OperatingField.SALES)
        .flatMap(sales ->
            lastYear
                .of(OperatingField.SALES)
                .filter(before -> before.signum() > 0)
                .filter(before ->
                    sales.multiply(HUNDRED).compareTo(before.multiply(HUNDRED.subtract(percent)))
                        <= 0)
                .map(before ->
                    new Warning(
                        Kind.FALL,
                        "累计销售收入 %s，比上年同期的 %s下降 %s。"
                            .formatted(
                                measured(sales),
                                measured(before),
                                share(before.subtract(sales), before)))));
  }

  private static Optional<Warning> pace(
      OperatingPeriod period, OperatingNumbers now, BigDecimal percent) {
    BigDecimal months = BigDecimal.valueOf(period.throughMonth());
    return now.of(OperatingField.SALES)
        .filter(sales -> sales.signum() > 0)
        .flatMap(sales ->
            now.of(OperatingField.FORECAST)
                .filter(forecast ->
                    forecast
                            .multiply(months)
                            .subtract(sales.multiply(MONTHS))
                            .abs()
                            .multiply(HUNDRED)
                            .compareTo(sales.multiply(MONTHS).multiply(percent))
                        >= 0)
                .map(forecast -> new Warning(Kind.PACE, pace(forecast, sales, months))));
  }

  private static String pace(BigDecimal forecast, BigDecimal sales, BigDecimal months) {
    BigDecimal pace = paced(sales, months);
    return "预计全年 %s，按前 %s 个月的进度推算为 %s，相差 %s。"
        .formatted(
            measured(forecast),
            months.toPlainString(),
            measured(pace),
            share(forecast.subtract(pace).abs(), pace));
  }

  /// What a year comes to when it goes on as it has begun.
  static BigDecimal paced(BigDecimal sales, BigDecimal months) {
    return sales.multiply(MONTHS).divide(months, 2, RoundingMode.HALF_UP);
  }

  private static String measured(BigDecimal amount) {
    return Shown.measured(amount.toPlainString(), OperatingField.SALES.unit());
  }

  private static String share(BigDecimal part, BigDecimal of) {
    return Shown.measured(
        part.multiply(HUNDRED).divide(of, 2, RoundingMode.HALF_UP).toPlainString(), "%");
  }
}
