package seedbed.sheet;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One move of an operating sheet, as it was made. Never changed.
@MappedEntity("operating_step")
record OperatingStep(
    @Id @GeneratedValue long id,
    long sheetId,
    Operating.Move move,
    LocalDate dueOn,
    LocalDate doneOn,
    Instant doneAt,
    String doneBy,
    String doneAs,
    @Nullable String note) {

  public boolean late() {
    return move == Operating.Move.SUBMIT && doneOn.isAfter(dueOn);
  }
}
