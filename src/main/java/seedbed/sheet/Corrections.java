package seedbed.sheet;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/// Requests to correct what confirmed sheets say.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Corrections extends GenericRepository<Correction, Long> {

  Correction save(Correction correction);

  Correction update(Correction correction);

  Optional<Correction> findByIdAndSheetId(long id, long sheetId);

  List<Correction> findBySheetIdOrderByIdDesc(long sheetId);

  /// Keeps everybody else from it until the transaction ends.
  @Query("SELECT id FROM sheet_correction WHERE id = :id FOR UPDATE")
  Optional<Long> lock(long id);
}
