package seedbed.review;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.access.Role;
import seedbed.access.Scope;
import seedbed.sql.Statements;

/// Finds rounds for somebody: those that have a member in scope, and for the office those of its
/// region. A company is told once a round is closed.
@Singleton
class VisibleRounds {

  private final Statements statements;
  private final Rounds rounds;

  VisibleRounds(Statements statements, Rounds rounds) {
    this.statements = statements;
    this.rounds = rounds;
  }

  Optional<Round> find(long id, Permission permission) {
    List<Object> parameters = parameters(permission);
    parameters.add(id);
    return statements
        .rows(
            "SELECT r.id\n" + from(permission) + "  AND r.id = ?",
            parameters,
            row -> row.getLong(1))
        .stream()
        .findFirst()
        .flatMap(rounds::findById);
  }

  /// A round with what became of its members in scope.
  record Tallied(
      long id,
      String title,
      String regionCode,
      int aboutYear,
      Stage stage,
      LocalDate asOf,
      LocalDate decisionsDue,
      @Nullable String document,
      long members,
      long decided,
      long kept,
      long rectified,
      long removed,
      long recommended) {

    Labels.Subject subject() {
      return new Labels.Subject(id, title, regionCode);
    }
  }

  /// The newest first, counted in one go; a pool has one a year.
  List<Tallied> all(Permission permission) {
    List<Object> parameters = new ArrayList<>(permission.scope().parameters());
    if (permission.scope() instanceof Scope.Region(String code)) {
      parameters.add(code + "%");
    }
    return statements.rows(
        """
        SELECT r.id, r.title, r.region_code, r.about_year, r.stage, r.as_of, r.decisions_due,
               r.document, t.members, t.decided, t.kept, t.rectified, t.removed, t.recommended
        FROM review_round r
        LEFT JOIN (SELECT m.round_id, COUNT(*) AS members,
                          SUM(u.decision IS NOT NULL) AS decided,
                          SUM(COALESCE(u.decision, '') = 'KEEP') AS kept,
                          SUM(COALESCE(u.decision, '') = 'RECTIFY') AS rectified,
                          SUM(COALESCE(u.decision, '') = 'REMOVE') AS removed,
                          SUM(COALESCE(u.decision, '') = 'RECOMMEND') AS recommended
                   FROM review_member m
                   JOIN review_ruling u ON u.member_id = m.id
                   JOIN company c ON c.id = m.company_id
                   WHERE %s
                   GROUP BY m.round_id) t ON t.round_id = r.id
        WHERE (%s OR (t.members IS NOT NULL AND r.stage <> 'OPENING'))
        %sORDER BY r.about_year DESC, r.id DESC
        LIMIT 200
        """
            .formatted(
                MemberScope.condition(permission.scope()), ours(permission), told(permission)),
        parameters,
        VisibleRounds::tallied);
  }

  private static Tallied tallied(ResultSet row) throws SQLException {
    return new Tallied(
        row.getLong("id"),
        row.getString("title"),
        row.getString("region_code"),
        row.getInt("about_year"),
        Stage.valueOf(row.getString("stage")),
        row.getObject("as_of", LocalDate.class),
        row.getObject("decisions_due", LocalDate.class),
        row.getString("document"),
        row.getLong("members"),
        row.getLong("decided"),
        row.getLong("kept"),
        row.getLong("rectified"),
        row.getLong("removed"),
        row.getLong("recommended"));
  }

  /// Whether the caller keeps the round, and does not only look after some of its companies.
  static boolean own(Round round, Permission permission) {
    return permission.scope() instanceof Scope.Region(String code)
        && round.regionCode().equals(code);
  }

  private static String from(Permission permission) {
    return """
    FROM review_round r
    WHERE (%s
           OR EXISTS (SELECT 1
                      FROM review_member m
                      JOIN company c ON c.id = m.company_id
                      WHERE m.round_id = r.id
                        AND r.stage <> 'OPENING'
                        AND %s))
    %s\
    """
        .formatted(ours(permission), MemberScope.condition(permission.scope()), told(permission));
  }

  private static String ours(Permission permission) {
    return permission.scope() instanceof Scope.Region ? "r.region_code LIKE ?" : "FALSE";
  }

  private static String told(Permission permission) {
    return permission.caller().role() == Role.COMPANY ? "  AND r.stage = 'CLOSED'\n" : "";
  }

  private static List<Object> parameters(Permission permission) {
    List<Object> parameters = new ArrayList<>();
    if (permission.scope() instanceof Scope.Region(String code)) {
      parameters.add(code + "%");
    }
    parameters.addAll(permission.scope().parameters());
    return parameters;
  }
}
