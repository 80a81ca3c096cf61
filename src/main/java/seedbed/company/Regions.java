package seedbed.company;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/// The region tree.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Regions extends GenericRepository<Region, String> {

  Region save(Region region);

  Optional<Region> findByCode(String code);

  List<Region> findByName(String name);

  Optional<Region> findByNameAndParentCode(String name, String parentCode);

  List<Region> findByParentCodeOrderByCode(String parentCode);

  List<Region> findAllOrderByCode();

  /// The region itself and everything below it, parents before children.
  @Query(
      """
      SELECT code, name, level, parent_code, source
      FROM region
      WHERE code LIKE CONCAT(:code, '%')
      ORDER BY code
      """)
  List<Region> subtree(String code);

  long count();
}
