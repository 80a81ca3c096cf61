package seedbed.company;

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
    @Nullable String batch,
    String documentNo,
    @Nullable String endDocument,
    String source) {

  /// How exactly the first day is known.
  public enum FromPrecision {
    DAY,
    /// Some day of that year; the year's last day is kept.
    YEAR,
    /// Some day before; the day up to which the document reports is kept.
    AT_LATEST
  }

  public TitleHolding {
    if (heldTo != null && !heldTo.isAfter(heldFrom)) {
      throw new IllegalArgumentException("称号的终止日应晚于起始日：%s 至 %s。".formatted(heldFrom, heldTo));
    }
  }

  /// The row as it was known when the day ended; empty when it was not known yet.
  public Optional<TitleHolding> knownOn(LocalDate day) {
    if (recordedOn.isAfter(day)) {
      return Optional.empty();
    }
    return Optional.of(endRecordedOn != null && endRecordedOn.isAfter(day) ? withoutEnd() : this);
  }

  private TitleHolding withoutEnd() {
    return new TitleHolding(
        id,
        companyId,
        title,
        heldFrom,
        fromPrecision,
        null,
        recordedOn,
        null,
        batch,
        documentNo,
        null,
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
