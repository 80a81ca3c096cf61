package seedbed.report.portfolio;

import jakarta.inject.Singleton;
import java.util.List;
import seedbed.access.Caller;
import seedbed.inspection.InspectionDuties;
import seedbed.report.portfolio.PortfolioPage.Matter;
import seedbed.web.Address;

/// Inspections whose conclusion did not come on the next day: one line for all of them.
@Singleton
class InspectionWorry implements Worry {

  private final InspectionDuties duties;

  InspectionWorry(InspectionDuties duties) {
    this.duties = duties;
  }

  @Override
  public int getOrder() {
    return 25;
  }

  @Override
  public List<Matter> of(Caller caller) {
    return duties.of(caller).stream()
        .filter(waiting -> waiting.late() > 0)
        .map(waiting ->
            new Matter(
                "检查",
                "not",
                waiting.late() + " 次检查逾期没有报送结论",
                "检查结束的次日应向挂钩领导报送",
                false,
                Address.of("/inspections").with("show", "late")))
        .toList();
  }
}
