package seedbed.report.company;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import seedbed.criteria.Indicators;
import seedbed.criteria.Indicators.Group;
import seedbed.criteria.rule.Indicator;
import seedbed.figure.Attested;
import seedbed.figure.Entry;
import seedbed.figure.FigureSheet;
import seedbed.figure.Period;
import seedbed.figure.Value;
import seedbed.report.company.FigureTable.Cell;
import seedbed.report.company.FigureTable.DayGroup;
import seedbed.report.company.FigureTable.DayRow;
import seedbed.report.company.FigureTable.Written;
import seedbed.report.company.FigureTable.YearGroup;
import seedbed.report.company.FigureTable.YearRow;
import seedbed.verdict.Shown;
import seedbed.verdict.Sources;

/// Lays the figures of a company out in the groups and order of the official forms.
@Singleton
final class FigureTables {
  private static final int MOST_YEARS = 6;
  private static final int MONTHS_OF_WARNING = 6;

  private final Indicators indicators;

  FigureTables(Indicators indicators) {
    this.indicators = indicators;
  }

  /// @param wanted codes of indicators that have a row even when nothing is known of them
  FigureTable of(FigureSheet sheet, LocalDate on, Set<String> wanted) {
    var years = years(sheet, on);
    return new FigureTable(
        years,
        groups(
            Indicator.Period.YEAR,
            sheet,
            wanted,
            entry -> yearRow(entry.indicator(), wanted.contains(entry.code()), sheet, years, on),
            YearGroup::new),
        groups(
            Indicator.Period.DAY,
            sheet,
            wanted,
            entry -> dayRow(entry.indicator(), wanted.contains(entry.code()), sheet, on),
            DayGroup::new));
  }

  private static List<Integer> years(FigureSheet sheet, LocalDate on) {
    var years = new TreeSet<Integer>();
    years.add(on.getYear() - 1);
    for (var entry : sheet.entries()) {
      if (entry.period() instanceof Period.Year(var year) && year < on.getYear()) {
        years.add(year);
      }
    }
    return years.stream().skip(Math.max(0, years.size() - MOST_YEARS)).toList();
  }

  private interface Grouping<R, G> {
    G group(String label, List<R> rows);
  }

  private <R, G> List<G> groups(
      Indicator.Period period,
      FigureSheet sheet,
      Set<String> wanted,
      Function<Indicators.Entry, R> row,
      Grouping<R, G> grouping) {
    var groups = new ArrayList<G>();
    for (var group : Arrays.asList(Group.values())) {
      var rows =
          indicators.of(group).stream()
              .filter(entry -> entry.indicator().period() == period)
              .filter(entry -> wanted.contains(entry.code()) || known(sheet, entry.code()))
              .map(row)
              .toList();
      if (!rows.isEmpty()) {
        groups.add(grouping.group(group.label(), rows));
      }
    }
    return List.copyOf(groups);
  }

  private static boolean known(FigureSheet sheet, String code) {
    return sheet.entries().stream().anyMatch(entry -> entry.indicator().equals(code));
  }

  private static YearRow yearRow(
      Indicator indicator, boolean asked, FigureSheet sheet, List<Integer> years, LocalDate on) {
    var cells =
        years.stream()
            .map(year ->
                sheet
                    .ofYear(indicator.code(), year)
                    .map(entry -> cell(entry, indicator, on))
                    .orElse(Cell.NOTHING))
            .toList();
    return new YearRow(anchor(indicator), indicator.label(), indicator.unit(), asked, cells);
  }

  private static DayRow dayRow(
      Indicator indicator, boolean asked, FigureSheet sheet, LocalDate on) {
    var entries =
        sheet.entries().stream()
            .filter(entry -> entry.indicator().equals(indicator.code()))
            .filter(entry -> !entry.period().lastDay().isAfter(on))
            .toList();
    if (entries.isEmpty()) {
      return new DayRow(anchor(indicator), indicator.label(), asked, "", Cell.NOTHING, List.of());
    }
    var newest = entries.getLast();
    var earlier =
        entries.reversed().stream()
            .skip(1)
            .flatMap(
                entry -> entry.live().stream().map(figure -> written(figure, entry, indicator, on)))
            .toList();
    return new DayRow(
        anchor(indicator),
        indicator.label(),
        asked,
        newest.period().label(),
        cell(newest, indicator, on),
        earlier);
  }

  private static Cell cell(Entry entry, Indicator indicator, LocalDate on) {
    Function<Attested, Written> writing = figure -> written(figure, entry, indicator, on);
    return new Cell(
        entry.live().stream().map(writing).toList(),
        entry.superseded().stream().map(writing).toList(),
        entry.conflict());
  }

  private static Written written(
      Attested attested, Entry entry, Indicator indicator, LocalDate on) {
    var figure = attested.figure();
    var expires = figure.expiresOn();
    var warning = expires != null && !expires.isAfter(on.plusMonths(MONTHS_OF_WARNING));
    return new Written(
        value(figure.value(), indicator),
        figure.period().label(),
        Sources.written(figure.source()),
        figure.reportedBy(),
        figure.reportedAt(),
        attested.confirmed(),
        entry
            .decided()
            .filter(decided -> !decided.figure().value().equals(figure.value()))
            .isPresent(),
        warning ? "佐证 " + expires + (figure.expiredOn(on) ? " 已过期" : " 到期") : "",
        figure.expiredOn(on));
  }

  /// Amounts, percents and counts without their unit, which the row has already where it is yearly.
  private static String value(Value value, Indicator indicator) {
    return switch (value) {
      case Value.Decimal(var number) ->
          switch (indicator.kind()) {
            case FLAG -> number.signum() > 0 ? "是" : "否";
            case AMOUNT, COUNT, PERCENT, RANK, CHOICE, DATE ->
                indicator.period() == Indicator.Period.YEAR
                    ? Shown.number(number.toPlainString(), indicator.unit())
                    : Shown.measured(number.toPlainString(), indicator.unit());
          };
      case Value.Word(var word) -> {
        var place = indicator.option(word);
        yield place < 0 ? word : indicator.options().get(place).label();
      }
    };
  }

  private static String anchor(Indicator indicator) {
    return "figure-" + indicator.code();
  }
}
