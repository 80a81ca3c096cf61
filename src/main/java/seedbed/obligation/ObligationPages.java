package seedbed.obligation;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.web.PageRequest;

/// What is due, as a list.
@Hidden
@Controller("/obligations")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ObligationPages {

  private final ObligationLists lists;

  ObligationPages(ObligationLists lists) {
    this.lists = lists;
  }

  @Get
  @View("obligations/index")
  ObligationList index(
      PageRequest page,
      Permission permission,
      @Nullable @QueryValue String show,
      @Nullable @QueryValue String kind,
      @Nullable @QueryValue String span,
      @Nullable @QueryValue String town,
      @Nullable @QueryValue("q") String named,
      @Nullable @QueryValue String whose) {
    return lists.list(
        new ObligationLists.Typed(show, kind, span, town, named, whose), page, permission);
  }
}
