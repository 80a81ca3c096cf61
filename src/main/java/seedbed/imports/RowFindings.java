package seedbed.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.spreadsheet.Reading;
import seedbed.spreadsheet.SheetCell;
import seedbed.spreadsheet.SheetRow;

/// Collects what is found in one row.
final class RowFindings {

  private final Heading heading;
  private final SheetRow row;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Match.Candidate> candidates = new ArrayList<>();

  RowFindings(Heading heading, SheetRow row) {
    this.heading = heading;
    this.row = row;
  }

  /// As the spreadsheet program counts.
  int row() {
    return row.number();
  }

  List<Finding> list() {
    return findings;
  }

  boolean wrong() {
    return findings.stream().anyMatch(Finding::error);
  }

  /// Whether something was found in the cell already.
  boolean remarked(String key) {
    Heading.@Nullable Column column = heading.columns().get(key);
    return column != null
        && findings.stream().anyMatch(finding -> Objects.equals(finding.column(), column.index()));
  }

  SheetCell cell(String key) {
    return heading.cell(row, key);
  }

  /// The value that was read, null when there is none to take; what was found is noted.
  <T> @Nullable T taken(String key, Reading<T> reading) {
    return switch (reading) {
      case Reading.Given<T>(var value, var caution) -> {
        if (caution != null) {
          caution(key, caution, "核对后再导入");
        }
        yield value;
      }
      case Reading.Blank<T>() -> null;
      case Reading.Wrong<T>(var reason, var remedy) -> {
        error(key, reason, remedy);
        yield null;
      }
    };
  }

  void error(String key, String reason, String remedy) {
    add(key, Finding.Severity.ERROR, reason, remedy);
  }

  /// Says no more of a company that somebody else looks after.
  void outside(String key) {
    error(key, "不在您的管辖范围", "删除这一行，由所在地区办理");
  }

  /// The row may mean one of these companies; somebody has to say which.
  void doubt(Match.Doubtful doubt) {
    error(
        doubt.about(),
        doubt.reason(),
        "在“待确认的企业”中选择，或改正后重新上传；是否为："
            + doubt.candidates().stream()
                .map(candidate -> candidate.company().name())
                .collect(Collectors.joining("、")));
    candidates.addAll(doubt.candidates());
  }

  List<Match.Candidate> candidates() {
    return List.copyOf(candidates);
  }

  void caution(String key, String reason, String remedy) {
    add(key, Finding.Severity.CAUTION, reason, remedy);
  }

  private void add(String key, Finding.Severity severity, String reason, String remedy) {
    Heading.@Nullable Column column = heading.columns().get(key);
    findings.add(
        new Finding(
            row.number(),
            column == null ? null : column.index(),
            column == null ? "" : column.written(),
            severity,
            cell(key).shown(),
            reason,
            remedy));
  }
}
