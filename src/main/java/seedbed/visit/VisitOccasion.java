package seedbed.visit;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permissions;
import seedbed.portfolio.Leaders;
import seedbed.request.Occasion;

/// Says on a request's page which visit it came of.
@Singleton
class VisitOccasion implements Occasion {

  private final VisitRequests links;
  private final Visits visits;
  private final VisibleVisits visible;
  private final Leaders leaders;
  private final Permissions permissions;

  VisitOccasion(
      VisitRequests links,
      Visits visits,
      VisibleVisits visible,
      Leaders leaders,
      Permissions permissions) {
    this.links = links;
    this.visits = visits;
    this.visible = visible;
    this.leaders = leaders;
    this.permissions = permissions;
  }

  @Override
  public Optional<Told> of(long request, Caller caller) {
    return links
        .visitOf(request)
        .flatMap(visits::findById)
        .map(visit ->
            new Told(
                visit.visitedOn() + " " + leader(visit) + "的走访",
                sees(visit, caller) ? VisitPages.address(visit.id()) : null));
  }

  private String leader(Visit visit) {
    return leaders.names(List.of(visit.leaderId())).getOrDefault(visit.leaderId(), "挂钩领导");
  }

  private boolean sees(Visit visit, Caller caller) {
    return permissions
        .of(caller, Act.SEE_VISITS)
        .filter(may -> !visible.find(visit.id(), may.scope()).isEmpty())
        .isPresent();
  }
}
