package seedbed.report.company;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import seedbed.company.Known;
import seedbed.company.Origin;
import seedbed.company.Track;
import seedbed.report.company.RosterFilter.Outcome;

/// Counts the companies of the list for its filters.
@Singleton
class RosterCounts {

  private static final String JOIN_GAPS =
      """
      JOIN assessment_gap g ON g.run_id = a.run_id AND g.company_id = a.company_id
           AND g.title = a.title
      """;

  private final TransactionOperations<Connection> transactions;

  RosterCounts(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  RosterTally tally(RosterFilter filter, long run, Known known) {
    var selection = RosterSelection.wide(filter, run, known);
    var sql =
        "SELECT "
            + RosterSelection.OUTCOME
            + " AS outcome, c.region_code, c.track, c.origin, COUNT(*) AS companies\n"
            + "FROM company c\n"
            + selection.join()
            + selection.where()
            + "GROUP BY outcome, c.region_code, c.track, c.origin\n";
    return transactions.executeRead(status -> {
      List<RosterTally.Part> parts = new ArrayList<>();
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        selection.bindWhere(select, selection.bindJoin(select, 1));
        try (var row = select.executeQuery()) {
          while (row.next()) {
            parts.add(part(row));
          }
        }
      }
      return new RosterTally(parts);
    });
  }

  private static RosterTally.Part part(ResultSet row) throws SQLException {
    var outcome = row.getString("outcome");
    return new RosterTally.Part(
        outcome == null ? null : Outcome.valueOf(outcome),
        row.getString("region_code"),
        Track.valueOf(row.getString("track")),
        Origin.valueOf(row.getString("origin")),
        row.getLong("companies"));
  }

  /// How many companies of the filtered list lack each indicator for the title the list is about.
  Map<String, Long> gaps(RosterFilter filter, long run, Known known) {
    var selection = RosterSelection.of(filter, run, known);
    var sql =
        "SELECT g.indicator, COUNT(DISTINCT c.id)\nFROM company c\n"
            + selection.join()
            + JOIN_GAPS
            + selection.where()
            + "GROUP BY g.indicator\n";
    return transactions.executeRead(status -> {
      Map<String, Long> counts = new HashMap<>();
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        selection.bindWhere(select, selection.bindJoin(select, 1));
        try (var row = select.executeQuery()) {
          while (row.next()) {
            counts.put(row.getString(1), row.getLong(2));
          }
        }
      }
      return counts;
    });
  }
}
