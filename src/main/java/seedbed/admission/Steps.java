package seedbed.admission;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// The history of applications, which is only added to.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Steps extends GenericRepository<Step, Long> {

  Step save(Step step);

  List<Step> findByApplicationIdOrderById(long applicationId);
}
