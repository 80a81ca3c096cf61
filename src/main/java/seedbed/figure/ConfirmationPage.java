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
import seedbed.web.Chips;
import seedbed.web.Choice;
import seedbed.web.FormErrors;
import seedbed.web.Formats;
import seedbed.web.Pager;

/// What a unit answers for: what waits for it, oldest first, or what it has answered.
///
/// @param unit whose it is; null for somebody who answers for all
/// @param owns how many indicators the unit answers for
/// @param total how many wait, whatever is shown
/// @param oldest for how many days the oldest one has waited
/// @param matters what else waits for the reader
@Introspected
record ConfirmationPage(
    @Nullable String unit,
    int owns,
    long total,
    long oldest,
    Filter filter,
    List<Line> lines,
    Pager pager,
    List<Matters.Matter> matters,
    FormErrors errors) {

  /// What is shown of it, and what else could be.
  ///
  /// @param answered whether these have their answer
  @Introspected
  record Filter(
      Chips chips,
      String show,
      String company,
      String indicator,
      String year,
      List<Choice> indicators,
      List<Choice> years,
      boolean answered,
      boolean any) {}

  /// Two people answered at once.
  ///
  /// @param answer what the second one wanted to say, as the form has it
  /// @param said the same in words
  /// @param missed what somebody else answered first, or what was corrected meanwhile
  /// @param corrected how many more were corrected before
  /// @param left what can still be answered
  @Introspected
  record Overtaken(
      String answer,
      String said,
      Filter filter,
      Pager pager,
      List<Line> missed,
      int corrected,
      List<Line> left) {

    public int missedCount() {
      return missed.size();
    }

    public int leftCount() {
      return left.size();
    }
  }

  /// One figure as it is shown.
  ///
  /// @param stands whether it has not been corrected since
  /// @param answer what was answered, where somebody did
  @Introspected
  record Line(
      long figureId,
      long companyId,
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
      boolean contested,
      boolean awaited,
      boolean stands,
      @Nullable String answer,
      @Nullable String answerClass,
      @Nullable String answeredBy,
      @Nullable Instant answeredAt,
      boolean ticked) {

    static Line of(WaitingFigure waiting, Indicators indicators) {
      Figure figure = waiting.figure();
      Confirmation word = waiting.lastWord();
      Optional<Indicator> indicator = indicators.find(figure.indicator());
      return new Line(
          figure.id(),
          figure.companyId(),
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
          waiting.contested(),
          waiting.awaited(),
          true,
          word == null ? null : word.confirmed() ? "已核实" : "不予核实",
          word == null ? null : word.confirmed() ? "met" : "not",
          word == null ? null : word.by(),
          word == null ? null : word.at(),
          false);
    }

    Line ticked(boolean whether) {
      return new Line(
          figureId,
          companyId,
          company,
          region,
          demo,
          label,
          period,
          value,
          unit,
          document,
          page,
          reportedBy,
          reportedAt,
          contested,
          awaited,
          stands,
          answer,
          answerClass,
          answeredBy,
          answeredAt,
          whether);
    }

    Line standing(boolean whether) {
      return new Line(
          figureId,
          companyId,
          company,
          region,
          demo,
          label,
          period,
          value,
          unit,
          document,
          page,
          reportedBy,
          reportedAt,
          contested,
          awaited,
          whether,
          answer,
          answerClass,
          answeredBy,
          answeredAt,
          ticked);
    }

    /// Named in a sentence.
    String named() {
      return "%s %s %s".formatted(company, label, period);
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
