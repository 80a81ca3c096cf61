package seedbed.inspection;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/// The codes of companies; one that was replaced stays, revoked.
@JdbcRepository(dialect = Dialect.MYSQL)
interface InspectionCodes extends GenericRepository<InspectionCode, Long> {

  InspectionCode save(InspectionCode code);

  Optional<InspectionCode> findByTokenAndRevokedAtIsNull(String token);

  @Query(
      """
      SELECT id, company_id, token, issued_at, issued_by, revoked_at
      FROM inspection_code
      WHERE company_id = :company
        AND revoked_at IS NULL
      ORDER BY id DESC
      LIMIT 1
      """)
  Optional<InspectionCode> current(long company);

  @Query(
      """
      UPDATE inspection_code
      SET revoked_at = :now
      WHERE company_id = :company
        AND revoked_at IS NULL
      """)
  long revoke(long company, Instant now);
}
