package seedbed.meeting;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import seedbed.sql.Statements;
import seedbed.web.Formats;

/// Which units filed inspections within the last month, and which did not tell what they came to.
@Singleton
class FiledInspections implements AgendaSource {

  private static final String LATE = "late-";
  private static final String TO_JOIN = "请检查单位说明安排，能合并的联合检查。";
  private static final String TO_REPORT = "请说明原因，立即补报。";

  private record Unit(String name, long filed, long afterwards, long late) {}

  private final Statements statements;

  FiledInspections(Statements statements) {
    this.statements = statements;
  }

  @Override
  public int place() {
    return 50;
  }

  @Override
  public String code() {
    return "inspection";
  }

  @Override
  public String label() {
    return "涉企检查报备";
  }

  @Override
  public Set<String> demands() {
    return Set.of(TO_JOIN, TO_REPORT);
  }

  @Override
  public List<Found> find(Gathering gathering) {
    LocalDate today = gathering.today();
    LocalDate since = today.minusMonths(1);
    List<Unit> units =
        statements.rows(
            """
            SELECT i.unit,
                   SUM(f.filed_on > ?) AS filed,
                   SUM(f.filed_on > ? AND f.afterwards) AS afterwards,
                   SUM(k.inspection_id IS NULL AND COALESCE(m.due_on, f.due_on) < ?) AS late
            FROM inspection_filing f
            JOIN inspection i ON i.id = f.inspection_id
            JOIN company c ON c.id = i.company_id
            LEFT JOIN inspection_addition m ON m.id = (SELECT MAX(d.id)
                                                       FROM inspection_addition d
                                                       WHERE d.inspection_id = f.inspection_id
                                                         AND d.moved_to IS NOT NULL)
            LEFT JOIN inspection_conclusion k ON k.inspection_id = f.inspection_id
            WHERE %s
              AND (f.filed_on > ? OR (k.inspection_id IS NULL AND COALESCE(m.due_on, f.due_on) < ?))
            GROUP BY i.unit
            ORDER BY late DESC, filed DESC, i.unit
            """
                .formatted(gathering.known().condition("c")),
            Statements.all(since, since, today, gathering.known().parameters(), since, today),
            row ->
                new Unit(
                    row.getString("unit"),
                    row.getLong("filed"),
                    row.getLong("afterwards"),
                    row.getLong("late")));
    List<Found> found = new ArrayList<>();
    long filed = units.stream().mapToLong(Unit::filed).sum();
    if (filed > 0) {
      found.add(filed(units, filed, today));
    }
    units.stream().filter(unit -> unit.late > 0).map(FiledInspections::late).forEach(found::add);
    return found;
  }

  // How much was filed is nothing to be settled.
  @Override
  public Map<String, Settled> settled(List<Item> items, Gathering gathering) {
    return Settled.gone(
        items.stream().filter(item -> item.subject().startsWith(LATE)).toList(),
        find(gathering),
        gathering.today());
  }

  private static Found filed(List<Unit> units, long filed, LocalDate today) {
    long afterwards = units.stream().mapToLong(Unit::afterwards).sum();
    return new Found(
        "filed-" + today.getYear() + "-" + today.getMonthValue(),
        "近一个月报备涉企检查%s次%s"
            .formatted(
                Formats.count(filed),
                afterwards == 0 ? "" : "，其中先查后报" + Formats.count(afterwards) + "次"),
        units.stream()
                .filter(unit -> unit.filed > 0)
                .map(unit -> unit.name + Formats.count(unit.filed) + "次")
                .collect(Collectors.joining("、"))
            + "；"
            + TO_JOIN,
        "/inspections?year=" + today.getYear());
  }

  // A subject is ASCII, which names of units are not: the hash stands for them.
  private static Found late(Unit unit) {
    return new Found(
        LATE + Integer.toHexString(unit.name.hashCode()),
        "%s：%s次检查的结论没有按次日报送".formatted(unit.name, Formats.count(unit.late)),
        "检查结束次日应向挂钩领导报送结论；" + TO_REPORT,
        "/inspections?show=late");
  }
}
