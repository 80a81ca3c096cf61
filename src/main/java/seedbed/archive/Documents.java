package seedbed.archive;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface Documents extends GenericRepository<Document, Long> {

  Document save(Document document);

  /// Raises the counter and keeps it locked until the transaction ends.
  @Query(
      """
      INSERT INTO archive_series (series, year, latest)
      VALUES (:series, :year, 1)
      ON DUPLICATE KEY UPDATE latest = latest + 1
      """)
  void raise(Series series, int year);

  @Query("SELECT latest FROM archive_series WHERE series = :series AND year = :year FOR UPDATE")
  Optional<Integer> latest(Series series, int year);
}
