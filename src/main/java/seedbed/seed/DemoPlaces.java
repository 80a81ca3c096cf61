package seedbed.seed;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import seedbed.company.Company;

/// Where the demonstration accounts are at home.
@JdbcRepository(dialect = Dialect.MYSQL)
interface DemoPlaces extends GenericRepository<Company, Long> {

  /// A demonstration company in a town.
  @Introspected
  record Place(long companyId, String townCode) {}

  @Query(
      """
      SELECT id AS company_id, region_code AS town_code
      FROM company
      WHERE demo
        AND CHAR_LENGTH(region_code) = 9
      ORDER BY id
      LIMIT 1
      """)
  Place first();

  /// Some of them, from several towns, the first one among them.
  @Query("SELECT id FROM company WHERE demo AND CHAR_LENGTH(region_code) = 9 ORDER BY id LIMIT 12")
  List<Long> portfolio();
}
