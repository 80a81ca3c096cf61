package seedbed.review;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/// What was decided about closed rounds, which is only added to.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Supplements extends GenericRepository<Round, Long> {

  @Query(
      """
      SELECT id, round_id, kind, document, archive_number, effective_on, reason, digest, issued_at,
             issued_by
      FROM review_supplement
      WHERE round_id = :roundId
      ORDER BY id
      """)
  List<Supplement> of(long roundId);

  @Query(
      """
      SELECT id, round_id, kind, document, archive_number, effective_on, reason, digest, issued_at,
             issued_by
      FROM review_supplement
      WHERE id = :id
      """)
  Optional<Supplement> find(long id);

  @Query(
      """
      SELECT supplement_id, member_id, was, decision, upward, rectify_until, reason, truth,
             verdict_number
      FROM review_supplement_line
      WHERE member_id = :memberId
      ORDER BY supplement_id
      """)
  List<Supplement.Line> linesAbout(long memberId);
}
