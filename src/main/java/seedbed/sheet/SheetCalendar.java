package seedbed.sheet;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import seedbed.obligation.Rules;

/// When sheets are due, by the rules of what is due: what a sheet's own page says, what the lists
/// count as late and what people are told is one and the same day.
@Singleton
public class SheetCalendar {

  private static final int MONTHS = 12;

  private final Rules rules;

  SheetCalendar(Rules rules) {
    this.rules = rules;
  }

  /// The last day to hand in a year's sheet.
  public LocalDate yearlyDue(int year) {
    return rules
        .dues(SheetOwed.CODE)
        .after(LocalDate.of(year, 12, 31))
        .orElseThrow(() -> new IllegalStateException("no rule for yearly sheets of " + year));
  }

  /// The last day to hand in the operating sheet of a year through a month; empty where none is
  /// asked for.
  public Optional<LocalDate> operatingDue(int year, int throughMonth) {
    return due(new OperatingPeriod(year, throughMonth));
  }

  Optional<LocalDate> due(OperatingPeriod period) {
    return dues().after(period.lastDay());
  }

  /// The last periods that are over, the newest first.
  List<OperatingPeriod> latest(LocalDate today, int number) {
    return before(YearMonth.from(today), number);
  }

  /// The last period that is over.
  OperatingPeriod latest(LocalDate today) {
    return latest(today, 1).getFirst();
  }

  /// The one before; the first of a year follows the last of the year before.
  OperatingPeriod before(OperatingPeriod period) {
    return before(YearMonth.of(period.year(), period.throughMonth()), 1).getFirst();
  }

  /// The periods of a year for which sheets are asked for.
  List<OperatingPeriod> periods(int year) {
    Rules.Dues dues = dues();
    return IntStream.rangeClosed(1, MONTHS)
        .mapToObj(month -> new OperatingPeriod(year, month))
        .filter(period -> dues.after(period.lastDay()).isPresent())
        .toList();
  }

  private List<OperatingPeriod> before(YearMonth end, int number) {
    Rules.Dues dues = dues();
    List<OperatingPeriod> found = new ArrayList<>();
    YearMonth month = end;
    while (found.size() < number) {
      month = month.minusMonths(1);
      OperatingPeriod period = new OperatingPeriod(month.getYear(), month.getMonthValue());
      if (dues.after(period.lastDay()).isPresent()) {
        found.add(period);
      }
    }
    return List.copyOf(found);
  }

  private Rules.Dues dues() {
    return rules.dues(OperatingSheetOwed.CODE);
  }
}
