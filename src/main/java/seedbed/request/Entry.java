package seedbed.request;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.RequestRules.Charge;

/// One step of a request, as it was made. Never changed.
///
/// @param stage where it led
/// @param unit who had it afterwards
/// @param wasDueOn by when the stage before had to be over
/// @param dueOn by when the stage it led to has to be
/// @param doneAs the role or unit of whoever made it
/// @param wasKind the kind that was put right with it; null where the kind stayed
/// @param kind the kind since
/// @param charge whom its lateness had reached; null for any other step
@MappedEntity("request_entry")
record Entry(
    @Id @GeneratedValue long id,
    long requestId,
    Move move,
    Stage stage,
    @Nullable String unit,
    @Nullable LocalDate wasDueOn,
    @Nullable LocalDate dueOn,
    LocalDate doneOn,
    Instant doneAt,
    String doneBy,
    String doneAs,
    @Nullable String words,
    @Nullable Integer satisfaction,
    @Nullable String wasKind,
    @Nullable String kind,
    @Nullable Charge charge) {

  Entry charged(Charge whom) {
    return new Entry(
        id,
        requestId,
        move,
        stage,
        unit,
        wasDueOn,
        dueOn,
        doneOn,
        doneAt,
        doneBy,
        doneAs,
        words,
        satisfaction,
        wasKind,
        kind,
        whom);
  }

  /// Whether an answer, or what stands in its place, came after its day.
  public boolean late() {
    return switch (move) {
      case ROUTE, ANSWER -> wasDueOn != null && doneOn.isAfter(wasDueOn);
      case RAISE,
          DIRECT,
          TRANSFER,
          EXTEND,
          RECLASSIFY,
          DELIVER,
          AGREE,
          OBJECT,
          SILENCE,
          REOPEN,
          WITHDRAW,
          SUPPLEMENT,
          ESCALATE ->
          false;
    };
  }
}
