package seedbed.report;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import seedbed.company.Company;

/// How lists of a report name companies.
@JdbcRepository(dialect = Dialect.MYSQL)
interface CompanyNames extends GenericRepository<Company, Long> {

  @Introspected
  record Named(long id, String name, String regionCode, String region, boolean demo) {}

  @Query(
      """
      SELECT c.id, c.name, c.region_code, r.name AS region, c.demo
      FROM company c
      JOIN region r ON r.code = c.region_code
      WHERE c.id IN (:ids)
      """)
  List<Named> of(List<Long> ids);
}
