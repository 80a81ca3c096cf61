package seedbed.admission;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.access.Reach;
import seedbed.sql.Statements;

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

  /// How many wait, and the day by which the first of them is due; null where none has a day.
  record Waiting(long count, @Nullable LocalDate earliest) {}

  private final Statements statements;
  private final Applications applications;

  VisibleApplications(Statements statements, Applications applications) {
    this.statements = statements;
    this.applications = applications;
  }

  Optional<Application> find(long id, Permission permission) {
    return statements
        .first(
            "SELECT a.id\n" + FROM + mine(permission) + " AND a.id = ?",
            Statements.all(parameters(permission), id),
            row -> row.getLong(1))
        .flatMap(applications::findById);
  }

  /// What is due first comes first.
  List<Row> list(Permission permission, Filter filter, int limit, int offset) {
    return statements.rows(
        """
        SELECT a.id, c.id, c.name, c.demo, r.name, a.title, a.stage, a.since, a.due_on
        """
            + FROM
            + mine(permission)
            + filter.text()
            + "\nORDER BY a.due_on IS NULL, a.due_on, a.id DESC\nLIMIT ? OFFSET ?",
        Statements.all(parameters(permission, filter), limit, offset),
        VisibleApplications::row);
  }

  long count(Permission permission, Filter filter) {
    return waiting(permission, filter).count();
  }

  Waiting waiting(Permission permission, Filter filter) {
    return statements
        .first(
            "SELECT COUNT(*), MIN(a.due_on)\n" + FROM + mine(permission) + filter.text(),
            parameters(permission, filter),
            row -> new Waiting(row.getLong(1), row.getObject(2, LocalDate.class)))
        .orElseThrow();
  }

  private static String mine(Permission permission) {
    return "  AND "
        + permission.scope().condition("c")
        + (permission.reach() == Reach.UNIT ? ASKED : "");
  }

  private static List<Object> parameters(Permission permission) {
    List<Object> parameters = new ArrayList<>(permission.scope().parameters());
    if (permission.reach() == Reach.UNIT) {
      parameters.add(Objects.requireNonNull(permission.caller().unit()));
    }
    return parameters;
  }

  private static List<Object> parameters(Permission permission, Filter filter) {
    List<Object> parameters = parameters(permission);
    if (filter.waitingFor() != null) {
      parameters.add(filter.waitingFor());
    }
    return parameters;
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
