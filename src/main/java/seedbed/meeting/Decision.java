package seedbed.meeting;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.LocalDate;

/// What a meeting decided: somebody has to do something by a day. Words, owner and day are those of
/// the minutes and never change; what becomes of it is told by its steps.
///
/// @param number counted from 1 within the meeting
/// @param ownerLabel as the minutes name the owner
@MappedEntity("decision")
record Decision(
    @Id @GeneratedValue long id,
    String regionCode,
    long meetingId,
    long itemId,
    int number,
    String words,
    Owner.Kind ownerKind,
    String owner,
    String ownerLabel,
    LocalDate dueOn,
    State state,
    @Version long version) {

  /// What becomes of a decision.
  enum State {
    OPEN("进行中", "unknown"),
    CLOSED("已销号", "met");

    private final String label;
    private final String styleClass;

    State(String label, String styleClass) {
      this.label = label;
      this.styleClass = styleClass;
    }

    public String label() {
      return label;
    }

    public String styleClass() {
      return styleClass;
    }
  }

  /// In force from now on.
  static Decision taken(
      Meeting meeting, long item, int number, String words, Owner owner, LocalDate due) {
    return new Decision(
        0,
        meeting.regionCode(),
        meeting.id(),
        item,
        number,
        words,
        owner.kind(),
        owner.code(),
        owner.label(),
        due,
        State.OPEN,
        0);
  }

  Decision in(State other) {
    return new Decision(
        id,
        regionCode,
        meetingId,
        itemId,
        number,
        words,
        ownerKind,
        owner,
        ownerLabel,
        dueOn,
        other,
        version);
  }

  boolean open() {
    return state == State.OPEN;
  }

  /// The due day is the last one in time.
  boolean late(LocalDate today) {
    return open() && today.isAfter(dueOn);
  }
}
