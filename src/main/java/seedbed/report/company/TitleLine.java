package seedbed.report.company;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.assessment.Assessment;
import seedbed.company.TitleHolding;
import seedbed.company.TitleRegister;
import seedbed.criteria.Titles;
import seedbed.web.Formats;

/// One entry of a company's register of titles and places in pools.
@Introspected
record TitleLine(
    String label,
    String from,
    String to,
    String state,
    @Nullable String batch,
    String document,
    @Nullable String end,
    String source) {

  /// Newest first.
  static List<TitleLine> of(Assessment assessment, Titles titles) {
    var on = assessment.moment().on();
    return assessment.register().holdings().stream()
        .filter(holding -> !holding.heldFrom().isAfter(on))
        .sorted(Comparator.comparing(TitleHolding::heldFrom).reversed())
        .map(holding -> of(holding, assessment.register(), titles, on))
        .toList();
  }

  private static TitleLine of(
      TitleHolding holding, TitleRegister register, Titles titles, LocalDate on) {
    return new TitleLine(
        titles.find(holding.title()).map(Titles.Rung::label).orElse(holding.title()),
        from(holding),
        holding.heldTo() == null ? Formats.NOTHING : holding.heldTo().minusDays(1).toString(),
        state(holding, register, on),
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

  private static String state(TitleHolding holding, TitleRegister register, LocalDate on) {
    if (!holding.covers(on)) {
      return holding.endDocument() == null ? "已到期" : "已终止";
    }
    return register.proves(holding, on) ? "有效" : "是否仍有效不明";
  }
}
