package seedbed.request;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// All requests; whoever shows them to somebody asks [VisibleRequests].
@JdbcRepository(dialect = Dialect.MYSQL)
interface RequestRecords extends GenericRepository<Request, Long> {

  /// An account that the company can use has the message of the answer's last step.
  String TOLD =
      """
      EXISTS (SELECT 1
              FROM account reader
              JOIN message m ON m.account_id = reader.id
              WHERE reader.company_id = q.company_id
                AND reader.state = 'ACTIVE'
                AND reader.program = FALSE
                AND m.once_key = CONVERT(CONCAT('request-', q.id, '-',
                                                (SELECT MAX(e.id)
                                                 FROM request_entry e
                                                 WHERE e.request_id = q.id
                                                   AND e.move IN ('ANSWER', 'DELIVER')))
                                         USING ascii))\
      """;

  Request save(Request request);

  /// Fails when somebody else changed it meanwhile.
  Request update(Request request);

  Optional<Request> findById(long id);

  /// What the company asked for before, of one kind, the newest first.
  @Query(
      """
      SELECT id, company_id, kind, subject, wanted, raised_on, raised_by, raised_as, stage, unit,
             due_on, since, first_answered_on, late, transfers, extensions, reopened, closing,
             satisfaction, version
      FROM request
      WHERE company_id = :company
        AND kind = :kind
      ORDER BY id DESC
      LIMIT 5
      """)
  List<Request> before(long company, String kind);

  /// Those whose company has been told of the answer and may speak until a day of these.
  @Query(
      """
      SELECT q.id, q.company_id, q.kind, q.subject, q.wanted, q.raised_on, q.raised_by, q.raised_as,
             q.stage, q.unit, q.due_on, q.since, q.first_answered_on, q.late, q.transfers,
             q.extensions, q.reopened, q.closing, q.satisfaction, q.version
      FROM request q
      WHERE q.stage = 'ANSWERED'
        AND q.due_on BETWEEN :from AND :until
        AND \
      """
          + TOLD
          + "\nORDER BY q.id")
  List<Request> awaited(LocalDate from, LocalDate until);

  /// Those whose company could be told of the answer by now, and has not been.
  @Query(
      """
      SELECT q.id, q.company_id, q.kind, q.subject, q.wanted, q.raised_on, q.raised_by, q.raised_as,
             q.stage, q.unit, q.due_on, q.since, q.first_answered_on, q.late, q.transfers,
             q.extensions, q.reopened, q.closing, q.satisfaction, q.version
      FROM request q
      WHERE q.stage = 'ANSWERED'
        AND EXISTS (SELECT 1
                    FROM account a
                    WHERE a.company_id = q.company_id
                      AND a.state = 'ACTIVE'
                      AND a.program = FALSE)
        AND NOT \
      """
          + TOLD
          + "\nORDER BY q.id")
  List<Request> undelivered();

  /// What has not been answered or routed by the last day for it.
  @Query(
      """
      SELECT q.id
      FROM request q
      WHERE q.stage IN ('RAISED', 'HANDLING')
        AND q.due_on < :today
      ORDER BY q.id
      """)
  List<Long> late(LocalDate today);

  @Query("SELECT COUNT(*) > 0 FROM request q WHERE q.id = :id AND " + TOLD)
  boolean told(long id);

  long count();

  /// Keeps everybody else from it until the transaction ends.
  @Query("SELECT id FROM request WHERE id = :id FOR UPDATE")
  Optional<Long> lock(long id);
}
