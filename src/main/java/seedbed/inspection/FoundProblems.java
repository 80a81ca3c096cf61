package seedbed.inspection;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// Problems that were found; only added to.
@JdbcRepository(dialect = Dialect.MYSQL)
interface FoundProblems extends GenericRepository<FoundProblem, Long> {

  List<FoundProblem> saveAll(Iterable<FoundProblem> problems);

  List<FoundProblem> findByInspectionIdOrderByOrdinal(long inspection);

  /// The items of which something was found at a company, by any unit.
  @Query(
      """
      SELECT DISTINCT p.item
      FROM inspection_problem p
      JOIN inspection i ON i.id = p.inspection_id
      WHERE i.company_id = :company
        AND i.id <> :but
      """)
  List<String> itemsFoundAt(long company, long but);
}
