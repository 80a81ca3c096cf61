package seedbed.inbox;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import seedbed.access.Role;

/// Whom something about a company or a place is told to.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Recipients extends GenericRepository<Message, Long> {

  /// The nearest accounts of a role that a place belongs to: the county's own office before that of
  /// the city above it.
  ///
  /// @param region the code of the place, such as the town of a company
  @Query(
      """
      SELECT a.id
      FROM account a
      WHERE a.role = :role
        AND a.state <> 'DISABLED'
        AND a.program = FALSE
        AND :region LIKE CONCAT(a.region_code, '%')
        AND LENGTH(a.region_code) = (SELECT MAX(LENGTH(nearest.region_code))
                                     FROM account nearest
                                     WHERE nearest.role = :role
                                       AND nearest.state <> 'DISABLED'
                                       AND nearest.program = FALSE
                                       AND :region LIKE CONCAT(nearest.region_code, '%'))
      ORDER BY a.id
      """)
  List<Long> nearest(Role role, String region);

  /// Everybody of a department or an inspecting unit of a region; units of other regions can have
  /// the same name.
  @Query(
      """
      SELECT a.id
      FROM account a
      WHERE a.role = :role
        AND a.unit = :unit
        AND a.region_code = :region
        AND a.state <> 'DISABLED'
        AND a.program = FALSE
      ORDER BY a.id
      """)
  List<Long> ofUnit(Role role, String unit, String region);

  /// The nearest accounts of a unit that a place belongs to.
  @Query(
      """
      SELECT a.id
      FROM account a
      WHERE a.role = :role
        AND a.unit = :unit
        AND a.state <> 'DISABLED'
        AND a.program = FALSE
        AND :region LIKE CONCAT(a.region_code, '%')
        AND LENGTH(a.region_code) = (SELECT MAX(LENGTH(nearest.region_code))
                                     FROM account nearest
                                     WHERE nearest.role = :role
                                       AND nearest.unit = :unit
                                       AND nearest.state <> 'DISABLED'
                                       AND nearest.program = FALSE
                                       AND :region LIKE CONCAT(nearest.region_code, '%'))
      ORDER BY a.id
      """)
  List<Long> nearestOfUnit(Role role, String unit, String region);

  /// Whoever looks after a company on a day, those who only act for somebody left out.
  @Query(
      """
      SELECT DISTINCT a.id
      FROM account a
      JOIN assignment own ON own.account_id = a.id
      WHERE own.company_id = :company
        AND own.held_from <= :day
        AND (own.held_to IS NULL OR own.held_to > :day)
        AND a.role = 'LEADER'
        AND a.state <> 'DISABLED'
        AND a.program = FALSE
      ORDER BY a.id
      """)
  List<Long> leadersOf(long company, LocalDate day);

  /// The company's own accounts.
  @Query(
      """
      SELECT a.id
      FROM account a
      WHERE a.role = 'COMPANY'
        AND a.company_id = :company
        AND a.state <> 'DISABLED'
        AND a.program = FALSE
      ORDER BY a.id
      """)
  List<Long> ofCompany(long company);

  /// Those of the company's own accounts that can be used today.
  @Query(
      """
      SELECT a.id
      FROM account a
      WHERE a.role = 'COMPANY'
        AND a.company_id = :company
        AND a.state = 'ACTIVE'
        AND a.program = FALSE
      ORDER BY a.id
      """)
  List<Long> activeOfCompany(long company);
}
