package seedbed.plan;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tasks of the plans in force, as rows that lists over many companies ask for.
@Singleton
class GoalRows {

  private static final String FORGET_TASKS =
      """
      DELETE FROM plan_task
      WHERE plan_id = ?
        AND version_id <> ?
      """;

  // A task that stays keeps how far it is.
  private static final String TASK =
      """
      INSERT INTO plan_task (plan_id, number, version_id, name, owner, from_on, due_on, state)
      VALUES (?, ?, ?, ?, ?, ?, ?, 'WAITING')
      ON DUPLICATE KEY UPDATE version_id = VALUES(version_id), name = VALUES(name),
                              owner = VALUES(owner), from_on = VALUES(from_on),
                              due_on = VALUES(due_on)
      """;

  private static final String TASKS =
      """
      SELECT number, name, owner, from_on, due_on, state, done_on, reported
      FROM plan_task
      WHERE plan_id = ?
      ORDER BY due_on, number
      """;

  // Of two reports at once the second waits and knows of the first.
  private static final String REPORTED =
      """
      SELECT reported
      FROM plan_task
      WHERE plan_id = ?
        AND number = ?
      FOR UPDATE
      """;

  private static final String REACHED =
      """
      UPDATE plan_task
      SET state = ?, done_on = ?, reported = ?
      WHERE plan_id = ?
        AND number = ?
      """;

  /// A task that is followed.
  ///
  /// @param reported the quarter of the newest report
  record Task(
      int number,
      String name,
      String owner,
      @Nullable LocalDate from,
      LocalDate due,
      TaskState state,
      @Nullable LocalDate doneOn,
      @Nullable Quarter reported) {

    boolean late(LocalDate today) {
      return state != TaskState.DONE && today.isAfter(due);
    }

    boolean doneLate() {
      return doneOn != null && doneOn.isAfter(due);
    }
  }

  /// What a report means for its task.
  sealed interface Effect {}

  /// It says how far the task is now.
  record Reached() implements Effect {}

  /// A newer quarter was reported already, which stands.
  record Older(Quarter newer) implements Effect {}

  /// The plan has no such task.
  record Unknown() implements Effect {}

  private final TransactionOperations<Connection> transactions;

  GoalRows(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /// In place of what an earlier version of the plan bound the company to.
  void write(Plan plan, Version version, Goals goals) {
    transactions.executeWrite(status -> {
      writeTasks(status.getConnection(), plan, version, goals.tasks());
      return true;
    });
  }

  private static void writeTasks(
      Connection connection, Plan plan, Version version, List<Goals.Task> tasks)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(TASK);
        PreparedStatement forget = connection.prepareStatement(FORGET_TASKS)) {
      for (Goals.Task task : tasks) {
        insert.setLong(1, plan.id());
        insert.setInt(2, task.number());
        insert.setLong(3, version.id());
        insert.setString(4, task.name());
        insert.setString(5, task.owner());
        insert.setObject(6, task.from());
        insert.setObject(7, task.due());
        insert.addBatch();
      }
      insert.executeBatch();
      forget.setLong(1, plan.id());
      forget.setLong(2, version.id());
      forget.executeUpdate();
    }
  }

  /// What is due first comes first.
  List<Task> tasks(long plan) {
    return transactions.executeRead(status -> {
      List<Task> tasks = new ArrayList<>();
      try (PreparedStatement select = status.getConnection().prepareStatement(TASKS)) {
        select.setLong(1, plan);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            tasks.add(task(row));
          }
        }
      }
      return tasks;
    });
  }

  private static Task task(ResultSet row) throws SQLException {
    Integer reported = row.getObject("reported", Integer.class);
    return new Task(
        row.getInt("number"),
        row.getString("name"),
        row.getString("owner"),
        row.getObject("from_on", LocalDate.class),
        row.getObject("due_on", LocalDate.class),
        TaskState.valueOf(row.getString("state")),
        row.getObject("done_on", LocalDate.class),
        reported == null ? null : Quarter.counted(reported));
  }

  /// How far a task is by this report, unless a later quarter was reported already.
  Effect reached(Progress progress) {
    return transactions.executeWrite(status -> {
      Connection connection = status.getConnection();
      Quarter quarter = new Quarter(progress.aboutYear(), progress.quarter());
      try (PreparedStatement select = connection.prepareStatement(REPORTED)) {
        select.setLong(1, progress.planId());
        select.setInt(2, progress.task());
        try (ResultSet row = select.executeQuery()) {
          if (!row.next()) {
            return new Unknown();
          }
          Integer reported = row.getObject("reported", Integer.class);
          if (reported != null && reported > quarter.place()) {
            return new Older(Quarter.counted(reported));
          }
        }
      }
      update(connection, progress, quarter);
      return new Reached();
    });
  }

  private static void update(Connection connection, Progress progress, Quarter quarter)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(REACHED)) {
      update.setString(1, progress.state().name());
      update.setObject(2, progress.doneOn());
      update.setInt(3, quarter.place());
      update.setLong(4, progress.planId());
      update.setInt(5, progress.task());
      update.executeUpdate();
    }
  }
}
