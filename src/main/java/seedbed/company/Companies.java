package seedbed.company;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The companies Seedbed knows.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Companies extends GenericRepository<Company, Long> {

  Company save(Company company);

  Company update(Company company);

  Optional<Company> findById(long id);

  Optional<Company> findByCreditCode(CreditCode creditCode);

  Optional<Company> findByName(String name);

  List<Company> findByIdIn(Collection<Long> ids);

  List<Company> findByNameIn(Collection<String> names);

  List<Company> findByShortNameIn(Collection<String> shortNames);

  List<Company> findByCreditCodeIn(Collection<CreditCode> creditCodes);

  /// Says that the register of titles was complete on a day. The earliest such day stays: from it
  /// on the register is complete, and a later check takes nothing away from that.
  @Query(
      """
      UPDATE company
      SET titles_checked_on = :day, version = version + 1
      WHERE id = :id
        AND (titles_checked_on IS NULL OR titles_checked_on > :day)
      """)
  int titlesChecked(long id, LocalDate day);

  boolean existsByRegionCode(String regionCode);

  long count();

  /// All companies of a region and everything below it, in the order of their numbers.
  @Query(
      """
      SELECT id, name, short_name, name_initials, short_initials, credit_code, region_code,
             industry_code, industry_name, track, main_product, founded_on, origin,
             recorded_on, titles_checked_on, source, note, version
      FROM company
      WHERE region_code LIKE CONCAT(:regionCode, '%')
      ORDER BY id
      """)
  List<Company> inRegion(String regionCode);

  /// All that were known when a day ended, in the order runs walk them; numbers only, so that a
  /// whole province fits into memory.
  @Query("SELECT id FROM company WHERE recorded_on <= :day ORDER BY id")
  List<Long> idsKnownOn(LocalDate day);

  @Query("SELECT COUNT(*) FROM company WHERE recorded_on <= :day")
  long countKnownOn(LocalDate day);
}
