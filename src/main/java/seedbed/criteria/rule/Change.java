package seedbed.criteria.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One thing that would have to be different.
public sealed interface Change {

  /// A figure rises (`by` above zero) or falls by an amount in its own unit.
  record Adjust(Cell cell, BigDecimal by) implements Change {}

  /// A figure of size (persons, money) stands above an upper bound. It is stated, never advised:
  /// nobody shrinks for a title.
  ///
  /// @param by how far the figure lies above what would do, in its own unit
  /// @param limit the upper bound
  record Exceed(Cell cell, BigDecimal by, BigDecimal limit) implements Change {}

  /// A choice or declared fact takes this value, as coded in [Facts].
  record Become(Cell cell, BigDecimal value) implements Change {}

  /// Time passes until this day, while the date in the cell stays.
  ///
  /// @param years how many full years are needed
  /// @param sufficientStart the date, as coded in [Facts], that would do without waiting
  record Wait(Cell cell, LocalDate until, long years, BigDecimal sufficientStart)
      implements Change {}

  record Obtain(Title title) implements Change {}

  record Relinquish(Title title) implements Change {}

  /// Whether it is about a full year, which is over on every day it is judged for. Such a figure
  /// can be corrected where it was reported wrongly, but not earned any more.
  default boolean closed() {
    return target() instanceof Cell cell && cell.yearly();
  }

  /// By how much a figure would have to be another one, above zero for more; null for what is no
  /// number.
  default @Nullable BigDecimal moved() {
    return switch (this) {
      case Adjust(_, var by) -> by;
      case Exceed(_, var by, _) -> by.negate();
      case Become _, Wait _, Obtain _, Relinquish _ -> null;
    };
  }

  /// What the change is about; two changes with the same target are one change.
  default Object target() {
    return switch (this) {
      case Adjust(var cell, _) -> cell;
      case Exceed(var cell, _, _) -> cell;
      case Become(var cell, _) -> cell;
      case Wait(var cell, _, _, _) -> cell;
      case Obtain(var title) -> title;
      case Relinquish(var title) -> title;
    };
  }
}
