package seedbed.audit;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import seedbed.access.Caller;
import seedbed.web.Address;

/// The trail for the auditor, and its verification.
@Hidden
@Controller(TrailSheets.PATH)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class TrailPages {

  private final TrailSheets sheets;
  private final Checks checks;

  TrailPages(TrailSheets sheets, Checks checks) {
    this.sheets = sheets;
    this.checks = checks;
  }

  @Get
  @View("trail/index")
  TrailSheet show(@RequestBean TrailFilter filter, HttpRequest<?> request) {
    return sheets.sheet(filter, Address.of(request));
  }

  @Post("/checks")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> check(Caller caller) {
    checks.start(caller.account());
    return HttpResponse.seeOther(Address.of(TrailSheets.PATH).uri());
  }

  /// The progress part alone; once the verification has ended, the page around it is read again.
  @Get("/checks/progress")
  HttpResponse<?> progress() {
    var progress = sheets.progress();
    return progress == null
        ? HttpResponse.noContent().header("HX-Refresh", "true")
        : HttpResponse.ok(new ModelAndView<>("parts/progress", progress));
  }
}
