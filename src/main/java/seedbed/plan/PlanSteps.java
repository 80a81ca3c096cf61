package seedbed.plan;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// The history of plans, which is only added to.
@JdbcRepository(dialect = Dialect.MYSQL)
interface PlanSteps extends GenericRepository<PlanStep, Long> {

  PlanStep save(PlanStep step);

  /// Of all versions of a plan, the newest first.
  @Query(
      """
      SELECT s.id, s.version_id, s.move, s.stage, s.due_on, s.done_on, s.done_at, s.done_by,
             s.done_as, s.note
      FROM plan_step s
      JOIN plan_version v ON v.id = s.version_id
      WHERE v.plan_id = :plan
      ORDER BY s.id DESC
      """)
  List<PlanStep> ofPlan(long plan);
}
