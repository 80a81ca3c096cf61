package seedbed.criteria;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Criterion;
import seedbed.criteria.rule.Fraction;
import seedbed.criteria.rule.ScoreSheet;
import seedbed.criteria.rule.ScoreSheet.Item;
import seedbed.criteria.rule.ScoreSheet.Tier;

/// A score sheet as the table of its document: classes, lines and their bands.
///
/// @param pass the points to reach
/// @param max the points there are
public record PointsTable(String pass, String max, List<Group> groups) {

  public PointsTable {
    groups = List.copyOf(groups);
  }

  /// A class of lines.
  ///
  /// @param floor the points this class must reach, if any
  public record Group(String name, String max, @Nullable String floor, List<Line> lines) {}

  /// One line.
  ///
  /// @param manner how its bands count together, where it is not simply the best one
  /// @param deep whether it is one of several of which the better counts
  public record Line(
      String text,
      @Nullable String measure,
      String max,
      @Nullable String manner,
      boolean deep,
      List<Band> bands) {}

  public record Band(String text, String points) {}

  static PointsTable of(ScoreSheet sheet) {
    var max =
        sheet.classes().stream()
            .map(ScoreSheet.ScoreClass::max)
            .reduce((a, b) -> a.add(b))
            .orElse(sheet.pass());
    return new PointsTable(
        plain(sheet.pass()), plain(max), sheet.classes().stream().map(PointsTable::group).toList());
  }

  private static Group group(ScoreSheet.ScoreClass group) {
    var floor = group.floor();
    return new Group(
        group.name(),
        plain(group.max()),
        floor == null ? null : plain(floor),
        group.items().stream().flatMap(item -> lines(item, false)).toList());
  }

  private static Stream<Line> lines(Item item, boolean deep) {
    return switch (item) {
      case Item.Tiered tiered -> Stream.of(tiered(tiered, deep));
      case Item.Cumulative sum ->
          Stream.of(
              line(
                  sum,
                  null,
                  "逐项累计，最高 " + plain(sum.cap()) + " 分",
                  deep,
                  sum.tiers().stream().map(PointsTable::band).toList()));
      case Item.Stepped stepped -> Stream.of(stepped(stepped, deep));
      case Item.Entered entered -> Stream.of(line(entered, null, "凭佐证录入得分", deep, List.of()));
      case Item.Best best ->
          Stream.concat(
              Stream.of(line(best, null, "以下各项取高者", deep, List.of())),
              best.items().stream().flatMap(each -> lines(each, true)));
    };
  }

  private static Line tiered(Item.Tiered tiered, boolean deep) {
    var bands =
        Stream.concat(
                tiered.tiers().stream().map(PointsTable::band),
                Stream.of(new Band("其他", plain(tiered.otherwise()))))
            .toList();
    return line(tiered, measure(tiered.tiers()), null, deep, bands);
  }

  /// Where every band is about one figure, the figure is said once.
  private static @Nullable String measure(List<Tier> tiers) {
    var figures =
        tiers.stream()
            .map(tier ->
                tier.when() instanceof Criterion.Threshold threshold
                    ? Describing.subject(threshold.quantity())
                    : "")
            .distinct()
            .toList();
    return figures.size() == 1 && !figures.getFirst().isEmpty() ? figures.getFirst() : null;
  }

  private static Line stepped(Item.Stepped stepped, boolean deep) {
    return line(
        stepped,
        Describing.subject(stepped.quantity()),
        "每 %s %s得 %s 分，最高 %s 分"
            .formatted(
                plain(stepped.every()),
                stepped.unit(),
                plain(stepped.points()),
                plain(stepped.cap())),
        deep,
        List.of());
  }

  private static Line line(
      Item item,
      @Nullable String measure,
      @Nullable String manner,
      boolean deep,
      List<Band> bands) {
    var line = item.line();
    return new Line(line.text(), measure, plain(line.max()), manner, deep, bands);
  }

  private static Band band(Tier tier) {
    return new Band(tier.text(), plain(tier.points()));
  }

  private static String plain(BigDecimal number) {
    return Fraction.of(number).shown();
  }
}
