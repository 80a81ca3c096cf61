package seedbed.bulletin;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import seedbed.obligation.Among;
import seedbed.obligation.Owing;
import seedbed.obligation.Sql;
import seedbed.obligation.Window;
import seedbed.web.Formats;
import seedbed.web.OnTime;

/// How companies did with everything that fell due within the period, town by town.
@Singleton
class DutySection implements Section {

  private static final String DUTIES = "duties";

  // What was handed in after the moment was not known then.
  private static final Lines.Columns COLUMNS =
      new Lines.Columns(
          "'duties'",
          """
          CASE WHEN o.excuse IS NOT NULL THEN 'EXCUSED'
               WHEN o.done_on IS NULL OR o.done_on > ? THEN 'MISSING'
               WHEN o.done_on <= o.due_on THEN 'ON_TIME'
               ELSE 'LATE' END\
          """,
          "o.title",
          "o.due_on",
          "NULL");

  private final Lines lines;
  private final Owing owing;

  DutySection(Lines lines, Owing owing) {
    this.lines = lines;
    this.owing = owing;
  }

  // After the sheets, of which it is the whole.
  @Override
  public int place() {
    return 35;
  }

  @Override
  public Map<String, String> lists() {
    return Map.of(DUTIES, "企业应报事项");
  }

  @Override
  public Content.Part of(Count count) {
    write(count);
    Lines.Tally tally = lines.tally(count.bulletin(), DUTIES);
    List<Lines.Town> towns = lines.towns(count.bulletin(), DUTIES);
    if (towns.isEmpty()) {
      return part(List.of("本期没有到期的企业应报事项。"), List.of(), List.of());
    }
    Content.Grid grid = grid(count, towns);
    return part(
        List.of(
            "期限在本期的企业应报事项%s项，已报%s项，其中按时%s项，按时率%s；未报%s项，经培育办同意免报%s项。包括填报表、方案、称号更新和复核等，免报的不计入应报。"
                .formatted(
                    Formats.count(expected(tally)),
                    Formats.count(tally.of(Mark.ON_TIME, Mark.LATE)),
                    Formats.count(tally.of(Mark.ON_TIME)),
                    OnTime.words(tally.of(Mark.ON_TIME), expected(tally)),
                    Formats.count(tally.of(Mark.MISSING)),
                    Formats.count(tally.of(Mark.EXCUSED)))),
        List.of(
            new Content.KeyNumber(
                "全部应报事项",
                OnTime.words(tally.of(Mark.ON_TIME), expected(tally)),
                "按时",
                "应报 %s，未报 %s"
                    .formatted(
                        Formats.count(expected(tally)), Formats.count(tally.of(Mark.MISSING))),
                count.to(DUTIES, Mark.ON_TIME, Mark.LATE, Mark.MISSING))),
        List.of(towns.size() > 1 ? grid.drawn(drawing(count, towns)) : grid));
  }

  private static long expected(Lines.Tally tally) {
    return tally.of(Mark.ON_TIME, Mark.LATE, Mark.MISSING);
  }

  private static Content.Part part(
      List<String> sentences, List<Content.KeyNumber> numbers, List<Content.Grid> grids) {
    return new Content.Part("duties", "应报事项按时率", sentences, numbers, grids, "");
  }

  private static Content.Grid grid(Count count, List<Lines.Town> towns) {
    GridMaker table =
        new GridMaker(
            Content.Column.text("镇（区、街道）", 28),
            Content.Column.number("应报", 12),
            Content.Column.number("已报", 12),
            Content.Column.number("按时", 12),
            Content.Column.number("未报", 12),
            Content.Column.number("免报", 12),
            Content.Column.number("按时率", 12));
    for (Lines.Town town : towns) {
      Lines.Tally tally = town.tally();
      table
          .row()
          .text(town.name())
          .number(expected(tally), count.to(DUTIES, town, Mark.ON_TIME, Mark.LATE, Mark.MISSING))
          .number(
              tally.of(Mark.ON_TIME, Mark.LATE), count.to(DUTIES, town, Mark.ON_TIME, Mark.LATE))
          .number(tally.of(Mark.ON_TIME), count.to(DUTIES, town, Mark.ON_TIME))
          .number(tally.of(Mark.MISSING), count.to(DUTIES, town, Mark.MISSING))
          .number(tally.of(Mark.EXCUSED), count.to(DUTIES, town, Mark.EXCUSED))
          .text(OnTime.words(tally.of(Mark.ON_TIME), expected(tally)));
    }
    return table.grid("企业应报事项分镇（区、街道）情况（项）", "应报不含免报。");
  }

  private static Content.Drawing drawing(Count count, List<Lines.Town> towns) {
    return new Content.Drawing(
        "应报事项按时率",
        towns.stream()
            .map(town ->
                new Content.Bar(
                    town.name(),
                    Words.hundredths(town.tally().of(Mark.ON_TIME), expected(town.tally())),
                    OnTime.words(town.tally().of(Mark.ON_TIME), expected(town.tally())),
                    count.to(DUTIES, town)))
            .sorted(Comparator.comparingLong(Content.Bar::size).reversed())
            .toList());
  }

  private void write(Count count) {
    Sql owed =
        owing.query(
            Among.below(List.of(count.regionCode()), count.knownOn()),
            new Window(count.period().firstDay(), count.period().lastDay()),
            false);
    lines.write(
        count.bulletin(),
        COLUMNS,
        """
        FROM (%s) o
        JOIN company c ON c.id = o.company_id
        JOIN region r ON r.code = c.region_code
        WHERE o.owed = 1
          AND o.owner = 'COMPANY'
        """
            .formatted(owed.text()),
        Count.all(count.knownOn(), owed.parameters()));
  }
}
