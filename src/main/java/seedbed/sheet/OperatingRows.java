package seedbed.sheet;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import seedbed.sheet.OperatingChecks.Warning;

/// What hangs on an operating sheet without a number of its own: answers and warnings.
@Singleton
class OperatingRows {

  private static final String INSERT_ANSWER =
      "INSERT INTO operating_answer (sheet_id, field, typed) VALUES (?, ?, ?)";

  private static final String INSERT_WARNING =
      "INSERT INTO operating_warning (sheet_id, kind, wording) VALUES (?, ?, ?)";

  private final TransactionOperations<Connection> transactions;

  OperatingRows(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /// What was typed, by field.
  Map<String, String> answers(long sheet) {
    Map<String, String> answers = new LinkedHashMap<>();
    each(
        "SELECT field, typed FROM operating_answer WHERE sheet_id = ?",
        sheet,
        row -> answers.put(row.getString(1), row.getString(2)));
    return answers;
  }

  List<Warning> warnings(long sheet) {
    List<Warning> warnings = new ArrayList<>();
    each(
        "SELECT kind, wording FROM operating_warning WHERE sheet_id = ? ORDER BY kind",
        sheet,
        row ->
            warnings.add(
                new Warning(OperatingChecks.Kind.valueOf(row.getString(1)), row.getString(2))));
    return warnings;
  }

  private interface Taking {
    void take(ResultSet row) throws SQLException;
  }

  private void each(String sql, long sheet, Taking taking) {
    transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        select.setLong(1, sheet);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            taking.take(row);
          }
        }
      }
      return true;
    });
  }

  void keep(long sheet, Map<String, String> answers) {
    replace(
        sheet,
        "DELETE FROM operating_answer WHERE sheet_id = ?",
        INSERT_ANSWER,
        answers.entrySet().stream()
            .map(answer -> List.of(answer.getKey(), answer.getValue()))
            .toList());
  }

  void warn(long sheet, List<Warning> warnings) {
    replace(
        sheet,
        "DELETE FROM operating_warning WHERE sheet_id = ?",
        INSERT_WARNING,
        warnings.stream()
            .map(warning -> List.of(warning.kind().name(), warning.wording()))
            .toList());
  }

  private void replace(long sheet, String forget, String add, List<List<String>> rows) {
    transactions.executeWrite(status -> {
      try (PreparedStatement delete = status.getConnection().prepareStatement(forget)) {
        delete.setLong(1, sheet);
        delete.executeUpdate();
      }
      try (PreparedStatement insert = status.getConnection().prepareStatement(add)) {
        for (List<String> row : rows) {
          insert.setLong(1, sheet);
          insert.setString(2, row.get(0));
          insert.setString(3, row.get(1));
          insert.addBatch();
        }
        insert.executeBatch();
      }
      return rows.size();
    });
  }
}
