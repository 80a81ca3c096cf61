package seedbed.review;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.access.Role;
import seedbed.access.Scope;
import seedbed.criteria.rule.Truth;
import seedbed.sql.Statements;

/// Finds members of rounds for somebody, of the companies in scope. A company is told once its
/// round is closed.
@Singleton
class VisibleMembers {

  private static final String MEMBER =
      """
      SELECT m.id, m.round_id, m.company_id, m.name, m.credit_code, m.region_code, m.region_name,
             m.demo, m.holding_id, m.held_from, m.stay, m.stay_words, m.next_title, m.next_truth,
             m.next_words, m.carried, m.last_stay, m.last_opinion, m.last_note, m.last_ruling
      """;

  private static final String RULED =
      """
      SELECT m.id, m.company_id, m.name, m.credit_code, m.region_name, m.demo, m.stay,
             m.stay_words, m.next_title, m.next_truth, m.next_words, m.carried, m.last_stay,
             m.last_ruling, u.opinion, u.opinion_note, u.decision, u.upward, u.rectify_until,
             u.reason
      """;

  private static final String FROM =
      """
      FROM review_member m
      JOIN review_ruling u ON u.member_id = m.id
      JOIN company c ON c.id = m.company_id
      WHERE m.round_id = ?
        AND \
      """;

  /// What needs a decision comes first: not met, then unknown.
  private static final String GRAVEST_FIRST =
      """

      ORDER BY u.decision IS NOT NULL,
               CASE COALESCE(m.stay, '') WHEN 'NOT_MET' THEN 0 WHEN 'MET' THEN 2 ELSE 1 END,
               m.region_code, m.id
      """;

  private static final String ONE =
      """
      FROM review_member m
      JOIN review_round r ON r.id = m.round_id
      JOIN company c ON c.id = m.company_id
      WHERE m.id = ?
        AND r.stage <> 'OPENING'
        AND \
      """;

  private static final String TOWNS =
      """
      SELECT m.region_code, MIN(m.region_name) AS region_name, COUNT(*) AS members,
             SUM(u.opinion IS NOT NULL) AS advised,
             SUM(u.decision IS NOT NULL) AS decided,
             SUM(COALESCE(u.decision, '') = 'KEEP') AS kept,
             SUM(COALESCE(u.decision, '') = 'RECTIFY') AS rectified,
             SUM(COALESCE(u.decision, '') = 'REMOVE') AS removed,
             SUM(COALESCE(u.decision, '') = 'RECOMMEND') AS recommended,
             SUM(COALESCE(m.stay, '') = 'MET') AS met,
             SUM(COALESCE(m.stay, '') = 'NOT_MET') AS failing
      """;

  /// A member with what was said of it.
  record Ruled(
      long id,
      long companyId,
      String name,
      @Nullable String creditCode,
      String region,
      boolean demo,
      @Nullable Truth stay,
      @Nullable String stayWords,
      @Nullable String nextTitle,
      @Nullable Truth nextTruth,
      @Nullable String nextWords,
      @Nullable String carried,
      @Nullable Truth lastStay,
      @Nullable Decision lastRuling,
      @Nullable Decision opinion,
      @Nullable String opinionNote,
      @Nullable Decision decision,
      @Nullable String upward,
      @Nullable LocalDate rectifyUntil,
      @Nullable String reason) {}

  /// How far a town is.
  ///
  /// @param failing how many do not meet what the pool asks for
  record Town(
      String code,
      String name,
      long members,
      long advised,
      long decided,
      long kept,
      long rectified,
      long removed,
      long recommended,
      long met,
      long failing) {}

  private final Statements statements;

  VisibleMembers(Statements statements) {
    this.statements = statements;
  }

  Optional<Member> find(long id, Permission permission) {
    List<Object> parameters = new ArrayList<>();
    parameters.add(id);
    parameters.addAll(permission.scope().parameters());
    return statements
        .rows(
            MEMBER + ONE + MemberScope.condition(permission.scope()) + told(permission),
            parameters,
            VisibleMembers::member)
        .stream()
        .findFirst();
  }

  private static String told(Permission permission) {
    return permission.caller().role() == Role.COMPANY ? " AND r.stage = 'CLOSED'" : "";
  }

  List<Ruled> list(long round, MemberQuery query, Scope scope, int limit, int offset) {
    List<Object> parameters = parameters(round, query, scope);
    Collections.addAll(parameters, limit, offset);
    return statements.rows(
        RULED + from(query, scope) + GRAVEST_FIRST + "LIMIT ? OFFSET ?",
        parameters,
        VisibleMembers::ruled);
  }

  /// All of a list in the order of a published one: by decision, then by town.
  List<Ruled> published(long round, MemberQuery query, Scope scope, int limit, int offset) {
    List<Object> parameters = parameters(round, query, scope);
    Collections.addAll(parameters, limit, offset);
    return statements.rows(
        RULED
            + from(query, scope)
            + """

            ORDER BY CASE u.decision WHEN 'RECOMMEND' THEN 0 WHEN 'KEEP' THEN 1
                                     WHEN 'RECTIFY' THEN 2 ELSE 3 END,
                     m.region_code, m.id
            LIMIT ? OFFSET ?
            """,
        parameters,
        VisibleMembers::ruled);
  }

  long count(long round, MemberQuery query, Scope scope) {
    return statements.count(
        "SELECT COUNT(*)\n" + from(query, scope), parameters(round, query, scope));
  }

  /// How many members there are, and how many of each standing.
  record Counts(long all, Map<MemberQuery.Standing, Long> of) {}

  /// Counted in one go.
  Counts counts(long round, MemberQuery query, Scope scope) {
    StringBuilder sums = new StringBuilder("SELECT COUNT(*)");
    for (MemberQuery.Standing standing : MemberQuery.Standing.values()) {
      sums.append(", COALESCE(SUM(CASE WHEN ")
          .append(standing.condition())
          .append(" THEN 1 ELSE 0 END), 0)");
    }
    MemberQuery all = query.standing(null);
    return statements
        .rows(
            sums + "\n" + from(all, scope),
            parameters(round, all, scope),
            row -> {
              Map<MemberQuery.Standing, Long> counts = new EnumMap<>(MemberQuery.Standing.class);
              int place = 2;
              for (MemberQuery.Standing standing : MemberQuery.Standing.values()) {
                counts.put(standing, row.getLong(place++));
              }
              return new Counts(row.getLong(1), counts);
            })
        .getFirst();
  }

  /// What speaks against deciding so about those of a list who are not decided yet.
  ///
  /// @param clear against how many of them nothing does
  /// @param of how many each is about
  record Doubted(long open, long clear, Map<Doubt, Long> of) {}

  /// Counted in one go.
  Doubted doubted(long round, MemberQuery query, Scope scope, List<Doubt> doubts) {
    MemberQuery open = query.undecided();
    StringBuilder sums = new StringBuilder("SELECT COUNT(*)");
    for (Doubt doubt : doubts) {
      sums.append(", COUNT(CASE WHEN ").append(doubt.condition()).append(" THEN 1 END)");
    }
    return statements
        .rows(
            sums + "\n" + from(open, scope),
            parameters(round, open, scope),
            row -> {
              Map<Doubt, Long> counts = new EnumMap<>(Doubt.class);
              int place = 2;
              for (Doubt doubt : doubts) {
                counts.put(doubt, row.getLong(place++));
              }
              return new Doubted(row.getLong(1), count(round, open.without(doubts), scope), counts);
            })
        .getFirst();
  }

  /// How many would have to put something right before a day.
  long rectifyingBefore(long round, LocalDate day) {
    return statements.count(
        """
        SELECT COUNT(*)
        FROM review_member m
        JOIN review_ruling u ON u.member_id = m.id
        WHERE m.round_id = ?
          AND u.rectify_until <= ?
        """,
        List.of(round, day));
  }

  List<Town> towns(long round, Scope scope) {
    MemberQuery all = new MemberQuery(null, null, null);
    return statements.rows(
        TOWNS + from(all, scope) + "\nGROUP BY m.region_code\nORDER BY m.region_code",
        parameters(round, all, scope),
        VisibleMembers::town);
  }

  /// The numbers of a list.
  List<Long> ids(long round, MemberQuery query, Scope scope) {
    return statements.rows(
        "SELECT u.member_id\n" + from(query, scope) + "\nORDER BY u.member_id",
        parameters(round, query, scope),
        row -> row.getLong(1));
  }

  private static String from(MemberQuery query, Scope scope) {
    return FROM + MemberScope.condition(scope) + "\n  AND " + query.condition();
  }

  private static List<Object> parameters(long round, MemberQuery query, Scope scope) {
    List<Object> parameters = new ArrayList<>();
    parameters.add(round);
    parameters.addAll(scope.parameters());
    parameters.addAll(query.parameters());
    return parameters;
  }

  private static Town town(ResultSet row) throws SQLException {
    return new Town(
        row.getString("region_code"),
        row.getString("region_name"),
        row.getLong("members"),
        row.getLong("advised"),
        row.getLong("decided"),
        row.getLong("kept"),
        row.getLong("rectified"),
        row.getLong("removed"),
        row.getLong("recommended"),
        row.getLong("met"),
        row.getLong("failing"));
  }

  private static Ruled ruled(ResultSet row) throws SQLException {
    return new Ruled(
        row.getLong("id"),
        row.getLong("company_id"),
        row.getString("name"),
        row.getString("credit_code"),
        row.getString("region_name"),
        row.getBoolean("demo"),
        truth(row, "stay"),
        row.getString("stay_words"),
        row.getString("next_title"),
        truth(row, "next_truth"),
        row.getString("next_words"),
        row.getString("carried"),
        truth(row, "last_stay"),
        decision(row, "last_ruling"),
        decision(row, "opinion"),
        row.getString("opinion_note"),
        decision(row, "decision"),
        row.getString("upward"),
        row.getObject("rectify_until", LocalDate.class),
        row.getString("reason"));
  }

  private static Member member(ResultSet row) throws SQLException {
    return new Member(
        row.getLong("id"),
        row.getLong("round_id"),
        row.getLong("company_id"),
        row.getString("name"),
        row.getString("credit_code"),
        row.getString("region_code"),
        row.getString("region_name"),
        row.getBoolean("demo"),
        row.getLong("holding_id"),
        row.getObject("held_from", LocalDate.class),
        truth(row, "stay"),
        row.getString("stay_words"),
        row.getString("next_title"),
        truth(row, "next_truth"),
        row.getString("next_words"),
        row.getString("carried"),
        truth(row, "last_stay"),
        decision(row, "last_opinion"),
        row.getString("last_note"),
        decision(row, "last_ruling"));
  }

  private static @Nullable Truth truth(ResultSet row, String column) throws SQLException {
    return Statements.constant(row, column, Truth.class);
  }

  private static @Nullable Decision decision(ResultSet row, String column) throws SQLException {
    return Statements.constant(row, column, Decision.class);
  }
}
