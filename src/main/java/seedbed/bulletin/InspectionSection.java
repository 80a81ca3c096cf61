package seedbed.bulletin;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import seedbed.web.Formats;
import seedbed.web.OnTime;

/// Inspections that were filed, what they came to, and whether that was told by the day after.
@Singleton
class InspectionSection implements Section {

  private static final String FILED = "inspections";
  private static final String RESULTS = "inspection-results";
  private static final String REPORTS = "inspection-reports";

  private static final String DETAIL = "LEFT(CONCAT(i.unit, '：', f.item), 500)";

  private final Lines lines;

  InspectionSection(Lines lines) {
    this.lines = lines;
  }

  @Override
  public int place() {
    return 80;
  }

  @Override
  public Map<String, String> lists() {
    return Map.of(FILED, "本期报备的检查", RESULTS, "本期报送结论的检查", REPORTS, "检查结论次日报送");
  }

  @Override
  public Content.Part of(Count count) {
    write(
        count,
        new Lines.Columns(
            "'inspections'",
            "CASE WHEN f.afterwards THEN 'AFTERWARDS' ELSE 'FILED' END",
            DETAIL,
            "f.planned_on",
            "NULL"),
        "f.filed_on");
    write(
        count,
        new Lines.Columns(
            "'inspection-results'",
            "CASE WHEN k.problems > 0 THEN 'FOUND' ELSE 'CLEAN' END",
            DETAIL,
            "k.ended_on",
            "k.problems"),
        "k.concluded_on");
    write(
        count,
        new Lines.Columns(
            "'inspection-reports'",
            """
            CASE WHEN k.concluded_on IS NULL THEN 'MISSING'
                 WHEN k.concluded_on <= k.due_on THEN 'ON_TIME'
                 ELSE 'LATE' END\
            """,
            DETAIL,
            "COALESCE(k.due_on, m.due_on, f.due_on)",
            "NULL"),
        "COALESCE(k.due_on, m.due_on, f.due_on)");
    return told(count);
  }

  private Content.Part told(Count count) {
    Lines.Tally filed = lines.tally(count.bulletin(), FILED);
    Lines.Tally results = lines.tally(count.bulletin(), RESULTS);
    Lines.Tally reports = lines.tally(count.bulletin(), REPORTS);
    List<Lines.Town> towns = lines.towns(count.bulletin(), FILED);
    return new Content.Part(
        "inspections",
        "涉企检查报备",
        List.of(
            "本期报备涉企检查%s次，其中先查后报%s次；报送结论%s次，其中发现问题%s次。"
                .formatted(
                    Formats.count(filed.all()),
                    Formats.count(filed.of(Mark.AFTERWARDS)),
                    Formats.count(results.all()),
                    Formats.count(results.of(Mark.FOUND))),
            "本期应次日报送结论%s次，按时%s次，逾期报送%s次，没有报送%s次，按时率%s。"
                .formatted(
                    Formats.count(reports.all()),
                    Formats.count(reports.of(Mark.ON_TIME)),
                    Formats.count(reports.of(Mark.LATE)),
                    Formats.count(reports.of(Mark.MISSING)),
                    OnTime.words(reports.of(Mark.ON_TIME), reports.all()))),
        List.of(
            number("报备检查", filed.all(), "按报备日期", count.to(FILED)),
            number(
                "先查后报", filed.of(Mark.AFTERWARDS), "检查开始以后才报备", count.to(FILED, Mark.AFTERWARDS)),
            number("发现问题", results.of(Mark.FOUND), "本期报送结论的检查", count.to(RESULTS, Mark.FOUND)),
            number(
                "结论没有按时报送",
                reports.of(Mark.LATE, Mark.MISSING),
                "检查结束次日应报",
                count.to(REPORTS, Mark.LATE, Mark.MISSING))),
        towns.isEmpty() ? List.of() : List.of(grid(count, towns)),
        "");
  }

  private static Content.KeyNumber number(String label, long size, String note, String to) {
    return new Content.KeyNumber(label, Formats.count(size), "次", note, size == 0 ? null : to);
  }

  private static Content.Grid grid(Count count, List<Lines.Town> towns) {
    GridMaker table =
        new GridMaker(
            Content.Column.text("镇（区、街道）", 40),
            Content.Column.number("报备检查", 30),
            Content.Column.number("其中先查后报", 30));
    for (Lines.Town town : towns) {
      table
          .row()
          .text(town.name())
          .number(town.tally().all(), count.to(FILED, town))
          .number(town.tally().of(Mark.AFTERWARDS), count.to(FILED, town, Mark.AFTERWARDS));
    }
    return table.grid("涉企检查报备情况（次）", "按被检查企业所在地统计。");
  }

  private void write(Count count, Lines.Columns columns, String day) {
    lines.write(
        count.bulletin(),
        columns,
        """
        FROM inspection_filing f
        JOIN inspection i ON i.id = f.inspection_id
        JOIN company c ON c.id = i.company_id
        JOIN region r ON r.code = c.region_code
        LEFT JOIN inspection_addition m ON m.id = (SELECT MAX(d.id)
                                                   FROM inspection_addition d
                                                   WHERE d.inspection_id = f.inspection_id
                                                     AND d.moved_to IS NOT NULL
                                                     AND d.added_at <= ?)
        LEFT JOIN inspection_conclusion k ON k.inspection_id = f.inspection_id
                                         AND k.concluded_at <= ?
        WHERE %s
          AND f.filed_at <= ?
          AND %s BETWEEN ? AND ?
        """
            .formatted(count.known().condition("c"), day),
        Count.all(
            count.moment(),
            count.moment(),
            count.known().parameters(),
            count.moment(),
            count.period().firstDay(),
            count.period().lastDay()));
  }
}
