package seedbed.drafting;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All drafts; they belong to whoever keeps the standards.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Drafts extends GenericRepository<Draft, Long> {

  Draft save(Draft draft);

  /// Fails when somebody else changed it meanwhile.
  Draft update(Draft draft);

  Optional<Draft> findById(long id);

  long count();

  @Query("SELECT COUNT(*) FROM edition_draft WHERE :original IS NULL OR original = :original")
  long count(@Nullable String original);

  /// A slice of all, with what the newest revision of each says.
  ///
  /// @param original only those made from this edition; null for all
  @Query(
      """
      SELECT d.id, d.edition, d.purpose, d.stage, d.drafted_by, d.edited_by, d.changed_at, d.demo,
             r.problems, r.document
      FROM edition_draft d
      JOIN edition_revision r ON r.draft_id = d.id AND r.number = d.revision
      WHERE :original IS NULL
        OR d.original = :original
      ORDER BY CASE d.stage WHEN 'PROPOSED' THEN 0 WHEN 'DRAFTING' THEN 1 ELSE 2 END, d.id DESC
      LIMIT :limit OFFSET :offset
      """)
  List<Line> lines(@Nullable String original, int limit, long offset);

  /// @param problems how many things kept it from being published when it was saved
  @Introspected
  record Line(
      long id,
      String edition,
      Purpose purpose,
      Stage stage,
      String draftedBy,
      String editedBy,
      Instant changedAt,
      boolean demo,
      int problems,
      String document) {}

  /// Keeps everybody else from it until the transaction ends.
  @Query("SELECT id FROM edition_draft WHERE id = :id FOR UPDATE")
  Optional<Long> lock(long id);
}
