package seedbed.admission;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.access.Reach;

/// Finds applications for somebody: of the companies in scope, and for a department only those that
/// it was asked about. One that is out of reach is absent.
@Singleton
class VisibleApplications {

  private static final String ASKED =
      """
       AND EXISTS (SELECT 1
                   FROM application_check asked
                   WHERE asked.application_id = a.id
                     AND asked.unit = ?)\
      """;

  /// Still the unit's turn.
  private static final String WAITING_FOR_UNIT =
      """
       AND EXISTS (SELECT 1
                   FROM application_check turn
                   WHERE turn.application_id = a.id
                     AND turn.round = a.round
                     AND turn.unit = ?
                     AND turn.opinion IS NULL)\
      """;

  private static final String FROM =
      """
      FROM application a
      JOIN company c ON c.id = a.company_id
      JOIN region r ON r.code = c.region_code
      WHERE TRUE
      """;

  /// Which applications a list shows.
  ///
  /// @param stages any of them; all where none is named
  /// @param waitingFor only those that the unit has not answered yet
  record Filter(List<Stage> stages, @Nullable String waitingFor) {

    Filter {
      stages = List.copyOf(stages);
    }

    private String text() {
      String stage =
          stages.isEmpty()
              ? ""
              : " AND a.stage IN ('%s')"
                  .formatted(String.join("', '", stages.stream().map(Stage::name).toList()));
      return waitingFor == null ? stage : stage + WAITING_FOR_UNIT;
    }
  }

  /// One line of a list.
  record Row(
      long id,
      long companyId,
      String company,
      boolean demo,
      String region,
      String title,
      Stage stage,
      LocalDate since,
      @Nullable LocalDate dueOn) {}

  private final TransactionOperations<Connection> transactions;
  private final Applications applications;

  VisibleApplications(TransactionOperations<Connection> transactions, Applications applications) {
    this.transactions = transactions;
    this.applications = applications;
  }

  Optional<Application> find(long id, Permission permission) {
    String sql = "SELECT a.id\n" + FROM + mine(permission) + " AND a.id = ?";
    boolean there =
        transactions.executeRead(status -> {
          try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
            select.setLong(bind(select, permission), id);
            try (ResultSet row = select.executeQuery()) {
              return row.next();
            }
          }
        });
    return there ? applications.findById(id) : Optional.empty();
  }

  /// What is due first comes first.
  List<Row> list(Permission permission, Filter filter, int limit, int offset) {
    String sql =
        """
        SELECT a.id, c.id, c.name, c.demo, r.name, a.title, a.stage, a.since, a.due_on
        """
            + FROM
            + mine(permission)
            + filter.text()
            + "\nORDER BY a.due_on IS NULL, a.due_on, a.id DESC\nLIMIT ? OFFSET ?";
    return transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        int next = bind(select, permission, filter);
        select.setInt(next, limit);
        select.setInt(next + 1, offset);
        List<Row> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            rows.add(row(row));
          }
        }
        return rows;
      }
    });
  }

  long count(Permission permission, Filter filter) {
    String sql = "SELECT COUNT(*)\n" + FROM + mine(permission) + filter.text();
    return transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        bind(select, permission, filter);
        try (ResultSet row = select.executeQuery()) {
          row.next();
          return row.getLong(1);
        }
      }
    });
  }

  private static String mine(Permission permission) {
    return "  AND "
        + permission.scope().condition("c")
        + (permission.reach() == Reach.UNIT ? ASKED : "");
  }

  private static int bind(PreparedStatement select, Permission permission) throws SQLException {
    int next = permission.scope().bind(select, 1);
    if (permission.reach() == Reach.UNIT) {
      select.setString(next++, permission.caller().unit());
    }
    return next;
  }

  private static int bind(PreparedStatement select, Permission permission, Filter filter)
      throws SQLException {
    int next = bind(select, permission);
    if (filter.waitingFor() != null) {
      select.setString(next++, filter.waitingFor());
    }
    return next;
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        row.getBoolean(4),
        row.getString(5),
        row.getString(6),
        Stage.valueOf(row.getString(7)),
        row.getObject(8, LocalDate.class),
        row.getObject(9, LocalDate.class));
  }
}
