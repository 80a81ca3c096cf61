package seedbed.review;

import io.micronaut.core.annotation.Introspected;

/// Long work on a round, and how far it is.
///
/// @param attempt only the newest attempt may write
@Introspected
record Work(
    long roundId, Kind kind, State state, int attempt, int done, int total, String sentence) {

  enum Kind {
    OPENING("建立名单、冻结数据和判定"),
    CLOSING("办结本轮");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED
  }
}
