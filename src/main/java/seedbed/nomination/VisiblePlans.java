package seedbed.nomination;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import seedbed.access.Permission;
import seedbed.access.Scope;
import seedbed.sql.Statements;

/// Finds plans and entries for somebody: entries about companies in scope, plans that have such an
/// entry, and for whoever looks after a region all of its plans.
@Singleton
class VisiblePlans {

  /// So many plans can be chosen from; older ones are found by their number.
  private static final int LISTED = 100;

  private final Statements statements;

  VisiblePlans(Statements statements) {
    this.statements = statements;
  }

  /// An entry with the name of its company.
  record Line(Nomination entry, String company, String region, boolean demo) {
    Entry checked() {
      return new Entry(entry.id(), entry.companyId(), entry.aboutYear(), entry.title());
    }
  }

  /// That a company won a title for the first time.
  record Won(long companyId, String company, boolean demo, String title, int year) {}

  /// The latest years first.
  List<Plan> newest(Permission permission) {
    return plans("TRUE", List.of(), permission);
  }

  Optional<Plan> plan(long id, Permission permission) {
    return plans("p.id = ?", List.of(id), permission).stream().findFirst();
  }

  private List<Plan> plans(String which, List<Object> about, Permission permission) {
    Scope scope = permission.scope();
    String ours = "FALSE";
    List<Object> region = List.of();
    if (scope instanceof Scope.Region(String code)) {
      ours = "p.region_code LIKE ?";
      region = List.of(code + "%");
    }
    return statements.rows(
        plans(which, ours, scope),
        Statements.all(about, region, scope.parameters(), LISTED),
        VisiblePlans::plan);
  }

  /// Whether the caller keeps the plan, and does not only look after some of its companies.
  static boolean own(Plan plan, Permission permission) {
    return permission.scope() instanceof Scope.Region(String code)
        && plan.regionCode().equals(code);
  }

  /// Whether the caller sees every company that the plan can be about.
  static boolean whole(Plan plan, Permission permission) {
    return permission.scope() instanceof Scope.Region(String code)
        && plan.regionCode().startsWith(code);
  }

  /// All entries of a plan, dropped ones included.
  List<Line> ofPlan(long plan, Scope scope) {
    return lines("n.plan_id = ?", List.of(plan), scope);
  }

  List<Line> ofCompany(long company, Scope scope) {
    return lines("n.company_id = ?", List.of(company), scope);
  }

  Optional<Line> find(long id, Scope scope) {
    return lines("n.id = ?", List.of(id), scope).stream().findFirst();
  }

  /// The entries of a region's plans about companies that one of them has, since one may continue
  /// another. What the region above plans is a list of the same companies, not a second entry.
  List<Line> beside(Plan plan, Scope scope) {
    return lines(
        """
        n.standing = 1
          AND n.company_id IN (SELECT o.company_id FROM nomination o WHERE o.plan_id = ?)
          AND n.plan_id IN (SELECT s.id FROM nomination_plan s WHERE s.region_code = ?)\
        """,
        List.of(plan.id(), plan.regionCode()),
        scope);
  }

  /// First recognitions of which the year is known.
  List<Won> won(int from, int to, Scope scope) {
    List<Object> parameters = new ArrayList<>(scope.parameters());
    parameters.add(from);
    parameters.add(to);
    return statements.rows(
        recognised(scope),
        parameters,
        row ->
            new Won(
                row.getLong("company_id"),
                row.getString("name"),
                row.getBoolean("demo"),
                row.getString("title"),
                row.getInt("won_in")));
  }

  /// Companies whose register of titles was not known to be complete on a day.
  long unchecked(LocalDate day, Scope scope) {
    return statements.count(unchecked(scope), Statements.all(scope.parameters(), day));
  }

  private List<Line> lines(String which, List<Object> about, Scope scope) {
    List<Object> parameters = new ArrayList<>(about);
    parameters.addAll(scope.parameters());
    return statements.rows(lines(which, scope), parameters, VisiblePlans::line);
  }

  private static String lines(String which, Scope scope) {
    return """
    SELECT n.id, n.plan_id, n.about_year, n.title, n.company_id, n.place, n.origin, n.standing,
           n.version, c.name, c.demo, r.name AS region
    FROM nomination n
    JOIN company c ON c.id = n.company_id
    JOIN region r ON r.code = c.region_code
    WHERE %s
      AND %s
    ORDER BY n.about_year, n.title, n.place, n.id
    """
        .formatted(which, scope.condition("c"));
  }

  private static String plans(String which, String ours, Scope scope) {
    return """
    SELECT p.id, p.region_code, p.name, p.from_year, p.to_year, p.document, p.made_at, p.made_by
    FROM nomination_plan p
    WHERE %s
      AND (%s
           OR EXISTS (SELECT 1
                      FROM nomination n
                      JOIN company c ON c.id = n.company_id
                      WHERE n.plan_id = p.id
                        AND %s))
    ORDER BY p.from_year DESC, p.id DESC
    LIMIT ?
    """
        .formatted(which, ours, scope.condition("c"));
  }

  private static String recognised(Scope scope) {
    return """
    SELECT t.company_id, c.name, c.demo, t.title, YEAR(t.held_from) AS won_in
    FROM title_holding t
    JOIN company c ON c.id = t.company_id
    WHERE %s
      AND t.from_precision <> 'AT_LATEST'
      AND YEAR(t.held_from) BETWEEN ? AND ?
      AND NOT EXISTS (SELECT 1
                      FROM title_holding b
                      WHERE b.company_id = t.company_id
                        AND b.title = t.title
                        AND b.held_from < t.held_from)
    ORDER BY won_in, t.title, c.id
    """
        .formatted(scope.condition("c"));
  }

  private static String unchecked(Scope scope) {
    return """
    SELECT COUNT(*)
    FROM company c
    WHERE %s
      AND (c.titles_checked_on IS NULL OR c.titles_checked_on > ?)
    """
        .formatted(scope.condition("c"));
  }

  private static Plan plan(ResultSet row) throws SQLException {
    return new Plan(
        row.getLong("id"),
        row.getString("region_code"),
        row.getString("name"),
        row.getInt("from_year"),
        row.getInt("to_year"),
        row.getString("document"),
        row.getTimestamp("made_at").toInstant(),
        row.getString("made_by"));
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        new Nomination(
            row.getLong("id"),
            row.getLong("plan_id"),
            row.getInt("about_year"),
            row.getString("title"),
            row.getLong("company_id"),
            row.getInt("place"),
            row.getString("origin"),
            row.getObject("standing", Integer.class),
            row.getLong("version")),
        row.getString("name"),
        row.getString("region"),
        row.getBoolean("demo"));
  }
}
