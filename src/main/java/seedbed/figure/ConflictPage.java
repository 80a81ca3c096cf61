package seedbed.figure;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.company.Company;
import seedbed.criteria.Indicators;
import seedbed.criteria.rule.Indicator;

/// What different sources say differently about a company, side by side.
///
/// @param list where the list of companies is, and `page` where this one is; empty for those who
///   may not go there
/// @param open how many nobody has decided yet
/// @param decidable whether the page shows today, as only then something can be decided
/// @param problem why the last decision was refused
@Introspected
record ConflictPage(
    long companyId,
    String company,
    String list,
    String page,
    List<Line> lines,
    long open,
    boolean decidable,
    @Nullable String problem) {

  /// One indicator and period.
  @Introspected
  record Line(String label, String unit, String period, boolean open, List<Statement> statements) {}

  /// @param counts whether verdicts go by it
  @Introspected
  record Statement(
      long figureId,
      String value,
      boolean number,
      String document,
      @Nullable String page,
      String reportedBy,
      Instant reportedAt,
      boolean counts,
      @Nullable String decided) {}

  /// What the page offers to whoever reads it.
  record Reader(boolean seesCompanies, boolean decides) {}

  static ConflictPage of(
      Company company,
      FigureSheet sheet,
      Indicators indicators,
      Reader reader,
      @Nullable String problem) {
    List<Line> lines =
        sheet.entries().stream()
            .filter(ConflictPage::disagreeing)
            .map(entry -> line(entry, indicators.find(entry.indicator())))
            .sorted(Comparator.comparing(line -> !line.open()))
            .toList();
    long open = lines.stream().filter(Line::open).count();
    return new ConflictPage(
        company.id(),
        company.name(),
        reader.seesCompanies ? "/companies" : "",
        reader.seesCompanies ? "/companies/" + company.id() : "",
        lines,
        open,
        reader.decides,
        problem);
  }

  private static boolean disagreeing(Entry entry) {
    return entry.live().stream().map(each -> each.figure().value()).distinct().count() > 1;
  }

  private static Line line(Entry entry, Optional<Indicator> indicator) {
    long counting = entry.decided().map(attested -> attested.figure().id()).orElse(0L);
    return new Line(
        indicator.map(Indicator::label).orElse(entry.indicator()),
        indicator.filter(ConflictPage::measured).map(Indicator::unit).orElse(""),
        entry.period().label(),
        entry.conflict(),
        entry.live().stream().map(each -> statement(each, indicator, counting)).toList());
  }

  private static boolean measured(Indicator indicator) {
    return switch (indicator.kind()) {
      case AMOUNT, COUNT, PERCENT, RANK -> true;
      case FLAG, CHOICE, DATE -> false;
    };
  }

  private static Statement statement(
      Attested attested, Optional<Indicator> indicator, long counting) {
    Figure figure = attested.figure();
    Confirmation word = attested.lastWord();
    return new Statement(
        figure.id(),
        indicator
            .map(known -> ShownValue.of(known, figure.value()))
            .orElseGet(() -> figure.value().text()),
        indicator.filter(ConflictPage::measured).isPresent(),
        figure.source().document(),
        figure.source().page(),
        figure.reportedBy(),
        figure.reportedAt(),
        figure.id() == counting,
        word == null || !word.confirmed() ? null : word.by());
  }
}
