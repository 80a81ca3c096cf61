package seedbed.figure;

import java.time.LocalDate;

/// What a figure is about: a full calendar year, or a state as known on a day.
public sealed interface Period {

  record Year(int year) implements Period {
    @Override
    public LocalDate lastDay() {
      return LocalDate.of(year, 12, 31);
    }

    @Override
    public String label() {
      return year + "年";
    }
  }

  record Day(LocalDate day) implements Period {
    @Override
    public LocalDate lastDay() {
      return day;
    }

    @Override
    public String label() {
      return day.toString();
    }
  }

  static Period year(int year) {
    return new Year(year);
  }

  static Period day(LocalDate day) {
    return new Day(day);
  }

  /// The day by which periods are ordered and stored.
  LocalDate lastDay();

  /// As people write it.
  String label();
}
