package seedbed.figure;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// What documents say beside the figures.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Remarks extends GenericRepository<Remark, Long> {

  List<Remark> saveAll(List<Remark> remarks);

  List<Remark> findByCompanyIdOrderById(long companyId);

  long count();
}
