package seedbed.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Criterion;
import seedbed.criteria.rule.Explaining;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Fraction;
import seedbed.criteria.rule.Indicator;
import seedbed.criteria.rule.Judging;
import seedbed.criteria.rule.Quantity;
import seedbed.criteria.rule.Title;
import seedbed.criteria.rule.Truth;
import seedbed.web.Formats;

/// What keeps a company from a title, short enough for a line of a list: what falls short and by
/// how much, or what is missing.
final class Shortfall {
  /// So many are named; how many there are is counted beside.
  private static final int NAMED = 2;

  private static final int LONGEST_CLAUSE = 24;

  /// As long as the column that keeps it.
  private static final int LONGEST = 200;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Facts facts;

  private Shortfall(Facts facts) {
    this.facts = facts;
  }

  /// @param unmet criteria that are not met; those that a number tells about are named first
  static @Nullable String of(List<Criterion> unmet, Facts facts) {
    var saying = new Shortfall(facts);
    var decisive = unmet.stream().map(saying::decisive).toList();
    var words =
        Stream.concat(
                decisive.stream().filter(Shortfall::measured),
                decisive.stream().filter(each -> !measured(each)))
            .limit(NAMED)
            .map(saying::words)
            .collect(Collectors.joining("；"));
    return words.isEmpty() ? null : words.substring(0, Math.min(words.length(), LONGEST));
  }

  /// @param missing the facts that would settle an unknown verdict
  static @Nullable String of(List<Cell> missing) {
    var names = missing.stream().map(cell -> cell.indicator().label()).distinct().toList();
    if (names.isEmpty()) {
      return null;
    }
    var words = names.stream().limit(NAMED).collect(Collectors.joining("、"));
    var all = names.size() > NAMED ? words + "等" : words;
    return all.substring(0, Math.min(all.length(), LONGEST));
  }

  private static boolean measured(Criterion criterion) {
    return switch (criterion) {
      case Criterion.Threshold threshold -> !isDate(threshold);
      case Criterion.Scored _, Criterion.AtLeast _ -> true;
      case Criterion.Choice _,
          Criterion.Declared _,
          Criterion.Holds _,
          Criterion.Lacks _,
          Criterion.All _,
          Criterion.Any _,
          Criterion.Branches _,
          Criterion.EveryYear _,
          Criterion.AnyYear _,
          Criterion.Readings _,
          Criterion.Open _,
          Criterion.Waived _ ->
          false;
    };
  }

  /// The part of a criterion which is not met that says most: the first of those that are all
  /// needed, the nearest of those of which one would do.
  private Criterion decisive(Criterion criterion) {
    return switch (criterion) {
      case Criterion.All all -> first(all.parts(), criterion);
      case Criterion.EveryYear every -> first(every.years(), criterion);
      case Criterion.Any any -> nearest(any.parts());
      case Criterion.AnyYear any -> nearest(any.years());
      case Criterion.Branches branches ->
          first(
              branches.branches().stream()
                  .filter(branch -> Judging.judge(branch.when(), facts) != Truth.NOT_MET)
                  .map(Criterion.Branch::then)
                  .toList(),
              branches.branches().getLast().then());
      case Criterion.Readings readings ->
          first(readings.readings().stream().map(Criterion.Reading::criterion).toList(), criterion);
      case Criterion.Threshold _,
          Criterion.Choice _,
          Criterion.Declared _,
          Criterion.Holds _,
          Criterion.Lacks _,
          Criterion.AtLeast _,
          Criterion.Scored _,
          Criterion.Open _,
          Criterion.Waived _ ->
          criterion;
    };
  }

  private Criterion first(List<Criterion> parts, Criterion otherwise) {
    return parts.stream()
        .filter(part -> Judging.judge(part, facts) == Truth.NOT_MET)
        .findFirst()
        .map(this::decisive)
        .orElse(otherwise);
  }

  private Criterion nearest(List<Criterion> parts) {
    return parts.stream()
        .map(this::decisive)
        .min(Comparator.comparing(this::distance))
        .orElseThrow();
  }

  /// How far a number is from its bound, as a share of the bound; everything else is farther.
  private BigDecimal distance(Criterion criterion) {
    if (criterion instanceof Criterion.Threshold threshold && threshold.bound().signum() > 0) {
      var gap = gap(threshold);
      if (gap != null) {
        return gap.dividend()
            .divide(gap.divisor().multiply(threshold.bound()), 6, RoundingMode.HALF_UP);
      }
    }
    return measured(criterion) ? HUNDRED : HUNDRED.pow(2);
  }

  private @Nullable Fraction gap(Criterion.Threshold threshold) {
    var value = threshold.quantity().measure(facts);
    if (value == null || isDate(threshold)) {
      return null;
    }
    var gap = value.minus(threshold.bound());
    return gap.signum() < 0 ? gap.negate() : gap;
  }

  private static boolean isDate(Criterion.Threshold threshold) {
    return threshold.quantity() instanceof Quantity.Value(var cell)
        && cell.indicator().kind() == Indicator.Kind.DATE;
  }

  private String words(Criterion criterion) {
    return switch (criterion) {
      case Criterion.Threshold threshold -> words(threshold);
      case Criterion.Scored _ -> scored(criterion, "得分差 ", " 分");
      case Criterion.AtLeast _ -> scored(criterion, clause(criterion) + "还差 ", " 项");
      case Criterion.Choice choice -> choice.cell().indicator().label() + "须为" + choice.required();
      case Criterion.Holds holds -> "未持有" + labels(holds.titles());
      case Criterion.Lacks lacks -> "已持有" + labels(lacks.titles());
      case Criterion.Declared _,
          Criterion.All _,
          Criterion.Any _,
          Criterion.Branches _,
          Criterion.EveryYear _,
          Criterion.AnyYear _,
          Criterion.Readings _,
          Criterion.Open _,
          Criterion.Waived _ ->
          "不符合" + clause(criterion);
    };
  }

  private String words(Criterion.Threshold threshold) {
    var gap = gap(threshold);
    if (gap == null) {
      return "不符合" + clause(threshold);
    }
    var unit = threshold.unit().equals("%") ? "个百分点" : threshold.unit();
    // A rank is better the smaller it is, and still one falls short of it.
    var behind = threshold.comparison().upward() || unit.equals("名");
    return QuantityName.of(threshold.quantity(), facts.on())
        + (behind ? "差 " : "超 ")
        + amount(gap, threshold.unit())
        + " "
        + unit;
  }

  /// Two decimals are enough in a list, unless nothing would be left of the gap.
  private static String amount(Fraction gap, String unit) {
    var exact = new BigDecimal(gap.shownAgainst(BigDecimal.ZERO));
    var rounded = exact.setScale(2, RoundingMode.HALF_UP);
    if (rounded.signum() == 0) {
      return Formats.number(exact);
    }
    return unit.equals("万元") ? Formats.amount(rounded) : Formats.number(rounded);
  }

  /// What a score sheet or a count of parts lacks.
  private String scored(Criterion criterion, String before, String after) {
    var measure = Explaining.explain(criterion, facts).measure();
    return measure == null || measure.shortfall() == null
        ? "不符合" + clause(criterion)
        : before + measure.shortfall() + after;
  }

  private static String labels(List<Title> titles) {
    return titles.stream().limit(NAMED).map(Title::label).collect(Collectors.joining("、"))
        + (titles.size() > NAMED ? "等" : "");
  }

  private static String clause(Criterion criterion) {
    var text = criterion.clause().text();
    return "“"
        + (text.length() > LONGEST_CLAUSE ? text.substring(0, LONGEST_CLAUSE) + "……" : text)
        + "”";
  }
}
