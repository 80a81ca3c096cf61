package seedbed.reminder;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What goes out of the house.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Deliveries extends GenericRepository<Deliveries.Delivery, Long> {

  enum State {
    WAITING("待发送", "unknown"),
    SENT("已发送", "met"),
    FAILED("多次未成，已停", "not");

    private final String label;
    private final String styleClass;

    State(String label, String styleClass) {
      this.label = label;
      this.styleClass = styleClass;
    }

    String label() {
      return label;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<State> of(String code) {
      return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    String styleClass() {
      return styleClass;
    }
  }

  /// @param robot null for mails
  /// @param words what a robot says
  @MappedEntity("reminder_delivery")
  record Delivery(
      @Id long id,
      Robot.Channel channel,
      @Nullable Long digestId,
      @Nullable String robot,
      LocalDate toldOn,
      @Nullable String words,
      State state,
      int attempts,
      Instant nextAt,
      @Nullable Instant sentAt,
      @Nullable String problem) {}

  /// What a mail says, and to whom.
  @MappedEntity("reminder_digest")
  record Mail(@Id long id, long accountId, String subject, String body) {}

  /// @param username null for robots
  @MappedEntity("reminder_delivery")
  record Row(
      @Id long id,
      Robot.Channel channel,
      LocalDate toldOn,
      @Nullable String username,
      State state,
      int attempts,
      Instant nextAt,
      @Nullable Instant sentAt,
      @Nullable String problem) {}

  @Introspected
  record Count(State state, long number) {}

  /// A mail for each message of a day that has none yet and whose reader has an address.
  @Query(
      """
      INSERT IGNORE INTO reminder_delivery (channel, digest_id, told_on, state, attempts, next_at)
      SELECT 'MAIL', d.id, d.told_on, 'WAITING', 0, :now
      FROM reminder_digest d
      JOIN account a ON a.id = d.account_id
      WHERE d.told_on = :day
        AND d.account_id IN (:accounts)
        AND a.email_sealed IS NOT NULL
      """)
  void mail(LocalDate day, List<Long> accounts, Instant now);

  @Query(
      """
      INSERT IGNORE INTO reminder_delivery (channel, robot, told_on, words, state, attempts,
                                            next_at)
      VALUES (:channel, :robot, :day, :words, 'WAITING', 0, :now)
      """)
  void tell(Robot.Channel channel, String robot, LocalDate day, String words, Instant now);

  boolean existsByRobotAndToldOn(String robot, LocalDate toldOn);

  Optional<Delivery> findById(long id);

  /// What may be sent now; nobody else gets it before the transaction ends.
  @Query(
      """
      SELECT id, channel, digest_id, robot, told_on, words, state, attempts, next_at, sent_at,
             problem
      FROM reminder_delivery
      WHERE state = 'WAITING'
        AND next_at <= :now
      ORDER BY next_at, id
      LIMIT :limit
      FOR UPDATE SKIP LOCKED
      """)
  List<Delivery> next(Instant now, int limit);

  /// Whoever takes them has them until then; a problem is what came of an attempt that is over.
  @Query(
      """
      UPDATE reminder_delivery
      SET attempts = attempts + 1,
          next_at = :until,
          problem = NULL
      WHERE id IN (:ids)
      """)
  void take(List<Long> ids, Instant until);

  @Query(
      """
      UPDATE reminder_delivery
      SET state = 'SENT',
          sent_at = :now,
          problem = NULL
      WHERE id = :id
      """)
  void sent(long id, Instant now);

  @Query(
      """
      UPDATE reminder_delivery
      SET state = :state,
          next_at = :nextAt,
          problem = :problem
      WHERE id = :id
      """)
  void failed(long id, State state, Instant nextAt, String problem);

  /// Anew, as if it had never been tried; not what is being sent.
  @Query(
      """
      UPDATE reminder_delivery
      SET state = 'WAITING',
          attempts = 0,
          next_at = :now
      WHERE id = :id
        AND (state = 'FAILED' OR (state = 'WAITING' AND (problem IS NOT NULL OR next_at <= :now)))
      """)
  long again(long id, Instant now);

  @Query("SELECT id, account_id, subject, body FROM reminder_digest WHERE id = :digest")
  Optional<Mail> content(long digest);

  /// The newest first.
  @Query(
      """
      SELECT v.id, v.channel, v.told_on, a.username, v.state, v.attempts, v.next_at, v.sent_at,
             v.problem
      FROM reminder_delivery v
      LEFT JOIN reminder_digest d ON d.id = v.digest_id
      LEFT JOIN account a ON a.id = d.account_id
      WHERE v.told_on >= :since
        AND v.state IN (:states)
        AND (:region = '' OR a.region_code LIKE CONCAT(:region, '%'))
      ORDER BY v.id DESC
      LIMIT :limit OFFSET :offset
      """)
  List<Row> list(LocalDate since, List<State> states, String region, int limit, int offset);

  @Query(
      """
      SELECT v.state, COUNT(*) AS number
      FROM reminder_delivery v
      LEFT JOIN reminder_digest d ON d.id = v.digest_id
      LEFT JOIN account a ON a.id = d.account_id
      WHERE v.told_on >= :since
        AND (:region = '' OR a.region_code LIKE CONCAT(:region, '%'))
      GROUP BY v.state
      """)
  List<Count> counts(LocalDate since, String region);

  @Query(
      """
      SELECT COUNT(*)
      FROM reminder_delivery v
      LEFT JOIN reminder_digest d ON d.id = v.digest_id
      LEFT JOIN account a ON a.id = d.account_id
      WHERE v.id = :id
        AND (:region = '' OR a.region_code LIKE CONCAT(:region, '%'))
      """)
  long within(long id, String region);
}
