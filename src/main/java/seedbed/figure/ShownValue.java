package seedbed.figure;

import seedbed.criteria.rule.Indicator;

/// A value in the words of its indicator: 是, 省级, 5,000.00 万元.
public final class ShownValue {

  private ShownValue() {}

  public static String of(Indicator indicator, Value value) {
    return switch (indicator.kind()) {
      case FLAG -> value.equals(Value.yes()) ? "是" : "否";
      case CHOICE ->
          indicator.options().stream()
              .filter(option -> option.code().equals(value.text()))
              .map(Indicator.Option::label)
              .findFirst()
              .orElse(value.text());
      case AMOUNT, COUNT, PERCENT, RANK, DATE -> value.text();
    };
  }
}
