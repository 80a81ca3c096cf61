package seedbed.criteria.rule;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A figure, fact or choice that criteria read.
///
/// @param code the code shared by checklists, imports, forms and the API
/// @param label the Chinese name
/// @param unit 万元, %, 项, 人, 名, 分, 级, 是否, 日期 …
/// @param options the answers of a choice; low to high where `ordered`; empty otherwise
/// @param range which numbers it can have at all
public record Indicator(
    String code,
    String label,
    Kind kind,
    Period period,
    String unit,
    List<Option> options,
    boolean ordered,
    Range range) {

  public Indicator {
    options = List.copyOf(options);
    if (kind == Kind.CHOICE && (options.isEmpty() || options.size() > Long.SIZE)) {
      throw new IllegalArgumentException(code + ": a choice has between 1 and 64 options");
    }
  }

  /// One that can have every number of its kind.
  public Indicator(
      String code,
      String label,
      Kind kind,
      Period period,
      String unit,
      List<Option> options,
      boolean ordered) {
    this(code, label, kind, period, unit, options, ordered, Range.of(kind));
  }

  /// The numbers from one bound to another, both included; no bound where it is null.
  public record Range(@Nullable BigDecimal least, @Nullable BigDecimal most) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public static Range of(Kind kind) {
      return switch (kind) {
        case AMOUNT, COUNT -> new Range(BigDecimal.ZERO, null);
        case PERCENT -> new Range(BigDecimal.ZERO, HUNDRED);
        case RANK -> new Range(BigDecimal.ONE, null);
        case CHOICE, FLAG, DATE -> new Range(null, null);
      };
    }

    boolean holds(BigDecimal number) {
      return (least == null || number.compareTo(least) >= 0)
          && (most == null || number.compareTo(most) <= 0);
    }

    private String words() {
      if (most == null) {
        return "不能小于 " + least;
      }
      return least == null ? "不能大于 " + most : "应在 " + least + " 至 " + most + " 之间";
    }
  }

  /// Why it cannot have this number, in words that follow its name; null when it can.
  public @Nullable String fault(BigDecimal number) {
    if (whole() && number.stripTrailingZeros().scale() > 0) {
      return kind == Kind.RANK ? "应填从 1 起的整数名次" : "按" + unit + "计数，应填整数";
    }
    return range.holds(number) ? null : range.words();
  }

  public enum Kind {
    AMOUNT,
    COUNT,
    PERCENT,
    RANK,
    CHOICE,
    FLAG,
    DATE
  }

  public enum Period {
    /// A full calendar year.
    YEAR,
    /// As known on a day: the newest value on or before the judged date counts.
    DAY
  }

  /// How many decimal places a change of this figure is stated in; people and patents come whole.
  int places() {
    return switch (kind) {
      case AMOUNT, PERCENT -> 4;
      case COUNT -> unit.equals("分") ? 4 : 0;
      case RANK, CHOICE, FLAG, DATE -> 0;
    };
  }

  /// Whether it is counted in whole pieces or persons; points may come in parts.
  public boolean whole() {
    return kind == Kind.RANK || (kind == Kind.COUNT && places() == 0);
  }

  public record Option(String code, String label) {}

  /// The place of an answer among the options, or -1 when there is no such answer.
  public int option(String answer) {
    for (var i = 0; i < options.size(); i++) {
      if (options.get(i).code().equals(answer)) {
        return i;
      }
    }
    return -1;
  }
}
