package seedbed.imports;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.Pageable;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All imports, newest first. Each change says which state it starts from, so that of two processes
/// only one wins. Time is the database's, so that nodes with wrong clocks do not rob each other.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Imports extends GenericRepository<Import, Long> {

  Import save(Import uploaded);

  Optional<Import> findById(long id);

  Optional<Import> findByIdAndRegionCodeStartsWith(long id, String region);

  long countByRegionCodeStartsWith(String region);

  List<Import> findByRegionCodeStartsWithOrderByIdDesc(String region, Pageable page);

  /// The first import of this content that came to an end.
  Optional<Import> findFirstByFileHashAndStateAndRegionCodeStartsWithOrderById(
      String fileHash, ImportState state, String region);

  @Query("SELECT CURRENT_TIMESTAMP(6)")
  Instant now();

  List<Import> findTop50ByKindAndStateAndRegionCodeStartsWithOrderByIdDesc(
      ImportKind kind, ImportState state, String region);

  /// Says which earlier import a checked one puts right; null for none.
  @Query(
      """
      UPDATE data_import
      SET corrects_id = :correctsId
      WHERE id = :id
        AND state = 'CHECKED'
      """)
  int correcting(long id, @Nullable Long correctsId);

  /// Takes an import to check it (again); 0 when somebody else has it or it is past that. What a
  /// killed process left may be taken whatever its state says.
  @Query(
      """
      UPDATE data_import
      SET state = 'WAITING', runner = :runner, beat_at = CURRENT_TIMESTAMP(6), cancelling = FALSE, done_rows = 0,
          total_rows = 0, sentence = NULL, ended_at = NULL
      WHERE id = :id
        AND (state = :startable
             OR (state IN ('WAITING', 'CHECKING', 'STORING') AND beat_at < CURRENT_TIMESTAMP(6) - INTERVAL 15 SECOND))
      """)
  int takeToCheck(long id, ImportState startable, String runner);

  @Query(
      """
      UPDATE data_import
      SET state = 'STORING', runner = :runner, beat_at = CURRENT_TIMESTAMP(6), cancelling = FALSE, done_rows = 0
      WHERE id = :id
        AND state = 'CHECKED'
      """)
  int takeToStore(long id, String runner);

  @Query(
      """
      UPDATE data_import
      SET beat_at = CURRENT_TIMESTAMP(6), done_rows = :doneRows, total_rows = :totalRows
      WHERE id = :id
        AND runner = :runner
      """)
  int beat(long id, String runner, long doneRows, long totalRows);

  @Query(
      """
      UPDATE data_import
      SET state = 'CHECKING', beat_at = CURRENT_TIMESTAMP(6)
      WHERE id = :id
        AND runner = :runner
        AND state = 'WAITING'
      """)
  int begin(long id, String runner);

  @Query(
      """
      UPDATE data_import
      SET state = 'CHECKED', kind = :kind, sheet = :sheet, head_row = :headRow,
          problem_column = :problemColumn, good_rows = :goodRows, wrong_rows = :wrongRows,
          known_rows = :knownRows, remarked_rows = :remarkedRows, cautions = :cautions, done_rows = :totalRows,
          total_rows = :totalRows, beat_at = CURRENT_TIMESTAMP(6)
      WHERE id = :id
        AND runner = :runner
        AND state = 'CHECKING'
      """)
  int checked(
      long id,
      String runner,
      ImportKind kind,
      String sheet,
      int headRow,
      int problemColumn,
      long goodRows,
      long wrongRows,
      long knownRows,
      long remarkedRows,
      long cautions,
      long totalRows);

  @Query(
      """
      UPDATE data_import
      SET state = 'STORED', good_rows = :goodRows, wrong_rows = :wrongRows,
          known_rows = :knownRows, remarked_rows = :remarkedRows, stored_rows = :storedRows, stored_values = :storedValues,
          corrected = :corrected, done_rows = total_rows, ended_at = CURRENT_TIMESTAMP(6)
      WHERE id = :id
        AND runner = :runner
        AND state = 'STORING'
      """)
  int stored(
      long id,
      String runner,
      long goodRows,
      long wrongRows,
      long knownRows,
      long remarkedRows,
      long storedRows,
      long storedValues,
      long corrected);

  @Query(
      """
      UPDATE data_import
      SET state = :to, sentence = :sentence, ended_at = CURRENT_TIMESTAMP(6)
      WHERE id = :id
        AND runner = :runner
        AND state IN ('WAITING', 'CHECKING', 'STORING')
      """)
  int end(long id, String runner, ImportState to, @Nullable String sentence);

  @Query(
      """
      UPDATE data_import
      SET cancelling = TRUE
      WHERE id = :id
        AND state IN ('WAITING', 'CHECKING', 'STORING')
      """)
  int askToCancel(long id);

  @Query("SELECT cancelling FROM data_import WHERE id = :id")
  boolean cancelling(long id);

  long countByAccountId(long accountId);

  @Query(
      """
      UPDATE data_import
      SET account_id = :to, kept_by = :name
      WHERE account_id = :from
      """)
  long handOver(long from, long to, String name);

  /// Lets go of an import that nobody works on.
  @Query(
      """
      UPDATE data_import
      SET state = 'CANCELLED', ended_at = CURRENT_TIMESTAMP(6)
      WHERE id = :id
        AND (state = 'CHECKED'
             OR (state IN ('WAITING', 'CHECKING', 'STORING') AND beat_at < CURRENT_TIMESTAMP(6) - INTERVAL 15 SECOND))
      """)
  int drop(long id);
}
