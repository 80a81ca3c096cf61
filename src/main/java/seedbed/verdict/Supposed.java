package seedbed.verdict;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Indicator;

/// What somebody typed for one fact, read by the kind of its indicator.
public sealed interface Supposed {

  /// @param value as coded in the rules; null when the field was emptied
  record Value(@Nullable BigDecimal value) implements Supposed {}

  record Wrong(String sentence) implements Supposed {}

  int MOST_DIGITS = 18;
  int MOST_PLACES = 6;
  Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");
  Pattern GROUPED = Pattern.compile("[+-]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\\.[0-9]+)?");

  /// The last day that a date may name, and how a form calls it.
  record Latest(String name, LocalDate day) {}

  static Supposed read(Cell cell, String typed, LocalDate on) {
    return read(cell, typed, on, new Latest("判定日期", on));
  }

  /// @param on as seen from which day figures of a year are named
  static Supposed read(Cell cell, String typed, LocalDate on, Latest latest) {
    var text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    if (text.isEmpty()) {
      return new Value(null);
    }
    var indicator = cell.indicator();
    return switch (indicator.kind()) {
      case AMOUNT, PERCENT, COUNT, RANK -> number(indicator, Shown.name(cell, on), text);
      case CHOICE -> choice(indicator, text);
      case FLAG -> flag(indicator, text);
      case DATE -> date(indicator, text, latest);
    };
  }

  private static Supposed number(Indicator indicator, String name, String text) {
    if (!NUMBER.matcher(text.replace(",", "").replace(" ", "")).matches()) {
      return new Wrong(
          name
              + "应填数字"
              + (indicator.unit().isEmpty() ? "" : "，不写单位" + indicator.unit())
              + "，例如 1,062.00；现填的是“"
              + text
              + "”。");
    }
    // 1,5000 may be a slip for 15,000 as well as for 1.5: nobody can know.
    if (!GROUPED.matcher(text.replace(' ', ',')).matches()) {
      return new Wrong(name + "的千分位逗号位置不对：“" + text + "”。请检查数字，或者不写逗号。");
    }
    var number = new BigDecimal(text.replace(",", "").replace(" ", ""));
    if (number.precision() - (long) number.scale() > MOST_DIGITS || number.scale() > MOST_PLACES) {
      return new Wrong(name + "的位数过多，小数点后最多 " + MOST_PLACES + " 位。");
    }
    var fault = indicator.fault(number);
    return fault == null ? new Value(number) : new Wrong(name + fault + "。");
  }

  private static Supposed choice(Indicator indicator, String text) {
    var place = indicator.option(text);
    return place < 0
        ? new Wrong(indicator.label() + "请从列表中选择。")
        : new Value(BigDecimal.valueOf(place));
  }

  private static Supposed flag(Indicator indicator, String text) {
    return switch (text) {
      case "yes" -> new Value(BigDecimal.ONE);
      case "no" -> new Value(BigDecimal.ZERO);
      default -> new Wrong(indicator.label() + "请选择“是”或“否”。");
    };
  }

  private static Supposed date(Indicator indicator, String text, Latest latest) {
    try {
      var day = LocalDate.parse(text);
      return day.isAfter(latest.day())
          ? new Wrong(indicator.label() + "不能晚于" + latest.name() + " " + latest.day() + "。")
          : new Value(BigDecimal.valueOf(day.toEpochDay()));
    } catch (DateTimeParseException _) {
      return new Wrong(indicator.label() + "请按“年-月-日”填写，例如 " + latest.day() + "。");
    }
  }

  /// A fact as a field holds it; the reverse of [#read].
  static String written(Cell cell, @Nullable BigDecimal value) {
    if (value == null) {
      return "";
    }
    var indicator = cell.indicator();
    return switch (indicator.kind()) {
      case AMOUNT, PERCENT, COUNT, RANK -> plain(value);
      case CHOICE -> indicator.options().get(value.intValueExact()).code();
      case FLAG -> value.signum() > 0 ? "yes" : "no";
      case DATE -> LocalDate.ofEpochDay(value.longValueExact()).toString();
    };
  }

  /// A fact as it is reported.
  static seedbed.figure.Value told(Indicator indicator, BigDecimal value) {
    return switch (indicator.kind()) {
      case AMOUNT, PERCENT, COUNT, RANK, FLAG -> seedbed.figure.Value.number(value);
      case CHOICE ->
          seedbed.figure.Value.word(indicator.options().get(value.intValueExact()).code());
      case DATE -> seedbed.figure.Value.date(LocalDate.ofEpochDay(value.longValueExact()));
    };
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /// The name of a fact in addresses and forms: `revenue-2025`, `class1_ip`.
  static String field(Cell cell, LocalDate on) {
    var code = cell.indicator().code();
    return cell.yearly() ? code + "-" + cell.year(on) : code;
  }
}
