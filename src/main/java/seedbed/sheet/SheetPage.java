package seedbed.sheet;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.web.Choice;
import seedbed.web.FormErrors;

/// A yearly sheet: where it stands, what it says in its six groups beside last year, what was done
/// with it, and what the reader can do now.
///
/// @param note what was written to all of it and could not be taken yet
@Introspected
record SheetPage(
    Head head,
    List<Group> groups,
    FormErrors errors,
    List<StepLine> steps,
    List<CorrectionLine> corrections,
    Doors doors,
    boolean narrowed,
    String note) {

  /// With nothing but what is empty or has to be looked at.
  SheetPage unfinished() {
    return new SheetPage(
        head,
        groups.stream().map(Group::unfinished).toList(),
        errors,
        steps,
        corrections,
        doors,
        true,
        note);
  }

  /// With what was written beside the values when it could not be taken.
  ///
  /// @param returns why values come back, by indicator
  SheetPage answered(String typedNote, Map<String, String> returns) {
    return new SheetPage(
        head,
        groups.stream().map(group -> group.answered(returns)).toList(),
        errors,
        steps,
        corrections,
        doors,
        narrowed,
        typedNote);
  }

  /// With what was written about one correction when it could not be taken.
  SheetPage answering(long correction, String typed) {
    return new SheetPage(
        head,
        groups,
        errors,
        steps,
        corrections.stream()
            .map(line -> line.id() == correction ? line.answering(typed) : line)
            .toList(),
        doors,
        narrowed,
        note);
  }

  /// How many values are empty or have to be looked at.
  public long unfinishedCount() {
    return groups.stream().mapToLong(group -> group.unfinished().rows().size()).sum();
  }

  /// @param changes how many values are typed and not handed in yet
  /// @param notices how many values have to be explained
  /// @param open how many of those are not yet
  /// @param relief 不应报 or 免报; null where it is owed, or was handed in
  /// @param remaining days until it is due; below zero when it is late
  @Introspected
  record Head(
      long id,
      long version,
      long companyId,
      String company,
      boolean demo,
      String region,
      int year,
      Stage stage,
      int round,
      LocalDate since,
      @Nullable LocalDate dueOn,
      @Nullable String relief,
      long remaining,
      long filled,
      long asked,
      long changes,
      long notices,
      long open) {

    public boolean late() {
      return relief == null && dueOn != null && remaining < 0;
    }

    public int lastYear() {
      return year - 1;
    }
  }

  /// @param asked how many values it has, also where only some of them are shown
  /// @param open how many of them somebody still has to look at
  @Introspected
  record Group(String code, String label, long asked, long filled, long open, List<Row> rows) {

    static Group of(String code, String label, List<Row> rows) {
      return new Group(
          code,
          label,
          rows.size(),
          rows.stream().filter(row -> !row.value().isEmpty()).count(),
          rows.stream().filter(Row::open).count(),
          rows);
    }

    Group unfinished() {
      return new Group(
          code,
          label,
          asked,
          filled,
          open,
          rows.stream().filter(row -> row.value().isEmpty() || row.open()).toList());
    }

    Group answered(Map<String, String> returns) {
      return new Group(
          code,
          label,
          asked,
          filled,
          open,
          rows.stream().map(row -> row.answered(returns.getOrDefault(row.code(), ""))).toList());
    }
  }

  /// @param value as the field holds it
  /// @param shown in words, where it cannot be changed
  /// @param before last year's, in words
  /// @param change against last year
  /// @param doubts what is strange about it; what is wrong stands in `problem`
  /// @param fault why it came back
  /// @param open whether it is wrong, wants a sentence, or came back and is not changed yet
  /// @param returning why the township would send it back, as typed
  @Introspected
  record Row(
      String code,
      String label,
      String hint,
      String unit,
      String type,
      List<Choice> options,
      String value,
      String shown,
      String before,
      String change,
      State state,
      @Nullable String problem,
      List<String> doubts,
      String remark,
      @Nullable String fault,
      boolean open,
      String returning) {

    public String remarkField() {
      return Answers.remarkField(code);
    }

    public String faultField() {
      return VerifyingPages.faultField(code);
    }

    Row answered(String typed) {
      return new Row(
          code, label, hint, unit, type, options, value, shown, before, change, state, problem,
          doubts, remark, fault, open, typed);
    }
  }

  /// Whether a value is confirmed, and who says it.
  @Introspected
  record State(String word, String styleClass, String source) {}

  /// A step of the history with the reasons it gave, by the name of the indicator.
  ///
  /// @param late whether whoever made it had to and was late
  @Introspected
  record StepLine(SheetStep step, boolean late, Map<String, String> faults) {}

  /// What the reader can do here and now.
  @Introspected
  record Doors(boolean write, boolean withdraw, boolean verify, boolean correct, boolean company) {}

  /// @param kept what the sheet said when it was asked for
  /// @param answer what was decided; null while it is open
  /// @param awaited who still has to confirm the new value, and since when; null where nobody has
  /// @param doubts what is strange about the new value; said as long as it is open
  /// @param decide whether the reader decides
  /// @param words why, as the reader typed it when it could not be taken
  @Introspected
  record CorrectionLine(
      long id,
      long sheet,
      String label,
      String kept,
      String typed,
      String unit,
      String state,
      String styleClass,
      String reason,
      String askedBy,
      LocalDate askedOn,
      LocalDate dueOn,
      boolean late,
      @Nullable Answer answer,
      @Nullable String awaited,
      List<String> doubts,
      boolean decide,
      String words) {

    /// Of the words that go with a decision.
    public String wordsField() {
      return CorrectionPages.wordsField(id);
    }

    CorrectionLine answering(String typedWords) {
      return new CorrectionLine(
          id,
          sheet,
          label,
          kept,
          typed,
          unit,
          state,
          styleClass,
          reason,
          askedBy,
          askedOn,
          dueOn,
          late,
          answer,
          awaited,
          doubts,
          decide,
          typedWords);
    }
  }

  /// @param post for which unit or in which role
  /// @param decision what was decided, and why
  @Introspected
  record Answer(LocalDate on, String post, String by, String decision) {}

  /// What a browser takes out of an answer beside the summary.
  public String elsewhere() {
    var places = new StringBuilder("#problems,#version,#parts");
    for (var group : groups) {
      for (var row : group.rows()) {
        places.append(",#").append(row.code()).append("-problem");
        places.append(",#").append(row.code()).append("-change");
        places.append(",#").append(row.code()).append("-state");
      }
    }
    return places.toString();
  }
}
