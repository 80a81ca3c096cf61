package seedbed.criteria;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The editions published in the browser, which are only added to.
@JdbcRepository(dialect = Dialect.MYSQL)
interface IssuedEditions extends GenericRepository<IssuedEdition, String> {

  @Query(
      """
      SELECT id, content_hash, source, cases, original, drafted_by, issued_by, issued_at
      FROM issued_edition
      ORDER BY issued_at, id
      """)
  List<IssuedEdition> all();

  Optional<IssuedEdition> findById(String id);

  @Query(
      """
      INSERT INTO issued_edition (id, content_hash, source, cases, original, drafted_by,
                                  issued_by, issued_at)
      VALUES (:id, :contentHash, :source, :cases, :original, :draftedBy,
              :issuedBy, :issuedAt)
      """)
  void add(
      String id,
      String contentHash,
      String source,
      String cases,
      @Nullable String original,
      String draftedBy,
      String issuedBy,
      Instant issuedAt);

  @Query("SELECT version FROM edition_shelf WHERE id = 1")
  long version();

  /// Lets one publication happen after the other.
  @Query("SELECT version FROM edition_shelf WHERE id = 1 FOR UPDATE")
  long lock();

  @Query("UPDATE edition_shelf SET version = version + 1 WHERE id = 1")
  void count();

  @Query("SELECT edition_id, ends_on, ended_at FROM edition_end ORDER BY edition_id")
  List<End> ends();

  @Query(
      """
      INSERT INTO edition_end (edition_id, ends_on, successor, ended_at)
      VALUES (:editionId, :endsOn, :successor, :endedAt)
      """)
  void end(String editionId, LocalDate endsOn, String successor, Instant endedAt);

  /// The last day that a successor brought to an edition.
  @Introspected
  record End(String editionId, LocalDate endsOn, Instant endedAt) {}
}
