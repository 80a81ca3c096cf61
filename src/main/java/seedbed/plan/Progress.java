package seedbed.plan;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the company says of a task for a quarter. Never changed: a later word stands beside it.
///
/// @param doneOn only for a task that is done
/// @param evidenceId a paper of the company that shows it
@MappedEntity("plan_progress")
record Progress(
    @Id @GeneratedValue long id,
    long planId,
    int task,
    int aboutYear,
    int quarter,
    TaskState state,
    String words,
    @Nullable LocalDate doneOn,
    @Nullable Long evidenceId,
    Instant reportedAt,
    String reportedBy) {

  boolean sameQuarter(Progress other) {
    return task == other.task && aboutYear == other.aboutYear && quarter == other.quarter;
  }

  /// Whether another one says just the same.
  boolean says(Progress other) {
    return state == other.state
        && words.equals(other.words)
        && Objects.equals(doneOn, other.doneOn)
        && Objects.equals(evidenceId, other.evidenceId);
  }
}
