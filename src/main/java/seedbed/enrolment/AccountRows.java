package seedbed.enrolment;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.account.Account;

/// Accounts as lists and cards show them.
@JdbcRepository(dialect = Dialect.MYSQL)
interface AccountRows extends GenericRepository<Account, Long> {

  /// What a list is narrowed to.
  String WANTED =
      """
      WHERE a.program = FALSE
        AND (:role = '' OR a.role = :role)
        AND (:state = '' OR a.state = :state)
        AND (:region = '' OR a.region_code LIKE CONCAT(:region, '%'))
        AND (:words = '' OR LOCATE(:words, a.username) > 0)
        AND (:due = ''
             OR (:due = 'waiting' AND a.state = 'INVITED')
             OR (:due = 'expiring' AND a.state = 'INVITED' AND EXISTS (
                  SELECT 1
                  FROM invitation i
                  WHERE i.account_id = a.id AND i.used_at IS NULL
                    AND i.expires_at > :now AND i.expires_at <= :soon))
             OR (:due = 'overdue' AND a.state = 'ACTIVE'
                 AND (a.password_given OR a.password_set_at < :old))
             OR (:due = 'locked' AND a.username IN (:locked)))
      """;

  /// Moments as seconds from now, since a projection does not read them as an entity does.
  ///
  /// @param linkLeft how long its newest link still works; below zero when it does not
  /// @param idle since its last use
  @Introspected
  record Row(
      long id,
      String username,
      String role,
      String region,
      @Nullable String company,
      @Nullable String unit,
      String state,
      String nameSealed,
      @Nullable Long linkLeft,
      @Nullable Long idle) {}

  /// @param expired of those that wait: whose link no longer works
  @Introspected
  record Counts(long waiting, long expired, long expiring, long overdue) {}

  @Query(
      """
      SELECT a.id, a.username, a.role, r.name AS region, c.name AS company, a.unit, a.state,
             a.name_sealed,
             (SELECT TIMESTAMPDIFF(SECOND, :now, MAX(i.expires_at))
              FROM invitation i
              WHERE i.account_id = a.id AND i.used_at IS NULL) AS link_left,
             (SELECT TIMESTAMPDIFF(SECOND, MAX(s.seen_at), :now)
              FROM session s
              WHERE s.account_id = a.id) AS idle
      FROM account a
      JOIN region r ON r.code = a.region_code
      LEFT JOIN company c ON c.id = a.company_id
      """
          + WANTED
          + """
          ORDER BY a.username
          LIMIT :size OFFSET :offset
          """)
  List<Row> page(
      String role,
      String state,
      String region,
      String words,
      String due,
      Instant now,
      Instant soon,
      Instant old,
      List<String> locked,
      int size,
      int offset);

  @Query(
      """
      SELECT COUNT(*)
      FROM account a
      """
          + WANTED)
  long count(
      String role,
      String state,
      String region,
      String words,
      String due,
      Instant now,
      Instant soon,
      Instant old,
      List<String> locked);

  @Query(
      """
      SELECT COALESCE(SUM(a.state = 'INVITED'), 0) AS waiting,
             COALESCE(SUM(a.state = 'INVITED'
                          AND (i.until_at IS NULL OR i.until_at <= :now)), 0) AS expired,
             COALESCE(SUM(a.state = 'INVITED'
                          AND i.until_at > :now AND i.until_at <= :soon), 0) AS expiring,
             COALESCE(SUM(a.state = 'ACTIVE'
                          AND (a.password_given OR a.password_set_at < :old)), 0) AS overdue
      FROM account a
      LEFT JOIN (SELECT account_id, MAX(expires_at) AS until_at
                 FROM invitation
                 WHERE used_at IS NULL
                 GROUP BY account_id) i ON i.account_id = a.id
      WHERE a.program = FALSE
      """)
  Counts counts(Instant now, Instant soon, Instant old);
}
