package seedbed.admission;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;

/// What was held against admissions.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Objections extends GenericRepository<Objection, Long> {

  Objection save(Objection objection);

  List<Objection> findByApplicationIdOrderById(long applicationId);

  /// Says what came of it, once; 0 when that was said already.
  @Query(
      """
      UPDATE application_objection
      SET upheld = :upheld, finding = :finding, answered_on = :day
      WHERE id = :id
        AND application_id = :applicationId
        AND upheld IS NULL
      """)
  int answer(long id, long applicationId, boolean upheld, String finding, LocalDate day);
}
