package seedbed.company;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

/// The condition, in SQL, that a row of the register proves a title to be held on a day, by what
/// was known when that day ended. It says the same as [TitleRegister].
@Singleton
public final class HeldTitles {

  private static final int KNOWN = 8;

  /// The end as it was known; its three question marks stand for that day.
  private static final String END =
      """
      CASE WHEN t.mistaken_from <= ? AND t.mistaken_until > ? THEN t.mistaken_to
           WHEN t.end_recorded_on > ? THEN t.planned_to
           ELSE t.held_to END\
      """
          .replace("\n", " ");

  private final String years;

  HeldTitles(TitleYears years) {
    this.years = years.sql("t.title");
  }

  /// About `title_holding t` and `company c`.
  public String proven() {
    return proven("?");
  }

  /// The same on a day that is an expression; its question marks stand for [#known].
  public String proven(String day) {
    return """
    t.recorded_on <= ?
    AND t.held_from <= %1$s
    AND (%3$s > %1$s
         OR (%3$s IS NULL
             AND c.titles_checked_on <= ?
             AND DATE_ADD(t.held_from, INTERVAL %2$s YEAR) > %1$s))
    """
        .formatted(day, years, END);
  }

  /// @param known what was recorded after this day is not seen
  public List<Object> known(LocalDate known) {
    return Collections.nCopies(KNOWN, known);
  }

  /// What the question marks of the condition stand for.
  public List<Object> on(LocalDate day) {
    return on(day, day);
  }

  /// The same for a day as it was known later, when more had been recorded about it.
  ///
  /// @param known what was recorded after this day is not seen
  public List<Object> on(LocalDate day, LocalDate known) {
    return List.of(known, day, known, known, known, day, known, known, known, known, day);
  }
}
