package seedbed.company;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What companies hold and held.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface TitleHoldings extends GenericRepository<TitleHolding, Long> {

  TitleHolding save(TitleHolding holding);

  TitleHolding update(TitleHolding holding);

  Optional<TitleHolding> findById(long id);

  List<TitleHolding> findByCompanyIdOrderByHeldFrom(long companyId);

  List<TitleHolding> findByCompanyIdInOrderByCompanyId(Collection<Long> companyIds);

  long count();
}
