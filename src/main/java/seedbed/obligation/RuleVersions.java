package seedbed.obligation;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What the office changed about the rules.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface RuleVersions extends GenericRepository<RuleVersions.RuleVersion, Long> {

  /// @param follows the version it was made from; 0 for the file
  /// @param text the whole plan, as the file would have it
  /// @param fromOn the day from which it holds
  @MappedEntity("reminder_rule_version")
  record RuleVersion(
      @Id @GeneratedValue long id,
      long follows,
      String text,
      LocalDate fromOn,
      String reason,
      Instant decidedAt,
      String decidedBy) {}

  /// @throws io.micronaut.data.exceptions.DataAccessException when another one follows the same
  RuleVersion save(RuleVersion version);

  List<RuleVersion> findAllOrderById();

  @Query("SELECT COALESCE(MAX(id), 0) FROM reminder_rule_version")
  long newest();
}
