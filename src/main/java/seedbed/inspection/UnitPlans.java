package seedbed.inspection;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/// The yearly plans of inspecting units.
@JdbcRepository(dialect = Dialect.MYSQL)
interface UnitPlans extends GenericRepository<UnitPlan, Long> {

  UnitPlan save(UnitPlan plan);

  UnitPlan update(UnitPlan plan);

  Optional<UnitPlan> findByRegionCodeAndUnitAndPlanYear(String region, String unit, int year);

  List<UnitPlan> findByRegionCodeAndUnitOrderByPlanYearDesc(String region, String unit);
}
