package seedbed.report.portfolio;

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
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.access.Matters;
import seedbed.access.Scope;
import seedbed.assessment.PoolAssessment;
import seedbed.assessment.Run;
import seedbed.company.Known;
import seedbed.recognition.EndingSoon;
import seedbed.visit.PastVisits;
import seedbed.web.ChosenDay;
import seedbed.web.PageRequest;

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
  private final List<Worry> worries;
  private final PastVisits visits;
  private final List<Matters> matters;

  PortfolioPages(
      PoolAssessment pool,
      PortfolioRows rows,
      PortfolioWords words,
      EndingSoon ending,
      List<Worry> worries,
      PastVisits visits,
      List<Matters> matters) {
    this.pool = pool;
    this.rows = rows;
    this.words = words;
    this.ending = ending;
    this.worries = List.copyOf(worries);
    this.visits = visits;
    this.matters = List.copyOf(matters);
  }

  /// @param all `true` for everything that needs attention
  @Get
  @View("portfolio/index")
  PortfolioPage show(
      ChosenDay chosen,
      PageRequest page,
      Scope scope,
      Caller caller,
      @Nullable @QueryValue String all) {
    PoolAssessment.State state = pool.on(chosen.day());
    Optional<Run> run = shown(state);
    Known known = new Known(scope, chosen.day());
    List<PortfolioRow> linked =
        rows.find(
            run.map(Run::id).orElse(0L),
            known,
            new Scope.Portfolio(caller.account(), chosen.day()));
    return PortfolioPage.of(
            Stream.concat(
                    chosen.past() ? Stream.of() : worries(caller),
                    words.matters(linked, chosen.day()).stream())
                .toList(),
            words.cards(linked),
            page,
            "true".equals(all),
            state instanceof PoolAssessment.Ready)
        .with(ending.of(known), chosen.past() ? 0 : visits.forgotten(scope), visits.silentDays())
        .owing(
            chosen.past()
                ? List.of()
                : matters.stream().flatMap(each -> each.of(caller).stream()).toList());
  }

  // What is late or falls is known for today alone.
  private Stream<PortfolioPage.Matter> worries(Caller caller) {
    return worries.stream().flatMap(worry -> worry.of(caller).stream());
  }

  private static Optional<Run> shown(PoolAssessment.State state) {
    return switch (state) {
      case PoolAssessment.Ready(var run) -> Optional.of(run);
      case PoolAssessment.Working(_, var previous) -> previous;
      case PoolAssessment.Stopped(_, var previous) -> previous;
    };
  }
}
