package seedbed.sheet;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A company's own sheets, the newest year first.
@Introspected
record OwnSheets(List<Year> years) {

  /// @param sheet null where it has not begun
  @Introspected
  record Year(
      int year,
      @Nullable Long sheet,
      String state,
      String styleClass,
      @Nullable LocalDate dueOn,
      boolean late,
      boolean writable) {}
}
