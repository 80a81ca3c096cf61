package seedbed.report;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Matters;
import seedbed.assessment.Run;
import seedbed.inspection.InspectionDuties;
import seedbed.plan.PlanDuties;
import seedbed.portfolio.AssignmentDuties;
import seedbed.recognition.Ending;
import seedbed.request.RequestDuties;
import seedbed.review.ReviewDuties;
import seedbed.sheet.SheetDuties;
import seedbed.web.Address;
import seedbed.web.Chips;
import seedbed.web.Progress;

/// The dashboard of a day.
///
/// @param pending the work that goes on or was stopped
/// @param findings null while nothing has been judged for the day yet
/// @param sheets what is to do with yearly sheets; null on a past day
/// @param reviews yearly reviews that are under way; none on a past day
/// @param plans what is to do with cultivation plans; null on a past day
/// @param requests what is open of what companies ask for; null on a past day
/// @param inspections those that wait for a conclusion; null on a past day
/// @param care who has nobody and who was forgotten; null on a past day, and for a reader who does
///   not arrange it
/// @param matters what else waits for the reader; none on a past day
/// @param runs whether the reader may stop the work and let it go on
/// @param imports whether the reader may import
/// @param news editions that came into force lately
/// @param ending how many titles end soon
@Introspected
record Overview(
    @Nullable Progress progress,
    @Nullable Run pending,
    @Nullable Findings findings,
    List<News> news,
    Ending ending,
    SheetDuties.@Nullable Waiting sheets,
    List<ReviewDuties.Waiting> reviews,
    PlanDuties.@Nullable Waiting plans,
    RequestDuties.@Nullable Waiting requests,
    InspectionDuties.@Nullable Waiting inspections,
    @Nullable Care care,
    List<Matters.Matter> matters,
    boolean runs,
    boolean imports) {

  /// What was found for the companies.
  ///
  /// @param titles which title the lower half is about
  record Findings(
      PoolCounts.Totals totals,
      List<Card> cards,
      Ladder ladder,
      Chips titles,
      String counted,
      String titleLabel,
      @Nullable String edition,
      List<Closest.Row> closest,
      Towns towns,
      Gaps gaps) {}

  /// How companies are looked after.
  ///
  /// @param forgotten linked companies without a visit for `silentDays`
  @Introspected
  record Care(AssignmentDuties.Waiting lacking, long forgotten, int silentDays) {

    public boolean any() {
      return lacking.leader() + forgotten > 0;
    }
  }

  /// One number with its sentence and the list behind it.
  record Card(String label, long value, String sentence, Address to) {}

  public boolean vacant() {
    return findings != null && findings.totals.companies() == 0;
  }

  public boolean halted() {
    return pending != null && progress == null;
  }

  /// How often a browser without scripts asks again, in seconds, while the work goes on.
  public @Nullable String refresh() {
    return progress == null ? null : "2";
  }
}
