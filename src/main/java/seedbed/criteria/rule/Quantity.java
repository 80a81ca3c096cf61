package seedbed.criteria.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A number made of a company's facts. Quantities are structure, never expression text, so that a
/// finding can name every fact that went into them.
public sealed interface Quantity {
  BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /// The facts read, newest first, as they stand in the wording.
  List<Cell> cells();

  /// The value, or null when a fact is missing or no number exists (a ratio over nothing). It is
  /// exact except for a compound growth, which is a root.
  @Nullable Fraction measure(Facts facts);

  /// Holds this quantity against a bound, always exactly.
  default Truth compare(Comparison comparison, BigDecimal bound, Facts facts) {
    var value = measure(facts);
    return value == null ? Truth.UNKNOWN : Truth.of(comparison.holds(value.compareTo(bound)));
  }

  /// One fact as it is.
  record Value(Cell cell) implements Quantity {
    @Override
    public List<Cell> cells() {
      return List.of(cell);
    }

    @Override
    public @Nullable Fraction measure(Facts facts) {
      var value = facts.value(cell);
      return value == null ? null : Fraction.of(value);
    }

    @Override
    public Truth compare(Comparison comparison, BigDecimal bound, Facts facts) {
      var value = facts.value(cell);
      return value == null ? Truth.UNKNOWN : Truth.of(comparison.holds(value.compareTo(bound)));
    }
  }

  /// 合计: several quantities, or one over several years.
  record Sum(List<Quantity> terms) implements Quantity {
    public Sum {
      terms = exact(terms);
    }

    @Override
    public List<Cell> cells() {
      return cellsOf(terms);
    }

    @Override
    public @Nullable Fraction measure(Facts facts) {
      return total(terms, facts);
    }
  }

  /// 平均: the arithmetic mean of several quantities, usually one over several years.
  record Mean(List<Quantity> terms) implements Quantity {
    public Mean {
      terms = exact(terms);
    }

    @Override
    public List<Cell> cells() {
      return cellsOf(terms);
    }

    @Override
    public @Nullable Fraction measure(Facts facts) {
      var total = total(terms, facts);
      return total == null ? null : total.dividedBy(BigDecimal.valueOf(terms.size()));
    }
  }

  /// 比重: one quantity over another, times `scale` (100 for percent).
  record Ratio(Quantity of, Quantity to, BigDecimal scale) implements Quantity {
    public Ratio {
      exact(List.of(of, to));
    }

    @Override
    public List<Cell> cells() {
      return cellsOf(List.of(of, to));
    }

    @Override
    public @Nullable Fraction measure(Facts facts) {
      var upper = of.measure(facts);
      var lower = to.measure(facts);
      if (upper == null || lower == null || lower.signum() <= 0) {
        return null;
      }
      return upper.over(lower).times(scale);
    }
  }

  /// 平均增长率 as the arithmetic mean of the yearly growths, in percent.
  ///
  /// @param years the fact in consecutive years, newest first; one more than there are growths
  record MeanGrowth(List<Cell> years) implements Quantity {
    public MeanGrowth {
      years = List.copyOf(years);
    }

    @Override
    public List<Cell> cells() {
      return years;
    }

    @Override
    public @Nullable Fraction measure(Facts facts) {
      @Nullable Fraction sum = null;
      for (var i = 0; i + 1 < years.size(); i++) {
        var later = facts.value(years.get(i));
        var earlier = facts.value(years.get(i + 1));
        if (later == null || earlier == null || earlier.signum() <= 0) {
          return null;
        }
        var growth = new Fraction(later.subtract(earlier), earlier);
        sum = sum == null ? growth : sum.plus(growth);
      }
      return sum == null
          ? null
          : sum.times(HUNDRED).dividedBy(BigDecimal.valueOf(years.size() - 1L));
    }
  }

  /// 复合增长率 over `years` years, in percent. Its value is a root, so it is compared by powers.
  record CompoundGrowth(Cell now, Cell then, int years) implements Quantity {
    /// Of the shown factor: enough to tell figures of four places from every bound.
    private static final int PLACES = 24;

    @Override
    public List<Cell> cells() {
      return List.of(now, then);
    }

    /// The growth as it is shown, rounded half up; the comparison never uses it.
    @Override
    public @Nullable Fraction measure(Facts facts) {
      var end = end(facts);
      var start = facts.value(then);
      if (end == null || start == null || start.signum() <= 0) {
        return null;
      }
      var factor = new Fraction(end, start).root(years, PLACES);
      return Fraction.of(factor.subtract(BigDecimal.ONE).multiply(HUNDRED));
    }

    /// Compares powers instead of roots.
    @Override
    public Truth compare(Comparison comparison, BigDecimal bound, Facts facts) {
      var end = end(facts);
      var start = facts.value(then);
      if (end == null || start == null || start.signum() <= 0) {
        return Truth.UNKNOWN;
      }
      var factor = HUNDRED.add(bound).max(BigDecimal.ZERO);
      var needed = start;
      for (var year = 0; year < years; year++) {
        needed = needed.multiply(factor);
      }
      var hundredfold = end.scaleByPowerOfTen(2 * years);
      return Truth.of(comparison.holds(hundredfold.compareTo(needed)));
    }

    /// More than everything cannot be lost: a fall below zero is a growth of −100 %.
    private @Nullable BigDecimal end(Facts facts) {
      var end = facts.value(now);
      return end == null ? null : end.max(BigDecimal.ZERO);
    }
  }

  /// 年限: full years since a date.
  record YearsSince(Cell date, Until until) implements Quantity {
    @Override
    public List<Cell> cells() {
      return List.of(date);
    }

    @Override
    public @Nullable Fraction measure(Facts facts) {
      var day = facts.value(date);
      return day == null
          ? null
          : Fraction.of(fullYears(LocalDate.ofEpochDay(day.longValueExact()), until.end(facts)));
    }

    /// A day that has not come yet is no years ago.
    private static long fullYears(LocalDate from, LocalDate to) {
      var years = Math.max(0, ChronoUnit.YEARS.between(from, to));
      // A year begun on 29 February is full on 28 February: the day missing in the last month is
      // replaced by the month's last day (民法典 第二百零二条).
      return from.plusYears(years + 1).isAfter(to) ? years : years + 1;
    }
  }

  /// The day up to which years are counted.
  enum Until {
    /// 截至上年末: the whole of 31 December counts, so the count ends where the judged year begins.
    LAST_YEAR_END,
    JUDGED_DAY;

    LocalDate end(Facts facts) {
      return switch (this) {
        case LAST_YEAR_END -> facts.on().withDayOfYear(1);
        case JUDGED_DAY -> facts.on();
      };
    }

    /// The first judged day whose count goes at least up to `day`.
    LocalDate firstJudgedOn(LocalDate day) {
      return switch (this) {
        case LAST_YEAR_END -> day.getDayOfYear() == 1 ? day : day.plusYears(1).withDayOfYear(1);
        case JUDGED_DAY -> day;
      };
    }
  }

  private static List<Cell> cellsOf(List<Quantity> terms) {
    return terms.stream().flatMap(term -> term.cells().stream()).distinct().toList();
  }

  /// Refuses a compound growth: rounded roots must not flow into exact numbers.
  private static List<Quantity> exact(List<Quantity> terms) {
    if (terms.stream().anyMatch(CompoundGrowth.class::isInstance)) {
      throw new IllegalArgumentException("a compound growth stands alone");
    }
    return List.copyOf(terms);
  }

  private static @Nullable Fraction total(List<Quantity> terms, Facts facts) {
    var total = Fraction.of(0);
    for (var term : terms) {
      var value = term.measure(facts);
      if (value == null) {
        return null;
      }
      total = total.plus(value);
    }
    return total;
  }

  /// The facts that are missing, in the order of the wording.
  default List<Cell> missing(Facts facts) {
    return cells().stream().filter(cell -> facts.value(cell) == null).toList();
  }
}
