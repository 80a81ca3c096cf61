package seedbed.imports;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.company.Company;
import seedbed.company.TitleHolding;
import seedbed.figure.Figure;
import seedbed.reward.Rewarding;

/// What came of checking a row.
sealed interface Checked {

  /// As the spreadsheet program counts.
  int row();

  List<Finding> findings();

  /// Can be stored; what was found is for its user to look at.
  record Good(int row, Content content, List<Finding> findings) implements Checked {}

  /// @param companyId the company it speaks of, when that much is clear
  /// @param doubt what somebody has to choose from; null where there is nothing to choose
  record Wrong(int row, @Nullable Long companyId, List<Finding> findings, @Nullable Doubt doubt)
      implements Checked {

    Wrong(int row, @Nullable Long companyId, List<Finding> findings) {
      this(row, companyId, findings, null);
    }
  }

  /// A row that may mean one of several companies.
  ///
  /// @param typed what the row calls it
  record Doubt(int row, String typed, List<Match.Candidate> candidates) {
    public Doubt {
      candidates = List.copyOf(candidates);
    }
  }

  /// Everything it says is stored already.
  record Known(int row, List<Finding> findings) implements Checked {}

  /// What a row brings.
  sealed interface Content {}

  record NewCompany(Company company) implements Content {}

  /// A company that is known, with what was not known of it.
  record CompletedCompany(Company company) implements Content {}

  /// A title, the day the titles of its company were checked, or both.
  ///
  /// @param holding a new one when it has no number yet
  record NewTitle(long companyId, @Nullable TitleHolding holding, @Nullable LocalDate checkedOn)
      implements Content {}

  record NewReward(Rewarding.Listed reward) implements Content {}

  record NewFigures(List<Figure> figures) implements Content {}

  static Checked of(int row, Content content, List<Finding> findings) {
    return findings.stream().anyMatch(Finding::error)
        ? new Wrong(row, null, List.copyOf(findings))
        : new Good(row, content, List.copyOf(findings));
  }
}
