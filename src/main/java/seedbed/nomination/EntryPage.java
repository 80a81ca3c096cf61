package seedbed.nomination;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.Choice;
import seedbed.web.FormErrors;

/// One entry with its history.
///
/// @param numbers of its application in the archive
/// @param others what else is planned for the company
/// @param years that it can be moved to
/// @param letter its letter of recommendation in the archive, as long as that stands
@Introspected
record EntryPage(
    PlanPage.Head head,
    Item item,
    boolean stands,
    boolean keep,
    boolean movable,
    long version,
    List<Choice> years,
    List<String> numbers,
    @Nullable Long letter,
    List<Item> others,
    List<StepLine> steps,
    Typed typed,
    FormErrors errors) {

  /// Whether a rung below is missing, so that an application needs a word.
  public boolean unprepared() {
    Concern gravest = item.gravest();
    return gravest != null && gravest.kind() == Concern.Kind.MISSING_PREREQUISITE;
  }

  @Introspected
  record StepLine(
      String move, int year, @Nullable String note, LocalDate doneOn, Instant doneAt, String by) {}

  /// What was typed into one of the forms.
  ///
  /// @param version of the entry that the form was about
  @Serdeable
  record Typed(
      @Nullable String version,
      @Nullable String year,
      @Nullable String reason,
      @Nullable String dropReason,
      @Nullable String letter,
      @Nullable String happenedOn,
      @Nullable String note) {

    static final Typed NOTHING = new Typed(null, null, null, null, null, null, null);
  }
}
