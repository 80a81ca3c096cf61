package seedbed.admission;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.Chips;
import seedbed.web.Pager;

/// The applications somebody may see, what is due first on top.
///
/// @param mine how many wait for the reader
/// @param late how many of those on this page are overdue
/// @param apply whether the reader may begin one
@Introspected
record ApplicationList(
    long total, long mine, long late, boolean apply, Chips chips, List<Line> lines, Pager pager) {

  @Introspected
  record Line(
      long id,
      String company,
      boolean demo,
      String region,
      String title,
      String stage,
      String owner,
      String styleClass,
      LocalDate since,
      @Nullable LocalDate dueOn,
      boolean late) {}
}
