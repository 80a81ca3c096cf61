package seedbed.plan;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import seedbed.criteria.PlanOutline;
import seedbed.criteria.rule.Indicator;
import seedbed.figure.Attested;
import seedbed.figure.Entry;
import seedbed.figure.FigureSheet;
import seedbed.figure.Figures;

/// What the record says about the years of a plan, so that nobody is asked for what is known.
@Singleton
class BaseFigures {

  private final Figures figures;
  private final PlanOutline outline;
  private final Clock clock;

  BaseFigures(Figures figures, PlanOutline outline, Clock clock) {
    this.figures = figures;
    this.outline = outline;
    this.clock = clock;
  }

  /// A plan in which only the figures of the base year stand.
  Content of(long company, Span span) {
    FigureSheet sheet = figures.ofCompany(company, clock.instant());
    Map<String, String> fields = new TreeMap<>();
    outline
        .indicators()
        .forEach(indicator ->
            known(sheet, indicator, span.base())
                .ifPresent(figure ->
                    fields.put(
                        Content.targetField(indicator.code(), span.base()),
                        figure.figure().value().text())));
    return Content.of(fields);
  }

  /// The figure of a year that stands: the one decided on, for a state the newest of the year.
  static Optional<Attested> known(FigureSheet sheet, Indicator indicator, int year) {
    Optional<Entry> entry =
        indicator.period() == Indicator.Period.YEAR
            ? sheet.ofYear(indicator.code(), year)
            : sheet.onDay(indicator.code(), LocalDate.of(year, 12, 31));
    return entry.flatMap(Entry::decided);
  }
}
