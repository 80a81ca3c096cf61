package seedbed.report;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.assessment.Run;
import seedbed.web.Address;
import seedbed.web.Progress;

/// The dashboard of a day.
///
/// @param totals null while nothing has been judged for the day yet
/// @param pending the work that goes on or was stopped
@Introspected
record Overview(
    PoolCounts.@Nullable Totals totals,
    @Nullable Progress progress,
    @Nullable Run pending,
    List<Card> cards,
    @Nullable Ladder ladder) {

  /// One number with its sentence and the list behind it.
  record Card(String label, long value, String sentence, Address to) {}

  public boolean empty() {
    return totals != null && totals.companies() == 0;
  }

  public boolean judged() {
    return totals != null;
  }

  public boolean stopped() {
    return pending != null && progress == null;
  }
}
