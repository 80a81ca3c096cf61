package seedbed.review;

import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.sql.Statements;

/// What holds of members of closed rounds now: the decision at the closing, or the newest one about
/// it afterwards.
@Singleton
class Standing {

  /// The newest word about `review_member m` after its round was closed, as `l`; nothing where
  /// there is none.
  static final String NEWEST =
      """
      LEFT JOIN review_supplement_line l
             ON l.member_id = m.id
            AND l.supplement_id = (SELECT MAX(newest.supplement_id)
                                   FROM review_supplement_line newest
                                   WHERE newest.member_id = m.id)
      """;

  private static final String ONE =
      """
      SELECT COALESCE(l.decision, u.decision),
             CASE WHEN l.decision IS NULL THEN u.rectify_until ELSE l.rectify_until END
      FROM review_member m
      JOIN review_ruling u ON u.member_id = m.id
      %s
      WHERE m.id = ?
      """
          .formatted(NEWEST.stripTrailing());

  private static final String RECTIFYING =
      """
      SELECT m.id, m.name, m.region_name, CASE WHEN l.decision IS NULL THEN u.rectify_until ELSE l.rectify_until END AS until,
             COALESCE(l.reason, u.reason) AS reason
      FROM review_member m
      JOIN review_ruling u ON u.member_id = m.id
      JOIN company c ON c.id = m.company_id
      %s
      WHERE m.round_id = ?
        AND COALESCE(l.decision, u.decision) = 'RECTIFY'
        AND \
      """
          .formatted(NEWEST.stripTrailing());

  private static final String CHANGES =
      """
      SELECT l.supplement_id, m.id, m.name, l.was, l.decision, l.upward_label, l.rectify_until
      FROM review_supplement_line l
      JOIN review_member m ON m.id = l.member_id
      JOIN company c ON c.id = m.company_id
      WHERE m.round_id = ?
        AND \
      """;

  private final Statements statements;

  Standing(Statements statements) {
    this.statements = statements;
  }

  /// A member that still has something to put right.
  @Introspected
  record Rectifying(
      long id, String name, String region, LocalDate until, @Nullable String reason) {}

  /// What a supplement made of a member.
  record Changed(
      long supplement,
      long member,
      String name,
      Decision was,
      Decision now,
      @Nullable String upward,
      @Nullable LocalDate until) {}

  /// What supplements say of members in scope.
  List<Changed> changes(long round, Scope scope) {
    List<Object> parameters = new ArrayList<>();
    parameters.add(round);
    parameters.addAll(scope.parameters());
    return statements.rows(
        CHANGES + MemberScope.condition(scope) + "\nORDER BY l.supplement_id, m.id",
        parameters,
        Standing::changed);
  }

  private static Changed changed(ResultSet row) throws SQLException {
    return new Changed(
        row.getLong("supplement_id"),
        row.getLong("id"),
        row.getString("name"),
        Decision.valueOf(row.getString("was")),
        Decision.valueOf(row.getString("decision")),
        row.getString("upward_label"),
        row.getObject("rectify_until", LocalDate.class));
  }

  /// What holds of a member, and until when it has to put something right.
  record Now(Decision decision, @Nullable LocalDate until) {}

  Now of(long member) {
    return statements
        .rows(
            ONE,
            List.of(member),
            row -> new Now(Decision.valueOf(row.getString(1)), row.getObject(2, LocalDate.class)))
        .getFirst();
  }

  Decision now(long member) {
    return of(member).decision();
  }

  /// Those whose time runs out first come first.
  List<Rectifying> rectifying(long round, Scope scope) {
    List<Object> parameters = new ArrayList<>();
    parameters.add(round);
    parameters.addAll(scope.parameters());
    return statements.rows(
        RECTIFYING + MemberScope.condition(scope) + "\nORDER BY until, m.id\nLIMIT 500",
        parameters,
        Standing::rectifying);
  }

  private static Rectifying rectifying(ResultSet row) throws SQLException {
    return new Rectifying(
        row.getLong("id"),
        row.getString("name"),
        row.getString("region_name"),
        row.getObject("until", LocalDate.class),
        row.getString("reason"));
  }
}
