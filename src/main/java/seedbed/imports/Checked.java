package seedbed.imports;

import java.util.List;
import seedbed.company.Company;
import seedbed.figure.Figure;

/// What came of checking a row.
sealed interface Checked {

  /// As the spreadsheet program counts.
  int row();

  List<Finding> findings();

  /// Can be stored; what was found is for its user to look at.
  record Good(int row, Content content, List<Finding> findings) implements Checked {}

  record Wrong(int row, List<Finding> findings) implements Checked {}

  /// Everything it says is stored already.
  record Known(int row, List<Finding> findings) implements Checked {}

  /// What a row brings.
  sealed interface Content {}

  record NewCompany(Company company) implements Content {}

  /// A company that is known, with what was not known of it.
  record CompletedCompany(Company company) implements Content {}

  record NewFigures(List<Figure> figures) implements Content {}

  static Checked of(int row, Content content, List<Finding> findings) {
    return findings.stream().anyMatch(Finding::error)
        ? new Wrong(row, List.copyOf(findings))
        : new Good(row, content, List.copyOf(findings));
  }
}
