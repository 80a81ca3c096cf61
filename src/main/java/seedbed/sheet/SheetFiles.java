package seedbed.sheet;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.Indicators;
import seedbed.criteria.SheetPlan;
import seedbed.criteria.rule.Indicator;
import seedbed.criteria.rule.Slots;
import seedbed.figure.Attested;
import seedbed.figure.Entry;
import seedbed.figure.FigureSheet;
import seedbed.figure.Figures;
import seedbed.figure.Value;
import seedbed.verdict.Supposed;

/// Puts together what a sheet says and what is on record.
@Singleton
class SheetFiles {

  private final SheetPlan plan;
  private final Slots slots;
  private final Figures figures;
  private final AnswerRows rows;
  private final Checking checking;
  private final DayChecking days;

  SheetFiles(SheetPlan plan, Slots slots, Figures figures, AnswerRows rows) {
    this.plan = plan;
    this.slots = slots;
    this.figures = figures;
    this.rows = rows;
    checking = new Checking(plan);
    days = new DayChecking(plan.days());
  }

  SheetFile of(Sheet sheet) {
    return of(sheet, rows.answers(sheet.id()));
  }

  /// What it would be with what a form says.
  SheetFile typed(Sheet sheet, Map<String, @Nullable Object> form) {
    return of(sheet, rows.answers(sheet.id()).with(form));
  }

  private SheetFile of(Sheet sheet, Answers answers) {
    FigureSheet known = figures.ofCompany(sheet.companyId(), Figures.LATEST);
    List<SheetLine> lines =
        plan.entries().map(entry -> line(sheet, entry, known, answers)).toList();
    return new SheetFile(
        sheet,
        lines,
        Stream.concat(
                checking
                    .check(numbers(lines, SheetLine::now), numbers(lines, SheetLine::before))
                    .stream(),
                days.check(days(lines, SheetLine::now), days(lines, SheetLine::known)).stream())
            .toList());
  }

  private static Map<String, LocalDate> days(
      List<SheetLine> lines, Function<SheetLine, @Nullable Value> value) {
    Map<String, LocalDate> days = new LinkedHashMap<>();
    lines.forEach(line ->
        SheetLine.day(line.indicator(), value.apply(line))
            .ifPresent(day -> days.put(line.code(), day)));
    return days;
  }

  private static Map<String, BigDecimal> numbers(
      List<SheetLine> lines, Function<SheetLine, @Nullable Value> value) {
    Map<String, BigDecimal> numbers = new HashMap<>();
    lines.forEach(line ->
        SheetLine.number(value.apply(line)).ifPresent(number -> numbers.put(line.code(), number)));
    return numbers;
  }

  private SheetLine line(Sheet sheet, Indicators.Entry asked, FigureSheet known, Answers answers) {
    Indicator indicator = asked.indicator();
    Optional<Entry> entry = entry(known, indicator, sheet.aboutYear());
    @Nullable Attested kept = entry.flatMap(each -> kept(each, sheet.document())).orElse(null);
    @Nullable Value before =
        entry(known, indicator, sheet.aboutYear() - 1)
            .flatMap(Entry::decided)
            .map(attested -> attested.figure().value())
            .orElse(null);
    Value recorded = kept == null ? null : kept.figure().value();
    @Nullable String typed = answers.typed().get(asked.code());
    if (typed != null && typed.equals(SheetLine.written(indicator, recorded))) {
      typed = null;
    }
    Understood understood =
        typed == null
            ? new Understood(null, null)
            : understood(indicator, typed, sheet.lastDay(), recorded != null);
    return new SheetLine(
        asked,
        kept,
        kept == null && entry.filter(Entry::conflict).isPresent(),
        before,
        typed,
        understood.value(),
        understood.wrong(),
        answers.remarks().getOrDefault(asked.code(), ""));
  }

  private static Optional<Entry> entry(FigureSheet known, Indicator indicator, int year) {
    return indicator.period() == Indicator.Period.YEAR
        ? known.ofYear(indicator.code(), year)
        : known.onDay(indicator.code(), LocalDate.of(year, 12, 31));
  }

  // What the sheet itself said goes before what others say.
  private static Optional<Attested> kept(Entry entry, String document) {
    return entry.live().stream()
        .filter(attested -> attested.figure().source().document().equals(document))
        .findFirst()
        .or(entry::decided);
  }

  private record Understood(@Nullable Value value, @Nullable String wrong) {}

  private Understood understood(
      Indicator indicator, String typed, LocalDate lastDay, boolean onRecord) {
    // On the day after its year is over, a figure of the last full year is one of the sheet's.
    return switch (Supposed.read(
        slots.cell(indicator, 0),
        typed,
        lastDay.plusDays(1),
        new Supposed.Latest("本表截至日期", lastDay))) {
      case Supposed.Wrong(var sentence) -> new Understood(null, sentence);
      case Supposed.Value(var value) when value != null ->
          new Understood(Supposed.told(indicator, value), null);
      case Supposed.Value _ ->
          new Understood(
              null, onRecord ? indicator.label() + "已有填报数据，不能清空；填错的请改为正确的数，没有的请填 0 或选“否”。" : null);
    };
  }
}
