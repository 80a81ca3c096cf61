package seedbed.review;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// What was decided about closed rounds, which is only added to.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Supplements extends GenericRepository<Supplement, Long> {

  @Query(
      """
      SELECT id, round_id, kind, document, archive_number, effective_on, reason, digest, issued_at,
             issued_by, issued_as, digest_version
      FROM review_supplement
      WHERE round_id = :roundId
      ORDER BY id
      """)
  List<Supplement> of(long roundId);

  @Query(
      """
      SELECT supplement_id, member_id, was, decision, upward, upward_label, rectify_until, reason,
             truth, verdict_number
      FROM review_supplement_line
      WHERE member_id = :memberId
      ORDER BY supplement_id
      """)
  List<Supplement.Line> linesAbout(long memberId);

  @Query(
      """
      SELECT supplement_id, member_id, was, decision, upward, upward_label, rectify_until, reason,
             truth, verdict_number
      FROM review_supplement_line
      WHERE supplement_id = :supplementId
      ORDER BY member_id
      """)
  List<Supplement.Line> linesOf(long supplementId);
}
