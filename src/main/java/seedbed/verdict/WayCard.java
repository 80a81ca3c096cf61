package seedbed.verdict;

import io.micronaut.core.annotation.Introspected;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Change;
import seedbed.criteria.rule.Clause;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Truth;
import seedbed.criteria.rule.Verdict;
import seedbed.criteria.rule.Way;
import seedbed.web.Address;

/// One way to meet a checklist: what would have to change, then what is still to be told.
///
/// @param later when a way through closed years could be gone in earnest; empty for others
/// @param trial the way as the query of a what-if
@Introspected
public record WayCard(
    String name,
    boolean best,
    List<ChangeLine> changes,
    String later,
    List<Open> open,
    String trial) {
  private static final String ORDER = "一二三四五六七八九";

  /// Something that is not known yet, with the row to fill in where there is one.
  @Introspected
  public record Open(String words, String address) {}

  static List<WayCard> of(Verdict verdict, Sources.Places places) {
    var ways = verdict.distance();
    var cards = new ArrayList<WayCard>();
    for (var i = 0; i < ways.size(); i++) {
      cards.add(of(ways.get(i), i, ways.size() > 1, verdict.facts(), places));
    }
    return List.copyOf(cards);
  }

  private static WayCard of(
      Way way, int place, boolean several, Facts facts, Sources.Places places) {
    var changes = way.changes().stream().map(change -> ChangeLine.of(change, facts)).toList();
    var name = several ? "路径" + ORDER.charAt(place) + " · " : "";
    return new WayCard(
        name + heading(way),
        place == 0,
        changes,
        way.reachableIn().map(year -> later(year, facts)).orElse(""),
        open(way, facts, places),
        trial(way, facts));
  }

  private static String heading(Way way) {
    var exceeding = way.changes().stream().filter(Change.Exceed.class::isInstance).count();
    var changes = way.changes().size() - exceeding;
    if (exceeding == 0) {
      return changes + " 处改动";
    }
    return changes == 0 ? "高于规模上限" : "高于规模上限，另有 " + changes + " 处改动";
  }

  private static String later(int year, Facts facts) {
    var first = facts.on().getYear();
    var years = year - 1 > first ? first + "—" + (year - 1) : Integer.toString(first);
    return "如申报无误，按现行标准最早 " + year + " 年凭 " + years + " 年数据可达。";
  }

  /// The way as the query of a what-if; empty when it takes time, which cannot be supposed, and
  /// when a size is above its bound, which nobody is to try.
  private static String trial(Way way, Facts facts) {
    if (way.exceeds() || way.changes().stream().anyMatch(Change.Wait.class::isInstance)) {
      return "";
    }
    var query = Address.of("");
    for (var change : way.changes()) {
      query =
          switch (change) {
            case Change.Adjust(var cell, var by) -> {
              var value = facts.value(cell);
              yield supposing(query, cell, value == null ? by : value.add(by), facts);
            }
            case Change.Become(var cell, var value) -> supposing(query, cell, value, facts);
            case Change.Obtain(var title) ->
                query.with(FactFields.TITLE + title.code(), Truth.MET.code());
            case Change.Relinquish(var title) ->
                query.with(FactFields.TITLE + title.code(), Truth.NOT_MET.code());
            case Change.Exceed _, Change.Wait _ -> query;
          };
    }
    return query.toString();
  }

  private static Address supposing(Address query, Cell cell, BigDecimal value, Facts facts) {
    return query.with(Supposed.field(cell, facts.on()), Supposed.written(cell, value));
  }

  /// What a way leaves to be told or settled.
  static List<Open> open(Way way, Facts facts, Sources.Places places) {
    var cells =
        way.missing().stream().map(cell -> new Open(Shown.name(cell, facts.on()), places.of(cell)));
    var titles =
        way.missingTitles().stream()
            .map(title -> new Open("是否持有" + title.label(), places.of(title)));
    var clauses = way.pending().stream().map(WayCard::clause);
    return Stream.of(cells, titles, clauses).flatMap(each -> each).toList();
  }

  private static Open clause(Clause clause) {
    return new Open("待明确：" + clause.text(), "");
  }
}
