package seedbed.inspection;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import seedbed.criteria.InspectionRules;

/// Finds out what a unit should know before it inspects a company.
@Singleton
class Screening {

  private final Inspections inspections;
  private final VisibleInspections visible;
  private final UnitPlans plans;
  private final InspectionRules rules;
  private final Clock clock;

  Screening(
      Inspections inspections,
      VisibleInspections visible,
      UnitPlans plans,
      InspectionRules rules,
      Clock clock) {
    this.inspections = inspections;
    this.visible = visible;
    this.plans = plans;
    this.rules = rules;
    this.clock = clock;
  }

  /// @param on the day of the visit
  Warnings.Known known(Firm firm, String region, String unit, LocalDate on) {
    LocalDate first = on.withDayOfYear(1);
    return new Warnings.Known(
        firm.duty(),
        plan(region, unit, on.getYear()).orElse(null),
        inspections.counted(firm.id(), region, unit, first, first.plusYears(1)),
        visible.neighbours(
            firm.id(),
            region,
            unit,
            on.minusDays(rules.jointDays()),
            on.plusDays(rules.jointDays())),
        LocalDate.now(clock));
  }

  Optional<UnitPlan> plan(String region, String unit, int year) {
    return plans.findByRegionCodeAndUnitAndPlanYear(region, unit, year);
  }

  Warnings.Known known(Filing filing, Firm firm, Inspection inspection) {
    LocalDate visit = filing.on("planned-on").orElse(LocalDate.now(clock));
    return known(firm, inspection.regionCode(), inspection.unit(), visit);
  }
}
