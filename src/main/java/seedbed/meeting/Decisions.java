package seedbed.meeting;

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
}
