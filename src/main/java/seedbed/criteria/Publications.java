package seedbed.criteria;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The editions and yearly notices that have been published.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Publications extends GenericRepository<Published, String> {

  @Query(
      """
      SELECT id, content_hash, source, published_at
      FROM edition_publication
      ORDER BY id
      """)
  List<Published> all();

  Optional<Published> findById(String id);

  /// Two servers may start at once: whoever comes first publishes.
  @Query(
      """
      INSERT INTO edition_publication (id, content_hash, source, published_at)
      VALUES (:id, :contentHash, :source, :publishedAt)
      ON DUPLICATE KEY UPDATE id = id
      """)
  void publish(String id, String contentHash, String source, Instant publishedAt);

  @Query(
      """
      UPDATE edition_publication
      SET source = :source
      WHERE id = :id
        AND content_hash = :contentHash
      """)
  void rewrite(String id, String contentHash, String source);
}
