package seedbed.report.portfolio;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permissions;
import seedbed.inspection.InspectionDuties;
import seedbed.web.Address;

/// Who inspected the company this year.
@Singleton
class InspectionGlimpse implements Glimpse {

  private static final int FEW = 4;

  private final InspectionDuties inspections;
  private final Permissions permissions;
  private final Clock clock;

  InspectionGlimpse(InspectionDuties inspections, Permissions permissions, Clock clock) {
    this.inspections = inspections;
    this.permissions = permissions;
    this.clock = clock;
  }

  @Override
  public int getOrder() {
    return 40;
  }

  @Override
  public Optional<Part> of(long company, Caller caller) {
    LocalDate today = LocalDate.now(clock);
    return permissions
        .of(caller, Act.SEE_INSPECTIONS)
        .map(may -> {
          List<InspectionDuties.Visit> visits = inspections.of(company, today, may.scope());
          return new Part(
              "今年的检查（" + visits.size() + " 次）",
              visits.stream().limit(FEW).map(InspectionGlimpse::line).toList(),
              "今年没有报备的检查。",
              Address.of("/inspections").with("company", company));
        });
  }

  private static Line line(InspectionDuties.Visit visit) {
    return new Line(
        visit.unit() + " " + visit.item(),
        day(visit.on()) + visit.result(),
        visit.late(),
        Address.of("/inspections/" + visit.id()));
  }

  private static String day(@Nullable LocalDate on) {
    return on == null ? "" : on + "，";
  }
}
