package seedbed.bulletin;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import seedbed.company.HeldTitles;
import seedbed.criteria.Titles;
import seedbed.web.Formats;

/// The pools and the titles: how many at the beginning and the end, who came and who went.
@Singleton
class TierSection implements Section {

  static final String TITLE = "title-";

  private static final Lines.Columns COLUMNS =
      new Lines.Columns(
          "CONCAT('title-', x.title)",
          """
          CASE WHEN x.began = 0 THEN 'WON' WHEN x.stands = 0 THEN 'LOST' ELSE 'STAYED' END\
          """,
          """
          CASE WHEN x.stands = 0 THEN COALESCE(h.end_document, '有效期满')
               WHEN h.from_precision = 'YEAR' THEN CONCAT(h.document_no, '（文件只载明年份）')
               WHEN h.from_precision = 'AT_LATEST' THEN CONCAT(h.document_no, '（至迟日期）')
               ELSE h.document_no END\
          """,
          "CASE WHEN x.stands = 0 THEN h.held_to ELSE h.held_from END",
          "NULL");

  private final Lines lines;
  private final HeldTitles held;
  private final Titles titles;

  TierSection(Lines lines, HeldTitles held, Titles titles) {
    this.lines = lines;
    this.held = held;
    this.titles = titles;
  }

  @Override
  public int place() {
    return 10;
  }

  @Override
  public Map<String, String> lists() {
    return titles.ladder().stream()
        .collect(Collectors.toMap(rung -> TITLE + rung.code(), Titles.Rung::label));
  }

  @Override
  public Content.Part of(Count count) {
    lines.write(
        count.bulletin(),
        COLUMNS,
        """
        FROM (SELECT t.company_id, t.title, MAX(t.held_from) AS held_from,
                     MAX(CASE WHEN %1$s THEN 1 ELSE 0 END) AS began,
                     MAX(CASE WHEN %1$s THEN 1 ELSE 0 END) AS stands
              FROM title_holding t
              JOIN company c ON c.id = t.company_id
              WHERE %2$s
                AND t.held_from <= ?
                AND t.recorded_on <= ?
              GROUP BY t.company_id, t.title) x
        JOIN title_holding h ON h.company_id = x.company_id
                            AND h.title = x.title
                            AND h.held_from = x.held_from
        JOIN company c ON c.id = x.company_id
        JOIN region r ON r.code = c.region_code
        WHERE x.began + x.stands > 0
        """
            .formatted(held.proven(), count.known().condition("c")),
        Count.all(
            held.on(count.period().dayBefore(), count.knownOn()),
            held.on(count.period().lastDay(), count.knownOn()),
            count.known().parameters(),
            count.period().lastDay(),
            count.knownOn()));
    List<Tier> tiers = new ArrayList<>();
    for (Titles.Rung rung : titles.ladder()) {
      Lines.Tally tally = lines.tally(count.bulletin(), TITLE + rung.code());
      if (tally.all() > 0) {
        tiers.add(new Tier(rung, tally));
      }
    }
    return new Content.Part(
        "tiers",
        "培育库和各级称号",
        sentences(tiers, count),
        tiers.stream().filter(Tier::pool).map(tier -> number(tier, count)).toList(),
        tiers.isEmpty() ? List.of() : List.of(grid(tiers, count).drawn(drawing(tiers, count))),
        "");
  }

  /// How a title stands.
  private record Tier(Titles.Rung rung, Lines.Tally tally) {

    boolean pool() {
      return rung.kind() == Titles.Kind.POOL;
    }

    String list() {
      return TITLE + rung.code();
    }

    long before() {
      return tally.of(Mark.STAYED, Mark.LOST);
    }

    long won() {
      return tally.of(Mark.WON);
    }

    long lost() {
      return tally.of(Mark.LOST);
    }

    long now() {
      return tally.of(Mark.STAYED, Mark.WON);
    }
  }

  private static List<String> sentences(List<Tier> tiers, Count count) {
    List<String> sentences = new ArrayList<>();
    String day = Formats.longDay(count.period().lastDay()).replace(" ", "");
    if (tiers.isEmpty()) {
      return List.of("截至" + day + "，没有登记在库企业和称号。");
    }
    for (Tier tier : tiers) {
      if (tier.pool()) {
        sentences.add(
            "截至%s，%s在库企业%s，%s：新入库%s，出库%s。"
                .formatted(
                    day,
                    tier.rung.shortLabel(),
                    Words.companies(tier.now()),
                    Words.change(tier.before(), tier.now()),
                    Words.companies(tier.won()),
                    Words.companies(tier.lost())));
      }
    }
    long won = tiers.stream().filter(tier -> !tier.pool()).mapToLong(Tier::won).sum();
    long lost = tiers.stream().filter(tier -> !tier.pool()).mapToLong(Tier::lost).sum();
    sentences.add(
        "本期新取得各级称号%s项，失效、撤销或到期%s项；一家企业持有几项称号的，分别计算。"
            .formatted(Formats.count(won), Formats.count(lost)));
    return sentences;
  }

  private static Content.KeyNumber number(Tier tier, Count count) {
    return new Content.KeyNumber(
        tier.rung.shortLabel(),
        Formats.count(tier.now()),
        "家",
        Words.change(tier.before(), tier.now()),
        count.to(tier.list(), Mark.STAYED, Mark.WON));
  }

  private static Content.Grid grid(List<Tier> tiers, Count count) {
    var table =
        new GridMaker(
            Content.Column.text("培育库、称号", 40),
            Content.Column.number("期初", 14),
            Content.Column.number("新增", 14),
            Content.Column.number("减少", 14),
            Content.Column.number("期末", 14));
    for (Tier tier : tiers) {
      table
          .row()
          .text(tier.rung.label())
          .number(tier.before(), count.to(tier.list(), Mark.STAYED, Mark.LOST))
          .number(tier.won(), count.to(tier.list(), Mark.WON))
          .number(tier.lost(), count.to(tier.list(), Mark.LOST))
          .number(tier.now(), count.to(tier.list(), Mark.STAYED, Mark.WON));
    }
    return table.grid("培育库和各级称号变动（家、项）", "期初为" + count.period().dayBefore() + "的情况。");
  }

  private static Content.Drawing drawing(List<Tier> tiers, Count count) {
    return new Content.Drawing(
        "期末各级数量",
        tiers.stream()
            .map(tier ->
                new Content.Bar(
                    tier.rung.shortLabel(),
                    tier.now(),
                    Formats.count(tier.now()),
                    count.to(tier.list(), Mark.STAYED, Mark.WON)))
            .toList());
  }
}
