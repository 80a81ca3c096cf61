package seedbed.meeting;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// What minutes that are not issued say of a decision, as it was typed; anything may be missing.
///
/// @param number counted from 1 within the meeting
/// @param owner as a form sends it; empty where none was chosen
/// @param due empty where nothing was typed
@MappedEntity("decision_draft")
record DecisionDraft(
    @Id @GeneratedValue long id,
    long meetingId,
    long itemId,
    int number,
    String words,
    String owner,
    String due) {

  static DecisionDraft of(Item item, int number, Minutes.Wanted wanted) {
    return new DecisionDraft(
        0, item.meetingId(), item.id(), number, wanted.words(), wanted.owner(), wanted.due());
  }

  /// Null where there is none, or what was typed is no day.
  @Nullable LocalDate dueOn() {
    try {
      return due.isEmpty() ? null : LocalDate.parse(due);
    } catch (DateTimeParseException _) {
      return null;
    }
  }
}
