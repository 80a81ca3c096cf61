package seedbed.bulletin;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/// All bulletins; whoever shows them to somebody asks [VisibleBulletins].
@JdbcRepository(dialect = Dialect.MYSQL)
interface Bulletins extends GenericRepository<Bulletin, Long> {

  Bulletin save(Bulletin bulletin);

  Optional<Bulletin> findById(long id);

  Optional<Bulletin> findByRegionCodeAndAboutYearAndQuarter(
      String regionCode, int aboutYear, int quarter);

  long count();

  /// The one before of the same kind that was issued last.
  @Query(
      """
      SELECT b.id, b.region_code, b.about_year, b.quarter, b.stage, b.known_at, b.drafted_on,
             b.drafted_by, b.kept_at, b.kept_by, b.version
      FROM bulletin b
      WHERE b.region_code = :regionCode
        AND b.stage = 'ISSUED'
        AND (b.quarter = 0) = (:quarter = 0)
        AND (b.about_year < :year OR (b.about_year = :year AND b.quarter < :quarter))
      ORDER BY b.about_year DESC, b.quarter DESC
      LIMIT 1
      """)
  Optional<Bulletin> issuedBefore(String regionCode, int year, int quarter);

  /// Keeps everybody else from changing it until the transaction ends; of two writers the second
  /// changes nothing.
  ///
  /// @return 0 when somebody was quicker
  @Query(
      """
      UPDATE bulletin
      SET version = version + 1, kept_at = :at, kept_by = :by
      WHERE id = :id
        AND version = :version
        AND stage = 'DRAFT'
      """)
  int take(long id, long version, Instant at, String by);

  @Query("UPDATE bulletin SET known_at = :at WHERE id = :id AND stage = 'DRAFT'")
  int knownAt(long id, Instant at);

  @Query("UPDATE bulletin SET stage = 'ISSUED', content = NULL WHERE id = :id AND stage = 'DRAFT'")
  int issue(long id);

  @Query("DELETE FROM bulletin WHERE id = :id AND stage = 'DRAFT'")
  int discard(long id);
}
