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

/// What hangs on an operating sheet without a number of its own: answers, warnings, and what the
/// company assured it had looked at.
@Singleton
class OperatingRows {

  private static final String INSERT_ANSWER =
      "INSERT INTO operating_answer (sheet_id, field, typed) VALUES (?, ?, ?)";

  private static final String INSERT_WARNING =
      "INSERT INTO operating_warning (sheet_id, kind, wording) VALUES (?, ?, ?)";

  private static final String INSERT_ASSURANCE =
      "INSERT INTO operating_assurance (step_id, place, wording) VALUES (?, ?, ?)";

  private static final String SELECT_ASSURANCES =
      """
      SELECT a.step_id, a.wording
      FROM operating_assurance a
      JOIN operating_step t ON t.id = a.step_id
      WHERE t.sheet_id = ?
      ORDER BY a.step_id, a.place
      """;

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

  /// What the company had looked at when it handed it in, by step.
  Map<Long, List<String>> assurances(long sheet) {
    Map<Long, List<String>> assurances = new LinkedHashMap<>();
    each(
        SELECT_ASSURANCES,
        sheet,
        row ->
            assurances
                .computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                .add(row.getString(2)));
    return assurances;
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

  void assure(long step, List<String> wordings) {
    transactions.executeWrite(status -> {
      try (PreparedStatement insert = status.getConnection().prepareStatement(INSERT_ASSURANCE)) {
        int place = 1;
        for (String wording : wordings) {
          insert.setLong(1, step);
          insert.setInt(2, place++);
          insert.setString(3, wording);
          insert.addBatch();
        }
        insert.executeBatch();
      }
      return wordings.size();
    });
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
