package seedbed.imports;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface Announcements extends GenericRepository<Announcement, Long> {

  Announcement save(Announcement announcement);

  Optional<Announcement> findByImportId(long importId);
}
