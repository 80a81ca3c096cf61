package seedbed.review;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Opinions and decisions as they stand. Whoever changes one holds the round open meanwhile.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Rulings extends GenericRepository<Round, Long> {

  @Query(
      """
      SELECT member_id, opinion, opinion_note, confirmed, opinion_by, opinion_on, decision, upward,
             rectify_until, reason, decided_by, decided_on, version
      FROM review_ruling
      WHERE member_id = :memberId
      """)
  Optional<Ruling> find(long memberId);

  /// 0 where somebody else was quicker, or the office has decided.
  @Query(
      """
      UPDATE review_ruling
      SET opinion = :opinion, opinion_note = :note, confirmed = :confirmed, opinion_by = :by,
          opinion_on = :day,
          version = version + 1
      WHERE member_id = :memberId
        AND version = :version
        AND decision IS NULL
      """)
  int advise(
      long memberId,
      long version,
      Decision opinion,
      @Nullable String note,
      boolean confirmed,
      String by,
      LocalDate day);

  @Query(
      """
      UPDATE review_ruling
      SET decision = :decision, upward = :upward, rectify_until = :until, reason = :reason,
          decided_by = :by, decided_on = :day, version = version + 1
      WHERE member_id = :memberId
        AND version = :version
      """)
  int decide(
      long memberId,
      long version,
      Decision decision,
      @Nullable String upward,
      @Nullable LocalDate until,
      String reason,
      String by,
      LocalDate day);

  /// Those that are not decided, kept from everybody else until the transaction ends.
  @Query(
      """
      SELECT member_id
      FROM review_ruling
      WHERE member_id IN (:memberIds)
        AND decision IS NULL
      ORDER BY member_id
      FOR UPDATE
      """)
  List<Long> lockUndecided(Collection<Long> memberIds);

  /// Those that are not decided and of whom the township says the same, likewise.
  ///
  /// @param silent also those of whom it has said nothing
  @Query(
      """
      SELECT member_id
      FROM review_ruling
      WHERE member_id IN (:memberIds)
        AND decision IS NULL
        AND (opinion = 'RECOMMEND' OR (opinion IS NULL AND :silent))
      ORDER BY member_id
      FOR UPDATE
      """)
  List<Long> lockRecommended(Collection<Long> memberIds, boolean silent);

  /// Those of whom nobody has said anything, likewise.
  @Query(
      """
      SELECT member_id
      FROM review_ruling
      WHERE member_id IN (:memberIds)
        AND decision IS NULL
        AND opinion IS NULL
      ORDER BY member_id
      FOR UPDATE
      """)
  List<Long> lockSilent(Collection<Long> memberIds);

  /// The same for many of whom nobody has said anything; others stay as they are.
  @Query(
      """
      UPDATE review_ruling
      SET opinion = :opinion, opinion_note = :note, confirmed = :confirmed, opinion_by = :by,
          opinion_on = :day,
          version = version + 1
      WHERE member_id IN (:memberIds)
        AND opinion IS NULL
        AND decision IS NULL
      """)
  int adviseAll(
      Collection<Long> memberIds,
      Decision opinion,
      @Nullable String note,
      boolean confirmed,
      String by,
      LocalDate day);

  /// The same for many that are not decided; each is recommended for the title that was judged.
  @Query(
      """
      UPDATE review_ruling
      SET decision = :decision, rectify_until = :until, reason = :reason,
          upward = CASE WHEN :decision = 'RECOMMEND'
                        THEN (SELECT m.next_title
                              FROM review_member m
                              WHERE m.id = review_ruling.member_id) END,
          decided_by = :by, decided_on = :day, version = version + 1
      WHERE member_id IN (:memberIds)
        AND decision IS NULL
      """)
  int decideAll(
      Collection<Long> memberIds,
      Decision decision,
      @Nullable LocalDate until,
      String reason,
      String by,
      LocalDate day);
}
