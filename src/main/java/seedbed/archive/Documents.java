package seedbed.archive;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/// All documents; whoever shows them to somebody asks [VisibleDocuments].
@JdbcRepository(dialect = Dialect.MYSQL)
interface Documents extends GenericRepository<Document, Long> {

  Document save(Document document);

  Optional<Document> findById(long id);

  Optional<Document> findByToken(String token);

  /// Raises the counter and keeps it locked until the transaction ends.
  @Query(
      """
      INSERT INTO archive_series (region_code, series, year, latest)
      VALUES (:regionCode, :series, :year, 1)
      ON DUPLICATE KEY UPDATE latest = latest + 1
      """)
  void raise(String regionCode, Series series, int year);

  @Query(
      """
      SELECT latest
      FROM archive_series
      WHERE region_code = :regionCode
        AND series = :series
        AND year = :year
      FOR UPDATE
      """)
  Optional<Integer> latest(String regionCode, Series series, int year);

  /// The newest document of a series about one thing.
  @Query(
      """
      SELECT id
      FROM archive_document
      WHERE about_kind = :aboutKind
        AND about_id = :aboutId
        AND series = :series
      ORDER BY id DESC
      LIMIT 1
      """)
  Optional<Long> newestAbout(Series series, String aboutKind, long aboutId);

  /// The newest that has been neither voided nor replaced.
  @Query(
      """
      SELECT d.id
      FROM archive_document d
      WHERE d.about_kind = :aboutKind
        AND d.about_id = :aboutId
        AND d.series = :series
        AND NOT EXISTS (SELECT 1
                        FROM archive_amendment a
                        WHERE a.document_id = d.id
                          AND a.closing = 1)
      ORDER BY d.id DESC
      LIMIT 1
      """)
  Optional<Long> standingAbout(Series series, String aboutKind, long aboutId);

  /// The one that a unit has under a number, unless it was voided or replaced.
  @Query(
      """
      SELECT d.id
      FROM archive_document d
      WHERE d.number = :number
        AND d.region_code = :regionCode
        AND NOT EXISTS (SELECT 1
                        FROM archive_amendment a
                        WHERE a.document_id = d.id
                          AND a.closing = 1)
      ORDER BY d.id DESC
      LIMIT 1
      """)
  Optional<Long> standing(String number, String regionCode);

  List<Document> findByAboutKindAndAboutIdOrderById(String aboutKind, long aboutId);
}
