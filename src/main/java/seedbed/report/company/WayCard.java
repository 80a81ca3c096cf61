package seedbed.report.company;

import io.micronaut.core.annotation.Introspected;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import seedbed.criteria.rule.Clause;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Title;
import seedbed.criteria.rule.Verdict;
import seedbed.criteria.rule.Way;

/// One way to meet a checklist: what would have to change, then what is still to be told.
@Introspected
record WayCard(String name, boolean best, List<ChangeLine> changes, List<Open> open) {
  private static final String ORDER = "一二三四五六七八九";

  /// Something that is not known yet, with the row to fill in where there is one.
  @Introspected
  record Open(String words, String address) {}

  static List<WayCard> of(Verdict verdict) {
    var ways = verdict.distance();
    var cards = new ArrayList<WayCard>();
    for (var i = 0; i < ways.size(); i++) {
      cards.add(of(ways.get(i), i, ways.size() > 1, verdict.facts()));
    }
    return List.copyOf(cards);
  }

  private static WayCard of(Way way, int place, boolean several, Facts facts) {
    var changes = way.changes().stream().map(change -> ChangeLine.of(change, facts)).toList();
    var name = several ? "路径" + ORDER.charAt(place) + " · " : "";
    return new WayCard(name + changes.size() + " 处改动", place == 0, changes, open(way, facts));
  }

  /// What a way leaves to be told or settled.
  static List<Open> open(Way way, Facts facts) {
    var cells =
        way.missing().stream()
            .map(cell -> new Open(Shown.name(cell, facts.on()), Shown.anchor(cell)));
    var titles = way.missingTitles().stream().map(WayCard::title);
    var clauses = way.pending().stream().map(WayCard::clause);
    return Stream.of(cells, titles, clauses).flatMap(each -> each).toList();
  }

  private static Open title(Title title) {
    return new Open("是否持有" + title.label(), "#titles");
  }

  private static Open clause(Clause clause) {
    return new Open("待明确：" + clause.text(), "");
  }
}
