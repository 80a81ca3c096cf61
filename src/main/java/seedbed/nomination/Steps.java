package seedbed.nomination;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

/// The history of entries, which is only added to.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Steps extends GenericRepository<Step, Long> {

  Step save(Step step);

  List<Step> findByNominationIdInOrderById(Collection<Long> nominationIds);

  boolean existsByNominationIdAndMove(long nominationId, Move move);
}
