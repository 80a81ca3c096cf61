package seedbed.portfolio;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Who acts for whom.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Aides extends GenericRepository<Aide, Long> {

  Aide save(Aide aide);

  Optional<Aide> findById(long id);

  List<Aide> findByLeaderIdOrderByHeldFromDesc(long leaderId);

  /// Those of the leaders of a region, the newest first.
  @Query(
      """
      SELECT a.id, a.leader_id, a.aide_id, a.held_from, a.held_to, a.appointed_by, a.ended_by
      FROM aide a
      JOIN account l ON l.id = a.leader_id
      WHERE l.region_code LIKE CONCAT(:region, '%')
      ORDER BY a.held_from DESC, a.id DESC
      """)
  List<Aide> below(String region);

  /// For whom an account acts on a day.
  @Query(
      """
      SELECT id, leader_id, aide_id, held_from, held_to, appointed_by, ended_by
      FROM aide
      WHERE aide_id = :account
        AND held_from <= :day
        AND (held_to IS NULL OR held_to > :day)
      ORDER BY leader_id
      """)
  List<Aide> of(long account, LocalDate day);

  /// Everybody who acts for somebody on a day.
  @Query(
      """
      SELECT id, leader_id, aide_id, held_from, held_to, appointed_by, ended_by
      FROM aide
      WHERE held_from <= :day
        AND (held_to IS NULL OR held_to > :day)
      ORDER BY leader_id, aide_id
      """)
  List<Aide> all(LocalDate day);

  @Query(
      """
      UPDATE aide
      SET held_to = :day, ended_by = :by
      WHERE id = :id
        AND held_from < :day
        AND (held_to IS NULL OR held_to > :day)
      """)
  long end(long id, LocalDate day, String by);

  /// One that began today and ends today never was.
  @Query("DELETE FROM aide WHERE id = :id AND held_from >= :day")
  long forget(long id, LocalDate day);
}
