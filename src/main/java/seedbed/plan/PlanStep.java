package seedbed.plan;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One move of a version, as it was made. Never changed.
///
/// @param stage where it led
/// @param dueOn by when the stage before had to be over
/// @param doneAs the role or unit of whoever made it
@MappedEntity("plan_step")
record PlanStep(
    @Id @GeneratedValue long id,
    long versionId,
    Move move,
    Stage stage,
    @Nullable LocalDate dueOn,
    LocalDate doneOn,
    Instant doneAt,
    String doneBy,
    String doneAs,
    @Nullable String note) {

  /// Taking it back and putting it aside is no work of whoever it was with.
  public boolean late() {
    return move != Move.WITHDRAW && move != Move.ABANDON && dueOn != null && doneOn.isAfter(dueOn);
  }
}
