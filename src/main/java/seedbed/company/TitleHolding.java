package seedbed.company;

import io.micronaut.core.annotation.Creator;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A title or a place in a pool that a company held over a half-open interval.
///
/// @param heldFrom the first day, as exactly as documents tell
/// @param heldTo the first day it was no longer held; null while in force, or when no document says
/// @param recordedOn the day from which it is known at all
/// @param endRecordedOn the day from which an early end is known; null where the end was known with
///   the start, or there is none
/// @param plannedTo the end that was known before the early one
/// @param mistakenTo an early end that was recorded wrongly and has been corrected
/// @param mistakenFrom the day from which that was believed
/// @param mistakenUntil the day of its correction
/// @param mistakenDocument what was believed to have ended it
/// @param documentNo what recognised or admitted it
/// @param endDocument what ended it early, such as the decision of a removal from the pool
@MappedEntity("title_holding")
public record TitleHolding(
    @Id @GeneratedValue long id,
    long companyId,
    String title,
    LocalDate heldFrom,
    FromPrecision fromPrecision,
    @Nullable LocalDate heldTo,
    LocalDate recordedOn,
    @Nullable LocalDate endRecordedOn,
    @Nullable LocalDate plannedTo,
    @Nullable LocalDate mistakenTo,
    @Nullable LocalDate mistakenFrom,
    @Nullable LocalDate mistakenUntil,
    @Nullable String mistakenDocument,
    @Nullable String batch,
    String documentNo,
    @Nullable String endDocument,
    String source) {

  /// An end before its time, as it was recorded.
  public record EarlyEnd(@Nullable LocalDate to, LocalDate recordedOn, @Nullable String document) {}

  /// How exactly the first day is known.
  public enum FromPrecision {
    DAY,
    /// Some day of that year; the year's last day is kept.
    YEAR,
    /// Some day before; the day up to which the document reports is kept.
    AT_LATEST
  }

  @Creator
  public TitleHolding {
    if (heldTo != null && !heldTo.isAfter(heldFrom)) {
      throw new IllegalArgumentException("称号的终止日应晚于起始日：%s 至 %s。".formatted(heldFrom, heldTo));
    }
  }

  /// One of which no end was known before that of the row.
  public TitleHolding(
      long id,
      long companyId,
      String title,
      LocalDate heldFrom,
      FromPrecision fromPrecision,
      @Nullable LocalDate heldTo,
      LocalDate recordedOn,
      @Nullable LocalDate endRecordedOn,
      @Nullable String batch,
      String documentNo,
      @Nullable String endDocument,
      String source) {
    this(
        id,
        companyId,
        title,
        heldFrom,
        fromPrecision,
        heldTo,
        recordedOn,
        endRecordedOn,
        null,
        null,
        null,
        null,
        null,
        batch,
        documentNo,
        endDocument,
        source);
  }

  /// The row as it was known when the day ended; empty when it was not known yet.
  public Optional<TitleHolding> knownOn(LocalDate day) {
    if (recordedOn.isAfter(day)) {
      return Optional.empty();
    }
    if (mistakenFrom != null
        && mistakenUntil != null
        && !day.isBefore(mistakenFrom)
        && day.isBefore(mistakenUntil)) {
      return Optional.of(ended(mistakenTo, mistakenFrom, plannedTo, mistakenDocument));
    }
    return Optional.of(
        endRecordedOn != null && endRecordedOn.isAfter(day)
            ? ended(plannedTo, null, null, null)
            : this);
  }

  /// The row ended before its time; what was known of its end until then stays known.
  ///
  /// @param to the first day it is no longer held
  public TitleHolding endedEarly(LocalDate to, LocalDate recorded, String document) {
    return ended(to, recorded, endRecordedOn == null ? heldTo : plannedTo, document);
  }

  /// What ended it before its time; null where nothing did.
  public @Nullable EarlyEnd earlyEnd() {
    return endRecordedOn == null ? null : new EarlyEnd(heldTo, endRecordedOn, endDocument);
  }

  /// The row as it was before an early end that was recorded wrongly. What was believed until the
  /// correction stays known of the days between.
  ///
  /// @param former the early end that had been recorded before that one
  public TitleHolding restored(@Nullable EarlyEnd former, LocalDate corrected) {
    if (endRecordedOn == null) {
      throw new IllegalStateException("没有登记过提前终止的称号，没有可以更正的。");
    }
    TitleHolding before =
        former == null
            ? ended(plannedTo, null, null, null)
            : ended(former.to(), former.recordedOn(), plannedTo, former.document());
    return before.mistaken(new EarlyEnd(heldTo, endRecordedOn, endDocument), corrected);
  }

  private TitleHolding mistaken(EarlyEnd wrong, LocalDate corrected) {
    return new TitleHolding(
        id,
        companyId,
        title,
        heldFrom,
        fromPrecision,
        heldTo,
        recordedOn,
        endRecordedOn,
        plannedTo,
        wrong.to(),
        wrong.recordedOn(),
        corrected,
        wrong.document(),
        batch,
        documentNo,
        endDocument,
        source);
  }

  private TitleHolding ended(
      @Nullable LocalDate to,
      @Nullable LocalDate recorded,
      @Nullable LocalDate planned,
      @Nullable String document) {
    return new TitleHolding(
        id,
        companyId,
        title,
        heldFrom,
        fromPrecision,
        to,
        recordedOn,
        recorded,
        planned,
        mistakenTo,
        mistakenFrom,
        mistakenUntil,
        mistakenDocument,
        batch,
        documentNo,
        document,
        source);
  }

  /// Whether the row covers the day, an open end counting as still held.
  public boolean covers(LocalDate day) {
    return !day.isBefore(heldFrom) && (heldTo == null || day.isBefore(heldTo));
  }

  public boolean overlaps(TitleHolding other) {
    return title.equals(other.title)
        && (heldTo == null || other.heldFrom.isBefore(heldTo))
        && (other.heldTo == null || heldFrom.isBefore(other.heldTo));
  }
}
