package seedbed.admission;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import seedbed.company.TitleHolding;
import seedbed.figure.Source;

/// A company's application for a place in a pool, as it stands now.
///
/// @param title the pool, as a title of the ladder
/// @param openMark 1 until it is over, then null: a company has one open application for a pool
/// @param round how often it was submitted
/// @param since the day it came to its stage
/// @param dueOn the last day for whoever has to act; null while it is the company's turn
/// @param judgedOn the day it was submitted and judged on
/// @param verdictNumber that of the verdict on that day; null where no edition was in force
/// @param noticeUntil the last day of the public notice
@MappedEntity("application")
record Application(
    @Id @GeneratedValue long id,
    long companyId,
    String title,
    @Nullable Integer openMark,
    Stage stage,
    int round,
    LocalDate since,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate judgedOn,
    @Nullable String verdictNumber,
    @Nullable String noticeDocument,
    @Nullable LocalDate noticeFrom,
    @Nullable LocalDate noticeUntil,
    @Version long version) {

  static Application begun(long companyId, String title, LocalDate today) {
    return new Application(
        0, companyId, title, 1, Stage.DRAFT, 0, today, null, null, null, null, null, null, 0);
  }

  /// The application as a document: one for all rounds, so that what is handed in again corrects
  /// what came back.
  Source source() {
    return new Source("入库申报书（第 " + id + " 号申请）", null);
  }

  /// Once more handed in on the day it came to its stage, and judged.
  Application submitted(String number) {
    return new Application(
        id, companyId, title, openMark, stage, round + 1, since, dueOn, since, number, null, null,
        null, version);
  }

  /// How papers name it as the reason of a place in the pool.
  String label() {
    return "第 " + id + " 号入库申请";
  }

  /// Whether a place or title counts when it is judged: the one that the application led to, by
  /// itself or by a list, does not make a new applicant a member.
  boolean judgedWith(TitleHolding holding) {
    LocalDate first = judgedOn == null ? since : judgedOn;
    return !stage.over() || !holding.title().equals(title) || holding.recordedOn().isBefore(first);
  }

  /// Whether its notice ended before its time, because it came back or was taken back.
  boolean brokenOff() {
    return noticeUntil != null && stage.writable() && !since.isAfter(noticeUntil);
  }

  /// In another stage from a day on. A list that admits does not follow from a notice that ended
  /// when the application came back.
  Application moved(Move move, LocalDate today, @Nullable LocalDate due) {
    boolean ended = move == Move.ENROL && stage.writable();
    return new Application(
        id,
        companyId,
        title,
        move.to().over() ? null : openMark,
        move.to(),
        round,
        today,
        due,
        judgedOn,
        verdictNumber,
        ended ? null : noticeDocument,
        ended ? null : noticeFrom,
        ended ? null : noticeUntil,
        version);
  }

  /// Announced to the public from one day to another, both included.
  Application announced(@Nullable String document, LocalDate from, LocalDate until) {
    return new Application(
        id,
        companyId,
        title,
        openMark,
        stage,
        round,
        since,
        dueOn,
        judgedOn,
        verdictNumber,
        document,
        from,
        until,
        version);
  }
}
