package seedbed.admission;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.verdict.FactFields;
import seedbed.verdict.VerdictPanel;
import seedbed.web.FormErrors;

/// One application: where it stands, what it says, how it is judged, what has been done with it,
/// and what the reader can do now.
///
/// @param groups the form, while it is the company's turn and the reader is of the company
/// @param changes how many answers are not handed in yet
/// @param asked what the writer has to say that he looked at, where handing it in was refused
/// @param typed into a form that was refused or is not handed in yet, by field
/// @param cautions what the writer should look at before handing in
/// @param verdict on the answers; null where no edition is in force
/// @param clauses that a reason for a return can be written to
/// @param dissents of the units that were asked, while they count
/// @param qualms what speaks against a notice, for whoever can give it
/// @param own what the reader's unit has to answer for
/// @param returned why it came back to the company; null where it has not
@Introspected
record ApplicationPage(
    Head head,
    List<FactFields.Group> groups,
    int changes,
    FormErrors errors,
    List<Claims.Caution> asked,
    Map<String, String> typed,
    List<Claims.Caution> cautions,
    @Nullable VerdictPanel verdict,
    List<String> clauses,
    List<UnitCheck> checks,
    List<UnitCheck> dissents,
    List<String> qualms,
    List<String> own,
    List<Objection> objections,
    List<StepLine> steps,
    @Nullable StepLine returned,
    Doors doors) {

  /// @param number of the verdict when it was handed in
  /// @param noticeEntered the day the notice was entered, where that is after it began
  /// @param noticeReason why it was entered so late
  /// @param noticeDespite why it was given although something spoke against it
  /// @param noticeEnd how it ended, where the application came back or was taken back
  /// @param noticePaper its document in the archive, for those who may see it
  /// @param remaining days until it is due; below zero when it is late
  @Introspected
  record Head(
      long id,
      long version,
      long companyId,
      String company,
      boolean demo,
      String region,
      String title,
      Stage stage,
      int round,
      LocalDate since,
      @Nullable LocalDate dueOn,
      long remaining,
      @Nullable LocalDate judgedOn,
      @Nullable String number,
      @Nullable String noticeDocument,
      @Nullable LocalDate noticeFrom,
      @Nullable LocalDate noticeUntil,
      @Nullable LocalDate noticeEntered,
      @Nullable String noticeReason,
      @Nullable String noticeDespite,
      @Nullable String noticeEnd,
      @Nullable Long noticePaper,
      LocalDate today,
      int noticeDays) {

    public boolean late() {
      return dueOn != null && remaining < 0;
    }

    /// Whether the public notice is over.
    public boolean noticed() {
      return noticeUntil != null && today.isAfter(noticeUntil);
    }
  }

  /// A step of the history with the reasons it gave.
  @Introspected
  record StepLine(Step step, List<CaseRows.Fault> faults) {}

  /// What the reader can do here and now.
  ///
  /// @param trial never: an application is no supposition
  @Introspected
  record Doors(
      boolean write,
      boolean withdraw,
      boolean review,
      boolean check,
      boolean proceed,
      boolean decide,
      boolean admit,
      boolean sendBack,
      boolean company,
      boolean trial) {}

  /// What a browser takes out of an answer beside the verdict.
  public String elsewhere() {
    var places = new StringBuilder("#problems,#version,#kept,#aware");
    for (var group : groups) {
      for (var field : group.fields()) {
        places.append(",#").append(field.name()).append("-problem");
      }
    }
    return places.toString();
  }
}
