package seedbed.meeting;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// Decisions of minutes that are not issued yet.
@JdbcRepository(dialect = Dialect.MYSQL)
interface DecisionDrafts extends GenericRepository<DecisionDraft, Long> {

  DecisionDraft save(DecisionDraft draft);

  List<DecisionDraft> findByMeetingIdOrderByNumber(long meetingId);

  void deleteByMeetingId(long meetingId);
}
