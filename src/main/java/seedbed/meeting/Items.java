package seedbed.meeting;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// The items of agendas.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Items extends GenericRepository<Item, Long> {

  Item save(Item item);

  Item update(Item item);

  List<Item> findByMeetingIdOrderByPlaceAscAndIdAsc(long meetingId);

  void deleteByMeetingId(long meetingId);
}
