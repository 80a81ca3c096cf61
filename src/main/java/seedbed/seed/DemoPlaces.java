package seedbed.seed;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
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

  /// Demonstration companies that are not in a pool on a day, those of a town first.
  @Query(
      """
      SELECT c.id
      FROM company c
      WHERE c.demo
        AND CHAR_LENGTH(c.region_code) = 9
        AND NOT EXISTS (SELECT 1
                        FROM title_holding t
                        WHERE t.company_id = c.id
                          AND t.title = :pool
                          AND (t.held_to IS NULL OR t.held_to > :day))
      ORDER BY c.region_code <> :town, c.id
      LIMIT 7
      """)
  List<Long> outside(String pool, LocalDate day, String town);
}
