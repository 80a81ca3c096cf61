package seedbed.admission;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/// All public notices.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Notices extends GenericRepository<Notice, Long> {

  Notice save(Notice notice);

  List<Notice> findByApplicationIdOrderById(long applicationId);

  /// The newest of an application, whatever became of it.
  @Query(
      """
      SELECT id, application_id, step_id, company, credit_code, town, pool, office, document,
             shown_from, shown_until, entered_on, reason, despite
      FROM application_notice
      WHERE application_id = :application
      ORDER BY id DESC
      LIMIT 1
      """)
  Optional<Notice> newest(long application);
}
