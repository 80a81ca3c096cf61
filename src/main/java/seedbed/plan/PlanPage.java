package seedbed.plan;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.web.Choice;
import seedbed.web.FormErrors;
import seedbed.word.Imprint;

/// A version of a plan: where it stands, what it says, where it leads, how far its tasks and
/// targets are, what was done with it, and what the reader can do now.
///
/// @param closed whether what it says is for its company alone
/// @param unread what a Word form said and has no place in the plan, in sentences
/// @param unreadable what stands in the plan as the Word form has it and cannot be read
@Introspected
record PlanPage(
    Head head,
    boolean closed,
    List<VersionLine> versions,
    FormErrors errors,
    List<String> unread,
    List<Unreadable> unreadable,
    List<Gap> gaps,
    List<Doubts.Doubt> doubts,
    String prepared,
    List<Text> goals,
    List<TargetGroup> targets,
    List<Text> words,
    TaskTable tasks,
    List<ItemTable> items,
    List<Text> measures,
    List<PaperChoice> papers,
    List<RungLine> rungs,
    boolean over,
    List<TaskLine> followed,
    @Nullable ReportForm report,
    List<StepLine> steps,
    Doors doors,
    Typed typed,
    Writers writers,
    @Nullable Returned returned) {

  /// Whether the way up the ladder rests on targets that are wrong or hardly meant so.
  public boolean unsure() {
    return errors.any() || doubts.stream().anyMatch(doubt -> doubt.mark().equals(Doubts.HIGH));
  }

  /// What was typed into forms of the page that could not be taken as it was.
  ///
  /// @param note the word that goes with an act; as it is kept, where it is missing
  /// @param reason why a version is put aside
  /// @param comments of a reviewer, by place
  /// @param reported for the quarter of a task
  @Introspected
  record Typed(
      @Nullable String note,
      String reason,
      Map<String, String> comments,
      @Nullable Reported reported) {

    static final Typed NOTHING = new Typed(null, "", Map.of(), null);

    Typed {
      comments = Map.copyOf(comments);
    }

    static Typed note(@Nullable Object note) {
      return new Typed(text(note), "", Map.of(), null);
    }

    static Typed reason(@Nullable Object note, @Nullable Object reason) {
      return new Typed(text(note), text(reason), Map.of(), null);
    }

    Typed noteOr(String kept) {
      return note == null ? new Typed(kept, reason, comments, reported) : this;
    }

    private static String text(@Nullable Object typed) {
      return typed == null ? "" : typed.toString();
    }
  }

  /// A report on a task as it stands in its form.
  ///
  /// @param open whether it was just tried
  @Introspected
  record Reported(
      int task,
      String quarter,
      String state,
      String words,
      String doneOn,
      String paper,
      boolean open) {

    static Reported blank(int task) {
      return new Reported(task, "", TaskState.ONGOING.name(), "", "", "", false);
    }
  }

  /// @param period what is to be said of the years of a plan in force; empty within them
  /// @param sound whether an approved version still says what the archive has
  /// @param lock what goes back with an act, so that nobody acts on what he has not seen
  @Introspected
  record Head(
      long id,
      long companyId,
      String company,
      boolean demo,
      String region,
      Span span,
      int ordinal,
      long lock,
      Stage stage,
      LocalDate since,
      @Nullable LocalDate dueOn,
      long remaining,
      boolean newest,
      @Nullable Integer inForce,
      String period,
      @Nullable LocalDate approvedOn,
      @Nullable String number,
      @Nullable String digest,
      boolean sound,
      int filled) {

    public boolean late() {
      return dueOn != null && remaining < 0;
    }

    /// The beginning of the hash, as it stands on paper.
    public String check() {
      return digest == null ? "" : Imprint.code(digest);
    }
  }

  @Introspected
  record VersionLine(int ordinal, String state, LocalDate since, boolean shown, boolean compared) {}

  /// A cell of the Word form: where it stands in the plan, what it says, and what is wrong with it.
  @Introspected
  record Unreadable(String field, String said, String sentence) {}

  /// What is still missing, as a link to its field.
  @Introspected
  record Gap(String field, String sentence) {}

  /// What a writer's page says, for him to send back, so that two writers keep both their work.
  ///
  /// @param seen see [Seen]
  /// @param others what others have written meanwhile and the page does not show yet
  @Introspected
  record Writers(String seen, List<String> others) {}

  /// With what the version before came back.
  ///
  /// @param by the role or unit that sent it back
  /// @param comments as links to their places
  @Introspected
  record Returned(int ordinal, String by, LocalDate on, String note, List<Gap> comments) {}

  /// What somebody remarked on a passage.
  ///
  /// @param back whether the version came back with it
  @Introspected
  record Remark(String by, String words, boolean back) {}

  /// A passage, with what was remarked on it.
  ///
  /// @param place the passage in the plan
  @Introspected
  record Text(
      String place,
      String field,
      String label,
      boolean required,
      String value,
      List<Remark> comments) {}

  @Introspected
  record TargetGroup(
      String place,
      String label,
      List<Integer> years,
      int base,
      List<TargetRow> rows,
      List<Remark> comments) {}

  @Introspected
  record TargetRow(String label, String unit, boolean falling, List<TargetCell> cells) {

    public boolean any() {
      return cells.stream().anyMatch(cell -> !cell.value().isEmpty());
    }
  }

  /// @param actual the figure of a year that is over; empty while there is none
  /// @param state how the figure stands to the target, in a word; empty while it cannot be said
  @Introspected
  record TargetCell(
      String field,
      int year,
      boolean base,
      String value,
      String shown,
      @Nullable String problem,
      String actual,
      String state,
      String styleClass) {}

  @Introspected
  record TaskTable(List<TaskRow> rows, List<Remark> comments) {}

  /// A row to write in.
  @Introspected
  record TaskRow(
      int number, String row, String name, String detail, String owner, String from, String due) {}

  @Introspected
  record ItemTable(
      String place, String code, String label, List<ItemRow> rows, List<Remark> comments) {

    public boolean any() {
      return rows.stream().anyMatch(row -> !row.name().isEmpty() || !row.detail().isEmpty());
    }
  }

  @Introspected
  record ItemRow(
      int number,
      String row,
      String name,
      String detail,
      String when,
      String amount,
      String partner) {}

  /// A paper of the company that can be attached.
  ///
  /// @param to the version that was attached, where the reader may see it
  @Introspected
  record PaperChoice(long id, String name, String about, boolean attached, String to) {}

  /// @param ready whether it could be applied for today
  /// @param open whether something is missing to tell
  /// @param words what is in the way
  @Introspected
  record RungLine(
      String label,
      boolean held,
      boolean ready,
      @Nullable Integer year,
      boolean open,
      String words,
      String delays) {}

  /// A task that is followed, with what was reported, the newest first.
  @Introspected
  record TaskLine(
      int number,
      String name,
      String owner,
      @Nullable LocalDate from,
      LocalDate due,
      TaskState state,
      @Nullable LocalDate doneOn,
      boolean late,
      boolean doneLate,
      boolean silent,
      List<ReportLine> reports,
      Reported form) {}

  @Introspected
  record ReportLine(
      String quarter,
      TaskState state,
      String words,
      @Nullable Long evidence,
      @Nullable String paper,
      LocalDate on) {}

  /// What the company fills in for a quarter.
  @Introspected
  record ReportForm(
      List<Choice> quarters, List<Choice> states, List<Choice> papers, LocalDate today) {}

  /// @param comments place and words, where the step has any
  @Introspected
  record StepLine(PlanStep step, int ordinal, List<Comment> comments) {}

  @Introspected
  record Comment(String place, String words) {}

  /// @param reasoned whether putting it aside needs a reason, because it was handed in before
  @Introspected
  record Doors(
      boolean write,
      boolean submit,
      boolean abandon,
      boolean reasoned,
      boolean withdraw,
      boolean review,
      boolean decide,
      boolean revise,
      boolean report,
      boolean company) {

    /// Whether the reader writes comments.
    public boolean comment() {
      return review || decide;
    }
  }
}
