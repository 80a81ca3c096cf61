package seedbed.recognition;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.Address;
import seedbed.web.Chips;
import seedbed.web.Pager;
import seedbed.web.Progress;

/// The watch over renewals as its page shows it.
///
/// @param failing how many would fail today
/// @param open how many cannot be told yet
/// @param without how many there will be no edition for
/// @param progress how far judging the pool or the renewals is; null once it is done
/// @param unforecast whether nothing is forecast for the day yet
@Introspected
record RenewalPage(
    RenewalFilter filter,
    List<Chips> chips,
    List<Line> lines,
    Pager pager,
    long total,
    long failing,
    long open,
    long without,
    int months,
    @Nullable Progress progress,
    boolean unforecast,
    @Nullable Address workbook) {

  /// One title that ends soon.
  ///
  /// @param group the heading of its step, where it is the first of it on the page
  /// @param basis what it is judged by, in words
  /// @param faults clauses that are not met, with what is short
  /// @param missing figures without which it cannot be told
  /// @param way the cheapest way, in words
  @Introspected
  record Line(
      long id,
      long companyId,
      String company,
      boolean demo,
      String region,
      String titleCode,
      String title,
      @Nullable String group,
      String to,
      String left,
      State state,
      @Nullable String truth,
      String word,
      String basis,
      List<String> faults,
      List<String> missing,
      @Nullable String way) {}

  /// How often a browser without scripts asks again, in seconds, while the work goes on.
  public @Nullable String refresh() {
    return progress == null || !progress.running() ? null : "3";
  }
}
