package seedbed.criteria.rule;

import java.util.List;

/// A figure, fact or choice that criteria read.
///
/// @param code the code shared by checklists, imports, forms and the API
/// @param label the Chinese name
/// @param unit 万元, %, 项, 人, 名, 分, 级, 是否, 日期 …
/// @param options the answers of a choice; low to high where `ordered`; empty otherwise
public record Indicator(
    String code,
    String label,
    Kind kind,
    Period period,
    String unit,
    List<Option> options,
    boolean ordered) {

  public Indicator {
    options = List.copyOf(options);
    if (kind == Kind.CHOICE && (options.isEmpty() || options.size() > Long.SIZE)) {
      throw new IllegalArgumentException(code + ": a choice has between 1 and 64 options");
    }
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
