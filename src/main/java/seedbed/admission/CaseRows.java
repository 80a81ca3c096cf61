package seedbed.admission;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What hangs on an application without a number of its own: answers, faults, checks by unit.
@Singleton
class CaseRows {

  private static final String SELECT_ANSWERS =
      "SELECT field, typed FROM application_answer WHERE application_id = ? ORDER BY field";

  private static final String DELETE_ANSWERS =
      "DELETE FROM application_answer WHERE application_id = ?";

  private static final String DELETE_ANSWER =
      "DELETE FROM application_answer WHERE application_id = ? AND field = ?";

  private static final String INSERT_ANSWER =
      "INSERT INTO application_answer (application_id, field, typed) VALUES (?, ?, ?)";

  private static final String SELECT_FAULTS =
      """
      SELECT f.step_id, f.place, f.clause, f.reason
      FROM application_fault f
      JOIN application_step s ON s.id = f.step_id
      WHERE s.application_id = ?
      ORDER BY f.step_id, f.place
      """;

  private static final String INSERT_FAULT =
      "INSERT INTO application_fault (step_id, place, clause, reason) VALUES (?, ?, ?, ?)";

  private static final String SELECT_CHECKS =
      """
      SELECT unit, opinion, note, answered_by, answered_on
      FROM application_check
      WHERE application_id = ?
        AND round = ?
      ORDER BY unit
      """;

  private static final String INSERT_CHECK =
      "INSERT INTO application_check (application_id, round, unit) VALUES (?, ?, ?)";

  private static final String ANSWER_CHECK =
      """
      UPDATE application_check
      SET opinion = ?, note = ?, answered_by = ?, answered_on = ?
      WHERE application_id = ?
        AND round = ?
        AND unit = ?
        AND opinion IS NULL
      """;

  /// Why an application came back, clause by clause.
  ///
  /// @param place of the clause in its checklist, from 1
  record Fault(int place, String clause, String reason) {}

  private final TransactionOperations<Connection> transactions;

  CaseRows(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /// What the company typed and has not handed in yet, by field.
  Map<String, String> answers(long application) {
    return transactions.executeRead(status -> {
      Map<String, String> answers = new LinkedHashMap<>();
      try (PreparedStatement select = status.getConnection().prepareStatement(SELECT_ANSWERS)) {
        select.setLong(1, application);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            answers.put(row.getString(1), row.getString(2));
          }
        }
      }
      return answers;
    });
  }

  void keepAnswers(long application, Map<String, String> answers) {
    transactions.executeWrite(status -> {
      forgetAnswers(status.getConnection(), application);
      try (PreparedStatement insert = status.getConnection().prepareStatement(INSERT_ANSWER)) {
        for (Map.Entry<String, String> answer : answers.entrySet()) {
          insert.setLong(1, application);
          insert.setString(2, answer.getKey());
          insert.setString(3, answer.getValue());
          insert.addBatch();
        }
        insert.executeBatch();
      }
      return answers.size();
    });
  }

  /// What was said with one turn is not said again with the next.
  void forgetAnswer(long application, String field) {
    transactions.executeWrite(status -> {
      try (PreparedStatement delete = status.getConnection().prepareStatement(DELETE_ANSWER)) {
        delete.setLong(1, application);
        delete.setString(2, field);
        return delete.executeUpdate();
      }
    });
  }

  private static void forgetAnswers(Connection connection, long application) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(DELETE_ANSWERS)) {
      delete.setLong(1, application);
      delete.executeUpdate();
    }
  }

  /// By the number of the step that sent it back.
  Map<Long, List<Fault>> faults(long application) {
    return transactions.executeRead(status -> {
      Map<Long, List<Fault>> faults = new LinkedHashMap<>();
      try (PreparedStatement select = status.getConnection().prepareStatement(SELECT_FAULTS)) {
        select.setLong(1, application);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            faults
                .computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                .add(new Fault(row.getInt(2), row.getString(3), row.getString(4)));
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
          insert.setInt(2, fault.place());
          insert.setString(3, fault.clause());
          insert.setString(4, fault.reason());
          insert.addBatch();
        }
        insert.executeBatch();
      }
      return faults.size();
    });
  }

  List<UnitCheck> checks(long application, int round) {
    return transactions.executeRead(status -> {
      List<UnitCheck> checks = new ArrayList<>();
      try (PreparedStatement select = status.getConnection().prepareStatement(SELECT_CHECKS)) {
        select.setLong(1, application);
        select.setInt(2, round);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            String opinion = row.getString(2);
            checks.add(
                new UnitCheck(
                    row.getString(1),
                    opinion == null ? null : UnitCheck.Opinion.valueOf(opinion),
                    row.getString(3),
                    row.getString(4),
                    row.getObject(5, LocalDate.class)));
          }
        }
      }
      return checks;
    });
  }

  void askUnits(long application, int round, Collection<String> units) {
    transactions.executeWrite(status -> {
      try (PreparedStatement insert = status.getConnection().prepareStatement(INSERT_CHECK)) {
        for (String unit : units) {
          insert.setLong(1, application);
          insert.setInt(2, round);
          insert.setString(3, unit);
          insert.addBatch();
        }
        insert.executeBatch();
      }
      return units.size();
    });
  }

  /// Whether this was the unit's first answer.
  boolean answer(long application, int round, UnitCheck check) {
    return transactions.executeWrite(status -> {
      try (PreparedStatement update = status.getConnection().prepareStatement(ANSWER_CHECK)) {
        update.setString(1, check.opinion() == null ? null : check.opinion().name());
        update.setString(2, check.note());
        update.setString(3, check.answeredBy());
        update.setObject(4, check.answeredOn());
        update.setLong(5, application);
        update.setInt(6, round);
        update.setString(7, check.unit());
        return update.executeUpdate() == 1;
      }
    });
  }
}
