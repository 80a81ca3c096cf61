package seedbed.plan;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Set;
import seedbed.criteria.ReminderPlan;
import seedbed.obligation.Period;
import seedbed.obligation.Periodic;
import seedbed.obligation.Pools;
import seedbed.obligation.Sql;

/// The progress of every task of an approved plan that was not done before the quarter; reported
/// when the last of them is.
@Singleton
final class PlanProgressOwed implements Periodic {

  private static final int QUARTER = 3;

  @Override
  public String code() {
    return "plan-progress";
  }

  @Override
  public String label() {
    return "方案任务进展";
  }

  // Progress is told quarter by quarter.
  @Override
  public Set<ReminderPlan.Period> lengths() {
    return Set.of(ReminderPlan.Period.QUARTER);
  }

  @Override
  public Sql owes(LocalDate day, Pools pools) {
    return Sql.of("(")
        .and(pools.holding(day))
        .and(" AND EXISTS (SELECT 1\n")
        .and(tasks(day))
        .and(" AND p.company_id = c.id AND (k.done_on IS NULL OR k.done_on > ?)))", day);
  }

  @Override
  public Sql handedIn(Period period) {
    return Sql.of(
            """
            SELECT CASE WHEN COUNT(*) = COUNT(t.said) THEN MAX(t.said) END
            FROM (SELECT p.company_id,
                         (SELECT MIN(DATE(g.reported_at))
                          FROM plan_progress g
                          WHERE g.plan_id = k.plan_id
                            AND g.task = k.number
                            AND g.about_year = ?
                            AND g.quarter = ?) AS said
            """,
            period.year(),
            period.lastMonth() / QUARTER)
        .and(tasks(period.lastDay()))
        .and(
            """
             AND (k.done_on IS NULL OR k.done_on >= ?)) t
            WHERE t.company_id = c.id
            """,
            period.firstDay());
  }

  /// The tasks `k` of the plans `p` that bound their companies on a day: of a plan that goes on,
  /// and in its version in force then. What a revision adds later was not to be reported before.
  private static Sql tasks(LocalDate day) {
    return Sql.of(
        """
        FROM plan p
        JOIN plan_task k ON k.plan_id = p.id
        JOIN plan_version v ON v.plan_id = p.id
                           AND v.stage = 'APPROVED'
                           AND v.approved_on <= ?
        JOIN plan_field f ON f.version_id = v.id
                         AND f.field = CONCAT('task-', k.number, '-name')
        WHERE p.last_year >= ?
          AND NOT EXISTS (SELECT 1
                          FROM plan_version n
                          WHERE n.plan_id = p.id
                            AND n.stage = 'APPROVED'
                            AND n.approved_on <= ?
                            AND n.id > v.id)\
        """,
        day,
        day.getYear(),
        day);
  }

  @Override
  public Sql path(Period period) {
    return Sql.of(
        """
        SELECT CONCAT('/plans', COALESCE(CONCAT('/', MAX(p.id)), ''))
        FROM plan p
        WHERE p.company_id = c.id
          AND p.standing = 1
          AND ? BETWEEN p.first_year AND p.last_year
        """,
        period.year());
  }
}
