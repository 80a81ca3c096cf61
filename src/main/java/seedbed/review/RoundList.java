package seedbed.review;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rounds that somebody sees.
///
/// @param keeps whether the reader may open one
@Introspected
record RoundList(boolean keeps, List<Line> lines) {

  /// @param own the reader's own result, for a company
  @Introspected
  record Line(
      long id,
      int year,
      String title,
      String region,
      Stage stage,
      LocalDate asOf,
      LocalDate dueOn,
      long members,
      long decided,
      long kept,
      long rectified,
      long removed,
      long recommended,
      @Nullable String document,
      @Nullable Own own) {}

  @Introspected
  record Own(long member, String decision, String styleClass, @Nullable LocalDate until) {}
}
