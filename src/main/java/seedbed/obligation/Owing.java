package seedbed.obligation;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import seedbed.calendar.WorkingDays;
import seedbed.criteria.ReminderPlan;
import seedbed.criteria.ReminderPlan.Rule;

/// Puts together the query for everything that is due within a window: one piece for each period of
/// what is reported by periods, one for each kind with deadlines of its own.
@Singleton
public class Owing {

  private final Kinds kinds;
  private final Rules rules;
  private final Pools pools;

  Owing(Kinds kinds, Rules rules, Pools pools) {
    this.kinds = kinds;
    this.rules = rules;
    this.pools = pools;
  }

  /// A period of a kind that is due within a window.
  public record Term(Periodic kind, Rule rule, Period period, LocalDate due) {}

  /// A query that answers `kind`, `company_id`, `region_code`, `subject_id`, `period`, `title`,
  /// `path`, `owner`, `unit`, `opened_on`, `due_on`, `done_on`, `owed`, `excuse`; of nothing where
  /// no rule asks. What is about a company has no region of its own, and the other way round.
  ///
  /// @param open only what was not done yet
  public Sql query(Among among, Window window, boolean open) {
    return query(among, _ -> Optional.of(window), open);
  }

  /// The same with a window for each kind, so that nothing is read that nobody asks about.
  ///
  /// @param windows empty for a kind that is not asked about at all
  public Sql query(Among among, Function<Kind, Optional<Window>> windows, boolean open) {
    Rules.Course course = rules.course();
    List<Sql> pieces = new ArrayList<>();
    for (Kind kind : kinds.all()) {
      Window window = windows.apply(kind).orElse(null);
      if (window == null) {
        continue;
      }
      switch (kind) {
        case Periodic periodic ->
            terms(periodic, course, rules.days(), window)
                .forEach(term -> pieces.add(piece(term, among, open)));
        case Dated dated -> {
          if (course.last().rules().containsKey(kind.code())) {
            pieces.add(piece(dated, new Asked(among, window, open)));
          }
        }
        case Regional regional -> {
          if (course.last().rules().containsKey(kind.code()) && !among.regions().isEmpty()) {
            pieces.add(piece(regional, new Asked(among, window, open)));
          }
        }
      }
    }
    return pieces.stream().reduce((a, b) -> a.and("\nUNION ALL\n").and(b)).orElse(NOTHING);
  }

  /// The periods that are due within a window by some course of rules, kind by kind.
  public List<Term> terms(Rules.Course course, Window window) {
    return kinds.all().stream()
        .filter(Periodic.class::isInstance)
        .flatMap(kind -> terms((Periodic) kind, course, rules.days(), window).stream())
        .toList();
  }

  private static final Sql NOTHING =
      Sql.of(
          """
          SELECT '' AS kind, 0 AS company_id, NULL AS region_code, 0 AS subject_id, '' AS period,
                 '' AS title, '' AS path, '' AS owner, NULL AS unit, CURRENT_DATE AS opened_on,
                 CURRENT_DATE AS due_on, CURRENT_DATE AS done_on, 0 AS owed, NULL AS excuse
          FROM region
          WHERE FALSE
          """);

  /// The periods of a kind that are due within a window, the earliest first.
  static List<Term> terms(Periodic kind, Rules.Course course, WorkingDays days, Window window) {
    List<Term> terms = new ArrayList<>();
    // Nothing is due later than a good year after its period, nor before its end.
    LocalDate day = window.from().minusDays(400);
    while (!day.isAfter(window.to())) {
      Rule rule = course.plan(day).rules().get(kind.code());
      ReminderPlan.Period length = rule == null ? null : rule.period();
      if (rule == null || length == null) {
        day = day.plusMonths(1).withDayOfMonth(1);
        continue;
      }
      Period period = Period.holding(day, length);
      // A version that begins within the period decides about it.
      Rule last = course.plan(period.lastDay()).rules().get(kind.code());
      if (last != null && last.period() == length) {
        Rules.due(last, period, days)
            .filter(window::holds)
            .ifPresent(due -> terms.add(new Term(kind, last, period, due)));
      }
      day = period.lastDay().plusDays(1);
    }
    return terms;
  }

  /// Who owes a kind for the period that ends on a day, for lists that begin with companies instead
  /// of what is due: `company_id`, `owed`, and `excuse`, NULL where nothing excuses. Where no rule
  /// asks for a period that ends then, nobody owes it.
  ///
  /// @param kind that is reported by periods
  public Sql standing(String kind, LocalDate lastDay, Among among) {
    Periodic periodic =
        kinds
            .find(kind)
            .filter(Periodic.class::isInstance)
            .map(Periodic.class::cast)
            .orElseThrow(() -> new IllegalArgumentException("not reported by periods: " + kind));
    return Sql.of("SELECT c.id AS company_id, ")
        .and(
            term(periodic, lastDay)
                .map(term ->
                    periodic
                        .owes(lastDay, pools)
                        .and(" AS owed,\n")
                        .and(excuse(term))
                        .and(" AS excuse\n"))
                .orElseGet(() -> Sql.of("0 AS owed, NULL AS excuse\n")))
        .and("FROM company c\nWHERE ")
        .and(among.condition());
  }

  private Optional<Term> term(Periodic kind, LocalDate lastDay) {
    @Nullable Rule rule = rules.course().plan(lastDay).rules().get(kind.code());
    ReminderPlan.@Nullable Period length = rule == null ? null : rule.period();
    if (rule == null || length == null) {
      return Optional.empty();
    }
    Period period = Period.holding(lastDay, length);
    return period.lastDay().equals(lastDay)
        ? Rules.due(rule, period, rules.days()).map(due -> new Term(kind, rule, period, due))
        : Optional.empty();
  }

  /// Why the company `c` does not owe what a term asks for, or NULL: the office let it off, or it
  /// came too late to the pool. This is the only place that says so.
  private Sql excuse(Term term) {
    LocalDate last = term.period().lastDay();
    Sql excuse =
        Sql.of(
                """
                COALESCE((SELECT x.reason
                          FROM obligation_exemption x
                          WHERE x.company_id = c.id
                            AND x.kind = ?
                            AND x.period = ?
                            AND x.standing = 1),
                CASE
                  WHEN NOT \
                """,
                term.kind().code(),
                term.period().code())
            .and(pools.recorded(last, term.due()))
            .and(" AND ")
            .and(pools.holding(last))
            .and(" THEN '入库登记晚于期限'\n");
    if (!term.rule().newcomersOwe()) {
      excuse =
          excuse
              .and("  WHEN NOT ")
              .and(term.kind().owes(term.period().firstDay(), pools))
              .and(" THEN '期内入库'\n");
    }
    return excuse.and("END)");
  }

  private Sql piece(Term term, Among among, boolean open) {
    Period period = term.period();
    LocalDate last = period.lastDay();
    return Sql.of(
            """
            SELECT ? AS kind, p.company_id, NULL AS region_code, p.company_id AS subject_id,
                   ? AS period, ? AS title, p.path, 'COMPANY' AS owner, NULL AS unit,
                   ? AS opened_on, ? AS due_on, p.done_on, p.owed, p.excuse
            FROM (SELECT c.id AS company_id,
                         (\
            """,
            term.kind().code(),
            period.code(),
            term.kind().title(period),
            last.plusDays(1),
            term.due())
        .and(term.kind().handedIn(period))
        .and(") AS done_on,\n(")
        .and(term.kind().path(period))
        .and(") AS path,\n")
        .and(term.kind().owes(last, pools))
        .and(" AS owed,\n")
        .and(excuse(term))
        .and(" AS excuse\nFROM company c\nWHERE ")
        .and(among.condition())
        .and(") p\nWHERE ")
        .and(
            open
                ? "p.owed = 1 AND p.done_on IS NULL AND p.excuse IS NULL"
                : "(p.owed = 1 OR p.done_on IS NOT NULL)");
  }

  private static Sql piece(Dated kind, Asked asked) {
    return Sql.of(
            """
            SELECT ? AS kind, d.company_id, NULL AS region_code, d.subject_id, d.period, d.title,
                   d.path, d.owner, d.unit, d.opened_on, d.due_on, d.done_on, 1 AS owed,
                   NULL AS excuse
            FROM (\
            """,
            kind.code())
        .and(kind.rows(asked))
        .and(") d");
  }

  private static Sql piece(Regional kind, Asked asked) {
    return Sql.of(
            """
            SELECT ? AS kind, NULL AS company_id, d.region_code, d.subject_id, d.period, d.title,
                   d.path, d.owner, d.unit, d.opened_on, d.due_on, d.done_on, 1 AS owed,
                   NULL AS excuse
            FROM (\
            """,
            kind.code())
        .and(kind.rows(asked))
        .and(") d");
  }
}
