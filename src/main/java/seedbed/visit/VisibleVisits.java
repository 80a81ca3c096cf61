package seedbed.visit;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.company.Known;
import seedbed.company.SoughtWord;
import seedbed.sql.Statements;

/// Finds visits to the companies in scope, and linked companies that nobody visited for long.
@Singleton
class VisibleVisits {

  private static final String ROW =
      """
      SELECT v.id, c.id AS company, c.name, c.demo, r.name AS region, v.leader_id, v.visited_on,
             v.took_part, v.note, v.written_by, k.username AS leader,
             COALESCE((SELECT x.shared
                       FROM visit_addition x
                       WHERE x.visit_id = v.id
                       ORDER BY x.id DESC
                       LIMIT 1), v.shared) AS shown,
             (SELECT COUNT(*) FROM visit_addition x WHERE x.visit_id = v.id) AS additions,
             (SELECT COUNT(*) FROM visit_photo p WHERE p.visit_id = v.id) AS photos
      """;

  private static final String FROM =
      """
      FROM visit v
      JOIN company c ON c.id = v.company_id
      JOIN region r ON r.code = c.region_code
      JOIN account k ON k.id = v.leader_id
      WHERE \
      """;

  private static final String SILENT_ROW =
      """
      SELECT c.id, c.name, c.demo, r.name AS region,
             (SELECT MAX(v.visited_on) FROM visit v WHERE v.company_id = c.id) AS latest
      """;

  private final Statements statements;
  private final Clock clock;

  VisibleVisits(Statements statements, Clock clock) {
    this.statements = statements;
    this.clock = clock;
  }

  /// What a list is asked for.
  ///
  /// @param leader an account
  /// @param town the beginning of region codes
  /// @param named words that are sought in names of companies
  record Query(
      @Nullable Long leader,
      @Nullable String town,
      @Nullable String named,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable Long company) {

    static final Query ALL = new Query(null, null, null, null, null, null);

    static Query of(long company) {
      return new Query(null, null, null, null, null, company);
    }

    static Query between(LocalDate from, LocalDate to) {
      return new Query(null, null, null, from, to, null);
    }
  }

  /// One visit of a list.
  ///
  /// @param leader as the name to sign in with
  /// @param shown whether the company may read the note
  record Row(
      long id,
      long companyId,
      String company,
      boolean demo,
      String region,
      long leaderId,
      LocalDate visitedOn,
      @Nullable String tookPart,
      String note,
      String writtenBy,
      String leader,
      boolean shown,
      int additions,
      int photos) {}

  /// A linked company and its last visit.
  record Silent(
      long companyId, String company, boolean demo, String region, @Nullable LocalDate latest) {}

  /// How often a leader went in a quarter.
  record Tally(long leaderId, int quarter, long visits) {}

  private record Clause(String text, List<Object> parameters) {}

  List<Row> list(Query query, Scope scope, int limit, int offset) {
    Clause clause = clause(query, scope);
    return statements.rows(
        ROW + clause.text() + "\nORDER BY v.visited_on DESC, v.id DESC\nLIMIT ? OFFSET ?",
        with(clause.parameters(), limit, offset),
        VisibleVisits::row);
  }

  List<Row> find(long id, Scope scope) {
    Clause clause = clause(Query.ALL, scope);
    return statements.rows(
        ROW + clause.text() + "\nAND v.id = ?", with(clause.parameters(), id), VisibleVisits::row);
  }

  long count(Query query, Scope scope) {
    Clause clause = clause(query, scope);
    return statements
        .rows("SELECT COUNT(*)\n" + clause.text(), clause.parameters(), row -> row.getLong(1))
        .getFirst();
  }

  /// How many different companies were visited.
  long countCompanies(Query query, Scope scope) {
    Clause clause = clause(query, scope);
    return statements
        .rows(
            "SELECT COUNT(DISTINCT v.company_id)\n" + clause.text(),
            clause.parameters(),
            row -> row.getLong(1))
        .getFirst();
  }

  /// By leader and quarter.
  List<Tally> tallies(Query query, Scope scope) {
    Clause clause = clause(query, scope);
    return statements.rows(
        """
        SELECT v.leader_id, QUARTER(v.visited_on) AS quarter, COUNT(*) AS visits
        %s
        GROUP BY v.leader_id, QUARTER(v.visited_on)
        """
            .formatted(clause.text()),
        clause.parameters(),
        row -> new Tally(row.getLong(1), row.getInt(2), row.getLong(3)));
  }

  /// Of each leader: how many different companies were visited.
  List<Tally> reached(Query query, Scope scope) {
    Clause clause = clause(query, scope);
    return statements.rows(
        """
        SELECT v.leader_id, COUNT(DISTINCT v.company_id) AS companies
        %s
        GROUP BY v.leader_id
        """
            .formatted(clause.text()),
        clause.parameters(),
        row -> new Tally(row.getLong(1), 0, row.getLong(2)));
  }

  /// Of each leader: how many companies are linked today.
  List<Tally> linked(Scope scope) {
    LocalDate today = LocalDate.now(clock);
    Known known = Known.today(scope, clock);
    return statements.rows(
        """
        SELECT a.account_id, COUNT(DISTINCT a.company_id) AS companies
        FROM assignment a
        JOIN company c ON c.id = a.company_id
        WHERE %s
          AND a.held_from <= ?
          AND (a.held_to IS NULL OR a.held_to > ?)
        GROUP BY a.account_id
        """
            .formatted(known.condition("c")),
        with(known.parameters(), today, today),
        row -> new Tally(row.getLong(1), 0, row.getLong(2)));
  }

  /// Those that were never visited first, then the longest ago.
  List<Silent> silent(int days, Scope scope, int limit, int offset) {
    Clause clause = silent(days, scope);
    return statements.rows(
        SILENT_ROW
            + clause.text()
            + "\nORDER BY latest IS NOT NULL, latest, c.name_initials, c.id\nLIMIT ? OFFSET ?",
        with(clause.parameters(), limit, offset),
        row ->
            new Silent(
                row.getLong("id"),
                row.getString("name"),
                row.getBoolean("demo"),
                row.getString("region"),
                row.getObject("latest", LocalDate.class)));
  }

  long countSilent(int days, Scope scope) {
    Clause clause = silent(days, scope);
    return statements
        .rows("SELECT COUNT(*)\n" + clause.text(), clause.parameters(), row -> row.getLong(1))
        .getFirst();
  }

  private Clause silent(int days, Scope scope) {
    LocalDate today = LocalDate.now(clock);
    Known known = Known.today(scope, clock);
    return new Clause(
        """
        FROM company c
        JOIN region r ON r.code = c.region_code
        WHERE %s
          AND EXISTS (SELECT 1
                      FROM assignment a
                      WHERE a.company_id = c.id
                        AND a.held_from <= ?
                        AND (a.held_to IS NULL OR a.held_to > ?))
          AND NOT EXISTS (SELECT 1
                          FROM visit v
                          WHERE v.company_id = c.id
                            AND v.visited_on >= ?)
        """
            .formatted(known.condition("c")),
        with(known.parameters(), today, today, today.minusDays(days)));
  }

  private Clause clause(Query query, Scope scope) {
    Known known = Known.today(scope, clock);
    StringBuilder text = new StringBuilder(FROM + known.condition("c"));
    List<Object> parameters = new ArrayList<>(known.parameters());
    add(text, parameters, "v.leader_id = ?", query.leader());
    add(text, parameters, "v.company_id = ?", query.company());
    add(text, parameters, "v.visited_on >= ?", query.from());
    add(text, parameters, "v.visited_on <= ?", query.to());
    add(text, parameters, "c.region_code LIKE ?", query.town() == null ? null : query.town() + "%");
    if (query.named() != null) {
      for (SoughtWord word : SoughtWord.of(query.named())) {
        text.append("\nAND ").append(word.condition());
        parameters.addAll(word.parameters());
      }
    }
    return new Clause(text.toString(), parameters);
  }

  private static void add(
      StringBuilder text, List<Object> parameters, String condition, @Nullable Object value) {
    if (value != null) {
      text.append("\nAND ").append(condition);
      parameters.add(value);
    }
  }

  private static List<Object> with(List<Object> parameters, Object... more) {
    List<Object> all = new ArrayList<>(parameters);
    all.addAll(List.of(more));
    return all;
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("id"),
        row.getLong("company"),
        row.getString("name"),
        row.getBoolean("demo"),
        row.getString("region"),
        row.getLong("leader_id"),
        row.getObject("visited_on", LocalDate.class),
        row.getString("took_part"),
        row.getString("note"),
        row.getString("written_by"),
        row.getString("leader"),
        row.getBoolean("shown"),
        row.getInt("additions"),
        row.getInt("photos"));
  }
}
