package seedbed.report.portfolio;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Truth;

/// A linked company with what was found about its next title.
///
/// @param next null while nothing has been judged, or nothing lies above what the company holds
record PortfolioRow(
    long id,
    String name,
    boolean demo,
    String region,
    @Nullable String product,
    List<Held> held,
    @Nullable Next next) {

  /// A title that is proven to be held.
  ///
  /// @param to the first day it is no longer held, where a document says so
  /// @param renewed whether the next term is registered already
  record Held(String title, LocalDate from, @Nullable LocalDate to, boolean renewed) {}

  /// How far the next title is.
  ///
  /// @param shortfall what is lacking, in words
  record Next(
      String title,
      Truth truth,
      int notMet,
      int unknown,
      int missing,
      @Nullable String shortfall) {}

  PortfolioRow {
    held = List.copyOf(held);
  }

  PortfolioRow holding(List<Held> titles) {
    return new PortfolioRow(id, name, demo, region, product, titles, next);
  }
}
