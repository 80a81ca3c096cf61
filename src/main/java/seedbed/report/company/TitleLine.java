package seedbed.report.company;

import io.micronaut.core.annotation.Introspected;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import seedbed.assessment.Assessment;
import seedbed.company.TitleHolding;
import seedbed.criteria.Titles;
import seedbed.recognition.State;
import seedbed.web.Formats;

/// One entry of a company's register of titles and places in pools.
@Introspected
record TitleLine(
    String label,
    String from,
    String to,
    State state,
    @Nullable String batch,
    String document,
    @Nullable String end,
    String source) {

  /// Newest first.
  static List<TitleLine> of(Assessment assessment, Titles titles, Map<Long, State> states) {
    var on = assessment.moment().on();
    return assessment.register().holdings().stream()
        .filter(holding -> !holding.heldFrom().isAfter(on))
        .sorted(Comparator.comparing(TitleHolding::heldFrom).reversed())
        .map(holding -> of(holding, titles, Objects.requireNonNull(states.get(holding.id()))))
        .toList();
  }

  private static TitleLine of(TitleHolding holding, Titles titles, State state) {
    return new TitleLine(
        titles.find(holding.title()).map(Titles.Rung::label).orElse(holding.title()),
        from(holding),
        holding.heldTo() == null ? Formats.NOTHING : holding.heldTo().minusDays(1).toString(),
        state,
        holding.batch(),
        holding.documentNo(),
        holding.endDocument(),
        holding.source());
  }

  private static String from(TitleHolding holding) {
    return switch (holding.fromPrecision()) {
      case DAY -> holding.heldFrom().toString();
      case YEAR -> holding.heldFrom().getYear() + " 年";
      case AT_LATEST -> "至迟 " + holding.heldFrom();
    };
  }
}
