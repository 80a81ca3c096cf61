package seedbed.visit;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// What was said of visits afterwards.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Additions extends GenericRepository<Addition, Long> {

  Addition save(Addition addition);

  List<Addition> findByVisitIdOrderById(long visitId);
}
