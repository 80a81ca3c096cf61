package seedbed.bulletin;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import seedbed.criteria.Titles;
import seedbed.web.Formats;

/// Who won a title and who lost one, by name.
@Singleton
class WonSection implements Section {

  /// More than a bulletin names; the rest stands in the list that its number leads to.
  private static final int MOST = 60;

  private final Lines lines;
  private final Titles titles;

  WonSection(Lines lines, Titles titles) {
    this.lines = lines;
    this.titles = titles;
  }

  @Override
  public int place() {
    return 20;
  }

  @Override
  public Content.Part of(Count count) {
    List<String> sentences = new ArrayList<>();
    GridMaker won = table("取得日期", "认定文件");
    GridMaker lost = table("失效日期", "依据");
    for (Titles.Rung rung : titles.ladder().reversed()) {
      if (rung.kind() != Titles.Kind.POOL) {
        String list = TierSection.TITLE + rung.code();
        Lines.Tally tally = lines.tally(count.bulletin(), list);
        if (tally.of(Mark.WON) > 0) {
          sentences.add("新认定%s%s。".formatted(rung.label(), Words.companies(tally.of(Mark.WON))));
        }
        fill(won, count, rung, Mark.WON);
        fill(lost, count, rung, Mark.LOST);
      }
    }
    if (sentences.isEmpty()) {
      sentences.add("本期没有登记新认定的称号。");
    }
    List<Content.Grid> grids = new ArrayList<>();
    if (!won.empty()) {
      grids.add(won.grid("本期新取得称号的企业", named("新增")));
    }
    if (!lost.empty()) {
      grids.add(lost.grid("本期称号失效的企业", named("减少")));
    }
    return new Content.Part("won", "称号认定和失效", sentences, List.of(), grids, "");
  }

  private static GridMaker table(String day, String document) {
    return new GridMaker(
        Content.Column.text("企业", 34),
        Content.Column.text("所在", 14),
        Content.Column.text("称号", 20),
        Content.Column.text(day, 14),
        Content.Column.text(document, 30));
  }

  private static String named(String which) {
    return "每项称号至多列出 %d 家，全部名单见前表“%s”一栏。".formatted(MOST, which);
  }

  private void fill(GridMaker table, Count count, Titles.Rung rung, Mark mark) {
    for (Lines.Line line :
        lines.drafted(count.bulletin(), TierSection.TITLE + rung.code(), List.of(mark), MOST)) {
      table
          .row()
          .text(line.company() + (line.demo() ? "（示例）" : ""))
          .text(line.region())
          .text(rung.shortLabel())
          .text(Formats.day(line.on()))
          .text(line.detail());
    }
  }
}
