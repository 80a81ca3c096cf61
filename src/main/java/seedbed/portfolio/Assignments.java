package seedbed.portfolio;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who looks after whom.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Assignments extends GenericRepository<Assignment, Long> {

  Assignment save(Assignment assignment);

  List<Assignment> saveAll(Iterable<Assignment> assignments);

  Optional<Assignment> findById(long id);

  /// What an account has on a day.
  @Query(
      """
      SELECT id, company_id, account_id, kind, held_from, held_to, document, ended_for, version
      FROM assignment
      WHERE account_id = :account
        AND held_from <= :day
        AND (held_to IS NULL OR held_to > :day)
      ORDER BY company_id
      """)
  List<Assignment> of(long account, LocalDate day);

  /// What an account has on a day or is to have later.
  @Query(
      """
      SELECT id, company_id, account_id, kind, held_from, held_to, document, ended_for, version
      FROM assignment
      WHERE account_id = :account
        AND (held_to IS NULL OR held_to > :day)
      ORDER BY company_id, id
      """)
  List<Assignment> reaching(long account, LocalDate day);

  /// Who has these companies on a day.
  @Query(
      """
      SELECT id, company_id, account_id, kind, held_from, held_to, document, ended_for, version
      FROM assignment
      WHERE company_id IN (:companies)
        AND held_from <= :day
        AND (held_to IS NULL OR held_to > :day)
      ORDER BY company_id, held_from, id
      """)
  List<Assignment> ofCompanies(Collection<Long> companies, LocalDate day);

  /// Who has these companies, in one of the ways, on a day or later.
  @Query(
      """
      SELECT id, company_id, account_id, kind, held_from, held_to, document, ended_for, version
      FROM assignment
      WHERE company_id IN (:companies)
        AND kind = :kind
        AND (held_to IS NULL OR held_to > :day)
      ORDER BY company_id, held_from, id
      """)
  List<Assignment> reachingCompanies(
      Collection<Long> companies, AssignmentKind kind, LocalDate day);

  /// Holds the companies until the transaction ends, always in the same order, so that of two who
  /// link them at once the second sees what the first did.
  @Query("SELECT id FROM company WHERE id IN (:companies) ORDER BY id FOR UPDATE")
  List<Long> holdCompanies(Collection<Long> companies);

  /// Ends one as somebody saw it; 0 when it was changed meanwhile.
  @Query(
      """
      UPDATE assignment
      SET held_to = :day, ended_for = :reason, version = version + 1
      WHERE id = :id
        AND version = :version
      """)
  long end(long id, long version, LocalDate day, String reason);

  /// One that was never to begin leaves no trace of a time that it did not have.
  @Query("DELETE FROM assignment WHERE id = :id AND version = :version")
  long forget(long id, long version);

  /// How many an account has from a day on, also those that are still to begin.
  @Query(
      """
      SELECT COUNT(*)
      FROM assignment
      WHERE account_id = :account
        AND (held_to IS NULL OR held_to > :day)
      """)
  long countHeld(long account, LocalDate day);

  /// The accounts that have a company on a day or are to have one.
  @Query(
      """
      SELECT DISTINCT account_id
      FROM assignment
      WHERE held_to IS NULL OR held_to > :day
      """)
  List<Long> holders(LocalDate day);

  /// Links companies to a leader of the four bodies from a day on.
  default void link(
      long account, Collection<Long> companies, LocalDate from, @Nullable String document) {
    link(account, AssignmentKind.LEADER, companies, from, document);
  }

  /// Links companies to an account from a day on; whether they are free is [Linking]'s to ask.
  default void link(
      long account,
      AssignmentKind kind,
      Collection<Long> companies,
      LocalDate from,
      @Nullable String document) {
    saveAll(
        companies.stream()
            .map(
                company -> new Assignment(0, company, account, kind, from, null, document, null, 0))
            .toList());
  }
}
