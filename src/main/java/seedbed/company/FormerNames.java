package seedbed.company;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

/// The names that companies had.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface FormerNames extends GenericRepository<FormerName, Long> {

  FormerName save(FormerName name);

  boolean existsByCompanyIdAndName(long companyId, String name);

  List<FormerName> findByCompanyIdOrderByUsedUntil(long companyId);

  List<FormerName> findByNameIn(Collection<String> names);
}
