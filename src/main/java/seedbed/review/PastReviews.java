package seedbed.review;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import seedbed.criteria.Titles;
import seedbed.sql.Statements;

/// What yearly reviews decided about a company, with what was decided about it afterwards, as it
/// was known on a day. It asks for no scope: whoever shows it has found the company.
@Singleton
public class PastReviews {

  private static final String CLOSED =
      """
      SELECT r.closed_at, r.title, r.about_year, u.decision, u.rectify_until, r.document
      FROM review_member m
      JOIN review_round r ON r.id = m.round_id
      JOIN review_ruling u ON u.member_id = m.id
      WHERE m.company_id = ?
        AND r.stage = 'CLOSED'
        AND r.closed_at < ?
      ORDER BY r.closed_at, r.id
      """;

  private static final String AFTERWARDS =
      """
      SELECT s.issued_at, r.title, r.about_year, l.decision, l.rectify_until, s.document
      FROM review_supplement_line l
      JOIN review_supplement s ON s.id = l.supplement_id
      JOIN review_member m ON m.id = l.member_id
      JOIN review_round r ON r.id = m.round_id
      WHERE m.company_id = ?
        AND s.issued_at < ?
      ORDER BY s.issued_at, s.id
      """;

  private final Statements statements;
  private final Titles titles;
  private final Clock clock;

  PastReviews(Statements statements, Titles titles, Clock clock) {
    this.statements = statements;
    this.titles = titles;
    this.clock = clock;
  }

  public record Past(LocalDate on, String words) {}

  public List<Past> of(long company, LocalDate day) {
    List<Past> past = new ArrayList<>(read(CLOSED, company, day, "年度动态管理"));
    past.addAll(read(AFTERWARDS, company, day, "年度动态管理补充决定"));
    return past;
  }

  private List<Past> read(String sql, long company, LocalDate day, String what) {
    Instant end = day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    return statements.rows(
        sql,
        List.of(company, java.sql.Timestamp.from(end)),
        row -> {
          LocalDate until = row.getObject(5, LocalDate.class);
          return new Past(
              LocalDate.ofInstant(row.getTimestamp(1).toInstant(), clock.getZone()),
              "%s %d %s：%s%s（%s）"
                  .formatted(
                      titles.get(row.getString(2)).shortLabel(),
                      row.getInt(3),
                      what,
                      Decision.valueOf(row.getString(4)).label(),
                      until == null ? "" : "，期限 " + until,
                      row.getString(6)));
        });
  }
}
