package seedbed.imports;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What checks found, import by import.
@Singleton
class Findings {

  private static final int ROWS_AT_ONCE = 5_000;

  private static final String INSERT =
      """
      INSERT INTO data_import_problem (import_id, number, sheet_row, sheet_column, heading,
                                       severity, shown, reason, remedy)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String DELETE =
      """
      DELETE FROM data_import_problem
      WHERE import_id = ?
      """;

  // Errors first: they keep rows out.
  private static final String SELECT =
      """
      SELECT sheet_row, sheet_column, heading, severity, shown, reason, remedy
      FROM data_import_problem
      WHERE import_id = ?
      ORDER BY CASE severity WHEN 'ERROR' THEN 0 ELSE 1 END, number
      LIMIT ?
      """;

  private final TransactionOperations<Connection> transactions;

  Findings(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /// Keeps these in place of what an earlier check found.
  void keep(long importId, List<Finding> findings) {
    transactions.executeWrite(status -> {
      try (PreparedStatement delete = status.getConnection().prepareStatement(DELETE);
          PreparedStatement insert = status.getConnection().prepareStatement(INSERT)) {
        delete.setLong(1, importId);
        delete.executeUpdate();
        int number = 0;
        for (Finding finding : findings) {
          bind(insert, importId, ++number, finding);
          insert.addBatch();
          if (number % ROWS_AT_ONCE == 0) {
            insert.executeBatch();
          }
        }
        insert.executeBatch();
        return number;
      }
    });
  }

  List<Finding> of(long importId, int most) {
    return transactions.executeRead(status -> {
      List<Finding> findings = new ArrayList<>();
      try (PreparedStatement select = status.getConnection().prepareStatement(SELECT)) {
        select.setLong(1, importId);
        select.setInt(2, most);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            findings.add(finding(row));
          }
        }
      }
      return findings;
    });
  }

  private static void bind(PreparedStatement insert, long importId, int number, Finding finding)
      throws SQLException {
    insert.setLong(1, importId);
    insert.setInt(2, number);
    insert.setInt(3, finding.row());
    insert.setObject(4, finding.column());
    insert.setString(5, finding.heading());
    insert.setString(6, finding.severity().name());
    insert.setString(7, finding.shown());
    insert.setString(8, finding.reason());
    insert.setString(9, finding.remedy());
  }

  private static Finding finding(ResultSet row) throws SQLException {
    int column = row.getInt("sheet_column");
    @Nullable Integer given = row.wasNull() ? null : column;
    return new Finding(
        row.getInt("sheet_row"),
        given,
        row.getString("heading"),
        Finding.Severity.valueOf(row.getString("severity")),
        row.getString("shown"),
        row.getString("reason"),
        row.getString("remedy"));
  }
}
