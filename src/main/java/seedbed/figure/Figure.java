package seedbed.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One value of an indicator for a company and period, as one source gives it. Never changed.
///
/// @param id 0 before it is stored
/// @param expiresOn the first day its evidence no longer counts
/// @param supersedesId the figure this one corrects
public record Figure(
    long id,
    long companyId,
    String indicator,
    Period period,
    Value value,
    Source source,
    String reportedBy,
    Instant reportedAt,
    @Nullable LocalDate expiresOn,
    @Nullable Long supersedesId) {

  public Figure {
    // The column keeps microseconds; a figure read back must equal the one written.
    reportedAt = reportedAt.truncatedTo(ChronoUnit.MICROS);
  }

  /// A figure not stored yet.
  public static Figure reported(
      long companyId,
      String indicator,
      Period period,
      Value value,
      Source source,
      String by,
      Instant at) {
    return new Figure(0, companyId, indicator, period, value, source, by, at, null, null);
  }

  public Figure expiringOn(@Nullable LocalDate day) {
    return new Figure(
        id, companyId, indicator, period, value, source, reportedBy, reportedAt, day, supersedesId);
  }

  /// Whether its evidence has run out by the day.
  public boolean expiredOn(LocalDate day) {
    return expiresOn != null && !day.isBefore(expiresOn);
  }

  Figure superseding(@Nullable Long figureId) {
    return new Figure(
        id,
        companyId,
        indicator,
        period,
        value,
        source,
        reportedBy,
        reportedAt,
        expiresOn,
        figureId);
  }

  Figure stored(long newId) {
    return new Figure(
        newId,
        companyId,
        indicator,
        period,
        value,
        source,
        reportedBy,
        reportedAt,
        expiresOn,
        supersedesId);
  }

  /// Whether it says nothing that `other` does not say already.
  boolean repeats(Figure other) {
    return value.equals(other.value)
        && source.equals(other.source)
        && Objects.equals(expiresOn, other.expiresOn);
  }
}
