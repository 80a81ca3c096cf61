package seedbed.sheet;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// What hangs on a yearly sheet without a number of its own: answers, and reasons for a return.
@Singleton
class AnswerRows {

  private static final String SELECT_ANSWERS =
      "SELECT field, typed, remark FROM sheet_answer WHERE sheet_id = ? ORDER BY field";

  private static final String DELETE_ANSWERS = "DELETE FROM sheet_answer WHERE sheet_id = ?";

  private static final String INSERT_ANSWER =
      "INSERT INTO sheet_answer (sheet_id, field, typed, remark) VALUES (?, ?, ?, ?)";

  private static final String SELECT_FAULTS =
      """
      SELECT f.step_id, f.field, f.reason
      FROM sheet_fault f
      JOIN sheet_step s ON s.id = f.step_id
      WHERE s.sheet_id = ?
      ORDER BY f.step_id, f.field
      """;

  private static final String INSERT_FAULT =
      "INSERT INTO sheet_fault (step_id, field, reason) VALUES (?, ?, ?)";

  /// Why a sheet came back, indicator by indicator.
  record Fault(String field, String reason) {}

  private final TransactionOperations<Connection> transactions;

  AnswerRows(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  Answers answers(long sheet) {
    return transactions.executeRead(status -> {
      Map<String, String> typed = new LinkedHashMap<>();
      Map<String, String> remarks = new LinkedHashMap<>();
      try (PreparedStatement select = status.getConnection().prepareStatement(SELECT_ANSWERS)) {
        select.setLong(1, sheet);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            put(typed, row, "typed");
            put(remarks, row, "remark");
          }
        }
      }
      return new Answers(typed, remarks);
    });
  }

  private static void put(Map<String, String> texts, ResultSet row, String column)
      throws SQLException {
    String text = row.getString(column);
    if (text != null) {
      texts.put(row.getString("field"), text);
    }
  }

  void keep(long sheet, Answers answers) {
    transactions.executeWrite(status -> {
      Connection connection = status.getConnection();
      try (PreparedStatement delete = connection.prepareStatement(DELETE_ANSWERS)) {
        delete.setLong(1, sheet);
        delete.executeUpdate();
      }
      var fields = new TreeSet<>(answers.typed().keySet());
      fields.addAll(answers.remarks().keySet());
      try (PreparedStatement insert = connection.prepareStatement(INSERT_ANSWER)) {
        for (String field : fields) {
          insert.setLong(1, sheet);
          insert.setString(2, field);
          insert.setString(3, answers.typed().get(field));
          insert.setString(4, answers.remarks().get(field));
          insert.addBatch();
        }
        insert.executeBatch();
      }
      return fields.size();
    });
  }

  /// Those of each step that sent the sheet back, by indicator.
  Map<Long, Map<String, String>> faults(long sheet) {
    return transactions.executeRead(status -> {
      Map<Long, Map<String, String>> faults = new LinkedHashMap<>();
      try (PreparedStatement select = status.getConnection().prepareStatement(SELECT_FAULTS)) {
        select.setLong(1, sheet);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            faults
                .computeIfAbsent(row.getLong(1), _ -> new LinkedHashMap<>())
                .put(row.getString(2), row.getString(3));
          }
        }
      }
      return faults;
    });
  }

  void addFaults(long step, List<Fault> faults) {
    transactions.executeWrite(status -> {
      try (PreparedStatement insert = status.getConnection().prepareStatement(INSERT_FAULT)) {
        for (Fault fault : faults) {
          insert.setLong(1, step);
          insert.setString(2, fault.field());
          insert.setString(3, fault.reason());
          insert.addBatch();
        }
        insert.executeBatch();
      }
      return faults.size();
    });
  }
}
