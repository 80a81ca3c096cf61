package seedbed.review;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two people said something of one member: both say what they said, and the second one chooses.
///
/// @param act the form that was sent: `opinion` or `decision`
/// @param version of what the first one kept
/// @param over whether nothing can be said any more
/// @param mine what the second one typed, field by field
@Introspected
record RulingConflict(
    long id,
    String name,
    String act,
    long version,
    String decision,
    String opinion,
    @Nullable Signature by,
    @Nullable String note,
    boolean over,
    List<Line> mine) {

  /// @param shown the value in words
  @Introspected
  record Line(String field, String label, String value, String shown) {}
}
