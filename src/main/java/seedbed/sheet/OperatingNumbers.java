package seedbed.sheet;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What an operating sheet says, as far as it says something.
record OperatingNumbers(Map<OperatingField, BigDecimal> numbers) {

  static final OperatingNumbers NONE = new OperatingNumbers(Map.of());

  OperatingNumbers {
    Map<OperatingField, BigDecimal> copy = new EnumMap<>(OperatingField.class);
    copy.putAll(numbers);
    numbers = copy;
  }

  Optional<BigDecimal> of(OperatingField field) {
    return Optional.ofNullable(numbers.get(field));
  }
}
