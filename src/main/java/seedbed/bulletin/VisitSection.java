package seedbed.bulletin;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import seedbed.web.Formats;

/// How often leaders went to the companies they are linked to, and where nobody went.
@Singleton
class VisitSection implements Section {

  private static final String VISITS = "visits";
  private static final String LINKED = "linked";

  private final Lines lines;

  VisitSection(Lines lines) {
    this.lines = lines;
  }

  @Override
  public int place() {
    return 70;
  }

  @Override
  public Map<String, String> lists() {
    return Map.of(VISITS, "本期走访", LINKED, "挂钩企业走访情况");
  }

  @Override
  public Content.Part of(Count count) {
    writeVisits(count);
    writeLinked(count);
    long visits = lines.tally(count.bulletin(), VISITS).all();
    Lines.Tally linked = lines.tally(count.bulletin(), LINKED);
    List<Lines.Town> towns = lines.towns(count.bulletin(), LINKED);
    return new Content.Part(
        "visits",
        "领导走访",
        List.of(
            "期末挂钩企业%s，本期走访%s次，走访到%s，%s没有走访。"
                .formatted(
                    Words.companies(linked.all()),
                    Formats.count(visits),
                    Words.companies(linked.of(Mark.VISITED)),
                    Words.companies(linked.of(Mark.UNVISITED)))),
        List.of(
            number("本期走访", visits, "次", "走访记录", count.to(VISITS)),
            number(
                "走访到的企业",
                linked.of(Mark.VISITED),
                "家",
                "占挂钩企业 " + Formats.share(linked.of(Mark.VISITED), linked.all()),
                count.to(LINKED, Mark.VISITED)),
            number(
                "没有走访的企业",
                linked.of(Mark.UNVISITED),
                "家",
                "期末已挂钩，本期没有走访",
                count.to(LINKED, Mark.UNVISITED))),
        towns.isEmpty() ? List.of() : List.of(grid(count, towns)),
        "");
  }

  private static Content.KeyNumber number(
      String label, long size, String unit, String note, String to) {
    return new Content.KeyNumber(label, Formats.count(size), unit, note, size == 0 ? null : to);
  }

  private static Content.Grid grid(Count count, List<Lines.Town> towns) {
    GridMaker table =
        new GridMaker(
            Content.Column.text("镇（区、街道）", 34),
            Content.Column.number("挂钩企业", 22),
            Content.Column.number("已走访", 22),
            Content.Column.number("未走访", 22));
    for (Lines.Town town : towns) {
      table
          .row()
          .text(town.name())
          .number(town.tally().all(), count.to(LINKED, town))
          .number(town.tally().of(Mark.VISITED), count.to(LINKED, town, Mark.VISITED))
          .number(town.tally().of(Mark.UNVISITED), count.to(LINKED, town, Mark.UNVISITED));
    }
    return table.grid("挂钩企业走访情况（家）", "");
  }

  private void writeVisits(Count count) {
    lines.write(
        count.bulletin(),
        new Lines.Columns("'visits'", "'VISITED'", "''", "v.visited_on", "NULL"),
        """
        FROM visit v
        JOIN company c ON c.id = v.company_id
        JOIN region r ON r.code = c.region_code
        WHERE %s
          AND v.visited_on BETWEEN ? AND ?
          AND v.written_at <= ?
        """
            .formatted(count.known().condition("c")),
        Count.all(
            count.known().parameters(),
            count.period().firstDay(),
            count.period().lastDay(),
            count.moment()));
  }

  private void writeLinked(Count count) {
    lines.write(
        count.bulletin(),
        new Lines.Columns(
            "'linked'",
            "CASE WHEN v.last_on IS NULL THEN 'UNVISITED' ELSE 'VISITED' END",
            "''",
            "v.last_on",
            "NULL"),
        """
        FROM company c
        JOIN region r ON r.code = c.region_code
        LEFT JOIN (SELECT company_id, MAX(visited_on) AS last_on
                   FROM visit
                   WHERE visited_on BETWEEN ? AND ?
                     AND written_at <= ?
                   GROUP BY company_id) v ON v.company_id = c.id
        WHERE %s
          AND EXISTS (SELECT 1
                      FROM assignment a
                      WHERE a.company_id = c.id
                        AND a.held_from <= ?
                        AND (a.held_to IS NULL OR a.held_to > ?))
        """
            .formatted(count.known().condition("c")),
        Count.all(
            count.period().firstDay(),
            count.period().lastDay(),
            count.moment(),
            count.known().parameters(),
            count.period().lastDay(),
            count.period().lastDay()));
  }
}
