package seedbed.inspection;

import io.micronaut.core.annotation.Introspected;
import java.util.List;

/// Two people of a unit wrote on the same draft: both versions, to choose from field by field.
///
/// @param kept what both wrote alike
@Introspected
record ConflictPage(long id, long lock, String company, List<Kept> kept, List<Line> lines) {

  @Introspected
  record Kept(String field, String value) {}

  @Introspected
  record Line(
      String field,
      String label,
      String mine,
      String mineShown,
      String theirs,
      String theirsShown) {}
}
