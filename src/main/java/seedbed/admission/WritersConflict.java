package seedbed.admission;

import io.micronaut.core.annotation.Introspected;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import seedbed.criteria.rule.Cell;
import seedbed.verdict.Shown;
import seedbed.verdict.Supposed;

/// Two people wrote the same application: both say what they said, and the second one chooses.
/// Nothing of either is lost.
///
/// @param version of what the first one kept
@Introspected
record WritersConflict(long id, long version, List<Line> lines) {

  /// @param mine as the second one typed it
  /// @param kept as the first one left it
  @Introspected
  record Line(String field, String label, String mine, String kept) {

    public boolean differs() {
      return !mine.equals(kept);
    }
  }

  /// @param kept the application as it is now
  static WritersConflict of(CaseFile kept, Map<String, String> mine) {
    List<Line> lines = new ArrayList<>();
    for (Cell cell : kept.chosen().cells()) {
      String field = Supposed.field(cell, kept.facts().on());
      String typed = mine.get(field);
      if (typed != null) {
        String now =
            kept.typed().getOrDefault(field, Supposed.written(cell, kept.facts().value(cell)));
        lines.add(new Line(field, Shown.name(cell, kept.facts().on()), typed.strip(), now));
      }
    }
    String note = mine.getOrDefault(Applying.NOTE, "").strip();
    lines.add(
        new Line(Applying.NOTE, "给镇（街道）的说明", note, kept.typed().getOrDefault(Applying.NOTE, "")));
    return new WritersConflict(
        kept.application().id(), kept.application().version(), List.copyOf(lines));
  }
}
