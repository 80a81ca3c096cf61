package seedbed.sheet;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A company's request to correct one value of a confirmed sheet.
///
/// @param openMark 1 until it is decided, then null: a value has one open request
/// @param kept what the sheet said when it was asked for, as a field holds it
/// @param typed what it should say
@MappedEntity("sheet_correction")
record Correction(
    @Id @GeneratedValue long id,
    long sheetId,
    String field,
    @Nullable Integer openMark,
    State state,
    String kept,
    String typed,
    String reason,
    String askedBy,
    LocalDate askedOn,
    LocalDate dueOn,
    @Nullable String answeredBy,
    @Nullable String answeredAs,
    @Nullable LocalDate answeredOn,
    @Nullable String answer,
    @Version long version) {

  enum State {
    OPEN("办理中"),
    ACCEPTED("同意更正"),
    REFUSED("不同意");

    private final String label;

    State(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  static Correction asked(
      SheetLine line,
      long sheet,
      String typed,
      String reason,
      String by,
      LocalDate on,
      LocalDate due) {
    return new Correction(
        0,
        sheet,
        line.code(),
        1,
        State.OPEN,
        SheetLine.written(line.indicator(), line.recorded()),
        typed,
        reason,
        by,
        on,
        due,
        null,
        null,
        null,
        null,
        0);
  }

  /// @param as the role or unit of whoever decided
  Correction decided(State outcome, String by, String as, LocalDate on, @Nullable String words) {
    return new Correction(
        id, sheetId, field, null, outcome, kept, typed, reason, askedBy, askedOn, dueOn, by, as, on,
        words, version);
  }

  /// Where its figure says it comes from.
  String place() {
    return "第 " + id + " 号更正申请";
  }

  boolean open() {
    return state == State.OPEN;
  }
}
