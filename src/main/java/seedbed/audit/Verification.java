package seedbed.audit;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a verification found.
///
/// @param head how far the chain goes
/// @param rows entries, links, details and places looked at
/// @param erased how many details and places have been erased by law
/// @param waiting the smallest number of an entry that waits for its link
/// @param problems at most [Findings#LISTED] of them in words, in the order of the chain
/// @param count how many there are
record Verification(
    Head head,
    long rows,
    long erased,
    @Nullable Long waiting,
    Duration took,
    List<String> problems,
    int count) {

  Verification {
    problems = List.copyOf(problems);
  }

  boolean sound() {
    return count == 0;
  }

  /// Entries verified a second, each with its link, what belongs to it and where it came from.
  long rate() {
    return perSecond(head.seq());
  }

  /// Rows of all tables of the trail verified a second.
  long rowRate() {
    return perSecond(rows);
  }

  private long perSecond(long count) {
    return count * 1000 / Math.max(1, took.toMillis());
  }
}
