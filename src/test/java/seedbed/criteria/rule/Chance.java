package seedbed.criteria.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import seedbed.criteria.rule.Criterion.Basis;
import seedbed.criteria.rule.Criterion.Branch;
import seedbed.criteria.rule.Criterion.Reading;
import seedbed.criteria.rule.Quantity.Until;
import seedbed.criteria.rule.ScoreSheet.Item;
import seedbed.criteria.rule.ScoreSheet.Line;
import seedbed.criteria.rule.ScoreSheet.ScoreClass;
import seedbed.criteria.rule.ScoreSheet.Tier;

/// Random criteria and companies, the same ones for the same seed.
///
/// Figures and bounds come from few values, so that borders are met all the time.
final class Chance {
  private static final String[] FIGURES = {
    "0", "1", "2", "2.9999", "3", "3.00", "5", "9.9999", "10", "10.0001", "100", "110.25", "-1"
  };
  private static final String[] BOUNDS = {"0", "1", "2", "3", "3.0", "5", "10", "100", "-1"};
  private static final String[] PERCENTS = {"0", "3", "5", "10", "50", "100", "-50"};
  private static final int MOST_PARTS = 4;

  private static final List<Indicator> AMOUNTS =
      List.of(World.REVENUE, World.RD_EXPENSE, World.LIABILITIES, World.PATENTS, World.SHARE);
  private static final List<Indicator> YEARLY =
      List.of(World.REVENUE, World.RD_EXPENSE, World.LIABILITIES);
  private static final List<Indicator> FLAGS =
      List.of(World.CERTIFICATE, World.OVERSEAS, World.INFORMATION_SYSTEM);
  private static final List<Title> TITLES = World.SLOTS.titles();

  private final Random random;
  private final Kind kind;
  private final List<Cell> unread;
  private int clauses;

  Chance(long seed) {
    this(seed, Kind.ANY);
  }

  private Chance(long seed, Kind kind) {
    random = new Random(seed);
    this.kind = kind;
    unread = shuffled(cells().filter(Cell::yearly).toList());
  }

  private enum Kind {
    ANY,
    SOUND,
    PLAIN,
    SEPARATE
  }

  /// Branches divide the range of one figure, as in every edition.
  static Chance sound(long seed) {
    return new Chance(seed, Kind.SOUND);
  }

  /// Only single figures, ordered answers and settled wordings, no score sheets: what can be
  /// searched through completely.
  static Chance plain(long seed) {
    return new Chance(seed, Kind.PLAIN);
  }

  /// As plain, and no two criteria read the same figure; score sheets too.
  static Chance separate(long seed) {
    return new Chance(seed, Kind.SEPARATE);
  }

  private boolean plain() {
    return kind == Kind.PLAIN || kind == Kind.SEPARATE;
  }

  // Companies

  /// @param missing how many of a hundred facts are missing
  Facts facts(int missing) {
    var facts = Facts.on(day(), World.SLOTS);
    cells()
        .forEach(cell -> {
          if (random.nextInt(100) >= missing) {
            facts.set(cell, value(cell));
          } else if (random.nextInt(5) == 0) {
            facts.missing(cell, Reason.EXPIRED);
          }
        });
    for (var title : TITLES) {
      if (random.nextInt(100) >= missing) {
        facts.held(title, Truth.of(random.nextBoolean()));
      }
    }
    return facts.build();
  }

  static Stream<Cell> cells() {
    return World.SLOTS.indicators().stream()
        .flatMap(indicator ->
            IntStream.range(0, indicator.period() == Indicator.Period.YEAR ? 4 : 1)
                .mapToObj(back -> World.SLOTS.cell(indicator, back)));
  }

  private LocalDate day() {
    return LocalDate.of(2024, 1, 1).plusDays(random.nextInt(800));
  }

  BigDecimal value(Cell cell) {
    return switch (cell.indicator().kind()) {
      case AMOUNT, PERCENT -> new BigDecimal(oneOf(FIGURES));
      case COUNT, RANK -> BigDecimal.valueOf(random.nextInt(7));
      case CHOICE -> BigDecimal.valueOf(random.nextInt(cell.indicator().options().size()));
      case FLAG -> BigDecimal.valueOf(random.nextInt(2));
      case DATE ->
          BigDecimal.valueOf(
              !plain() && random.nextInt(5) == 0
                  ? LocalDate.of(2020, 2, 29).toEpochDay()
                  : LocalDate.of(2019, 1, 1).plusDays(random.nextInt(2600)).toEpochDay());
    };
  }

  // Criteria

  List<Criterion> checklist(int length, int depth) {
    return several(length, () -> criterion(depth));
  }

  /// @param depth how deep parts may be nested
  Criterion criterion(int depth) {
    if (depth == 0) {
      return leaf();
    }
    return switch (random.nextInt(kinds())) {
      case 0 -> new Criterion.All(clause(), parts(depth));
      case 1 -> new Criterion.Any(clause(), parts(depth));
      case 2 -> atLeast(parts(depth));
      case 3 -> branches(depth);
      case 4 -> leaf();
      case 5 -> new Criterion.Scored(clause(), sheet(depth));
      case 6 -> new Criterion.EveryYear(clause(), parts(depth));
      case 7 -> new Criterion.AnyYear(clause(), parts(depth));
      case 8 ->
          new Criterion.Readings(
              clause(),
              several(1 + random.nextInt(3), () -> new Reading("一种", criterion(depth - 1))));
      case 9 -> new Criterion.Waived(clause(), criterion(depth - 1));
      default -> leaf();
    };
  }

  private int kinds() {
    return switch (kind) {
      case ANY, SOUND -> 12;
      case PLAIN -> 5;
      case SEPARATE -> 6;
    };
  }

  private Criterion leaf() {
    if (kind == Kind.SEPARATE) {
      return threshold();
    }
    return switch (random.nextInt(12)) {
      case 0 -> choice();
      case 1, 2 -> new Criterion.Declared(clause(), World.now(oneOf(FLAGS)), oneOf(Basis.values()));
      case 3 -> new Criterion.Holds(clause(), titles());
      case 4 -> new Criterion.Lacks(clause(), titles());
      case 5 ->
          !plain() && random.nextInt(5) == 0
              ? new Criterion.Open(clause(), oneOf(Reason.values()))
              : threshold();
      default -> threshold();
    };
  }

  private Criterion choice() {
    var lowest = 1 + random.nextInt(4);
    return new Criterion.Choice(
        clause(),
        World.now(World.INSTITUTION),
        plain() ? -1L << lowest : 1 + random.nextInt(31),
        "几种");
  }

  Criterion.Threshold threshold() {
    var quantity = quantity();
    return new Criterion.Threshold(
        clause(), quantity, oneOf(Comparison.values()), new BigDecimal(bound(quantity)), "单位");
  }

  private String bound(Quantity quantity) {
    return quantity instanceof Quantity.Value || quantity instanceof Quantity.YearsSince
        ? oneOf(BOUNDS)
        : oneOf(PERCENTS);
  }

  Quantity quantity() {
    if (plain()) {
      return figure();
    }
    return switch (random.nextInt(9)) {
      case 0 -> new Quantity.Sum(terms());
      case 1 -> new Quantity.Mean(terms());
      case 2, 3 -> World.percent(simple(), simple());
      case 4 -> World.meanGrowth(oneOf(YEARLY), 1 + random.nextInt(3));
      case 5 -> World.compoundGrowth(oneOf(YEARLY), 1 + random.nextInt(3));
      case 6 -> new Quantity.YearsSince(World.now(World.NICHE_SINCE), oneOf(Until.values()));
      default -> figure();
    };
  }

  private Quantity simple() {
    return switch (random.nextInt(4)) {
      case 0 -> new Quantity.Sum(terms());
      case 1 -> new Quantity.Mean(terms());
      default -> figure();
    };
  }

  private List<Quantity> terms() {
    return several(1 + random.nextInt(3), this::figure);
  }

  private Quantity figure() {
    if (kind == Kind.SEPARATE) {
      return new Quantity.Value(unread.removeFirst());
    }
    var indicator = oneOf(AMOUNTS);
    var yearly = indicator.period() == Indicator.Period.YEAR;
    return World.back(indicator, yearly && !plain() ? random.nextInt(4) : 0);
  }

  private List<Title> titles() {
    var titles = new ArrayList<>(TITLES);
    Collections.shuffle(titles, random);
    return titles.subList(0, 1 + random.nextInt(titles.size()));
  }

  private List<Criterion> parts(int depth) {
    return several(1 + random.nextInt(MOST_PARTS), () -> criterion(depth - 1));
  }

  private Criterion atLeast(List<Criterion> parts) {
    return new Criterion.AtLeast(clause(), 1 + random.nextInt(parts.size()), parts);
  }

  /// Mostly the ranges of one figure, as editions have them; sometimes any conditions at all.
  private Criterion branches(int depth) {
    if (kind == Kind.ANY && random.nextInt(4) == 0) {
      return new Criterion.Branches(
          clause(),
          several(
              1 + random.nextInt(3), () -> new Branch(criterion(depth - 1), criterion(depth - 1))));
    }
    var figure = figure();
    var ranges =
        new ArrayList<>(
            List.of(
                compared(figure, Comparison.LESS_THAN, "3"),
                new Criterion.All(
                    clause(),
                    List.of(
                        compared(figure, Comparison.AT_LEAST, "3"),
                        compared(figure, Comparison.LESS_THAN, "10"))),
                compared(figure, Comparison.AT_LEAST, "10")));
    Collections.shuffle(ranges, random);
    return new Criterion.Branches(
        clause(), ranges.stream().map(range -> new Branch(range, criterion(depth - 1))).toList());
  }

  private Criterion compared(Quantity quantity, Comparison comparison, String bound) {
    return new Criterion.Threshold(clause(), quantity, comparison, new BigDecimal(bound), "单位");
  }

  ScoreSheet sheet(int depth) {
    return new ScoreSheet(
        BigDecimal.valueOf(1 + random.nextInt(25)),
        several(1 + random.nextInt(kind == Kind.SEPARATE ? 2 : 3), () -> scoreClass(depth)));
  }

  private ScoreClass scoreClass(int depth) {
    var floor = random.nextInt(3) == 0 ? BigDecimal.valueOf(random.nextInt(10)) : null;
    return new ScoreClass(
        "类",
        "类",
        BigDecimal.valueOf(5 + random.nextInt(20)),
        floor,
        several(1 + random.nextInt(kind == Kind.SEPARATE ? 2 : 3), () -> item(depth)));
  }

  private Item item(int depth) {
    return switch (random.nextInt(kind == Kind.SEPARATE ? 4 : 6)) {
      case 0, 1 -> new Item.Tiered(line(), tiers(depth, 2), BigDecimal.valueOf(random.nextInt(3)));
      case 2 -> new Item.Cumulative(line(), tiers(depth, 1), BigDecimal.valueOf(8));
      case 3 ->
          new Item.Stepped(
              line(),
              quantity(),
              "单位",
              new BigDecimal(oneOf(new String[] {"1", "2", "0.5", "5"})),
              BigDecimal.valueOf(1 + random.nextInt(3)),
              BigDecimal.valueOf(10));
      case 4 -> new Item.Entered(line(), World.now(World.EXTRA_POINTS));
      default -> new Item.Best(line(), several(1 + random.nextInt(2), () -> item(depth)));
    };
  }

  private List<Tier> tiers(int depth, int least) {
    return several(
        1 + random.nextInt(3),
        () -> new Tier(BigDecimal.valueOf(least + random.nextInt(10)), "条件", criterion(depth - 1)));
  }

  private static Line line() {
    return new Line("项", "项", BigDecimal.TEN);
  }

  private Clause clause() {
    var id = "c" + clauses++;
    return new Clause(id, "附件", id, Proof.SEED, null);
  }

  // Choosing

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> List<T> shuffled(List<T> list) {
    var shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  <T> T oneOf(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private <T> T oneOf(T[] list) {
    return list[random.nextInt(list.length)];
  }

  private static <T> List<T> several(int count, Supplier<T> supplier) {
    return Stream.generate(supplier).limit(count).toList();
  }
}
