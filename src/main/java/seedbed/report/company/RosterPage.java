package seedbed.report.company;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Truth;
import seedbed.web.Address;
import seedbed.web.Chips;
import seedbed.web.Choice;
import seedbed.web.Pager;
import seedbed.web.Progress;

/// The list of companies as it is shown.
///
/// @param focus what the column of distances is about
/// @param progress how far the pool is judged, while it is not
/// @param stale whether the outcomes are those before the data changed
/// @param workbook the list as a file, for those who may take it away; `text` alike
/// @param imports whether the reader may import
@Introspected
record RosterPage(
    RosterFilter filter,
    String focus,
    List<Line> lines,
    Pager pager,
    long total,
    List<Chips> chips,
    List<Choice> towns,
    List<Choice> indicators,
    @Nullable Progress progress,
    boolean stale,
    @Nullable Address workbook,
    @Nullable Address text,
    boolean imports) {

  /// After how many seconds a browser without scripts asks again.
  public @Nullable Integer refresh() {
    return progress != null && progress.running() ? 5 : null;
  }

  /// One company.
  ///
  /// @param step the title it looks at next
  @Introspected
  record Line(
      long id,
      String name,
      boolean demo,
      @Nullable String creditCode,
      String region,
      @Nullable String industry,
      String track,
      List<String> held,
      List<Mark> ladder,
      String step,
      String stepTitle,
      @Nullable Truth truth,
      String word,
      String distance) {}

  /// One rung of the compact ladder.
  ///
  /// @param brief the same in a few words, for files
  @Introspected
  record Mark(String title, String styleClass, String symbol, String words, String brief) {}
}
