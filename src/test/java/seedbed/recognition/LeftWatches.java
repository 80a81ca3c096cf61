package seedbed.recognition;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/// Watches over renewals whose process died a while ago.
@JdbcRepository(dialect = Dialect.MYSQL)
interface LeftWatches extends GenericRepository<Watch, Long> {

  @Query(
      """
      UPDATE renewal_watch
      SET touched_at = UTC_TIMESTAMP(6) - INTERVAL 61 SECOND
      WHERE run_id = :runId
      """)
  int age(long runId);

  @Query("DELETE FROM renewal_watch WHERE run_id = :runId")
  void forget(long runId);
}
