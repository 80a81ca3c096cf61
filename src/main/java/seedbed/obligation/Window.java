package seedbed.obligation;

import java.time.LocalDate;

/// Due days that are asked for, both included.
public record Window(LocalDate from, LocalDate to) {

  public static Window ofYear(int year) {
    return new Window(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  public boolean holds(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
