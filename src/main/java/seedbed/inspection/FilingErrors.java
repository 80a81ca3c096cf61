package seedbed.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import seedbed.web.FieldError;

/// What of a filing cannot be taken as it is. That is no approval of an inspection: nothing is said
/// of what the fields say, only that nobody can read them, or that a slip of the pen would be
/// frozen.
final class FilingErrors {

  private static final int YEARS_BACK = 5;
  private static final int YEARS_AHEAD = 1;
  private static final List<String> DAYS = List.of("planned-on", "approved-on", "notice-on");

  private FilingErrors() {}

  /// All of it, so that it is put right at once.
  static List<FieldError> of(Filing filing, LocalDate today) {
    List<FieldError> errors = new ArrayList<>(filing.overlong());
    unreadable(filing, today).stream()
        .filter(error -> errors.stream().noneMatch(known -> known.field().equals(error.field())))
        .forEach(errors::add);
    return List.copyOf(errors);
  }

  static List<FieldError> unreadable(Filing filing, LocalDate today) {
    Stream<FieldError> days = DAYS.stream().flatMap(field -> day(filing, field, today).stream());
    Stream<FieldError> ends =
        IntStream.rangeClosed(1, Filing.OFFICERS)
            .mapToObj(place -> "officer-" + place + "-until")
            .flatMap(field -> noDay(filing, field).stream());
    return Stream.of(days, length(filing).stream(), ends).flatMap(each -> each).toList();
  }

  /// The earliest day that an inspection filed today can be of.
  static LocalDate first(LocalDate today) {
    return today.minusYears(YEARS_BACK);
  }

  static LocalDate last(LocalDate today) {
    return today.plusYears(YEARS_AHEAD);
  }

  private static Optional<FieldError> day(Filing filing, String field, LocalDate today) {
    LocalDate first = first(today);
    LocalDate last = last(today);
    return filing
        .on(field)
        .map(day ->
            day.isBefore(first) || day.isAfter(last)
                ? Optional.of(
                    error(filing, field, "离今天太远，请核对年份，应在 %s 至 %s 之间。".formatted(first, last)))
                : Optional.<FieldError>empty())
        .orElseGet(() -> noDay(filing, field));
  }

  private static Optional<FieldError> noDay(Filing filing, String field) {
    return filing.said(field) && filing.on(field).isEmpty()
        ? Optional.of(error(filing, field, "不是日期，请按“年-月-日”填写。"))
        : Optional.empty();
  }

  private static Optional<FieldError> length(Filing filing) {
    String typed = filing.text("days");
    return typed.isEmpty() || typed.equals(Integer.toString(filing.days()))
        ? Optional.empty()
        : Optional.of(error(filing, "days", "请填 1 到 " + Filing.MOST_DAYS + " 的整数，还没有定的填预计天数。"));
  }

  private static FieldError error(Filing filing, String field, String found) {
    return new FieldError(
        field, "“%s”填的是“%s”，%s".formatted(Filing.label(field), filing.text(field), found));
  }
}
