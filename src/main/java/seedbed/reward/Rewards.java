package seedbed.reward;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// All entries; whoever shows them to somebody asks [VisibleRewards].
@JdbcRepository(dialect = Dialect.MYSQL)
interface Rewards extends GenericRepository<Reward, Long> {

  Reward save(Reward reward);

  Optional<Reward> findById(long id);

  /// Holds the rewards of companies until the transaction ends, so that of two who enter the same
  /// at once the second sees what the first did. The companies' rows stand for them: who serves
  /// requests may only add rewards, and MySQL lets nobody lock what he may not change.
  @Query("SELECT id FROM company WHERE id IN (:companies) ORDER BY id FOR UPDATE")
  List<Long> hold(Collection<Long> companies);

  /// Those that were not voided.
  @Query(
      """
      SELECT x.id, x.company_id, x.year, x.item, x.level, x.document, x.document_no, x.due_amount,
             x.granted_amount, x.reason, x.decided_on, x.archived_id, x.remark, x.import_id,
             x.entered_by, x.entered_at
      FROM reward x
      WHERE x.company_id IN (:companies)
        AND NOT EXISTS (SELECT 1 FROM reward_void v WHERE v.reward_id = x.id)
      ORDER BY x.id
      """)
  List<Reward> standing(Collection<Long> companies);

  /// The most that was granted of an item.
  @Introspected
  record Highest(String item, BigDecimal amount) {}

  /// Of those of a region that were not voided.
  @Query(
      """
      SELECT x.item, MAX(x.granted_amount) AS amount
      FROM reward x
      JOIN company c ON c.id = x.company_id
      WHERE x.item IN (:items)
        AND c.region_code LIKE CONCAT(:region, '%')
        AND x.granted_amount > 0
        AND NOT EXISTS (SELECT 1 FROM reward_void v WHERE v.reward_id = x.id)
      GROUP BY x.item
      """)
  List<Highest> highest(Collection<String> items, String region);

  @Query("SELECT id FROM reward LIMIT 1")
  List<Long> any();
}
