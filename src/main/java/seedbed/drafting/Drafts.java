package seedbed.drafting;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/// All drafts; they belong to whoever keeps the standards.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Drafts extends GenericRepository<Draft, Long> {

  Draft save(Draft draft);

  /// Fails when somebody else changed it meanwhile.
  Draft update(Draft draft);

  Optional<Draft> findById(long id);

  long count();

  @Query(
      """
      SELECT id, edition, original, purpose, stage, ends, revision, drafted_by,
             edited_by, changed_at, demo, version
      FROM edition_draft
      ORDER BY CASE stage WHEN 'PROPOSED' THEN 0 WHEN 'DRAFTING' THEN 1 ELSE 2 END, id DESC
      LIMIT :limit OFFSET :offset
      """)
  List<Draft> page(int limit, long offset);

  /// Keeps everybody else from it until the transaction ends.
  @Query("SELECT id FROM edition_draft WHERE id = :id FOR UPDATE")
  Optional<Long> lock(long id);
}
