package seedbed.report;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import seedbed.assessment.PoolAssessment;
import seedbed.web.Address;
import seedbed.web.ChosenDay;
import seedbed.web.Flash;

/// The work of judging the whole pool: watched, stopped and let go on from any page that shows it.
@Hidden
@Controller("/assessment-runs")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class RunPages {

  private final PoolAssessment pool;
  private final CurrentRun currentRun;

  RunPages(PoolAssessment pool, CurrentRun currentRun) {
    this.pool = pool;
    this.currentRun = currentRun;
  }

  /// The progress part alone; once the work has ended, the page around it is read again.
  @Get("/progress")
  HttpResponse<?> progress(ChosenDay chosen) {
    var progress = currentRun.on(chosen.day()).progress();
    return progress == null
        ? HttpResponse.noContent().header("HX-Refresh", "true")
        : HttpResponse.ok(new ModelAndView<>("parts/progress", progress));
  }

  @Post(value = "/{id}/stops", consumes = MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> stop(long id, @Body("on") String on) {
    pool.stop(id);
    return Flash.seeOther(Address.of("/overview").with("on", on), "已停止判定，原有结果不受影响");
  }

  @Post(value = "/{id}/resumptions", consumes = MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> resume(long id, @Body("on") String on) {
    pool.resume(id);
    return Flash.seeOther(Address.of("/overview").with("on", on), "已重新开始判定");
  }
}
