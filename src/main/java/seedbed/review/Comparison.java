package seedbed.review;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.criteria.rule.Truth;
import seedbed.sql.Statements;

/// A round beside the one before it. What the earlier one said was frozen when this one was opened.
@Singleton
class Comparison {

  private final Statements statements;

  Comparison(Statements statements) {
    this.statements = statements;
  }

  /// How many were decided one way last year and another this year.
  ///
  /// @param was null for who is here for the first time
  /// @param now null for who is not decided yet
  record Move(@Nullable Decision was, @Nullable Decision now, long companies) {}

  /// @param joined who was not in the earlier round
  /// @param better who meets the pool's checklist now and did not
  /// @param worse the other way round
  record Counts(long members, long joined, long better, long worse) {}

  /// Who was in the earlier round and is not in this one.
  record Gone(long member, String name, String region, boolean demo, Decision ruling) {}

  record Changed(
      long member,
      String name,
      String region,
      boolean demo,
      @Nullable Truth lastStay,
      @Nullable Truth stay,
      @Nullable Decision lastRuling,
      @Nullable Decision ruling) {}

  List<Move> moves(long round, Scope scope) {
    return statements.rows(
        """
        SELECT m.last_ruling, u.decision, COUNT(*) AS companies
        FROM review_member m
        JOIN review_ruling u ON u.member_id = m.id
        JOIN company c ON c.id = m.company_id
        WHERE m.round_id = ?
          AND %s
        GROUP BY m.last_ruling, u.decision
        """
            .formatted(MemberScope.condition(scope)),
        parameters(scope, round),
        row ->
            new Move(
                decision(row, "last_ruling"), decision(row, "decision"), row.getLong("companies")));
  }

  Counts counts(long round, Scope scope) {
    return statements
        .rows(
            """
            SELECT SUM(m.last_ruling IS NULL) AS joined,
                   SUM(COALESCE(m.last_stay, '') <> 'MET' AND COALESCE(m.stay, '') = 'MET'
                       AND m.last_ruling IS NOT NULL) AS better,
                   SUM(COALESCE(m.last_stay, '') = 'MET' AND COALESCE(m.stay, '') <> 'MET') AS worse,
                   COUNT(*) AS members
            FROM review_member m
            JOIN company c ON c.id = m.company_id
            WHERE m.round_id = ?
              AND %s
            """
                .formatted(MemberScope.condition(scope)),
            parameters(scope, round),
            row ->
                new Counts(
                    row.getLong("members"),
                    row.getLong("joined"),
                    row.getLong("better"),
                    row.getLong("worse")))
        .getFirst();
  }

  /// Of a round that has an earlier one; as that one was closed, whatever was decided about it
  /// since.
  List<Gone> gone(long round, long last, Scope scope, int limit) {
    List<Object> parameters = new ArrayList<>(List.of(last, round));
    parameters.addAll(scope.parameters());
    parameters.add(limit);
    return statements.rows(
        """
        SELECT m.id, m.name, m.region_name, m.demo, u.decision
        FROM review_member m
        JOIN review_ruling u ON u.member_id = m.id
        JOIN company c ON c.id = m.company_id
        WHERE m.round_id = ?
          AND NOT EXISTS (SELECT 1
                          FROM review_member still
                          WHERE still.round_id = ?
                            AND still.company_id = m.company_id)
          AND %s
        ORDER BY m.region_code, m.id
        LIMIT ?
        """
            .formatted(MemberScope.condition(scope)),
        parameters,
        row ->
            new Gone(
                row.getLong("id"),
                row.getString("name"),
                row.getString("region_name"),
                row.getBoolean("demo"),
                Decision.valueOf(row.getString("decision"))));
  }

  long goneCount(long round, long last, Scope scope) {
    List<Object> parameters = new ArrayList<>(List.of(last, round));
    parameters.addAll(scope.parameters());
    return statements.count(
        """
        SELECT COUNT(*)
        FROM review_member m
        JOIN company c ON c.id = m.company_id
        WHERE m.round_id = ?
          AND NOT EXISTS (SELECT 1
                          FROM review_member still
                          WHERE still.round_id = ?
                            AND still.company_id = m.company_id)
          AND %s
        """
            .formatted(MemberScope.condition(scope)),
        parameters);
  }

  /// Whoever joined, or whose verdict or decision is another one.
  List<Changed> changed(long round, Scope scope, int limit, int offset) {
    List<Object> parameters = parameters(scope, round);
    parameters.add(limit);
    parameters.add(offset);
    return statements.rows(
        """
        SELECT m.id, m.name, m.region_name, m.demo, m.last_stay, m.stay, m.last_ruling, u.decision
        FROM review_member m
        JOIN review_ruling u ON u.member_id = m.id
        JOIN company c ON c.id = m.company_id
        WHERE m.round_id = ?
          AND (m.last_ruling IS NULL
               OR m.last_ruling <> u.decision
               OR COALESCE(m.last_stay, '') <> COALESCE(m.stay, ''))
          AND %s
        ORDER BY m.last_ruling IS NULL DESC, m.region_code, m.id
        LIMIT ? OFFSET ?
        """
            .formatted(MemberScope.condition(scope)),
        parameters,
        row ->
            new Changed(
                row.getLong("id"),
                row.getString("name"),
                row.getString("region_name"),
                row.getBoolean("demo"),
                truth(row, "last_stay"),
                truth(row, "stay"),
                decision(row, "last_ruling"),
                decision(row, "decision")));
  }

  long changedCount(long round, Scope scope) {
    return statements.count(
        """
        SELECT COUNT(*)
        FROM review_member m
        JOIN review_ruling u ON u.member_id = m.id
        JOIN company c ON c.id = m.company_id
        WHERE m.round_id = ?
          AND (m.last_ruling IS NULL
               OR m.last_ruling <> u.decision
               OR COALESCE(m.last_stay, '') <> COALESCE(m.stay, ''))
          AND %s
        """
            .formatted(MemberScope.condition(scope)),
        parameters(scope, round));
  }

  private static List<Object> parameters(Scope scope, long round) {
    List<Object> parameters = new ArrayList<>(List.of(round));
    parameters.addAll(scope.parameters());
    return parameters;
  }

  private static @Nullable Decision decision(ResultSet row, String column) throws SQLException {
    return Statements.constant(row, column, Decision.class);
  }

  private static @Nullable Truth truth(ResultSet row, String column) throws SQLException {
    return Statements.constant(row, column, Truth.class);
  }
}
