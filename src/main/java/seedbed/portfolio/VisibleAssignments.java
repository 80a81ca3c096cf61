package seedbed.portfolio;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.company.Known;
import seedbed.company.SoughtWord;
import seedbed.criteria.Titles;
import seedbed.sql.Statements;

/// Finds who looks after whom for somebody, of the companies in scope; and who of the pools has
/// nobody.
@Singleton
class VisibleAssignments {

  private static final String LINK =
      """
      SELECT a.id, c.id AS company, c.name, c.demo, r.name AS region, a.account_id, a.kind,
             a.held_from, a.held_to, a.document, a.ended_for, a.version
      """;

  private static final String LINKS =
      """
      FROM assignment a
      JOIN company c ON c.id = a.company_id
      JOIN region r ON r.code = c.region_code
      WHERE \
      """;

  private static final String COMPANY = "SELECT c.id, c.name, c.demo, r.name AS region\n";

  private static final String COMPANIES =
      """
      FROM company c
      JOIN region r ON r.code = c.region_code
      WHERE \
      """;

  private final Statements statements;
  private final Titles titles;
  private final Clock clock;

  VisibleAssignments(Statements statements, Titles titles, Clock clock) {
    this.statements = statements;
    this.titles = titles;
    this.clock = clock;
  }

  /// Which part of the arrangement a list shows.
  enum Show {
    CURRENT("current", "现有挂钩", null),
    COMING("coming", "将要开始", null),
    ENDED("ended", "已结束", null),
    NO_LEADER("no-leader", "无四套班子领导", AssignmentKind.LEADER),
    NO_TOWN("no-town", "无镇（区、街道）领导", AssignmentKind.TOWN),
    NO_DEPARTMENT("no-department", "无责任部门", AssignmentKind.DEPARTMENT);

    private final String code;
    private final String label;
    private final @Nullable AssignmentKind missing;

    Show(String code, String label, @Nullable AssignmentKind missing) {
      this.code = code;
      this.label = label;
      this.missing = missing;
    }

    static Optional<Show> of(String code) {
      for (Show show : values()) {
        if (show.code.equals(code)) {
          return Optional.of(show);
        }
      }
      return Optional.empty();
    }

    String code() {
      return code;
    }

    String label() {
      return label;
    }

    /// What companies of such a list lack; null for a list of links.
    @Nullable AssignmentKind missing() {
      return missing;
    }
  }

  /// What a list is asked for.
  ///
  /// @param leader an account
  /// @param town the beginning of region codes
  /// @param named words that are sought in names
  record Query(
      Show show,
      @Nullable Long leader,
      @Nullable AssignmentKind kind,
      @Nullable String town,
      @Nullable String named) {

    Query show(Show other) {
      return new Query(other, leader, kind, town, named);
    }
  }

  /// A link of a list.
  record Row(
      long id,
      long companyId,
      String company,
      boolean demo,
      String region,
      long accountId,
      AssignmentKind kind,
      LocalDate from,
      @Nullable LocalDate to,
      @Nullable String document,
      @Nullable String endedFor,
      long version) {}

  /// A company that lacks somebody.
  record Lacking(long companyId, String company, boolean demo, String region) {}

  private record Clause(String text, List<Object> parameters) {}

  Optional<Row> find(long id, Scope scope) {
    Known known = Known.today(scope, clock);
    List<Object> parameters = new ArrayList<>(known.parameters());
    parameters.add(id);
    return statements
        .rows(
            LINK + LINKS + known.condition("c") + "\nAND a.id = ?",
            parameters,
            VisibleAssignments::row)
        .stream()
        .findFirst();
  }

  List<Row> links(Query query, Scope scope, int limit, int offset) {
    Clause clause = clause(query, scope);
    return statements.rows(
        LINK
            + clause.text()
            + "\nORDER BY c.name_initials, c.id, a.held_from, a.id\nLIMIT ? OFFSET ?",
        with(clause.parameters(), limit, offset),
        VisibleAssignments::row);
  }

  List<Lacking> lacking(Query query, Scope scope, int limit, int offset) {
    Clause clause = clause(query, scope);
    return statements.rows(
        COMPANY + clause.text() + "\nORDER BY c.name_initials, c.id\nLIMIT ? OFFSET ?",
        with(clause.parameters(), limit, offset),
        row ->
            new Lacking(
                row.getLong("id"),
                row.getString("name"),
                row.getBoolean("demo"),
                row.getString("region")));
  }

  long count(Query query, Scope scope) {
    Clause clause = clause(query, scope);
    return statements
        .rows("SELECT COUNT(*)\n" + clause.text(), clause.parameters(), row -> row.getLong(1))
        .getFirst();
  }

  private Clause clause(Query query, Scope scope) {
    LocalDate today = LocalDate.now(clock);
    Known known = Known.today(scope, clock);
    AssignmentKind missing = query.show().missing();
    StringBuilder text =
        new StringBuilder((missing == null ? LINKS : COMPANIES) + known.condition("c"));
    List<Object> parameters = new ArrayList<>(known.parameters());
    if (query.town() != null) {
      text.append("\nAND c.region_code LIKE ?");
      parameters.add(query.town() + "%");
    }
    if (query.named() != null) {
      for (SoughtWord word : SoughtWord.of(query.named())) {
        text.append("\nAND ").append(word.condition());
        parameters.addAll(word.parameters());
      }
    }
    if (missing == null) {
      links(query, today, text, parameters);
    } else {
      pooled(missing, today, text, parameters);
    }
    return new Clause(text.toString(), parameters);
  }

  private static void links(
      Query query, LocalDate today, StringBuilder text, List<Object> parameters) {
    if (query.leader() != null) {
      text.append("\nAND a.account_id = ?");
      parameters.add(query.leader());
    }
    if (query.kind() != null) {
      text.append("\nAND a.kind = ?");
      parameters.add(query.kind().name());
    }
    switch (query.show()) {
      case COMING -> {
        text.append("\nAND a.held_from > ?");
        parameters.add(today);
      }
      case ENDED -> {
        text.append("\nAND a.held_to <= ?");
        parameters.add(today);
      }
      case CURRENT, NO_LEADER, NO_TOWN, NO_DEPARTMENT -> {
        text.append("\nAND a.held_from <= ? AND (a.held_to IS NULL OR a.held_to > ?)");
        parameters.add(today);
        parameters.add(today);
      }
    }
  }

  private void pooled(
      AssignmentKind missing, LocalDate today, StringBuilder text, List<Object> parameters) {
    List<String> pools =
        titles.ladder().stream()
            .filter(title -> title.kind() == Titles.Kind.POOL)
            .map(Titles.Rung::code)
            .toList();
    text.append(
        """
        \nAND EXISTS (SELECT 1
                    FROM title_holding t
                    WHERE t.company_id = c.id
                      AND t.title IN (%s)
                      AND t.held_from <= ?
                      AND (t.held_to IS NULL OR t.held_to > ?))
        AND NOT EXISTS (SELECT 1
                        FROM assignment a
                        WHERE a.company_id = c.id
                          AND a.kind = ?
                          AND a.held_from <= ?
                          AND (a.held_to IS NULL OR a.held_to > ?))\
        """
            .formatted(String.join(", ", pools.stream().map(_ -> "?").toList())));
    parameters.addAll(pools);
    parameters.addAll(List.of(today, today, missing.name(), today, today));
  }

  private static List<Object> with(List<Object> parameters, int limit, int offset) {
    List<Object> all = new ArrayList<>(parameters);
    all.add(limit);
    all.add(offset);
    return all;
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("id"),
        row.getLong("company"),
        row.getString("name"),
        row.getBoolean("demo"),
        row.getString("region"),
        row.getLong("account_id"),
        AssignmentKind.valueOf(row.getString("kind")),
        row.getObject("held_from", LocalDate.class),
        row.getObject("held_to", LocalDate.class),
        row.getString("document"),
        row.getString("ended_for"),
        row.getLong("version"));
  }
}
