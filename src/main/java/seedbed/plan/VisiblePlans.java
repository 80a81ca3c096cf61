package seedbed.plan;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.company.Known;
import seedbed.criteria.Titles;
import seedbed.sql.Statements;

/// Finds plans for somebody, of the companies in scope: the newest of whoever has one, beside it
/// the one that runs while the next is written, and whoever is in a pool today and has none yet.
@Singleton
class VisiblePlans {

  private static final String FIND =
      """
      SELECT p.id
      FROM plan p
      JOIN company c ON c.id = p.company_id
      WHERE p.id = ?
        AND \
      """;

  private static final String ORDER =
      "ORDER BY v.due_on IS NULL, v.due_on, v.stage IS NOT NULL, c.name_initials, c.id,"
          + " p.first_year";

  /// Which plans a list shows.
  enum Standing {
    NONE("none", "未编制", "v.stage IS NULL"),
    DRAFT("draft", "编制中", "v.stage = 'DRAFT'"),
    TOWNSHIP("township", "镇（街道）审核", "v.stage = 'TOWNSHIP'"),
    OFFICE("office", "培育办审定", "v.stage = 'OFFICE'"),
    APPROVED("approved", "已批准", "v.stage = 'APPROVED' AND p.last_year >= YEAR(?)"),
    ENDED("ended", "方案期已结束", "v.stage = 'APPROVED' AND p.last_year < YEAR(?)"),
    OVERDUE("overdue", "逾期未办", "v.due_on < ?"),
    BEHIND("behind", "有逾期任务", "behind.tasks > 0");

    private final String code;
    private final String label;
    private final String condition;

    Standing(String code, String label, String condition) {
      this.code = code;
      this.label = label;
      this.condition = condition;
    }

    static Optional<Standing> of(String code) {
      for (Standing standing : values()) {
        if (standing.code.equals(code)) {
          return Optional.of(standing);
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

    private boolean dated() {
      return condition.contains("?");
    }
  }

  /// What a list is asked for.
  ///
  /// @param town the beginning of region codes
  /// @param named part of a name, or the beginning of its initials
  record Query(@Nullable Standing standing, @Nullable String town, @Nullable String named) {

    Query standing(@Nullable Standing other) {
      return new Query(other, town, named);
    }
  }

  /// One plan of a list, or one company that has none.
  ///
  /// @param plan null where the company has none
  /// @param abandoned the last one that it put aside
  record Row(
      long companyId,
      String company,
      boolean demo,
      String region,
      @Nullable Long plan,
      @Nullable Long abandoned,
      @Nullable Span span,
      int ordinal,
      @Nullable Stage stage,
      @Nullable LocalDate since,
      @Nullable LocalDate dueOn,
      boolean inForce,
      int tasks,
      int done,
      int late) {}

  /// How many there are, of all and of each standing.
  record Counts(long all, Map<Standing, Long> each) {
    Counts {
      each = Map.copyOf(each);
    }

    /// @param standing all of them where none is named
    long of(@Nullable Standing standing) {
      return standing == null ? all : each.getOrDefault(standing, 0L);
    }
  }

  private record Clause(String text, List<Object> parameters) {}

  private final Statements statements;
  private final Plans plans;
  private final Titles titles;
  private final Clock clock;

  VisiblePlans(Statements statements, Plans plans, Titles titles, Clock clock) {
    this.statements = statements;
    this.plans = plans;
    this.titles = titles;
    this.clock = clock;
  }

  Optional<Plan> find(long id, Scope scope) {
    List<Object> parameters = new ArrayList<>();
    parameters.add(id);
    Known known = Known.today(scope, clock);
    parameters.addAll(known.parameters());
    boolean there =
        !statements.rows(FIND + known.condition("c"), parameters, row -> row.getLong(1)).isEmpty();
    return there ? plans.findById(id) : Optional.empty();
  }

  /// What is due first comes first, then those without a plan.
  List<Row> list(Query query, Scope scope, int limit, int offset) {
    Clause clause = clause(query, scope);
    List<Object> parameters = new ArrayList<>(clause.parameters());
    parameters.add(limit);
    parameters.add(offset);
    return statements.rows(slice(clause.text()), parameters, VisiblePlans::row);
  }

  /// All counts in one reading: they stand side by side, and the companies are gone through once.
  ///
  /// @param query its standing is left aside
  Counts count(Query query, Scope scope) {
    Clause clause = clause(query.standing(null), scope);
    List<Object> parameters = new ArrayList<>();
    StringBuilder sums = new StringBuilder("SELECT COUNT(*)");
    for (Standing standing : Standing.values()) {
      sums.append(", SUM(CASE WHEN ").append(standing.condition).append(" THEN 1 ELSE 0 END)");
      if (standing.dated()) {
        parameters.add(LocalDate.now(clock));
      }
    }
    parameters.addAll(clause.parameters());
    return statements
        .rows(sums + "\n" + clause.text(), parameters, VisiblePlans::counts)
        .getFirst();
  }

  private static Counts counts(ResultSet row) throws SQLException {
    Map<Standing, Long> each = new EnumMap<>(Standing.class);
    int place = 2;
    for (Standing standing : Standing.values()) {
      each.put(standing, row.getLong(place++));
    }
    return new Counts(row.getLong(1), each);
  }

  private Clause clause(Query query, Scope scope) {
    LocalDate today = LocalDate.now(clock);
    Known known = Known.today(scope, clock);
    List<String> pools = pools();
    StringBuilder text = new StringBuilder(from(pools.size()) + known.condition("c"));
    List<Object> parameters = new ArrayList<>();
    parameters.add(today);
    parameters.add(today);
    parameters.addAll(pools);
    parameters.add(today);
    parameters.add(today);
    parameters.addAll(known.parameters());
    if (query.town() != null) {
      text.append(" AND c.region_code LIKE ?");
      parameters.add(query.town() + "%");
    }
    if (query.named() != null) {
      text.append(" AND (LOCATE(?, c.name) > 0 OR c.name_initials LIKE ?)");
      parameters.add(query.named());
      parameters.add(initials(query.named()) + "%");
    }
    if (query.standing() != null) {
      text.append(" AND ").append(query.standing().condition);
      if (query.standing().dated()) {
        parameters.add(today);
      }
    }
    return new Clause(text.toString(), parameters);
  }

  /// Everybody, with the version that each plan which is not over is at, and his newest one. What
  /// one company has many of is grouped once for all of them; asked for company by company it takes
  /// seconds for a province.
  private static String from(int pools) {
    return """
    FROM company c
    LEFT JOIN (SELECT n.company_id, MAX(n.first_year) AS first_year
               FROM plan n
               WHERE n.standing = 1
               GROUP BY n.company_id) newest ON newest.company_id = c.id
    LEFT JOIN plan p ON p.company_id = newest.company_id
                    AND p.standing = 1
                    AND (p.first_year = newest.first_year OR p.last_year >= YEAR(?))
    LEFT JOIN (SELECT n.plan_id,
                      COALESCE(MAX(CASE WHEN n.pending = 1 THEN n.ordinal END),
                               MAX(CASE WHEN n.stage = 'APPROVED' THEN n.ordinal END),
                               MAX(n.ordinal)) AS ordinal
               FROM plan_version n
               GROUP BY n.plan_id) last ON last.plan_id = p.id
    LEFT JOIN plan_version v ON v.plan_id = last.plan_id
                            AND v.ordinal = last.ordinal
    LEFT JOIN (SELECT k.plan_id, COUNT(*) AS tasks
               FROM plan_task k
               WHERE k.state <> 'DONE'
                 AND k.due_on < ?
               GROUP BY k.plan_id) behind ON behind.plan_id = p.id
    LEFT JOIN (SELECT DISTINCT t.company_id
               FROM title_holding t
               WHERE t.title IN (%s)
                 AND t.held_from <= ?
                 AND (t.held_to IS NULL OR t.held_to > ?)) pool ON pool.company_id = c.id
    WHERE (p.id IS NOT NULL OR pool.company_id IS NOT NULL)
      AND \
    """
        .formatted(marks(pools));
  }

  // The tasks are counted for the rows of a page, not for everybody who might have been on it.
  private static String slice(String from) {
    return """
    SELECT c.id, c.name, c.demo, r.name AS region, p.id AS plan, p.base_year, p.first_year,
           p.last_year, v.ordinal, v.stage, v.since, v.due_on, found.late,
           EXISTS (SELECT 1
                   FROM plan_version a
                   WHERE a.plan_id = p.id
                     AND a.stage = 'APPROVED') AS in_force,
           (SELECT COUNT(*) FROM plan_task k WHERE k.plan_id = p.id) AS tasks,
           (SELECT COUNT(*)
            FROM plan_task k
            WHERE k.plan_id = p.id
              AND k.state = 'DONE') AS done,
           (SELECT MAX(g.id)
            FROM plan g
            WHERE g.company_id = c.id
              AND g.standing IS NULL) AS abandoned
    FROM (SELECT c.id AS company, p.id AS plan, v.id AS version,
                 COALESCE(behind.tasks, 0) AS late
          %s
          %s
          LIMIT ? OFFSET ?) found
    JOIN company c ON c.id = found.company
    JOIN region r ON r.code = c.region_code
    LEFT JOIN plan p ON p.id = found.plan
    LEFT JOIN plan_version v ON v.id = found.version
    %s
    """
        .formatted(from, ORDER, ORDER);
  }

  /// Whether a company is in a pool today. The counts would say so too, but go through everybody.
  boolean owes(long company) {
    List<String> pools = pools();
    List<Object> parameters = new ArrayList<>();
    parameters.add(company);
    parameters.addAll(pools);
    parameters.add(LocalDate.now(clock));
    parameters.add(LocalDate.now(clock));
    return !statements
        .rows(
            """
            SELECT t.company_id
            FROM title_holding t
            WHERE t.company_id = ?
              AND t.title IN (%s)
              AND t.held_from <= ?
              AND (t.held_to IS NULL OR t.held_to > ?)
            """
                .formatted(marks(pools.size())),
            parameters,
            row -> row.getLong(1))
        .isEmpty();
  }

  private List<String> pools() {
    return titles.ladder().stream()
        .filter(title -> title.kind() == Titles.Kind.POOL)
        .map(Titles.Rung::code)
        .toList();
  }

  private static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }

  // Letters alone, so that no wildcard is among them; what has none matches by name only.
  private static String initials(String named) {
    String lower = named.toLowerCase(Locale.ROOT);
    return lower.matches("[a-z0-9]+") ? lower : "~";
  }

  private static Row row(ResultSet row) throws SQLException {
    String stage = row.getString("stage");
    return new Row(
        row.getLong(1),
        row.getString(2),
        row.getBoolean(3),
        row.getString("region"),
        stage == null ? null : row.getLong("plan"),
        row.getObject("abandoned", Long.class),
        stage == null ? null : span(row),
        row.getInt("ordinal"),
        stage == null ? null : Stage.valueOf(stage),
        row.getObject("since", LocalDate.class),
        row.getObject("due_on", LocalDate.class),
        row.getBoolean("in_force"),
        row.getInt("tasks"),
        row.getInt("done"),
        row.getInt("late"));
  }

  private static Span span(ResultSet row) throws SQLException {
    return new Span(row.getInt("base_year"), row.getInt("first_year"), row.getInt("last_year"));
  }
}
