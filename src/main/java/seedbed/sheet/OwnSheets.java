package seedbed.sheet;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A company's own sheets, the newest year first.
@Introspected
record OwnSheets(List<Year> years) {

  /// @param sheet null where it has not begun
  /// @param relief 不应报 or 免报; null where it is owed, or was handed in
  @Introspected
  record Year(
      int year,
      @Nullable Long sheet,
      String state,
      String styleClass,
      @Nullable LocalDate dueOn,
      boolean late,
      @Nullable String relief,
      boolean writable) {}
}
