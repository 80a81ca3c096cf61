package seedbed.audit;

import java.time.Duration;
import java.util.List;

/// What a verification found.
///
/// @param head how far the chain goes
/// @param rows entries, links, details and places looked at
/// @param problems at most [#LISTED] of them in words, in the order they were found
/// @param count how many there are
record Verification(Head head, long rows, Duration took, List<String> problems, int count) {

  static final int LISTED = 100;

  Verification {
    problems = List.copyOf(problems);
  }

  boolean sound() {
    return count == 0;
  }

  /// Links verified a second.
  long rate() {
    return head.seq() * 1000 / Math.max(1, took.toMillis());
  }
}
