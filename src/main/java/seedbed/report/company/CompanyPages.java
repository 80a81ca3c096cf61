package seedbed.report.company;

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
import seedbed.access.Reach;
import seedbed.assessment.Assessing;
import seedbed.company.Absence;
import seedbed.web.ChosenDay;

/// One company: its ladder, the chosen title explained clause by clause, its figures with sources.
@Hidden
@Controller("/companies/{id}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class CompanyPages {
  private final Assessing assessing;
  private final CompanySheets sheets;
  private final List<Matters> matters;
  private final Permissions permissions;

  CompanyPages(
      Assessing assessing, CompanySheets sheets, List<Matters> matters, Permissions permissions) {
    this.assessing = assessing;
    this.sheets = sheets;
    this.matters = List.copyOf(matters);
    this.permissions = permissions;
  }

  /// @param title the rung to explain; the next one where none is named
  /// @param only `open` hides the clauses that are met
  @Get
  @View("companies/show")
  CompanySheet show(
      long id,
      ChosenDay chosen,
      Permission permission,
      @Nullable @QueryValue String title,
      @Nullable @QueryValue String only) {
    return assessing
        .assess(id, permission.scope(), chosen.day())
        .map(assessment ->
            sheets.of(
                assessment,
                chosen,
                title,
                "open".equals(only),
                owed(permission, chosen),
                permission.caller(),
                doors(permission, chosen)))
        .orElseThrow(() -> Absence.of(id, chosen));
  }

  // For the company this is the first page.
  private List<Matters.Matter> owed(Permission permission, ChosenDay chosen) {
    return chosen.past() || permission.reach() != Reach.COMPANY
        ? List.of()
        : matters.stream().flatMap(each -> each.of(permission.caller()).stream()).toList();
  }

  // Nobody can be invited on a past day.
  private CompanySheet.Doors doors(Permission permission, ChosenDay chosen) {
    return new CompanySheet.Doors(
        permissions.allow(permission.caller(), Act.TRY_FIGURES),
        permissions.allow(permission.caller(), Act.CONFIRM_FACTS),
        !chosen.past() && permissions.allow(permission.caller(), Act.INVITE_COMPANY),
        permission.reach() == Reach.COMPANY,
        permissions.allow(permission.caller(), Act.SEE_INSPECTIONS),
        permissions.allow(permission.caller(), Act.PRINT_INSPECTION_CODE));
  }
}
