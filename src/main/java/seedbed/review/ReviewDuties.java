package seedbed.review;

import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.criteria.Titles;
import seedbed.sql.Statements;
import seedbed.web.Address;

/// What reviews ask for, for the first pages of those who do it.
@Singleton
public class ReviewDuties {

  private static final String OPEN =
      """
      SELECT r.id, r.title, r.about_year, r.opinions_due, r.decisions_due,
             SUM(u.opinion IS NULL AND u.decision IS NULL) AS unadvised,
             SUM(u.decision IS NULL) AS undecided
      FROM review_round r
      JOIN review_member m ON m.round_id = r.id
      JOIN review_ruling u ON u.member_id = m.id
      JOIN company c ON c.id = m.company_id
      WHERE r.stage = 'OPEN'
        AND \
      """;

  /// Of the newest closed round of each pool.
  private static final String RECTIFYING =
      """
      SELECT m.id, r.about_year,
             CASE WHEN l.decision IS NULL THEN u.rectify_until ELSE l.rectify_until END AS until,
             COALESCE(l.reason, u.reason) AS reason
      FROM review_member m
      JOIN review_round r ON r.id = m.round_id AND r.stage = 'CLOSED'
      JOIN review_ruling u ON u.member_id = m.id
      """
          + Standing.NEWEST
          + """
          WHERE m.company_id = ?
            AND COALESCE(l.decision, u.decision) = 'RECTIFY'
            AND NOT EXISTS (SELECT 1
                            FROM review_member since
                            JOIN review_round later ON later.id = since.round_id
                            WHERE since.company_id = m.company_id
                              AND later.stage = 'CLOSED'
                              AND later.title = r.title
                              AND later.about_year > r.about_year)
          ORDER BY r.about_year DESC
          LIMIT 1
          """;

  private final Statements statements;
  private final Titles titles;
  private final Clock clock;

  ReviewDuties(Statements statements, Titles titles, Clock clock) {
    this.statements = statements;
    this.titles = titles;
    this.clock = clock;
  }

  /// A round that is under way.
  ///
  /// @param unadvised of how many companies of the scope the township has said nothing
  /// @param undecided how many wait for the office
  /// @param late whether the last day for decisions is over
  @Introspected
  public record Waiting(
      long id,
      int year,
      String title,
      long unadvised,
      long undecided,
      LocalDate opinionsDue,
      LocalDate decisionsDue,
      boolean late) {}

  /// What a company has to put right.
  ///
  /// @param reason what the office asked for
  public record Rectifying(
      int year, LocalDate until, boolean late, @Nullable String reason, Address to) {}

  /// Rounds in which companies of a scope are still undecided.
  public List<Waiting> waiting(Scope scope) {
    return statements
        .rows(
            OPEN
                + MemberScope.condition(scope)
                + "\nGROUP BY r.id, r.title, r.about_year, r.opinions_due, r.decisions_due\n"
                + "ORDER BY r.decisions_due",
            new ArrayList<>(scope.parameters()),
            row -> {
              LocalDate due = row.getObject("decisions_due", LocalDate.class);
              return new Waiting(
                  row.getLong("id"),
                  row.getInt("about_year"),
                  titles.get(row.getString("title")).shortLabel(),
                  row.getLong("unadvised"),
                  row.getLong("undecided"),
                  row.getObject("opinions_due", LocalDate.class),
                  due,
                  LocalDate.now(clock).isAfter(due));
            })
        .stream()
        .filter(round -> round.undecided() > 0)
        .toList();
  }

  /// What a company still has to put right; empty for most.
  public Optional<Rectifying> of(long company) {
    return statements
        .rows(
            RECTIFYING,
            List.of(company),
            row -> {
              LocalDate until = row.getObject("until", LocalDate.class);
              return new Rectifying(
                  row.getInt("about_year"),
                  until,
                  LocalDate.now(clock).isAfter(until),
                  row.getString("reason"),
                  MemberPages.address(row.getLong("id")));
            })
        .stream()
        .findFirst();
  }
}
