package seedbed.sheet;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// The history of operating sheets, which is only added to.
@JdbcRepository(dialect = Dialect.MYSQL)
interface OperatingSteps extends GenericRepository<OperatingStep, Long> {

  OperatingStep save(OperatingStep step);

  List<OperatingStep> findBySheetIdOrderByIdDesc(long sheetId);
}
