package seedbed.obligation;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whom the office let off something for a period.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Exemptions extends GenericRepository<Exemptions.Exemption, Long> {

  /// @param standing 1 while it holds
  @MappedEntity("obligation_exemption")
  record Exemption(
      @Id @GeneratedValue long id,
      long companyId,
      String kind,
      String period,
      @Nullable Integer standing,
      String reason,
      LocalDate decidedOn,
      String decidedBy,
      @Nullable LocalDate endedOn,
      @Nullable String endedBy) {}

  /// Lets whoever hands something in for the company wait until this transaction ends, so that
  /// nothing is let off that was handed in meanwhile.
  @Query("SELECT id FROM company WHERE id = :company FOR UPDATE")
  List<Long> hold(long company);

  /// @throws io.micronaut.data.exceptions.DataAccessException when one holds already
  Exemption save(Exemption exemption);

  Optional<Exemption> findById(long id);

  boolean existsByCompanyIdAndKindAndPeriodAndStanding(
      long companyId, String kind, String period, int standing);

  long count();

  /// The newest first.
  @Query(
      """
      SELECT x.id, x.company_id, x.kind, x.period, x.standing, x.reason, x.decided_on,
             x.decided_by, x.ended_on, x.ended_by
      FROM obligation_exemption x
      JOIN company c ON c.id = x.company_id
      WHERE c.region_code LIKE CONCAT(:region, '%')
      ORDER BY x.id DESC
      LIMIT :limit OFFSET :offset
      """)
  List<Exemption> below(String region, int limit, int offset);

  @Query(
      """
      SELECT COUNT(*)
      FROM obligation_exemption x
      JOIN company c ON c.id = x.company_id
      WHERE c.region_code LIKE CONCAT(:region, '%')
      """)
  long countBelow(String region);

  @Query(
      """
      UPDATE obligation_exemption
      SET standing = NULL,
          ended_on = :on,
          ended_by = :by
      WHERE id = :id
        AND standing = 1
      """)
  long end(long id, LocalDate on, String by);
}
