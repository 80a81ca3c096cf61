package seedbed.plan;

import java.time.LocalDate;

/// A quarter of a calendar year.
///
/// @param number from 1 to 4
public record Quarter(int year, int number) implements Comparable<Quarter> {

  public Quarter {
    if (number < 1 || number > 4) {
      throw new IllegalArgumentException("no quarter " + number);
    }
  }

  static Quarter of(LocalDate day) {
    return new Quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
  }

  /// Counted through all years, so that quarters are compared and stored as one number.
  static Quarter counted(int place) {
    return new Quarter(Math.floorDiv(place, 4), Math.floorMod(place, 4) + 1);
  }

  int place() {
    return year * 4 + number - 1;
  }

  Quarter before() {
    return counted(place() - 1);
  }

  @Override
  public int compareTo(Quarter other) {
    return Integer.compare(place(), other.place());
  }

  @Override
  public String toString() {
    return year + " 年第 " + number + " 季度";
  }
}
