package seedbed.nomination;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/// All plans; whoever shows them to somebody asks [VisiblePlans].
@JdbcRepository(dialect = Dialect.MYSQL)
interface Plans extends GenericRepository<Plan, Long> {

  Plan save(Plan plan);

  Optional<Plan> findById(long id);

  boolean existsByRegionCodeAndName(String regionCode, String name);

  /// Lets nobody else change entries of the plan until the transaction ends.
  @Query("SELECT id FROM nomination_plan WHERE id = :id FOR UPDATE")
  Optional<Long> lock(long id);
}
