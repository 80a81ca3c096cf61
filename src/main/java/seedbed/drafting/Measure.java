package seedbed.drafting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number with its unit, as requirements and clauses write it: 3 %, 10,000 万元, 3项. Only a whole
/// number with the same unit is the same: 3 % stands neither in 近3年 nor in 30%.
///
/// @param unit empty where there is none
record Measure(BigDecimal number, String unit) {

  private static final String NUMBER = "(?<![0-9.,-])([0-9][0-9,]*(?:\\.[0-9]+)?)(?![0-9])";

  // A unit ends where a clause goes on: 3000万元以上, 3项或者.
  private static final Pattern NEEDED =
      Pattern.compile(NUMBER + "\\s*([%‰]|(?:(?![以及或且的起])\\p{IsHan}){1,4})?");

  private static final Pattern WRITTEN = Pattern.compile(NUMBER + "\\s*");

  private static final Pattern NEGATIVE_BOUND = Pattern.compile("[≥≤<>]=? *-[0-9].*");

  /// Those of what is required. Days are none.
  static List<Measure> of(String required) {
    return NEEDED
        .matcher(plain(required).replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}", ""))
        .results()
        .map(found ->
            new Measure(number(found.group(1)), found.group(2) == null ? "" : found.group(2)))
        .toList();
  }

  /// Whether the bound of a threshold is below zero. Other requirements are words, whose hyphens
  /// are no signs.
  static boolean negative(String required) {
    return NEGATIVE_BOUND.matcher(required).matches();
  }

  /// Whether a clause says it.
  boolean in(String clause) {
    String text = plain(clause);
    Matcher written = WRITTEN.matcher(text);
    while (written.find()) {
      if (same(number(written.group(1)), text.substring(written.end()))) {
        return true;
      }
    }
    return false;
  }

  private boolean same(BigDecimal said, String after) {
    return money(number, unit)
        .map(needed -> money(said, after).filter(sum -> sum.compareTo(needed) == 0).isPresent())
        .orElseGet(() -> said.compareTo(number) == 0 && after.startsWith(unit));
  }

  // In 元.
  private static Optional<BigDecimal> money(BigDecimal number, String unit) {
    if (unit.startsWith("元")) {
      return Optional.of(number);
    }
    if (unit.startsWith("万元")) {
      return Optional.of(number.movePointRight(4));
    }
    return unit.startsWith("亿元") ? Optional.of(number.movePointRight(8)) : Optional.empty();
  }

  private static BigDecimal number(String written) {
    return new BigDecimal(written.replace(",", ""));
  }

  private static String plain(String text) {
    return text.replace("％", "%").replace("，", "、");
  }
}
