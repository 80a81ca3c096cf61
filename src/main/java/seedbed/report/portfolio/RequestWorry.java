package seedbed.report.portfolio;

import jakarta.inject.Singleton;
import java.util.List;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permissions;
import seedbed.report.portfolio.PortfolioPage.Matter;
import seedbed.request.RequestDuties;
import seedbed.web.Address;

/// What linked companies asked for and got no answer to in time: one line for all of it.
@Singleton
class RequestWorry implements Worry {

  private final RequestDuties duties;
  private final Permissions permissions;

  RequestWorry(RequestDuties duties, Permissions permissions) {
    this.duties = duties;
    this.permissions = permissions;
  }

  @Override
  public int getOrder() {
    return 20;
  }

  @Override
  public List<Matter> of(Caller caller) {
    return permissions.of(caller, Act.SEE_REQUESTS).stream()
        .map(may -> duties.waiting(may.scope()))
        .filter(waiting -> waiting.overdue() > 0)
        .map(waiting ->
            new Matter(
                "诉求",
                "not",
                waiting.overdue() + " 件诉求超过承诺期限没有答复",
                waiting.atOffice() > 0 ? "其中 " + waiting.atOffice() + " 件已升级至培育办或者挂钩领导" : "",
                false,
                Address.of("/requests").with("show", "overdue")))
        .toList();
  }
}
