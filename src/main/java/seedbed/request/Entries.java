package seedbed.request;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// The steps of requests, which are only added to.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Entries extends GenericRepository<Entry, Long> {

  Entry save(Entry entry);

  List<Entry> saveAll(Iterable<Entry> entries);

  List<Entry> findByRequestIdOrderByIdDesc(long requestId);

  /// Of several, which are at least one.
  List<Entry> findByRequestIdInOrderById(List<Long> requestIds);
}
