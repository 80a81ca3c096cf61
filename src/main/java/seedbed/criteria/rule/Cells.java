package seedbed.criteria.rule;

import java.util.List;
import java.util.stream.Stream;
import seedbed.criteria.rule.ScoreSheet.Item;

/// Which facts and titles criteria read.
public final class Cells {
  private Cells() {}

  /// The facts read, each once, in the order of the wording.
  public static List<Cell> of(List<Criterion> criteria) {
    return criteria.stream().flatMap(Cells::read).distinct().toList();
  }

  static List<Cell> of(ScoreSheet sheet) {
    return read(sheet).distinct().toList();
  }

  static List<Cell> of(Item item) {
    return read(item).distinct().toList();
  }

  /// The titles read, each once.
  public static List<Title> titles(List<Criterion> criteria) {
    return criteria.stream().flatMap(Cells::titlesRead).distinct().toList();
  }

  private static Stream<Cell> read(Criterion criterion) {
    return switch (criterion) {
      case Criterion.Threshold threshold -> threshold.quantity().cells().stream();
      case Criterion.Choice choice -> Stream.of(choice.cell());
      case Criterion.Declared declared -> Stream.of(declared.cell());
      case Criterion.Scored scored -> read(scored.sheet());
      default -> parts(criterion).flatMap(Cells::read);
    };
  }

  private static Stream<Title> titlesRead(Criterion criterion) {
    return switch (criterion) {
      case Criterion.Holds holds -> holds.titles().stream();
      case Criterion.Lacks lacks -> lacks.titles().stream();
      case Criterion.Scored scored -> tiers(scored.sheet()).flatMap(Cells::titlesRead);
      default -> parts(criterion).flatMap(Cells::titlesRead);
    };
  }

  /// The criteria a criterion is made of; a leaf has none.
  public static Stream<Criterion> parts(Criterion criterion) {
    return switch (criterion) {
      case Criterion.All all -> all.parts().stream();
      case Criterion.Any any -> any.parts().stream();
      case Criterion.AtLeast some -> some.parts().stream();
      case Criterion.Branches branches ->
          branches.branches().stream().flatMap(each -> Stream.of(each.when(), each.then()));
      case Criterion.EveryYear every -> every.years().stream();
      case Criterion.AnyYear any -> any.years().stream();
      case Criterion.Readings readings ->
          readings.readings().stream().map(Criterion.Reading::criterion);
      case Criterion.Waived waived -> Stream.of(waived.criterion());
      case Criterion.Threshold _,
          Criterion.Choice _,
          Criterion.Declared _,
          Criterion.Holds _,
          Criterion.Lacks _,
          Criterion.Scored _,
          Criterion.Open _ ->
          Stream.of();
    };
  }

  private static Stream<Cell> read(ScoreSheet sheet) {
    return sheet.classes().stream().flatMap(each -> each.items().stream()).flatMap(Cells::read);
  }

  private static Stream<Cell> read(Item item) {
    return switch (item) {
      case Item.Tiered tiered -> tiered.tiers().stream().flatMap(tier -> read(tier.when()));
      case Item.Cumulative sum -> sum.tiers().stream().flatMap(tier -> read(tier.when()));
      case Item.Stepped stepped -> stepped.quantity().cells().stream();
      case Item.Entered entered -> Stream.of(entered.cell());
      case Item.Best best -> best.items().stream().flatMap(Cells::read);
    };
  }

  /// The conditions that points hang on.
  public static Stream<Criterion> tiers(ScoreSheet sheet) {
    return sheet.classes().stream().flatMap(each -> each.items().stream()).flatMap(Cells::tiers);
  }

  private static Stream<Criterion> tiers(Item item) {
    return switch (item) {
      case Item.Tiered tiered -> tiered.tiers().stream().map(ScoreSheet.Tier::when);
      case Item.Cumulative sum -> sum.tiers().stream().map(ScoreSheet.Tier::when);
      case Item.Best best -> best.items().stream().flatMap(Cells::tiers);
      case Item.Stepped _, Item.Entered _ -> Stream.of();
    };
  }
}
