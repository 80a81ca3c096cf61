package seedbed.company;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

/// The condition, in SQL, that a row of the register proves a title to be held on a day, by what
/// was known when that day ended. It says the same as [TitleRegister].
@Singleton
public final class HeldTitles {

  private static final int QUESTION_MARKS = 7;

  private final String proven;

  HeldTitles(TitleYears years) {
    proven =
        """
        t.recorded_on <= ?
        AND t.held_from <= ?
        AND (CASE WHEN t.end_recorded_on > ? THEN t.planned_to ELSE t.held_to END > ?
             OR (CASE WHEN t.end_recorded_on > ? THEN t.planned_to ELSE t.held_to END IS NULL
                 AND c.titles_checked_on <= ?
                 AND DATE_ADD(t.held_from, INTERVAL %s YEAR) > ?))
        """
            .formatted(years.sql("t.title"));
  }

  /// About `title_holding t` and `company c`.
  public String proven() {
    return proven;
  }

  /// What the question marks of the condition stand for.
  public List<Object> on(LocalDate day) {
    return Collections.nCopies(QUESTION_MARKS, day);
  }
}
