package seedbed.review;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that was said of a member while its round was open. Never changed.
///
/// @param detail until when things have to be put right, or which title is recommended
@MappedEntity("review_entry")
record Entry(
    @Id @GeneratedValue long id,
    long memberId,
    Kind kind,
    Decision says,
    @Nullable String detail,
    @Nullable String note,
    Instant doneAt,
    String doneBy,
    String doneAs) {

  Signature signature() {
    return new Signature(doneBy, doneAs);
  }

  enum Kind {
    OPINION("镇（街道）意见"),
    DECISION("决定");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
