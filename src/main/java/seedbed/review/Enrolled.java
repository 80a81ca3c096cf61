package seedbed.review;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Truth;

/// Who takes part in a round, and what became of them in the one before.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Enrolled extends GenericRepository<Round, Long> {

  /// A company in the pool, by the row of the register that says so.
  @Introspected
  record Place(long companyId, long holdingId, LocalDate heldFrom) {}

  /// What a company was told in an earlier round.
  @Introspected
  record Last(
      long companyId,
      @Nullable Truth stay,
      @Nullable Decision opinion,
      @Nullable String note,
      @Nullable Decision ruling) {}

  /// Everybody of a region who was in the pool on a day, by what is known now: whoever is known to
  /// have left by then has nothing to be reviewed for.
  @Query(
      """
      SELECT c.id AS company_id, t.id AS holding_id, t.held_from
      FROM company c
      JOIN title_holding t ON t.company_id = c.id
      WHERE c.region_code LIKE CONCAT(:regionCode, '%')
        AND t.title = :title
        AND t.held_from <= :day
        AND (t.held_to IS NULL OR t.held_to > :day)
      ORDER BY c.id, t.held_from
      """)
  List<Place> places(String regionCode, String title, LocalDate day);

  @Query(
      """
      SELECT m.company_id, m.stay, u.opinion, u.opinion_note AS note,
             COALESCE(l.decision, u.decision) AS ruling
      FROM review_member m
      JOIN review_ruling u ON u.member_id = m.id
      """
          + Standing.NEWEST
          + """
          WHERE m.round_id = :roundId
          """)
  List<Last> last(long roundId);
}
