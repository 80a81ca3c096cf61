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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.ReminderPlan.Whom;

/// Reads what people were told.
@JdbcRepository(dialect = Dialect.MYSQL)
interface DigestReading extends GenericRepository<DigestReading.Told, Long> {

  @MappedEntity("reminder_digest")
  record Told(
      @Id long id,
      long accountId,
      LocalDate toldOn,
      String subject,
      int items,
      Instant madeAt,
      String node) {}

  /// One reminder of a digest.
  @Introspected
  record Item(
      String kind,
      String title,
      String path,
      @Nullable String company,
      boolean demo,
      LocalDate dueOn,
      int step,
      Whom whom,
      long ruleVersion) {}

  Optional<Told> findByIdAndAccountId(long id, long account);

  @Query(
      """
      SELECT r.kind, r.title, r.path, c.name AS company, COALESCE(c.demo, FALSE) AS demo, r.due_on, r.step, r.whom,
             r.rule_version
      FROM reminder r
      LEFT JOIN company c ON c.id = r.company_id
      WHERE r.digest_id = :digest
      ORDER BY r.id
      LIMIT :limit OFFSET :offset
      """)
  List<Item> items(long digest, int limit, int offset);
}
