package seedbed.sheet;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.math.BigDecimal;
import java.time.LocalDate;

/// How often operating sheets are asked for, and what they warn of.
///
/// @param months months from one sheet to the next: 1 for monthly ones, 3 for quarterly ones
/// @param days how many days after the end of a period it is due
/// @param fallPercent a fall of sales against the same period of last year, from which on it warns
/// @param pacePercent how far a forecast may be from the pace of the year so far, in percent of it
@ConfigurationProperties("seedbed.sheet.operating")
record OperatingSettings(
    @Bindable(defaultValue = "3") int months,
    @Bindable(defaultValue = "15") int days,
    @Bindable(defaultValue = "10") BigDecimal fallPercent,
    @Bindable(defaultValue = "30") BigDecimal pacePercent) {

  OperatingSettings {
    if (months < 1 || 12 % months != 0) {
      throw new IllegalArgumentException("seedbed.sheet.operating.months: 请填 1、2、3、4、6 或 12。");
    }
  }

  LocalDate due(OperatingPeriod period) {
    return period.lastDay().plusDays(days);
  }

  /// The last period that is over.
  OperatingPeriod latest(LocalDate today) {
    int over = (today.getMonthValue() - 1) / months * months;
    return over == 0
        ? new OperatingPeriod(today.getYear() - 1, 12)
        : new OperatingPeriod(today.getYear(), over);
  }

  /// The one before; the first of a year follows the last of the year before.
  OperatingPeriod before(OperatingPeriod period) {
    int month = period.throughMonth() - months;
    return month > 0
        ? new OperatingPeriod(period.year(), month)
        : new OperatingPeriod(period.year() - 1, 12);
  }
}
