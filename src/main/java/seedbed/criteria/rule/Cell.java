package seedbed.criteria.rule;

import java.time.LocalDate;

/// One fact a criterion can read: an indicator, and for year indicators how many full years before
/// the last full year.
public record Cell(Indicator indicator, int back, int slot) {

  public boolean yearly() {
    return indicator.period() == Indicator.Period.YEAR;
  }

  /// The calendar year meant on a judged date; years count back from the last full one.
  public int year(LocalDate on) {
    return on.getYear() - 1 - back;
  }

  /// Cells are looked up by the thousand; the slot tells them apart, the indicator need not be
  /// read.
  @Override
  public int hashCode() {
    return slot;
  }
}
