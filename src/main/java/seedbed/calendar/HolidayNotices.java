package seedbed.calendar;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;

/// Years that were entered in the browser; of each the newest holds.
@JdbcRepository(dialect = Dialect.MYSQL)
interface HolidayNotices extends GenericRepository<HolidayNotices.HolidayNotice, Long> {

  /// @param days line by line as they were entered
  @MappedEntity("holiday_notice")
  record HolidayNotice(
      @Id @GeneratedValue long id,
      int aboutYear,
      String document,
      String days,
      LocalDate enteredOn,
      String enteredBy) {}

  HolidayNotice save(HolidayNotice notice);

  List<HolidayNotice> findAllOrderById();

  @Query("SELECT COALESCE(MAX(id), 0) FROM holiday_notice")
  long newest();
}
