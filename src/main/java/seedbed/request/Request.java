package seedbed.request;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A company's need, as it stands now. Its history is in [Entry].
///
/// @param raisedAs the role of whoever raised it
/// @param unit who has to answer; null until it is routed
/// @param dueOn the last day for whoever has to act; null when it is over
/// @param since the day it came to its stage
/// @param firstAnsweredOn for how long a first answer took
/// @param late whether its day passed without an answer, at any time
/// @param reopened how often the company did not agree
/// @param closing how it ended
/// @param satisfaction what the company said at its end, 1 to 5
@MappedEntity("request")
record Request(
    @Id @GeneratedValue long id,
    long companyId,
    String kind,
    String subject,
    String wanted,
    LocalDate raisedOn,
    String raisedBy,
    String raisedAs,
    Stage stage,
    @Nullable String unit,
    @Nullable LocalDate dueOn,
    LocalDate since,
    @Nullable LocalDate firstAnsweredOn,
    boolean late,
    int transfers,
    int extensions,
    int reopened,
    @Nullable Closing closing,
    @Nullable Integer satisfaction,
    @Version long version) {

  static final int LEAST_SATISFIED = 1;

  /// Less than this is not satisfied.
  static final int NEUTRAL = 3;

  static final int MOST_SATISFIED = 5;

  /// How it ended.
  enum Closing {
    AGREED("企业确认"),
    SILENT("逾期未反馈视为同意");

    private final String label;

    Closing(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  static Request raised(Raising.Wish wish, String by, String as, LocalDate today, LocalDate due) {
    return new Request(
        0,
        wish.companyId(),
        wish.kind(),
        wish.subject(),
        wish.wanted(),
        today,
        by,
        as,
        Stage.RAISED,
        null,
        due,
        today,
        null,
        false,
        0,
        0,
        0,
        null,
        null,
        0);
  }

  /// Given to a unit, or to another one.
  Request routed(String to, LocalDate promised, LocalDate today) {
    return moved(Stage.HANDLING, to, promised, today, transfers, extensions, reopened);
  }

  /// Of another kind, and otherwise as it is.
  Request reclassified(String to) {
    return new Request(
        id,
        companyId,
        to,
        subject,
        wanted,
        raisedOn,
        raisedBy,
        raisedAs,
        stage,
        unit,
        dueOn,
        since,
        firstAnsweredOn,
        late,
        transfers,
        extensions,
        reopened,
        closing,
        satisfaction,
        version);
  }

  Request transferred(String to, LocalDate today) {
    return moved(Stage.HANDLING, to, dueOn, today, transfers + 1, extensions, reopened);
  }

  /// Nobody has a later beginning for it.
  Request extended(LocalDate promised, LocalDate today) {
    return moved(Stage.HANDLING, unit, promised, today, transfers, extensions + 1, reopened)
        .since(since);
  }

  /// @param confirmBy the last day for the company to say what it thinks
  Request answered(LocalDate today, LocalDate confirmBy) {
    Request answered =
        moved(Stage.ANSWERED, unit, confirmBy, today, transfers, extensions, reopened);
    return firstAnsweredOn == null ? answered.firstAnswered(today) : answered;
  }

  /// An answer that reaches its company only now.
  Request delivered(LocalDate confirmBy) {
    return moved(Stage.ANSWERED, unit, confirmBy, since, transfers, extensions, reopened);
  }

  Request agreed(int satisfied, LocalDate today) {
    return over(Stage.CLOSED, Closing.AGREED, satisfied, today);
  }

  Request silent(LocalDate today) {
    return over(Stage.CLOSED, Closing.SILENT, null, today);
  }

  Request withdrawn(LocalDate today) {
    return over(Stage.WITHDRAWN, null, null, today);
  }

  /// Once more with its unit, with transfers and extensions as at the beginning.
  Request reopened(LocalDate promised, LocalDate today) {
    return moved(Stage.HANDLING, unit, promised, today, 0, 0, reopened + 1);
  }

  /// Whether an answer is owed since a day that has passed.
  boolean overdue(LocalDate today) {
    return stage.owed() && dueOn != null && today.isAfter(dueOn);
  }

  // What moves on after its day is late for good.
  private Request moved(
      Stage to,
      @Nullable String by,
      @Nullable LocalDate due,
      LocalDate today,
      int handedOn,
      int putOff,
      int again) {
    return new Request(
        id,
        companyId,
        kind,
        subject,
        wanted,
        raisedOn,
        raisedBy,
        raisedAs,
        to,
        by,
        due,
        today,
        firstAnsweredOn,
        late || overdue(today),
        handedOn,
        putOff,
        again,
        null,
        null,
        version);
  }

  private Request over(
      Stage to, @Nullable Closing how, @Nullable Integer satisfied, LocalDate today) {
    return new Request(
        id,
        companyId,
        kind,
        subject,
        wanted,
        raisedOn,
        raisedBy,
        raisedAs,
        to,
        unit,
        null,
        today,
        firstAnsweredOn,
        late || overdue(today),
        transfers,
        extensions,
        reopened,
        how,
        satisfied,
        version);
  }

  private Request since(LocalDate day) {
    return new Request(
        id,
        companyId,
        kind,
        subject,
        wanted,
        raisedOn,
        raisedBy,
        raisedAs,
        stage,
        unit,
        dueOn,
        day,
        firstAnsweredOn,
        late,
        transfers,
        extensions,
        reopened,
        closing,
        satisfaction,
        version);
  }

  private Request firstAnswered(LocalDate day) {
    return new Request(
        id,
        companyId,
        kind,
        subject,
        wanted,
        raisedOn,
        raisedBy,
        raisedAs,
        stage,
        unit,
        dueOn,
        since,
        day,
        late,
        transfers,
        extensions,
        reopened,
        closing,
        satisfaction,
        version);
  }
}
