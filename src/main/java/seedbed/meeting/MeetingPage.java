package seedbed.meeting;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.Chips;
import seedbed.web.Choice;
import seedbed.web.FormErrors;
import seedbed.web.Pager;

/// What the pages of meetings and decisions show.
///
/// @param paper minutes where they were issued, else the agenda
/// @param settled how many items are
/// @param gaps what the minutes lack that are being written
/// @param dropped what the data said and the office left out; to the office only
@Introspected
record MeetingPage(
    Head head,
    Paper paper,
    List<Line> lines,
    long settled,
    boolean minutes,
    boolean linked,
    List<DroppedLine> dropped,
    Gaps gaps,
    Own own,
    FormErrors errors) {

  /// An item of the paper.
  ///
  /// @param settled such as “已解决（2026-11-20）”: said beside the paper, to the office only; empty
  ///   where it is not
  @Introspected
  record Line(Paper.Entry entry, String settled) {}

  /// What is new since the agenda was drafted, to be chosen from.
  @Introspected
  record Refresh(Head head, List<Group> groups, FormErrors errors) {}

  @Introspected
  record Group(String label, List<Choosable> found) {}

  /// @param field of its tick
  @Introspected
  record Choosable(String field, String headline, String reason, String link) {}

  /// An item of the office's own, as typed.
  @Introspected
  record Own(String headline, String reason) {

    static final Own NONE = new Own("", "");
  }

  /// @param over whether its month is, so that the data of today say nothing about it
  /// @param lock the version that forms send back
  @Introspected
  record Head(
      long id,
      String label,
      String state,
      String styleClass,
      boolean draft,
      boolean frozen,
      boolean issued,
      boolean over,
      boolean keeps,
      long lock,
      String keptBy,
      Paper.@Nullable Frozen agenda,
      Paper.@Nullable Frozen record) {}

  @Introspected
  record DroppedLine(String headline, String reason) {}

  @Introspected
  record Index(
      List<VisibleMeetings.Line> lines,
      Pager pager,
      boolean keeps,
      List<Choice> months,
      @Nullable String month,
      FormErrors errors) {}

  /// When, where and who, as typed.
  @Introspected
  record Details(String heldOn, String heldTime, String place, String chair, String participants) {}

  /// The agenda to be edited.
  ///
  /// @param others whether somebody else has saved while this was typed
  /// @param differences between what was saved and what was typed then
  @Introspected
  record Edit(
      Head head,
      Details details,
      List<ItemForm> items,
      boolean others,
      List<Difference> differences,
      FormErrors errors) {

    Edit besides(Edit saved) {
      return new Edit(head, details, items, true, Difference.of(saved, this), errors);
    }
  }

  @Introspected
  record ItemForm(
      long id,
      String source,
      String place,
      String headline,
      String reason,
      String link,
      String settled,
      String dropped) {}

  /// The minutes to be written.
  ///
  /// @param gaps as they were saved
  @Introspected
  record Write(
      Head head,
      Details details,
      List<Owner> owners,
      List<SaidForm> items,
      Gaps gaps,
      boolean others,
      List<Difference> differences,
      FormErrors errors) {

    Write besides(Write saved) {
      return new Write(
          head, details, owners, items, gaps, true, Difference.of(saved, this), errors);
    }
  }

  @Introspected
  record SaidForm(
      long id,
      int place,
      String headline,
      String reason,
      String link,
      String settled,
      String conclusion,
      List<DecisionForm> decisions) {}

  /// @param key what the names of its fields end with
  @Introspected
  record DecisionForm(String key, int ordinal, String words, String due, List<OwnerChoice> owners) {

    /// Who was chosen, as the form offers it; empty where nobody was.
    String owner() {
      return owners.stream()
          .filter(OwnerChoice::chosen)
          .map(OwnerChoice::label)
          .findFirst()
          .orElse("");
    }
  }

  @Introspected
  record OwnerChoice(String value, String label, boolean chosen) {}

  /// Decisions.
  @Introspected
  record DecisionList(
      Chips chips, String show, boolean own, List<DecisionLine> lines, Pager pager) {}

  @Introspected
  record DecisionLine(
      long id,
      int number,
      String words,
      String owner,
      LocalDate dueOn,
      long daysLate,
      String state,
      String styleClass,
      String meeting,
      @Nullable String told,
      @Nullable LocalDate toldOn) {}

  /// One decision.
  ///
  /// @param meeting where the reader may open it
  @Introspected
  record DecisionView(
      long id,
      int number,
      String words,
      String owner,
      LocalDate dueOn,
      long daysLate,
      String state,
      String styleClass,
      boolean open,
      String meetingLabel,
      @Nullable Long meeting,
      String headline,
      String conclusion,
      boolean reports,
      boolean closes,
      long lock,
      List<StepLine> steps,
      String typed,
      String typedIn,
      FormErrors errors) {}

  @Introspected
  record StepLine(
      String move, String words, LocalDate doneOn, Instant doneAt, String by, String role) {}
}
