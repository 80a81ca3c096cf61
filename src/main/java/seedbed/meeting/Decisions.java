package seedbed.meeting;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/// All decisions; whoever shows them to somebody asks [VisibleDecisions].
@JdbcRepository(dialect = Dialect.MYSQL)
interface Decisions extends GenericRepository<Decision, Long> {

  Decision save(Decision decision);

  Decision update(Decision decision);

  Optional<Decision> findById(long id);

  List<Decision> findByMeetingIdOrderByNumber(long meetingId);

  @Query("DELETE FROM decision WHERE meeting_id = :meetingId AND state = 'DRAFT'")
  void discardDrafts(long meetingId);

  @Query(
      """
      UPDATE decision
      SET state = 'OPEN', version = version + 1
      WHERE meeting_id = :meetingId
        AND state = 'DRAFT'
      """)
  int putInForce(long meetingId);
}
