package seedbed.inspection;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// What companies say of conclusions; only added to.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Answers extends GenericRepository<Answer, Long> {

  Answer save(Answer answer);

  boolean existsByInspectionIdAndKind(long inspection, Answer.Kind kind);

  List<Answer> findByInspectionIdOrderById(long inspection);
}
