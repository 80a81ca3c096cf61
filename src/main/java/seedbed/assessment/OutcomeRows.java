package seedbed.assessment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/// Writes the outcomes of a run, many rows at a time.
final class OutcomeRows {
  private static final String INSERT_OUTCOME =
      """
      INSERT INTO assessment (run_id, company_id, title, held, next_step, edition, overlay,
                              truth, not_met_count, unknown_count, missing_count,
                              shortfall)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String INSERT_GAP =
      """
      INSERT INTO assessment_gap (run_id, company_id, title, indicator, year)
      VALUES (?, ?, ?, ?, ?)
      """;

  private OutcomeRows() {}

  static void insert(Connection connection, Run run, List<Outcome> outcomes) throws SQLException {
    try (PreparedStatement rows = connection.prepareStatement(INSERT_OUTCOME);
        PreparedStatement gaps = connection.prepareStatement(INSERT_GAP)) {
      for (var outcome : outcomes) {
        bind(rows, run, outcome);
        rows.addBatch();
        for (var cell : outcome.missing()) {
          gaps.setLong(1, run.id());
          gaps.setLong(2, outcome.companyId());
          gaps.setString(3, outcome.title());
          gaps.setString(4, cell.indicator().code());
          gaps.setInt(5, cell.yearly() ? cell.year(run.judgedOn()) : 0);
          gaps.addBatch();
        }
      }
      rows.executeBatch();
      gaps.executeBatch();
    }
  }

  private static void bind(PreparedStatement row, Run run, Outcome outcome) throws SQLException {
    row.setLong(1, run.id());
    row.setLong(2, outcome.companyId());
    row.setString(3, outcome.title());
    row.setBoolean(4, outcome.held());
    row.setBoolean(5, outcome.nextStep());
    row.setString(6, outcome.checklist().edition());
    row.setString(7, outcome.checklist().overlay());
    row.setString(8, outcome.truth().name());
    row.setInt(9, outcome.notMet());
    row.setInt(10, outcome.unknown());
    row.setInt(11, outcome.missing().size());
    row.setString(12, outcome.shortfall());
  }
}
