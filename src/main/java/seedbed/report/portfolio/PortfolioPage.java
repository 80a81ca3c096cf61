package seedbed.report.portfolio;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Matters;
import seedbed.recognition.Ending;
import seedbed.web.Address;
import seedbed.web.PageRequest;
import seedbed.web.Pager;

/// The linked companies of a day.
///
/// @param urgent what needs attention, the most pressing first; on the first page the first of it
/// @param matters how much needs attention in all
/// @param cards the companies of one page
/// @param ending how many of their titles end soon; null where nobody counted
/// @param owed what is due, feature by feature; nothing on a past day
/// @param forgotten how many of them nobody visited for long; 0 on a past day
/// @param judged whether the outcomes are those of the day; otherwise the work is under way
@Introspected
record PortfolioPage(
    List<Matter> urgent,
    int matters,
    List<Card> cards,
    Pager pager,
    boolean judged,
    @Nullable Ending ending,
    long forgotten,
    int silentDays,
    List<Matters.Matter> owed) {

  /// So that the first page comes quickly on a slow line.
  private static final int FIRST = 20;

  /// @param all whether everything that needs attention is shown
  static PortfolioPage of(
      List<Matter> urgent, List<Card> cards, PageRequest page, boolean all, boolean judged) {
    int from = Math.min(page.offset(), cards.size());
    return new PortfolioPage(
        all || urgent.size() <= FIRST ? urgent : urgent.subList(0, FIRST),
        urgent.size(),
        cards.subList(from, Math.min(from + page.size(), cards.size())),
        Pager.of(page, cards.size()),
        judged,
        null,
        0,
        0,
        List.of());
  }

  PortfolioPage with(Ending soon, long unvisited, int days) {
    return new PortfolioPage(urgent, matters, cards, pager, judged, soon, unvisited, days, owed);
  }

  PortfolioPage owing(List<Matters.Matter> due) {
    return new PortfolioPage(
        urgent, matters, cards, pager, judged, ending, forgotten, silentDays, due);
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
      long id,
      String name,
      boolean demo,
      String region,
      @Nullable String product,
      List<String> held,
      @Nullable String step,
      String stepClass,
      @Nullable String shortest,
      Address to) {}

  /// How much of what needs attention is on no page yet.
  public int more() {
    return matters - urgent.size();
  }

  /// How often a browser without scripts asks again, in seconds, while the work goes on.
  public @Nullable String refresh() {
    return judged || cards.isEmpty() ? null : "5";
  }
}
