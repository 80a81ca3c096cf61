package seedbed.review;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that was said of a member while its round was open. Never changed.
///
/// @param detail until when things have to be put right, or which title is recommended
@Introspected
record Entry(
    long memberId,
    Kind kind,
    Decision says,
    @Nullable String detail,
    @Nullable String note,
    Instant doneAt,
    String doneBy,
    String doneAs) {

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
