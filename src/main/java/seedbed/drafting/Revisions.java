package seedbed.drafting;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The history of drafts, which is only added to.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Revisions extends GenericRepository<Revision, Long> {

  @Query(
      """
      INSERT INTO edition_revision (draft_id, number, document, cases, deed, problems,
                                    saved_by, saved_at)
      VALUES (:draftId, :number, :document, :cases, :deed, :problems,
              :savedBy, :savedAt)
      """)
  void add(
      long draftId,
      int number,
      String document,
      String cases,
      String deed,
      int problems,
      String savedBy,
      Instant savedAt);

  Optional<Revision> findByDraftIdAndNumber(long draftId, int number);

  @Query(
      """
      SELECT number, deed, problems, saved_by, saved_at
      FROM edition_revision
      WHERE draft_id = :draftId
      ORDER BY number DESC
      LIMIT 200
      """)
  List<Line> lines(long draftId);

  /// A revision without what it says.
  @Introspected
  record Line(int number, String deed, int problems, String savedBy, Instant savedAt) {}
}
