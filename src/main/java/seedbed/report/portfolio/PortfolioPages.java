package seedbed.report.portfolio;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;
import seedbed.access.Caller;
import seedbed.access.Scope;
import seedbed.assessment.PoolAssessment;
import seedbed.assessment.Run;
import seedbed.company.Known;
import seedbed.recognition.EndingSoon;
import seedbed.web.ChosenDay;

/// What a leader sees first.
@Hidden
@Controller("/portfolio")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class PortfolioPages {

  private final PoolAssessment pool;
  private final PortfolioRows rows;
  private final PortfolioWords words;
  private final EndingSoon ending;

  PortfolioPages(PoolAssessment pool, PortfolioRows rows, PortfolioWords words, EndingSoon ending) {
    this.pool = pool;
    this.rows = rows;
    this.words = words;
    this.ending = ending;
  }

  @Get
  @View("portfolio/index")
  PortfolioPage show(ChosenDay chosen, Scope scope, Caller caller) {
    PoolAssessment.State state = pool.on(chosen.day());
    Optional<Run> run = shown(state);
    Known known = new Known(scope, chosen.day());
    return words
        .page(
            rows.find(
                run.map(Run::id).orElse(0L),
                known,
                new Scope.Portfolio(caller.account(), chosen.day())),
            chosen.day(),
            state instanceof PoolAssessment.Ready)
        .with(ending.of(known));
  }

  private static Optional<Run> shown(PoolAssessment.State state) {
    return switch (state) {
      case PoolAssessment.Ready(var run) -> Optional.of(run);
      case PoolAssessment.Working(_, var previous) -> previous;
      case PoolAssessment.Stopped(_, var previous) -> previous;
    };
  }
}
