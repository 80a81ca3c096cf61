package seedbed.recognition;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface CompanyChanges extends GenericRepository<CompanyChange, Long> {

  CompanyChange save(CompanyChange change);

  List<CompanyChange> findByCompanyIdOrderByHappenedOn(long companyId);

  /// Says that a change was reported; 0 when that is known already, or there is none.
  @Query(
      """
      UPDATE company_change
      SET reported_on = :reportedOn, report_recorded_on = :today, report_document = :document
      WHERE id = :id
        AND company_id = :companyId
        AND reported_on IS NULL
        AND happened_on <= :reportedOn
      """)
  int report(
      long id, long companyId, LocalDate reportedOn, LocalDate today, @Nullable String document);
}
