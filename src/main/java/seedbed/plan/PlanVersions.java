package seedbed.plan;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/// The versions of plans.
@JdbcRepository(dialect = Dialect.MYSQL)
interface PlanVersions extends GenericRepository<Version, Long> {

  Version save(Version version);

  /// Fails when somebody else changed it meanwhile.
  Version update(Version version);

  Optional<Version> findById(long id);

  void deleteById(long id);

  /// The newest first.
  List<Version> findByPlanIdOrderByOrdinalDesc(long planId);

  /// What a draft counts; whoever writes on it at the same time waits. Empty when it is none.
  @Query(
      """
      SELECT version
      FROM plan_version
      WHERE id = :id
        AND stage = 'DRAFT'
      FOR UPDATE
      """)
  Optional<Long> hold(long id);

  /// Says that what it says changed; 0 when somebody else was quicker, or it was handed in.
  @Query(
      """
      UPDATE plan_version
      SET version = version + 1
      WHERE id = :id
        AND version = :version
        AND stage = 'DRAFT'
      """)
  int touch(long id, long version);
}
