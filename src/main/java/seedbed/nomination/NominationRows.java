package seedbed.nomination;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/// All entries of all plans; whoever shows them to somebody asks [VisiblePlans].
@JdbcRepository(dialect = Dialect.MYSQL)
interface NominationRows extends GenericRepository<Nomination, Long> {

  Nomination save(Nomination nomination);

  Nomination update(Nomination nomination);

  Optional<Nomination> findById(long id);

  boolean existsByPlanIdAndAboutYearAndTitleAndCompanyIdAndStanding(
      long planId, int aboutYear, String title, long companyId, int standing);

  @Query(
      """
      SELECT COALESCE(MAX(place), 0) + 1
      FROM nomination
      WHERE plan_id = :planId
        AND about_year = :year
        AND title = :title
      """)
  int nextPlace(long planId, int year, String title);
}
