package seedbed.recognition;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TitleEvents extends GenericRepository<TitleEvent, Long> {

  TitleEvent save(TitleEvent event);

  List<TitleEvent> findByHoldingIdOrderById(long holdingId);

  List<TitleEvent> findByHoldingIdInOrderById(Collection<Long> holdingIds);

  /// Keeps everybody else from a title until the transaction ends.
  @Query("SELECT id FROM title_holding WHERE id = :holdingId FOR UPDATE")
  Optional<Long> lock(long holdingId);

  long count();
}
