package seedbed.inspection;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/// What was filed; only added to.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Filings extends GenericRepository<Filed, Long> {

  Filed save(Filed filed);

  Optional<Filed> findById(long inspection);
}
