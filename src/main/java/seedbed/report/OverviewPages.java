package seedbed.report;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Matters;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.access.Scope;
import seedbed.company.Known;
import seedbed.inspection.InspectionDuties;
import seedbed.plan.PlanDuties;
import seedbed.portfolio.AssignmentDuties;
import seedbed.recognition.EndingSoon;
import seedbed.request.RequestDuties;
import seedbed.review.ReviewDuties;
import seedbed.sheet.SheetDuties;
import seedbed.visit.PastVisits;
import seedbed.web.ChosenDay;

/// The dashboard.
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class OverviewPages {

  private final CurrentRun currentRun;
  private final PoolSurvey survey;
  private final NewsDesk newsDesk;
  private final EndingSoon ending;
  private final SheetDuties sheets;
  private final ReviewDuties reviews;
  private final PlanDuties plans;
  private final RequestDuties requests;
  private final InspectionDuties inspections;
  private final AssignmentDuties assignments;
  private final PastVisits visits;
  private final List<Matters> matters;
  private final Permissions permissions;

  OverviewPages(
      CurrentRun currentRun,
      PoolSurvey survey,
      NewsDesk newsDesk,
      EndingSoon ending,
      SheetDuties sheets,
      ReviewDuties reviews,
      PlanDuties plans,
      RequestDuties requests,
      InspectionDuties inspections,
      AssignmentDuties assignments,
      PastVisits visits,
      List<Matters> matters,
      Permissions permissions) {
    this.currentRun = currentRun;
    this.survey = survey;
    this.newsDesk = newsDesk;
    this.ending = ending;
    this.sheets = sheets;
    this.reviews = reviews;
    this.plans = plans;
    this.requests = requests;
    this.inspections = inspections;
    this.assignments = assignments;
    this.visits = visits;
    this.matters = matters;
    this.permissions = permissions;
  }

  /// @param title the title that the lower half is about
  @Get("/overview")
  @View("overview/index")
  Overview show(@QueryValue @Nullable String title, ChosenDay chosen, Permission permission) {
    var chosenTitle = survey.title(title);
    var state = currentRun.on(chosen.day());
    return new Overview(
        state.progress(),
        state.pending(),
        state.shown().map(run -> survey.of(run, chosenTitle, permission.scope())).orElse(null),
        newsDesk.on(chosen.day(), permission.scope()),
        ending.of(new Known(permission.scope(), chosen.day())),
        chosen.past() ? null : sheets.waiting(permission.scope()),
        chosen.past() ? List.of() : reviews.waiting(permission.scope()),
        chosen.past() ? null : plans.waiting(permission.scope()),
        chosen.past() ? null : requests.waiting(permission.scope()),
        chosen.past() ? null : inspections.of(permission.caller()).orElse(null),
        chosen.past() ? null : care(permission),
        chosen.past()
            ? List.of()
            : matters.stream().flatMap(each -> each.of(permission.caller()).stream()).toList(),
        permissions.allow(permission.caller(), Act.RUN_ASSESSMENT),
        permissions.allow(permission.caller(), Act.IMPORT));
  }

  // Only for those who can do something about it.
  private Overview.@Nullable Care care(Permission permission) {
    if (!permissions.allow(permission.caller(), Act.SEE_ASSIGNMENTS)) {
      return null;
    }
    Scope scope = permission.scope();
    return new Overview.Care(
        assignments.waiting(scope), visits.forgotten(scope), visits.silentDays());
  }
}
