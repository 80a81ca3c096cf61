package seedbed.inspection;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the company says of a conclusion under its own name: that it got it, or a complaint.
///
/// @param receipt 1 for a receipt, so that there is one alone; null otherwise
@MappedEntity("inspection_answer")
record Answer(
    @Id @GeneratedValue long id,
    long inspectionId,
    Kind kind,
    @Nullable String words,
    Instant answeredAt,
    String answeredBy,
    @Nullable Integer receipt) {

  static Answer receipt(long inspection, Instant at, String by) {
    return new Answer(0, inspection, Kind.RECEIPT, null, at, by, 1);
  }

  static Answer complaint(long inspection, String words, Instant at, String by) {
    return new Answer(0, inspection, Kind.COMPLAINT, words, at, by, null);
  }

  enum Kind {
    RECEIPT,
    COMPLAINT
  }
}
