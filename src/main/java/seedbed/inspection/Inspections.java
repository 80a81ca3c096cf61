package seedbed.inspection;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Optional;

/// All inspections; whoever shows them to somebody asks [VisibleInspections].
@JdbcRepository(dialect = Dialect.MYSQL)
interface Inspections extends GenericRepository<Inspection, Long> {

  Inspection save(Inspection inspection);

  Optional<Inspection> findById(long id);

  long count();

  /// Writes on while nobody else has and it is not filed; holds the row until the transaction ends.
  @Query(
      """
      UPDATE inspection
      SET typed = :typed, version = version + 1
      WHERE id = :id
        AND version = :version
        AND NOT EXISTS (SELECT 1 FROM inspection_filing f WHERE f.inspection_id = inspection.id)
      """)
  long write(long id, long version, String typed);

  /// Throws away what was never filed.
  @Query(
      """
      DELETE FROM inspection
      WHERE id = :id
        AND NOT EXISTS (SELECT 1 FROM inspection_filing f WHERE f.inspection_id = inspection.id)
        AND NOT EXISTS (SELECT 1 FROM inspection_proposal p WHERE p.inspection_id = inspection.id)
      """)
  long discard(long id);

  /// What the unit wrote last, to begin the next one with.
  @Query(
      """
      SELECT typed
      FROM inspection
      WHERE unit = :unit
        AND region_code = :region
      ORDER BY id DESC
      LIMIT 1
      """)
  Optional<String> lastTyped(String region, String unit);

  /// How many inspections of a unit count against the limit of a year so far.
  @Query(
      """
      SELECT COUNT(*)
      FROM inspection i
      JOIN inspection_filing f ON f.inspection_id = i.id
      WHERE i.company_id = :company
        AND i.unit = :unit
        AND i.region_code = :region
        AND f.counts = TRUE
        AND f.planned_on >= :from
        AND f.planned_on < :to
      """)
  int counted(long company, String region, String unit, LocalDate from, LocalDate to);
}
