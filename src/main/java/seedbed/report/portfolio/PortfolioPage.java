package seedbed.report.portfolio;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.recognition.Ending;
import seedbed.web.Address;

/// The linked companies of a day.
///
/// @param urgent what needs attention, the most pressing first
/// @param ending how many of their titles end soon; null where nobody counted
/// @param judged whether the outcomes are those of the day; otherwise the work is under way
@Introspected
record PortfolioPage(
    List<Matter> urgent, List<Card> cards, boolean judged, @Nullable Ending ending) {

  PortfolioPage with(Ending soon) {
    return new PortfolioPage(urgent, cards, judged, soon);
  }

  /// Something about one company that needs attention.
  ///
  /// @param mark what it is about, in two or three characters
  @Introspected
  record Matter(
      String mark, String styleClass, String sentence, String detail, boolean demo, Address to) {}

  /// One company.
  ///
  /// @param step the next title and how far it is; null where there is none
  /// @param shortest what to do first
  @Introspected
  record Card(
      String name,
      boolean demo,
      String region,
      @Nullable String product,
      List<String> held,
      @Nullable String step,
      String stepClass,
      @Nullable String shortest,
      Address to) {}

  /// How often a browser without scripts asks again, in seconds, while the work goes on.
  public @Nullable String refresh() {
    return judged || cards.isEmpty() ? null : "5";
  }
}
