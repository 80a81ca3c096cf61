package seedbed.sheet;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// The history of yearly sheets, which is only added to.
@JdbcRepository(dialect = Dialect.MYSQL)
interface SheetSteps extends GenericRepository<SheetStep, Long> {

  SheetStep save(SheetStep step);

  List<SheetStep> findBySheetIdOrderByIdDesc(long sheetId);
}
