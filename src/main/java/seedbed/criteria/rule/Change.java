package seedbed.criteria.rule;

import java.math.BigDecimal;
import java.time.LocalDate;

/// One thing that would have to be different.
public sealed interface Change {

  /// A figure rises (`by` above zero) or falls by an amount in its own unit.
  record Adjust(Cell cell, BigDecimal by) implements Change {}

  /// A choice or declared fact takes this value, as coded in [Facts].
  record Become(Cell cell, BigDecimal value) implements Change {}

  /// Time passes until this day, while the date in the cell stays.
  ///
  /// @param sufficientStart the date, as coded in [Facts], that would do without waiting
  record Wait(Cell cell, LocalDate until, BigDecimal sufficientStart) implements Change {}

  record Obtain(Title title) implements Change {}

  record Relinquish(Title title) implements Change {}

  /// Whether it is about a full year, which is over on every day it is judged for. Such a figure
  /// can be corrected where it was reported wrongly, but not earned any more.
  default boolean closed() {
    return target() instanceof Cell cell && cell.yearly();
  }

  /// What the change is about; two changes with the same target are one change.
  default Object target() {
    return switch (this) {
      case Adjust(var cell, _) -> cell;
      case Become(var cell, _) -> cell;
      case Wait(var cell, _, _) -> cell;
      case Obtain(var title) -> title;
      case Relinquish(var title) -> title;
    };
  }
}
