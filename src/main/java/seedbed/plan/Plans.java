package seedbed.plan;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/// All plans; whoever shows them to somebody asks [VisiblePlans].
@JdbcRepository(dialect = Dialect.MYSQL)
interface Plans extends GenericRepository<Plan, Long> {

  Plan save(Plan plan);

  Plan update(Plan plan);

  Optional<Plan> findById(long id);

  /// Those that were put aside are among them.
  List<Plan> findByCompanyIdOrderByFirstYearDesc(long companyId);

  List<Plan> findByCompanyIdAndStandingOrderByFirstYearDesc(long companyId, int standing);

  long count();

  void deleteById(long id);

  /// Lets whoever else begins a plan of the company wait until this transaction ends.
  @Query("SELECT id FROM company WHERE id = :company FOR UPDATE")
  Optional<Long> lock(long company);
}
