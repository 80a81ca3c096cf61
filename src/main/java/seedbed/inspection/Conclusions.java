package seedbed.inspection;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/// What inspections came to; only added to.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Conclusions extends GenericRepository<Conclusion, Long> {

  Conclusion save(Conclusion conclusion);

  Optional<Conclusion> findById(long inspection);
}
