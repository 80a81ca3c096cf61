package seedbed.recognition;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import seedbed.company.TitleYears;
import seedbed.criteria.Titles;

/// The state of titles as SQL over `title_holding t`, its company `c`, the last event `e` that says
/// anything, and the day `d.day`; it says the same as [Term].
@Singleton
final class StateSql {

  private static final String RENEWED =
      """
      WHEN e.kind = 'RENEWED'
           OR EXISTS (SELECT 1
                      FROM title_holding next_term
                      WHERE next_term.company_id = t.company_id
                        AND next_term.title = t.title
                        AND next_term.held_from > t.held_from
                        AND next_term.recorded_on <= d.day)
        THEN 0
      """;

  private final RecognitionSettings settings;
  private final String ends;
  private final String expected;
  private final Set<String> pools;

  StateSql(RecognitionSettings settings, TitleYears years, Titles titles) {
    this.settings = settings;
    pools =
        titles.ladder().stream()
            .filter(rung -> rung.kind() == Titles.Kind.POOL)
            .map(Titles.Rung::code)
            .collect(Collectors.toUnmodifiableSet());
    ends =
        """
        CASE WHEN t.mistaken_from <= d.day AND t.mistaken_until > d.day THEN t.mistaken_to
             WHEN t.end_recorded_on > d.day THEN t.planned_to
             ELSE t.held_to END
        """
            .strip();
    // A title without a term lasts for ever, which is no day anybody waits for.
    expected =
        """
        COALESCE(%s,
                 CASE WHEN %s < 1000
                      THEN DATE_ADD(t.held_from, INTERVAL %s YEAR) END)
        """
            .formatted(ends, years.sql("t.title"), years.sql("t.title"))
            .strip();
  }

  /// The titles that are places in pools.
  Set<String> pools() {
    return pools;
  }

  /// The end that documents known on the day say.
  String ends() {
    return ends;
  }

  /// The end as documents say, or after the term of the title.
  String expected() {
    return expected;
  }

  /// The document of an early end, as far as it was known on the day.
  String endedBy() {
    return "CASE WHEN t.end_recorded_on > d.day THEN NULL ELSE t.end_document END";
  }

  String state() {
    return """
    CASE
      WHEN e.kind = 'REVOKED' THEN 'REVOKED'
      WHEN e.kind = 'GIVEN_UP' THEN 'GIVEN_UP'
      WHEN e.kind = 'REMOVED' THEN CASE WHEN %1$s > d.day THEN 'VALID' ELSE 'REMOVED' END
      WHEN %1$s <= d.day
        THEN CASE WHEN %3$s IS NULL OR e.kind = 'RENEWED' THEN 'LAPSED' ELSE 'ENDED' END
      WHEN e.kind = 'RENEWAL_STARTED' THEN 'IN_RENEWAL'
      WHEN %1$s IS NULL
           AND (c.titles_checked_on IS NULL OR c.titles_checked_on > d.day OR %2$s <= d.day)
        THEN 'UNCLEAR'
      WHEN e.kind = 'RENEWED' OR %2$s IS NULL THEN 'VALID'
      WHEN d.day < DATE_SUB(%2$s, INTERVAL %4$d MONTH) THEN 'VALID'
      ELSE 'DUE'
    END
    """
        .formatted(ends, expected, endedBy(), settings.windowMonths())
        .strip();
  }

  /// The smallest step of the watch that the end lies within; 0 where it lies farther, and where
  /// the next term is registered: what was renewed already asks nobody for anything.
  String horizon() {
    return settings.watchMonths().stream()
        .map(months ->
            "WHEN %s <= DATE_ADD(d.day, INTERVAL %d MONTH) THEN %d"
                .formatted(expected, months, months))
        .collect(Collectors.joining(" ", "CASE " + RENEWED, " ELSE 0 END"));
  }
}
