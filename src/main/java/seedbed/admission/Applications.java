package seedbed.admission;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// All applications; whoever shows them to somebody asks [VisibleApplications].
@JdbcRepository(dialect = Dialect.MYSQL)
interface Applications extends GenericRepository<Application, Long> {

  Application save(Application application);

  /// Fails when somebody else changed it meanwhile.
  Application update(Application application);

  Optional<Application> findById(long id);

  List<Application> findByCompanyIdOrderById(long companyId);

  long count();

  Optional<Application> findByCompanyIdAndTitleAndOpenMark(
      long companyId, String title, int openMark);

  /// Says that its answers changed; 0 when somebody else was quicker.
  @Query(
      """
      UPDATE application
      SET version = version + 1
      WHERE id = :id
        AND version = :version
      """)
  int touch(long id, long version);

  /// Those of some companies that are not over.
  @Query(
      """
      SELECT id, company_id, title, open_mark, stage, round, since, due_on, judged_on,
             verdict_number, notice_document, notice_from, notice_until, version
      FROM application
      WHERE company_id IN (:companies)
        AND open_mark = 1
      ORDER BY id
      """)
  List<Application> openOf(Collection<Long> companies);

  /// Those for one pool, kept from everybody else until the transaction ends.
  @Query(
      """
      SELECT id, company_id, title, open_mark, stage, round, since, due_on, judged_on,
             verdict_number, notice_document, notice_from, notice_until, version
      FROM application
      WHERE company_id IN (:companies)
        AND title = :title
        AND open_mark = 1
      ORDER BY id
      FOR UPDATE
      """)
  List<Application> lockOpen(String title, Collection<Long> companies);

  /// Keeps everybody else from it until the transaction ends.
  @Query("SELECT id FROM application WHERE id = :id FOR UPDATE")
  Optional<Long> lock(long id);
}
