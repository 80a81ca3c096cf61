package seedbed.review;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// All rounds; whoever shows them to somebody asks [VisibleRounds].
@JdbcRepository(dialect = Dialect.MYSQL)
interface Rounds extends GenericRepository<Round, Long> {

  Round save(Round round);

  Optional<Round> findById(long id);

  long count();

  Optional<Round> findByRegionCodeAndTitleAndAboutYearAndStanding(
      String regionCode, String title, int aboutYear, int standing);

  /// A round of the same pool that goes on, of the region, one above it or one below it.
  @Query(
      """
      SELECT id
      FROM review_round
      WHERE (region_code LIKE CONCAT(:regionCode, '%')
             OR :regionCode LIKE CONCAT(region_code, '%'))
        AND title = :title
        AND stage IN ('OPENING', 'OPEN')
      ORDER BY id
      LIMIT 1
      """)
  Optional<Long> unfinished(String regionCode, String title);

  /// The newest closed round of the pool before a year.
  @Query(
      """
      SELECT id
      FROM review_round
      WHERE region_code = :regionCode
        AND title = :title
        AND stage = 'CLOSED'
        AND about_year < :year
      ORDER BY about_year DESC
      LIMIT 1
      """)
  Optional<Long> closedBefore(String regionCode, String title, int year);

  /// Keeps everybody else from changing anything of the round until the transaction ends.
  @Query("SELECT id FROM review_round WHERE id = :id FOR UPDATE")
  Optional<Long> lock(long id);

  /// Lets others work beside, but nobody close it until the transaction ends; empty where it is not
  /// open.
  @Query(
      """
      SELECT id
      FROM review_round
      WHERE id = :id
        AND stage = 'OPEN'
      LOCK IN SHARE MODE
      """)
  Optional<Long> holdOpen(long id);

  @Query(
      """
      UPDATE review_round
      SET stage = 'OPEN', members = :members, version = version + 1
      WHERE id = :id
        AND stage = 'OPENING'
      """)
  int opened(long id, int members);

  @Query(
      """
      UPDATE review_round
      SET stage = 'CANCELLED', standing = NULL, cancel_reason = :reason, closed_by = :by,
          closed_as = :as, closed_at = :at, version = version + 1
      WHERE id = :id
        AND stage IN ('OPENING', 'OPEN')
      """)
  int cancel(long id, String reason, String by, String as, Instant at);

  /// Writes down how it is closed, so that its digest is taken of what the table says.
  @Query(
      """
      UPDATE review_round
      SET effective_on = :effectiveOn, document = :document, closed_at = :at, closed_by = :by,
          closed_as = :as
      WHERE id = :id
        AND stage = 'OPEN'
      """)
  int settle(long id, LocalDate effectiveOn, String document, Instant at, String by, String as);

  @Query(
      """
      UPDATE review_round
      SET stage = 'CLOSED', archive_number = :archiveNumber, digest = :digest,
          digest_version = :digestVersion, version = version + 1
      WHERE id = :id
        AND stage = 'OPEN'
      """)
  int close(long id, String archiveNumber, String digest, int digestVersion);
}
