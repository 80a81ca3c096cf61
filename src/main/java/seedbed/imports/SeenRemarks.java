package seedbed.imports;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the user of a checked file was shown of it. Cells count and not sentences: a row may be
/// told in other words against what earlier rows of the same file have just stored.
final class SeenRemarks {

  private record Mark(int row, @Nullable Integer column, Finding.Severity severity) {
    static Mark of(Finding finding) {
      return new Mark(finding.row(), finding.column(), finding.severity());
    }
  }

  private final Map<Mark, Long> shown;

  SeenRemarks(List<Finding> findings) {
    shown = counted(findings);
  }

  /// Whether something was found in a row that was not found when it was checked.
  boolean lack(Checked row) {
    return counted(row.findings()).entrySet().stream()
        .anyMatch(found -> found.getValue() > shown.getOrDefault(found.getKey(), 0L));
  }

  private static Map<Mark, Long> counted(List<Finding> findings) {
    return findings.stream()
        .map(Mark::of)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }
}
