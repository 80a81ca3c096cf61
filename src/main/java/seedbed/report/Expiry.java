package seedbed.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.Titles;

/// When a title that is held ends.
public final class Expiry {

  /// How long before its end a title is spoken of: a renewal is prepared with the figures of a full
  /// year.
  public static final int MONTHS_BEFORE = 12;

  private Expiry() {}

  /// The first day it is no longer held: as a document says, or after its term; null where neither
  /// is known.
  public static @Nullable LocalDate of(Titles.Rung title, LocalDate from, @Nullable LocalDate to) {
    Integer years = title.years();
    return to == null && years != null ? from.plusYears(years) : to;
  }
}
