package seedbed.plan;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// What was reported about tasks, which is only added to.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Progresses extends GenericRepository<Progress, Long> {

  Progress save(Progress progress);

  /// The newest first.
  List<Progress> findByPlanIdOrderByIdDesc(long planId);

  /// Lets whoever lets the company off wait until this transaction ends; others who hand something
  /// in go on.
  @Query("SELECT id FROM company WHERE id = :company LOCK IN SHARE MODE")
  List<Long> hold(long company);
}
