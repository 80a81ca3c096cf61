package seedbed.sheet;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/// All operating sheets; whoever shows them to somebody asks [VisibleOperating].
@JdbcRepository(dialect = Dialect.MYSQL)
interface Operatings extends GenericRepository<Operating, Long> {

  Operating save(Operating sheet);

  /// Fails when somebody else changed it meanwhile.
  Operating update(Operating sheet);

  Optional<Operating> findById(long id);

  Optional<Operating> findByCompanyIdAndAboutYearAndThroughMonth(
      long companyId, int aboutYear, int throughMonth);

  /// What was handed in and begun, the newest first.
  List<Operating> findByCompanyIdOrderByAboutYearDescAndThroughMonthDesc(long companyId);

  long count();

  /// Says that its answers changed; 0 when somebody else was quicker, or it was handed in.
  @Query(
      """
      UPDATE operating_sheet
      SET version = version + 1
      WHERE id = :id
        AND version = :version
        AND stage = 'DRAFT'
      """)
  int touch(long id, long version);

  /// Lets whoever lets the company off wait until this transaction ends; others who hand something
  /// in go on.
  @Query("SELECT id FROM company WHERE id = :company LOCK IN SHARE MODE")
  List<Long> hold(long company);
}
