package seedbed.sheet;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What is known of the time before a period, as far as it was handed in.
///
/// @param period the one that is written about
/// @param earlier the period before it, maybe of the year before
/// @param before what was said of that one
/// @param lastYear what was said of the same period of last year
/// @param revenue of the whole of last year, as it is on record; null where nothing is
record OperatingPast(
    OperatingPeriod period,
    OperatingPeriod earlier,
    OperatingNumbers before,
    OperatingNumbers lastYear,
    @Nullable BigDecimal revenue) {

  /// What this period cannot be less than; nothing for the first period of a year.
  OperatingNumbers sinceJanuary() {
    return earlier.year() == period.year() ? before : OperatingNumbers.NONE;
  }
}
