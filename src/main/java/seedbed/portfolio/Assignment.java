package seedbed.portfolio;

import io.micronaut.core.annotation.Creator;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A company linked to a leader's account for a time; no longer on `heldTo`.
///
/// @param endedFor what ended it; null for one that goes on, or was handed over before anybody said
@MappedEntity("assignment")
public record Assignment(
    @Id @GeneratedValue long id,
    long companyId,
    long accountId,
    AssignmentKind kind,
    LocalDate heldFrom,
    @Nullable LocalDate heldTo,
    @Nullable String document,
    @Nullable String endedFor,
    long version) {

  @Creator
  public Assignment {}

  /// Of a leader of the four bodies.
  public Assignment(
      long id,
      long companyId,
      long accountId,
      LocalDate heldFrom,
      @Nullable LocalDate heldTo,
      @Nullable String document) {
    this(id, companyId, accountId, AssignmentKind.LEADER, heldFrom, heldTo, document, null, 0);
  }

  /// Whether it is still to go on, or to begin, on a day.
  boolean reaches(LocalDate day) {
    return heldTo == null || heldTo.isAfter(day);
  }

  boolean holds(LocalDate day) {
    return !heldFrom.isAfter(day) && reaches(day);
  }
}
