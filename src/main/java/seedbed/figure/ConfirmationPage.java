package seedbed.figure;

import io.micronaut.core.annotation.Introspected;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Matters;
import seedbed.criteria.Indicators;
import seedbed.criteria.rule.Indicator;
import seedbed.web.Formats;
import seedbed.web.Pager;

/// What waits for the answer of a unit, oldest first.
///
/// @param unit whose it is; null for somebody who answers for all
/// @param owns how many indicators the unit answers for
/// @param oldest for how many days the oldest one has waited
/// @param matters what else waits for the reader
@Introspected
record ConfirmationPage(
    @Nullable String unit,
    int owns,
    long total,
    long oldest,
    List<Line> lines,
    Pager pager,
    List<Matters.Matter> matters) {

  /// One figure as it is shown.
  @Introspected
  record Line(
      long figureId,
      String company,
      String region,
      boolean demo,
      String label,
      String period,
      String value,
      String unit,
      String document,
      @Nullable String page,
      String reportedBy,
      Instant reportedAt,
      boolean contested) {

    static Line of(WaitingFigure waiting, Indicators indicators) {
      Figure figure = waiting.figure();
      Optional<Indicator> indicator = indicators.find(figure.indicator());
      return new Line(
          figure.id(),
          waiting.company(),
          waiting.region(),
          waiting.demo(),
          indicator.map(Indicator::label).orElse(figure.indicator()),
          figure.period().label(),
          indicator.map(known -> shown(known, figure)).orElseGet(() -> figure.value().text()),
          indicator.filter(Line::measured).map(Indicator::unit).orElse(""),
          figure.source().document(),
          figure.source().page(),
          figure.reportedBy(),
          figure.reportedAt(),
          waiting.contested());
    }

    private static String shown(Indicator indicator, Figure figure) {
      return indicator.kind() == Indicator.Kind.AMOUNT
              && figure.value() instanceof Value.Decimal(var amount)
          ? Formats.amount(amount)
          : ShownValue.of(indicator, figure.value());
    }

    private static boolean measured(Indicator indicator) {
      return switch (indicator.kind()) {
        case AMOUNT, COUNT, PERCENT, RANK -> true;
        case FLAG, CHOICE, DATE -> false;
      };
    }
  }

  static long days(Instant since, Instant now) {
    return Math.max(0, Duration.between(since, now).toDays());
  }

  /// Nothing is assigned to the unit, so nothing will ever wait for it.
  public boolean unassigned() {
    return owns == 0;
  }
}
