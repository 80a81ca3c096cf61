package seedbed.meeting;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All meetings; whoever shows them to somebody asks [VisibleMeetings].
@JdbcRepository(dialect = Dialect.MYSQL)
interface Meetings extends GenericRepository<Meeting, Long> {

  Meeting save(Meeting meeting);

  Optional<Meeting> findById(long id);

  Optional<Meeting> findByRegionCodeAndAboutYearAndAboutMonth(
      String regionCode, int aboutYear, int aboutMonth);

  long count();

  /// Keeps everybody else from changing it until the transaction ends; of two writers the second
  /// changes nothing.
  ///
  /// @return 0 when somebody was quicker
  @Query(
      """
      UPDATE meeting
      SET version = version + 1, kept_at = :at, kept_by = :by
      WHERE id = :id
        AND version = :version
        AND stage = :stage
      """)
  int take(long id, long version, Stage stage, Instant at, String by);

  @Query(
      """
      UPDATE meeting
      SET held_on = :heldOn, held_time = :heldTime, place = :place, chair = :chair,
          participants = :participants
      WHERE id = :id
        AND stage <> 'ISSUED'
      """)
  int describe(
      long id,
      @Nullable LocalDate heldOn,
      String heldTime,
      String place,
      String chair,
      String participants);

  @Query("UPDATE meeting SET stage = :stage WHERE id = :id")
  int stage(long id, Stage stage);

  @Query("DELETE FROM meeting WHERE id = :id AND stage = 'DRAFT'")
  int discard(long id);
}
