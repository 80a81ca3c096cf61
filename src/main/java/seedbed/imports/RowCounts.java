package seedbed.imports;

import java.util.List;

/// Adds the rows of a file up while they pass by.
final class RowCounts {
  private long good;
  private long wrong;
  private long known;
  private long remarked;

  void add(List<Checked> slice) {
    for (Checked row : slice) {
      switch (row) {
        case Checked.Good _ -> {
          good++;
          remarked += row.findings().isEmpty() ? 0 : 1;
        }
        case Checked.Wrong _ -> wrong++;
        case Checked.Known _ -> known++;
      }
    }
  }

  long total() {
    return good + wrong + known;
  }

  long good() {
    return good;
  }

  long wrong() {
    return wrong;
  }

  long known() {
    return known;
  }

  /// How many of the good rows somebody has to look at.
  long remarked() {
    return remarked;
  }
}
