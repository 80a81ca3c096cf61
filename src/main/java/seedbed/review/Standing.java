package seedbed.review;

import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;

/// What holds of members of closed rounds now: the decision at the closing, or the newest one about
/// it afterwards.
@Singleton
class Standing {

  private static final String NEWEST =
      """
      LEFT JOIN review_supplement_line l
             ON l.member_id = m.id
            AND l.supplement_id = (SELECT MAX(newest.supplement_id)
                                   FROM review_supplement_line newest
                                   WHERE newest.member_id = m.id)
      """;

  private static final String ONE =
      """
      SELECT COALESCE(l.decision, u.decision)
      FROM review_member m
      JOIN review_ruling u ON u.member_id = m.id
      %s
      WHERE m.id = ?
      """
          .formatted(NEWEST.stripTrailing());

  private static final String RECTIFYING =
      """
      SELECT m.id, m.name, m.region_name, COALESCE(l.rectify_until, u.rectify_until) AS until,
             COALESCE(l.reason, u.reason) AS reason
      FROM review_member m
      JOIN review_ruling u ON u.member_id = m.id
      JOIN company c ON c.id = m.company_id
      %s
      WHERE m.round_id = ?
        AND COALESCE(l.decision, u.decision) = 'RECTIFY'
        AND \
      """
          .formatted(NEWEST.stripTrailing());

  private final Reading reading;

  Standing(Reading reading) {
    this.reading = reading;
  }

  /// A member that still has something to put right.
  @Introspected
  record Rectifying(
      long id, String name, String region, LocalDate until, @Nullable String reason) {}

  Decision now(long member) {
    return Decision.valueOf(
        reading.rows(ONE, List.of(member), row -> row.getString(1)).getFirst());
  }

  /// Those whose time runs out first come first.
  List<Rectifying> rectifying(long round, Scope scope) {
    List<Object> parameters = new ArrayList<>();
    parameters.add(round);
    parameters.addAll(scope.parameters());
    return reading.rows(
        RECTIFYING + scope.condition("c") + "\nORDER BY until, m.id\nLIMIT 500",
        parameters,
        Standing::rectifying);
  }

  private static Rectifying rectifying(ResultSet row) throws SQLException {
    return new Rectifying(
        row.getLong("id"),
        row.getString("name"),
        row.getString("region_name"),
        row.getObject("until", LocalDate.class),
        row.getString("reason"));
  }
}
