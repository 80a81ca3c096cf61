package seedbed.portfolio;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who looks after whom.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Assignments extends GenericRepository<Assignment, Long> {

  Assignment save(Assignment assignment);

  List<Assignment> saveAll(Iterable<Assignment> assignments);

  /// What an account has on a day.
  @Query(
      """
      SELECT id, company_id, account_id, held_from, held_to, document
      FROM assignment
      WHERE account_id = :account
        AND held_from <= :day
        AND (held_to IS NULL OR held_to > :day)
      ORDER BY company_id
      """)
  List<Assignment> of(long account, LocalDate day);

  /// Who has these companies on a day.
  @Query(
      """
      SELECT id, company_id, account_id, held_from, held_to, document
      FROM assignment
      WHERE company_id IN (:companies)
        AND held_from <= :day
        AND (held_to IS NULL OR held_to > :day)
      ORDER BY company_id, held_from, id
      """)
  List<Assignment> ofCompanies(Collection<Long> companies, LocalDate day);

  /// How many an account has from a day on, also those that are still to begin.
  @Query(
      """
      SELECT COUNT(*)
      FROM assignment
      WHERE account_id = :account
        AND (held_to IS NULL OR held_to > :day)
      """)
  long countHeld(long account, LocalDate day);

  /// Links companies to an account from a day on.
  default void link(
      long account, Collection<Long> companies, LocalDate from, @Nullable String document) {
    saveAll(
        companies.stream()
            .map(company -> new Assignment(0, company, account, from, null, document))
            .toList());
  }
}
