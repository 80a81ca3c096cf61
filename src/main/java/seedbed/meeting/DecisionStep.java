package seedbed.meeting;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;

/// What happened to a decision. Never changed.
@MappedEntity("decision_step")
record DecisionStep(
    @Id @GeneratedValue long id,
    long decisionId,
    Move move,
    String words,
    LocalDate doneOn,
    Instant doneAt,
    String doneBy,
    String doneAs) {

  enum Move {
    REPORT("报告进展"),
    CLOSE("销号"),
    REOPEN("恢复办理");

    private final String label;

    Move(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
