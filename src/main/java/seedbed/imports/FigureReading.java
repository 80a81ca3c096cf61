package seedbed.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Indicator;
import seedbed.figure.Value;
import seedbed.spreadsheet.CellReading;
import seedbed.spreadsheet.Reading;
import seedbed.spreadsheet.SheetCell;

/// Reads a cell as the value of an indicator.
final class FigureReading {

  private static final BigDecimal LARGEST = new BigDecimal("1E+12");
  private static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);

  private FigureReading() {}

  static Reading<Value> read(Indicator indicator, SheetCell cell, LocalDate today) {
    return switch (indicator.kind()) {
      case AMOUNT, COUNT, PERCENT, RANK ->
          CellReading.number(cell, indicator.unit())
              .then(number -> number(indicator, number))
              .then(FigureReading::storable);
      case FLAG -> CellReading.yes(cell).then(yes -> Reading.given(yes ? Value.yes() : Value.no()));
      case CHOICE -> CellReading.words(cell).then(words -> choice(indicator, words));
      case DATE -> CellReading.day(cell).then(day -> day(day, today));
    };
  }

  private static Reading<BigDecimal> number(Indicator indicator, BigDecimal number) {
    if (number.abs().compareTo(LARGEST) >= 0) {
      return Reading.wrong("数值过大", "核对数值和单位");
    }
    @Nullable String fault = indicator.fault(number);
    return fault == null
        ? Reading.given(number)
        : Reading.wrong("“" + indicator.label() + "”" + fault, remedy(indicator));
  }

  private static String remedy(Indicator indicator) {
    return switch (indicator.kind()) {
      case PERCENT -> "填百分数，例如 12.5 表示 12.5%";
      case RANK -> "1 表示第一名";
      case AMOUNT, COUNT, CHOICE, FLAG, DATE -> "核对数值，没有数据请留空";
    };
  }

  private static Reading<Value> storable(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    if (stripped.scale() <= Value.MAX_SCALE) {
      return Reading.given(Value.number(number));
    }
    BigDecimal rounded = number.setScale(Value.MAX_SCALE, RoundingMode.HALF_UP);
    if (rounded.signum() == 0) {
      return Reading.wrong("数值小于 %d 位小数能表示的最小值".formatted(Value.MAX_SCALE), "核对数值和单位；确实为零请填 0");
    }
    return new Reading.Given<>(
        Value.number(rounded),
        "小数超过 %d 位，将按 %s 登记".formatted(Value.MAX_SCALE, rounded.toPlainString()));
  }

  private static Reading<Value> choice(Indicator indicator, String words) {
    @Nullable String code = null;
    for (Indicator.Option option : indicator.options()) {
      if (same(words, option.label()) || words.equals(option.code())) {
        code = option.code();
      }
    }
    return code == null
        ? Reading.wrong("“" + words + "”不在可选项中", "从模板的下拉列表中选择")
        : Reading.given(Value.word(code));
  }

  private static Reading<Value> day(LocalDate day, LocalDate today) {
    return day.isAfter(today) || day.isBefore(OLDEST)
        ? Reading.wrong("日期 " + day + " 不可能", "核对日期")
        : Reading.given(Value.date(day));
  }

  private static boolean same(String words, String label) {
    return FormField.comparable(words).equals(FormField.comparable(label));
  }
}
