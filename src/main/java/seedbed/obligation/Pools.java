package seedbed.obligation;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import seedbed.criteria.Titles;

/// Who is in a pool on a day.
@Singleton
public class Pools {

  private final List<String> codes;

  Pools(Titles titles) {
    codes =
        titles.ladder().stream()
            .filter(title -> title.kind() == Titles.Kind.POOL)
            .map(Titles.Rung::code)
            .toList();
  }

  /// Whether the company `c` holds a place in a pool on a day.
  public Sql holding(LocalDate day) {
    return Sql.of(
            """
            EXISTS (SELECT 1
                    FROM title_holding h
                    WHERE h.company_id = c.id
                      AND h.held_from <= ?
                      AND (h.held_to IS NULL OR h.held_to > ?)
                      AND h.title IN \
            """,
            day,
            day)
        .and(Sql.list(codes))
        .and(")");
  }

  /// Whether a place that it holds on a day was entered by another day.
  Sql recorded(LocalDate day, LocalDate by) {
    return Sql.of(
            """
            EXISTS (SELECT 1
                    FROM title_holding h
                    WHERE h.company_id = c.id
                      AND h.held_from <= ?
                      AND (h.held_to IS NULL OR h.held_to > ?)
                      AND h.recorded_on <= ?
                      AND h.title IN \
            """,
            day,
            day,
            by)
        .and(Sql.list(codes))
        .and(")");
  }
}
