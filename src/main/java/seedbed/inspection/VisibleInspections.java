package seedbed.inspection;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.access.Reach;
import seedbed.access.Scope;
import seedbed.company.Known;
import seedbed.sql.Statements;

/// Finds inspections for somebody: a unit sees its own with their drafts, everybody else what was
/// filed about the companies in scope, and a company those of its own that have begun.
@Singleton
class VisibleInspections {

  // Units of several regions can have the same name.
  private static final String UNIT_KEY = "CONCAT(i.region_code, ' ', i.unit)";

  private static final String FROM =
      """
      FROM inspection i
      JOIN company c ON c.id = i.company_id
      JOIN region r ON r.code = c.region_code
      LEFT JOIN inspection_filing f ON f.inspection_id = i.id
      LEFT JOIN inspection_addition m ON m.id = (SELECT MAX(d.id)
                                                 FROM inspection_addition d
                                                 WHERE d.inspection_id = f.inspection_id
                                                   AND d.moved_to IS NOT NULL)
      LEFT JOIN inspection_conclusion k ON k.inspection_id = i.id
      WHERE \
      """;

  private static final String ROW =
      """
      SELECT i.id, i.company_id, COALESCE(f.company_name, c.name) AS company, c.demo,
             r.name AS region, i.unit, f.item, f.kind, f.area,
             COALESCE(m.moved_to, f.planned_on) AS planned_on,
             COALESCE(m.due_on, f.due_on) AS due_on, f.filed_on, f.afterwards, f.exemption, f.counts, f.year_limit, f.count_before, f.archive_number,
             k.ended_on, k.concluded_on, k.late, k.problems
      """;

  private static final String COUNTS =
      """
      SELECT SUM(f.filed_on BETWEEN ? AND ?),
             SUM(f.filed_on BETWEEN ? AND ? AND f.afterwards),
             SUM(f.filed_on BETWEEN ? AND ? AND f.exemption IS NOT NULL),
             SUM(COALESCE(k.concluded_on BETWEEN ? AND ?, FALSE)),
             SUM(COALESCE(k.concluded_on BETWEEN ? AND ? AND k.late, FALSE)),
             SUM(COALESCE(m.due_on, f.due_on) < ? AND (k.concluded_on IS NULL OR k.concluded_on > ?)),
             SUM(COALESCE(k.concluded_on BETWEEN ? AND ? AND k.problems > 0, FALSE))
      FROM inspection_filing f
      JOIN inspection i ON i.id = f.inspection_id
      JOIN company c ON c.id = i.company_id
      LEFT JOIN inspection_addition m ON m.id = (SELECT MAX(d.id)
                                                 FROM inspection_addition d
                                                 WHERE d.inspection_id = f.inspection_id
                                                   AND d.moved_to IS NOT NULL
                                                   AND d.added_at < ?)
      LEFT JOIN inspection_conclusion k ON k.inspection_id = f.inspection_id
      WHERE \
      """;

  /// What a list is asked for.
  ///
  /// @param unit its region's code and its name, or the name alone
  /// @param named part of a company's name, or the beginning of its initials
  record Query(
      @Nullable Standing standing,
      @Nullable Mark mark,
      @Nullable Integer year,
      @Nullable String unit,
      @Nullable String kind,
      @Nullable Long company,
      @Nullable String named) {

    /// Stands for the kind of those whose filing names none.
    static final String UNSAID = "-";

    static final Query ALL = new Query(null, null, null, null, null, null, null);

    Query standing(@Nullable Standing other) {
      return new Query(other, mark, year, unit, kind, company, named);
    }

    Query mark(@Nullable Mark other) {
      return new Query(standing, other, year, unit, kind, company, named);
    }

    Query year(@Nullable Integer other) {
      return new Query(standing, mark, other, unit, kind, company, named);
    }

    Query company(@Nullable Long other) {
      return new Query(standing, mark, year, unit, kind, other, named);
    }
  }

  /// Who looks.
  ///
  /// @param unit the unit that sees its own alone; null for everybody else
  /// @param begun whether visits that are still to come are left out
  record Reader(Scope scope, @Nullable String unit, @Nullable String region, boolean begun) {

    static Reader of(Permission permission) {
      return permission.reach() == Reach.UNIT
          ? new Reader(
              permission.scope(),
              Optional.ofNullable(permission.caller().unit()).orElse(""),
              permission.caller().regionCode(),
              false)
          : new Reader(permission.scope(), null, null, permission.reach() == Reach.COMPANY);
    }

    static Reader of(Scope scope) {
      return new Reader(scope, null, null, false);
    }

    /// A visit is announced to nobody who is visited.
    static Reader visited(Scope scope) {
      return new Reader(scope, null, null, true);
    }
  }

  /// One inspection of a list; of a draft only who and whom.
  record Row(
      long id,
      long companyId,
      String company,
      boolean demo,
      String region,
      String unit,
      @Nullable String item,
      @Nullable Kind kind,
      @Nullable Area area,
      @Nullable LocalDate plannedOn,
      @Nullable LocalDate dueOn,
      @Nullable LocalDate filedOn,
      boolean afterwards,
      FilingDuty.@Nullable Exemption exemption,
      boolean counts,
      @Nullable Integer yearLimit,
      int countBefore,
      @Nullable String archiveNumber,
      @Nullable LocalDate endedOn,
      @Nullable LocalDate concludedOn,
      boolean late,
      @Nullable Integer problems,
      Standing standing) {}

  /// How many there are of each kind among the same.
  record Tally(long all, Map<Standing, Long> standings, Map<Mark, Long> marks) {

    long of(Standing standing) {
      return standings.getOrDefault(standing, 0L);
    }

    long of(Mark mark) {
      return marks.getOrDefault(mark, 0L);
    }
  }

  /// One line of statistics, with the numbers of its inspections.
  ///
  /// @param key what the list is filtered by
  record Group(@Nullable String key, String label, Tally tally, long counted) {}

  /// By what statistics are grouped.
  enum By {
    UNIT("i.region_code, i.unit", "MAX(" + UNIT_KEY + ")", "MAX(i.unit)"),
    KIND("f.kind", "f.kind", "f.kind"),
    COMPANY("i.company_id", "i.company_id", "MAX(c.name)");

    private final String columns;
    private final String key;
    private final String label;

    By(String columns, String key, String label) {
      this.columns = columns;
      this.key = key;
      this.label = label;
    }
  }

  private record Clause(String text, List<Object> parameters) {}

  private final Statements statements;
  private final Inspections inspections;
  private final Clock clock;

  VisibleInspections(Statements statements, Inspections inspections, Clock clock) {
    this.statements = statements;
    this.inspections = inspections;
    this.clock = clock;
  }

  Optional<Inspection> find(long id, Reader reader) {
    Clause clause = clause(Query.ALL, reader);
    List<Object> parameters = new ArrayList<>(clause.parameters());
    parameters.add(id);
    boolean there =
        !statements
            .rows(
                "SELECT i.id\n" + clause.text() + "\nAND i.id = ?",
                parameters,
                row -> row.getLong(1))
            .isEmpty();
    return there ? inspections.findById(id) : Optional.empty();
  }

  /// What waits longest for its conclusion comes first, then what was planned last.
  List<Row> list(Query query, Reader reader, int limit, int offset) {
    Clause clause = clause(query, reader);
    List<Object> parameters = new ArrayList<>(clause.parameters());
    parameters.add(limit);
    parameters.add(offset);
    LocalDate today = LocalDate.now(clock);
    return statements.rows(
        ROW
            + clause.text()
            + """

            ORDER BY f.inspection_id IS NOT NULL, k.inspection_id IS NOT NULL,
                     CASE WHEN k.inspection_id IS NULL THEN COALESCE(m.due_on, f.due_on) END,
                     COALESCE(m.moved_to, f.planned_on) DESC, i.id DESC
            LIMIT ? OFFSET ?
            """,
        parameters,
        row -> row(row, today));
  }

  Tally tally(Query query, Reader reader) {
    Clause clause = clause(query, reader);
    LocalDate today = LocalDate.now(clock);
    List<Object> parameters = new ArrayList<>(dated(today));
    parameters.addAll(clause.parameters());
    return statements
        .rows("SELECT " + sums() + "\n" + clause.text(), parameters, VisibleInspections::tally)
        .getFirst();
  }

  /// The largest first.
  List<Group> groups(By by, Query query, Reader reader, int limit) {
    Clause clause = clause(query, reader);
    LocalDate today = LocalDate.now(clock);
    List<Object> parameters = new ArrayList<>(dated(today));
    parameters.addAll(clause.parameters());
    parameters.add(limit);
    return statements.rows(
        "SELECT "
            + sums()
            + ", SUM(f.counts) AS counted, "
            + by.key
            + " AS grouped, "
            + by.label
            + " AS label\n"
            + clause.text()
            + "\nAND f.inspection_id IS NOT NULL\nGROUP BY "
            + by.columns
            + "\nORDER BY total DESC, grouped\nLIMIT ?",
        parameters,
        row ->
            new Group(
                row.getString("grouped"),
                row.getString("label"),
                tally(row),
                row.getLong("counted")));
  }

  /// Units that have filed anything the reader sees, by what lists are filtered by: with their
  /// regions where they are of several, since each has a 应急管理局.
  Map<String, String> units(Reader reader) {
    Clause clause = clause(Query.ALL, reader);
    List<Unit> units =
        statements.rows(
            "SELECT DISTINCT i.region_code, i.unit, "
                + "(SELECT home.name FROM region home WHERE home.code = i.region_code) AS home\n"
                + clause.text()
                + "\nORDER BY i.region_code, i.unit",
            clause.parameters(),
            row -> new Unit(row.getString(1), row.getString(2), row.getString(3)));
    boolean several = units.stream().map(Unit::region).distinct().count() > 1;
    Map<String, String> named = new LinkedHashMap<>();
    units.forEach(unit ->
        named.put(
            unit.region() + " " + unit.name(),
            several ? unit.name() + "（" + unit.home() + "）" : unit.name()));
    return named;
  }

  private record Unit(String region, String name, String home) {}

  /// What was filed and concluded from one day to another (inclusive), known by a day.
  InspectionCounts counts(LocalDate from, LocalDate to, LocalDate asOf, Scope scope) {
    Known known = new Known(scope, asOf);
    LocalDate last = to.isBefore(asOf) ? to : asOf;
    List<Object> parameters =
        new ArrayList<>(
            List.of(
                from, last, from, last, from, last, from, last, from, last, last, last, from,
                last));
    parameters.add(Timestamp.from(asOf.plusDays(1).atStartOfDay(clock.getZone()).toInstant()));
    parameters.addAll(known.parameters());
    return statements
        .rows(
            COUNTS + known.condition("c"),
            parameters,
            row ->
                new InspectionCounts(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7)))
        .getFirst();
  }

  /// Visits that other units plan at a company around a day.
  List<Warnings.Neighbour> neighbours(
      long company, String region, String unit, LocalDate from, LocalDate to) {
    return statements.rows(
        """
        SELECT i.id, i.unit, COALESCE(m.moved_to, f.planned_on) AS planned_on
        FROM inspection i
        JOIN inspection_filing f ON f.inspection_id = i.id
        LEFT JOIN inspection_addition m ON m.id = (SELECT MAX(d.id)
                                                   FROM inspection_addition d
                                                   WHERE d.inspection_id = f.inspection_id
                                                     AND d.moved_to IS NOT NULL)
        LEFT JOIN inspection_conclusion k ON k.inspection_id = i.id
        WHERE i.company_id = ?
          AND NOT (i.unit = ? AND i.region_code = ?)
          AND k.inspection_id IS NULL
          AND COALESCE(m.moved_to, f.planned_on) BETWEEN ? AND ?
        ORDER BY planned_on, i.id
        """,
        List.of(company, unit, region, from, to),
        row ->
            new Warnings.Neighbour(
                row.getLong(1), row.getString(2), row.getObject(3, LocalDate.class)));
  }

  private Clause clause(Query query, Reader reader) {
    LocalDate today = LocalDate.now(clock);
    Known known = Known.today(reader.scope(), clock);
    List<Object> parameters = new ArrayList<>(known.parameters());
    StringBuilder text = new StringBuilder(FROM).append(known.condition("c"));
    String unit = reader.unit();
    if (unit == null) {
      text.append("\nAND f.inspection_id IS NOT NULL");
    } else {
      text.append("\nAND i.unit = ? AND i.region_code = ?");
      parameters.add(unit);
      parameters.add(String.valueOf(reader.region()));
    }
    if (reader.begun()) {
      text.append("\nAND (k.inspection_id IS NOT NULL OR COALESCE(m.moved_to, f.planned_on) <= ?)");
      parameters.add(today);
    }
    if (query.standing() != null) {
      text.append("\nAND ").append(query.standing().condition());
      parameters.addAll(query.standing().parameters(today));
    }
    if (query.mark() != null) {
      text.append("\nAND ").append(query.mark().condition());
    }
    if (query.year() != null) {
      text.append("\nAND f.planned_on >= ? AND f.planned_on < ?");
      parameters.add(LocalDate.of(query.year(), 1, 1));
      parameters.add(LocalDate.of(query.year() + 1, 1, 1));
    }
    if (query.unit() != null) {
      text.append("\nAND (" + UNIT_KEY + " = ? OR i.unit = ?)");
      parameters.add(query.unit());
      parameters.add(query.unit());
    }
    String kind = query.kind();
    if (Query.UNSAID.equals(kind)) {
      text.append("\nAND f.inspection_id IS NOT NULL AND f.kind IS NULL");
    } else if (kind != null) {
      text.append("\nAND f.kind = ?");
      parameters.add(Coded.of(Kind.class, kind).orElseThrow().name());
    }
    if (query.company() != null) {
      text.append("\nAND i.company_id = ?");
      parameters.add(query.company());
    }
    if (query.named() != null) {
      text.append("\nAND (LOCATE(?, c.name) > 0 OR c.name_initials LIKE ?)");
      parameters.add(query.named());
      parameters.add(initials(query.named()) + "%");
    }
    return new Clause(text.toString(), parameters);
  }

  // Letters alone, so that no wildcard is among them; what has none matches by name only.
  private static String initials(String named) {
    String lower = named.toLowerCase(Locale.ROOT);
    return lower.matches("[a-z0-9]+") ? lower : "~";
  }

  private static String sums() {
    List<String> sums = new ArrayList<>(List.of("COUNT(*) AS total"));
    for (Standing standing : Standing.values()) {
      sums.add("SUM(CASE WHEN " + standing.condition() + " THEN 1 ELSE 0 END) AS " + standing);
    }
    for (Mark mark : Mark.values()) {
      sums.add("SUM(CASE WHEN " + mark.condition() + " THEN 1 ELSE 0 END) AS m_" + mark);
    }
    return String.join(",\n       ", sums);
  }

  private static List<Object> dated(LocalDate today) {
    List<Object> parameters = new ArrayList<>();
    for (Standing standing : Standing.values()) {
      parameters.addAll(standing.parameters(today));
    }
    return parameters;
  }

  private static Tally tally(ResultSet row) throws SQLException {
    Map<Standing, Long> standings = new EnumMap<>(Standing.class);
    for (Standing standing : Standing.values()) {
      standings.put(standing, row.getLong(standing.name()));
    }
    Map<Mark, Long> marks = new EnumMap<>(Mark.class);
    for (Mark mark : Mark.values()) {
      marks.put(mark, row.getLong("m_" + mark));
    }
    return new Tally(row.getLong("total"), standings, marks);
  }

  private static Row row(ResultSet row, LocalDate today) throws SQLException {
    LocalDate planned = row.getObject("planned_on", LocalDate.class);
    LocalDate due = row.getObject("due_on", LocalDate.class);
    LocalDate concluded = row.getObject("concluded_on", LocalDate.class);
    String kind = row.getString("kind");
    String area = row.getString("area");
    String exemption = row.getString("exemption");
    return new Row(
        row.getLong("id"),
        row.getLong("company_id"),
        row.getString("company"),
        row.getBoolean("demo"),
        row.getString("region"),
        row.getString("unit"),
        row.getString("item"),
        kind == null ? null : Kind.valueOf(kind),
        area == null ? null : Area.valueOf(area),
        planned,
        due,
        row.getObject("filed_on", LocalDate.class),
        row.getBoolean("afterwards"),
        exemption == null ? null : FilingDuty.Exemption.valueOf(exemption),
        row.getBoolean("counts"),
        row.getObject("year_limit", Integer.class),
        row.getInt("count_before"),
        row.getString("archive_number"),
        row.getObject("ended_on", LocalDate.class),
        concluded,
        row.getBoolean("late"),
        row.getObject("problems", Integer.class),
        Standing.of(planned, due, concluded != null, today));
  }
}
