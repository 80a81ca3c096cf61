package seedbed.figure;

import java.math.BigDecimal;
import java.time.LocalDate;

/// The value of a figure: a number (amounts in 万元, percents as a number of percent, flags 1 or 0),
/// or a word (the code of a choice, or a date).
public sealed interface Value {

  /// What the column keeps after the point.
  int MAX_SCALE = 6;

  record Decimal(BigDecimal number) implements Value {
    public Decimal {
      number = number.stripTrailingZeros();
      if (number.scale() < 0) {
        number = number.setScale(0);
      }
      if (number.scale() > MAX_SCALE) {
        throw new IllegalArgumentException(
            "数值最多保留 %d 位小数：%s。".formatted(MAX_SCALE, number.toPlainString()));
      }
    }

    @Override
    public String text() {
      return number.toPlainString();
    }
  }

  record Word(String word) implements Value {
    @Override
    public String text() {
      return word;
    }
  }

  static Value number(BigDecimal number) {
    return new Decimal(number);
  }

  static Value number(String number) {
    return new Decimal(new BigDecimal(number));
  }

  static Value yes() {
    return new Decimal(BigDecimal.ONE);
  }

  static Value no() {
    return new Decimal(BigDecimal.ZERO);
  }

  static Value word(String word) {
    return new Word(word);
  }

  static Value date(LocalDate day) {
    return new Word(day.toString());
  }

  /// The value as it is written in a file.
  String text();
}
