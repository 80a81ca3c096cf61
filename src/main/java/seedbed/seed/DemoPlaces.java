package seedbed.seed;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import seedbed.company.Company;

/// Where the demonstration accounts are at home.
@JdbcRepository(dialect = Dialect.MYSQL)
interface DemoPlaces extends GenericRepository<Company, Long> {

  /// A demonstration company in a town.
  @Introspected
  record Place(long companyId, String townCode) {}

  /// Not in a pool as yet, where there is one: it can try to get in.
  @Query(
      """
      SELECT c.id AS company_id, c.region_code AS town_code
      FROM company c
      WHERE c.demo
        AND CHAR_LENGTH(c.region_code) = 9
      ORDER BY EXISTS (SELECT 1
                       FROM title_holding t
                       WHERE t.company_id = c.id
                         AND t.title = 'rugao-pool'), c.id
      LIMIT 1
      """)
  Optional<Place> first();

  /// Some of them, from several towns, one before all others.
  @Query(
      """
      SELECT id
      FROM company
      WHERE demo
        AND CHAR_LENGTH(region_code) = 9
      ORDER BY id <> :first, id
      LIMIT 12
      """)
  List<Long> portfolio(long first);

  /// Titles that demonstration companies hold on a day, those that end first coming first.
  @Query(
      """
      SELECT t.id
      FROM title_holding t
      JOIN company c ON c.id = t.company_id
      WHERE c.demo
        AND t.title = :title
        AND t.held_from < :day
        AND t.held_to > :day
      ORDER BY t.held_to, t.id
      LIMIT 8
      """)
  List<Long> holdings(String title, LocalDate day);

  @Query("SELECT company_id FROM title_holding WHERE id = :holding")
  long companyOf(long holding);

  /// Demonstration companies but one that are not in a pool on a day, those of a town first.
  @Query(
      """
      SELECT c.id
      FROM company c
      WHERE c.demo
        AND c.id <> :but
        AND CHAR_LENGTH(c.region_code) = 9
        AND NOT EXISTS (SELECT 1
                        FROM title_holding t
                        WHERE t.company_id = c.id
                          AND t.title = :pool
                          AND (t.held_to IS NULL OR t.held_to > :day))
      ORDER BY c.region_code <> :town, c.id
      LIMIT 7
      """)
  List<Long> outside(String pool, LocalDate day, String town, long but);

  /// Demonstration companies that were in a pool on a day, those of a town first.
  @Query(
      """
      SELECT c.id
      FROM company c
      WHERE c.demo
        AND CHAR_LENGTH(c.region_code) = 9
        AND EXISTS (SELECT 1
                    FROM title_holding t
                    WHERE t.company_id = c.id
                      AND t.title IN ('rugao-pool', 'jiangsu-pool')
                      AND t.held_from <= :day
                      AND (t.held_to IS NULL OR t.held_to > :day))
      ORDER BY c.region_code <> :town, c.id
      LIMIT 14
      """)
  List<Long> members(LocalDate day, String town);

  /// Demonstration companies that are in a pool on a day, all over the county: of one town four for
  /// each of another.
  @Query(
      """
      SELECT x.id
      FROM (SELECT c.id, c.region_code AS town,
                   ROW_NUMBER() OVER (PARTITION BY c.region_code ORDER BY c.id) AS place
            FROM company c
            WHERE c.demo
              AND CHAR_LENGTH(c.region_code) = 9
              AND EXISTS (SELECT 1
                          FROM title_holding t
                          WHERE t.company_id = c.id
                            AND t.title IN ('rugao-pool', 'jiangsu-pool')
                            AND t.held_from <= :day
                            AND (t.held_to IS NULL OR t.held_to > :day))) x
      ORDER BY CASE WHEN x.town = :town THEN (x.place + 3) DIV 4 ELSE x.place END,
               x.town <> :town, x.town, x.id
      LIMIT 14
      """)
  List<Long> spread(LocalDate day, String town);

  /// Demonstration companies that are in a pool on a day, town by town.
  @Query(
      """
      SELECT c.id
      FROM company c
      WHERE c.demo
        AND CHAR_LENGTH(c.region_code) = 9
        AND EXISTS (SELECT 1
                    FROM title_holding t
                    WHERE t.company_id = c.id
                      AND t.title IN ('rugao-pool', 'jiangsu-pool')
                      AND t.held_from <= :day
                      AND (t.held_to IS NULL OR t.held_to > :day))
      ORDER BY c.region_code, c.id
      """)
  List<Long> reporters(LocalDate day);

  /// Demonstration companies that were in a pool on a day and handed no operating sheet in.
  @Query(
      """
      SELECT c.id
      FROM company c
      WHERE c.demo
        AND CHAR_LENGTH(c.region_code) = 9
        AND EXISTS (SELECT 1
                    FROM title_holding t
                    WHERE t.company_id = c.id
                      AND t.title = 'rugao-pool'
                      AND t.held_from <= :day
                      AND (t.held_to IS NULL OR t.held_to > :day))
        AND NOT EXISTS (SELECT 1
                        FROM operating_sheet s
                        WHERE s.company_id = c.id
                          AND s.about_year = :year
                          AND s.through_month = :month)
      ORDER BY c.id DESC
      LIMIT 3
      """)
  List<Long> silent(int year, int month, LocalDate day);

  /// Titles of demonstration companies that were held all year long until a day.
  @Query(
      """
      SELECT t.id
      FROM title_holding t
      JOIN company c ON c.id = t.company_id
      WHERE c.demo
        AND t.title = :title
        AND t.held_from < :first
        AND t.held_to > :day
      ORDER BY t.id
      """)
  List<Long> lasting(String title, LocalDate first, LocalDate day);

  /// Demonstration companies of a region that won a title for the first time in a year.
  @Query(
      """
      SELECT t.company_id
      FROM title_holding t
      JOIN company c ON c.id = t.company_id
      WHERE c.demo
        AND c.region_code LIKE CONCAT(:region, '%')
        AND t.title = :title
        AND YEAR(t.held_from) = :year
        AND NOT EXISTS (SELECT 1
                        FROM title_holding b
                        WHERE b.company_id = t.company_id
                          AND b.title = t.title
                          AND b.held_from < t.held_from)
      ORDER BY t.company_id
      LIMIT 2
      """)
  List<Long> winners(String title, int year, String region);

  /// Demonstration companies of a region that have one title and never had another.
  @Query(
      """
      SELECT c.id
      FROM company c
      WHERE c.demo
        AND c.region_code LIKE CONCAT(:region, '%')
        AND EXISTS (SELECT 1
                    FROM title_holding t
                    WHERE t.company_id = c.id
                      AND t.title = :below)
        AND NOT EXISTS (SELECT 1
                        FROM title_holding t
                        WHERE t.company_id = c.id
                          AND t.title = :title)
      ORDER BY c.id
      LIMIT 6
      """)
  List<Long> hopeful(String below, String title, String region);
}
