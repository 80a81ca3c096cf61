package seedbed.visit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/// Which requests came of which notes; only added to.
@JdbcRepository(dialect = Dialect.MYSQL)
interface VisitRequests extends GenericRepository<Visit, Long> {

  /// Fails when the visit has one of that number.
  @Query(
      """
      INSERT INTO visit_request (visit_id, number, request_id)
      VALUES (:visit, :number, :request)
      """)
  void add(long visit, int number, long request);

  @Query("SELECT request_id FROM visit_request WHERE visit_id = :visit ORDER BY number")
  List<Long> of(long visit);

  @Query("SELECT visit_id FROM visit_request WHERE request_id = :request")
  Optional<Long> visitOf(long request);
}
