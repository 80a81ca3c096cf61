package seedbed.web;

import io.micronaut.core.annotation.Introspected;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// The day a page is read as of: `?on=`, or today. A page method takes it as an argument.
@Introspected
public record ChosenDay(LocalDate day, LocalDate today) {

  static final String PARAMETER = "on";

  /// Before this day there is no standard to read anything by.
  private static final LocalDate FIRST = LocalDate.of(2017, 1, 1);

  /// The day that the text names, or today when there is none.
  ///
  /// @throws Refusal.Invalid when the text is not a day, lies before every standard, or is still to
  ///   come
  public static ChosenDay parse(@Nullable String text, Clock clock) {
    var today = LocalDate.now(clock);
    if (text == null || text.isBlank()) {
      return new ChosenDay(today, today);
    }
    try {
      var day = LocalDate.parse(text.strip());
      if (day.isAfter(today)) {
        throw new Refusal.Invalid(PARAMETER, "只能回看今天（" + today + "）及以前的情况，" + day + " 还没有到。");
      }
      if (day.isBefore(FIRST)) {
        throw new Refusal.Invalid(PARAMETER, "最早可回看 " + FIRST + "，此前没有收录任何标准；收到的是 " + day + "。");
      }
      return new ChosenDay(day, today);
    } catch (DateTimeParseException _) {
      throw new Refusal.Invalid(
          PARAMETER, "“" + text.strip() + "”不是有效日期，请按“年-月-日”填写，例如 " + today + "。");
    }
  }

  public boolean past() {
    return day.isBefore(today);
  }

  /// The last full calendar year before the day.
  public int lastYear() {
    return day.getYear() - 1;
  }
}
