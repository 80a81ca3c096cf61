package seedbed.recognition;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.company.Known;
import seedbed.web.ChosenDay;
import seedbed.web.PageRequest;
import seedbed.web.Pager;

/// By when holders have to update what is known of them, and to report their changes.
@Hidden
@Controller("/titles/deadlines")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class DutyPages {

  private final Duties duties;

  DutyPages(Duties duties) {
    this.duties = duties;
  }

  /// @param updates by title, what is due first comes first
  /// @param reports changes that nobody has reported, as far as is known
  @Introspected
  record Page(List<Update> updates, List<Report> reports, Pager pager, long unreported) {}

  /// @param done how many holders have an update recorded for the year of the day
  @Introspected
  record Update(
      String code,
      String title,
      Deadlines.Due due,
      long holders,
      long done,
      @Nullable String passed) {}

  @Introspected
  record Report(
      long companyId,
      String company,
      boolean demo,
      String region,
      String kind,
      LocalDate happenedOn,
      @Nullable String detail,
      @Nullable LocalDate due,
      @Nullable String missed,
      boolean late) {}

  @Get
  @View("titles/deadlines")
  Page show(PageRequest page, ChosenDay chosen, Scope scope) {
    return duties.page(page, new Known(scope, chosen.day()));
  }
}
