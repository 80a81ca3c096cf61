package seedbed.sheet;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/// All yearly sheets; whoever shows them to somebody asks [VisibleSheets].
@JdbcRepository(dialect = Dialect.MYSQL)
interface Sheets extends GenericRepository<Sheet, Long> {

  Sheet save(Sheet sheet);

  /// Fails when somebody else changed it meanwhile.
  Sheet update(Sheet sheet);

  Optional<Sheet> findById(long id);

  Optional<Sheet> findByCompanyIdAndAboutYear(long companyId, int aboutYear);

  long count();

  /// Says that its answers changed; 0 when somebody else was quicker, or it was handed in.
  @Query(
      """
      UPDATE sheet
      SET version = version + 1
      WHERE id = :id
        AND version = :version
        AND stage IN ('DRAFT', 'RETURNED')
      """)
  int touch(long id, long version);

  /// Keeps everybody else from it until the transaction ends.
  @Query("SELECT id FROM sheet WHERE id = :id FOR UPDATE")
  Optional<Long> lock(long id);

  /// Lets whoever lets the company off wait until this transaction ends; others who hand something
  /// in go on.
  @Query("SELECT id FROM company WHERE id = :company LOCK IN SHARE MODE")
  List<Long> hold(long company);
}
