package seedbed.meeting;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// What happened to decisions, which is only added to.
@JdbcRepository(dialect = Dialect.MYSQL)
interface DecisionSteps extends GenericRepository<DecisionStep, Long> {

  DecisionStep save(DecisionStep step);

  List<DecisionStep> findByDecisionIdOrderByIdDesc(long decisionId);
}
