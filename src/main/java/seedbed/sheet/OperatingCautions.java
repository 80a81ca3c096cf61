package seedbed.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import seedbed.verdict.Shown;
import seedbed.web.FieldError;

/// What is probably counted in another unit or stands in the wrong place on an operating sheet: to
/// be looked at again before it is handed in. All comparisons are exact.
///
/// @param offPace how many times as much or as little as the pace a forecast may be
/// @param offPast how many times as much or as little as before a value may be
record OperatingCautions(BigDecimal offPace, BigDecimal offPast) {

  private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

  /// Something to compare with, and how it is called.
  private record Reference(String name, BigDecimal value) {}

  List<FieldError> of(OperatingNumbers now, OperatingPast past) {
    List<FieldError> cautions = new ArrayList<>();
    for (OperatingField field : OperatingField.values()) {
      jump(field, now, past).ifPresent(cautions::add);
    }
    pace(now, past.period()).ifPresent(cautions::add);
    research(now).ifPresent(cautions::add);
    return List.copyOf(cautions);
  }

  // The nearest one that it is far from; shares have no other unit to be mistaken for.
  private Optional<FieldError> jump(
      OperatingField field, OperatingNumbers now, OperatingPast past) {
    return field == OperatingField.MARKET_SHARE
        ? Optional.empty()
        : now.of(field)
            .filter(value -> value.signum() > 0)
            .flatMap(value ->
                references(field, value, past)
                    .filter(reference -> reference.value().signum() > 0)
                    .filter(reference -> apart(value, reference.value(), offPast))
                    .findFirst()
                    .map(reference -> jump(field, value, reference)));
  }

  private FieldError jump(OperatingField field, BigDecimal value, Reference reference) {
    return new FieldError(
        field.code(),
        "%s %s，与%s的 %s相差 %s 倍以上，疑似单位填错：本栏以%s计，请核对。"
            .formatted(
                field.label(),
                measured(field, value),
                reference.name(),
                measured(field, reference.value()),
                plain(offPast),
                field.unit()));
  }

  private static Stream<Reference> references(
      OperatingField field, BigDecimal value, OperatingPast past) {
    Stream<Reference> said =
        Stream.concat(
            past.lastYear().of(field).map(then -> new Reference("上年同期", then)).stream(),
            past
                .before()
                .of(field)
                .map(then -> new Reference("上期（" + past.earlier().label() + "）", then))
                .stream());
    return switch (field) {
      case SALES, FORECAST -> Stream.concat(said, revenue(past));
      // Few orders and little research are nothing strange.
      case RD_EXPENSE, ORDERS ->
          Stream.concat(said, revenue(past).filter(then -> value.compareTo(then.value()) > 0));
      case MARKET_SHARE, NEW_CUSTOMERS -> said;
    };
  }

  private static Stream<Reference> revenue(OperatingPast past) {
    BigDecimal revenue = past.revenue();
    return revenue == null
        ? Stream.empty()
        : Stream.of(new Reference("上年（" + (past.period().year() - 1) + " 年）营业收入", revenue));
  }

  private Optional<FieldError> pace(OperatingNumbers now, OperatingPeriod period) {
    BigDecimal months = BigDecimal.valueOf(period.throughMonth());
    return now.of(OperatingField.SALES)
        .filter(sales -> sales.signum() > 0)
        .flatMap(sales ->
            now.of(OperatingField.FORECAST)
                .filter(forecast -> forecast.signum() > 0)
                .filter(
                    forecast -> apart(forecast.multiply(months), sales.multiply(MONTHS), offPace))
                .map(_ ->
                    new FieldError(
                        OperatingField.FORECAST.code(),
                        "预计全年销售收入与按前 %s 个月的进度推算的 %s相差 %s 倍以上，疑似单位填错：本栏以%s计，请核对。"
                            .formatted(
                                months.toPlainString(),
                                measured(
                                    OperatingField.FORECAST, OperatingChecks.paced(sales, months)),
                                plain(offPace),
                                OperatingField.FORECAST.unit()))));
  }

  private static Optional<FieldError> research(OperatingNumbers now) {
    return now.of(OperatingField.RD_EXPENSE)
        .flatMap(research ->
            now.of(OperatingField.SALES)
                .filter(sales -> research.compareTo(sales) > 0)
                .map(sales ->
                    new FieldError(
                        OperatingField.RD_EXPENSE.code(),
                        "累计研发费用 %s，大于累计销售收入 %s，一般不会如此，请核对。"
                            .formatted(
                                measured(OperatingField.RD_EXPENSE, research),
                                measured(OperatingField.SALES, sales)))));
  }

  private static boolean apart(BigDecimal one, BigDecimal other, BigDecimal times) {
    return one.max(other).compareTo(one.min(other).multiply(times)) >= 0;
  }

  private static String measured(OperatingField field, BigDecimal value) {
    return Shown.measured(value.toPlainString(), field.unit());
  }

  private static String plain(BigDecimal times) {
    return times.stripTrailingZeros().toPlainString();
  }
}
