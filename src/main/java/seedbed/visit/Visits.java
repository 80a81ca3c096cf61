package seedbed.visit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Notes of visits, which are only added to.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Visits extends GenericRepository<Visit, Long> {

  Visit save(Visit visit);

  Optional<Visit> findById(long id);

  List<Visit> findByCompanyIdAndLeaderIdAndVisitedOn(
      long companyId, long leaderId, LocalDate visitedOn);

  /// Holds the visits of a company until the transaction ends, so that of two who add at once the
  /// second sees what the first did. The company's row stands for them: who serves requests may
  /// only add visits, and MySQL lets nobody lock what he may not change.
  @Query("SELECT id FROM company WHERE id = :company FOR UPDATE")
  List<Long> hold(long company);

  @Query("SELECT id FROM visit LIMIT 1")
  List<Long> any();
}
