package seedbed.review;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// What was said of members, which is only added to.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Entries extends GenericRepository<Entry, Long> {

  @Query(
      """
      SELECT id, member_id, kind, says, detail, note, done_at, done_by, done_as
      FROM review_entry
      WHERE member_id = :memberId
      ORDER BY id DESC
      """)
  List<Entry> of(long memberId);
}
