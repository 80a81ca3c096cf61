package seedbed.assessment;

import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.company.Companies;
import seedbed.company.TitleRegister.Standing;
import seedbed.criteria.Editions;
import seedbed.criteria.rule.Slots;
import seedbed.figure.Moment;

/// Judges the whole pool as it was known on a day and keeps the outcomes, so that lists and counts
/// are plain reads.
///
/// A run is made when somebody asks for a day whose data has none yet. The unique key over day and
/// basis lets only one process make it; a run left behind by a killed process is taken over.
@Singleton
public class PoolAssessment {
  private static final Logger LOG = LoggerFactory.getLogger(PoolAssessment.class);

  private final Companies companies;
  private final Dossiers dossiers;
  private final Editions editions;
  private final Slots slots;
  private final NextStep nextStep;
  private final Runs runs;
  private final Basis basis;
  private final TransactionOperations<Connection> transactions;
  private final ExecutorService executor;
  private final Turn turn;
  private final Patience patience;
  private final Clock clock;
  private final Map<Long, Future<?>> working = new ConcurrentHashMap<>();

  PoolAssessment(
      Companies companies,
      Dossiers dossiers,
      Editions editions,
      Slots slots,
      NextStep nextStep,
      Runs runs,
      Basis basis,
      TransactionOperations<Connection> transactions,
      @Named(TaskExecutors.BLOCKING) ExecutorService executor,
      Turn turn,
      Patience patience,
      Clock clock) {
    this.companies = companies;
    this.dossiers = dossiers;
    this.editions = editions;
    this.slots = slots;
    this.nextStep = nextStep;
    this.runs = runs;
    this.basis = basis;
    this.transactions = transactions;
    this.executor = executor;
    this.turn = turn;
    this.patience = patience;
    this.clock = clock;
  }

  /// How far the pool is judged for a day.
  public sealed interface State {}

  public record Ready(Run run) implements State {}

  /// @param previous what was found for the same day before the data changed, to be shown meanwhile
  public record Working(Run run, Optional<Run> previous) implements State {}

  /// Stopped by somebody, or by a failure; [#resume] goes on.
  public record Stopped(Run run, Optional<Run> previous) implements State {}

  /// The outcomes for a day; starts the work when nobody has, and waits a little for it.
  public State on(LocalDate day) {
    var moment = Moment.on(day, clock);
    var recent = runs.recent(day, basis.editions(), patience.smallPool());
    if (recent.isPresent()) {
      return new Ready(recent.get());
    }
    var run = runOn(moment);
    if (run.state() == Run.State.WAITING || run.state() == Run.State.RUNNING) {
      start(run, moment);
      run = runs.findById(run.id()).orElse(run);
    }
    return switch (run.state()) {
      case DONE -> new Ready(run);
      case WAITING, RUNNING -> new Working(run, runs.lastDone(day));
      case STOPPED -> new Stopped(run, runs.lastDone(day));
    };
  }

  /// Stops the work on a run; what was found so far is not shown.
  public void stop(long runId) {
    runs.stop(runId);
  }

  /// Lets a stopped run begin again when its day is asked for next.
  public void resume(long runId) {
    runs.resume(runId);
  }

  private Run runOn(Moment moment) {
    var digest = basis.of(moment);
    var found = runs.findByJudgedOnAndBasis(moment.on(), digest);
    if (found.isPresent()) {
      return found.get();
    }
    var now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    runs.addIfNew(
        moment.on(), digest, basis.editions(), now, (int) companies.countKnownOn(moment.on()));
    return runs.findByJudgedOnAndBasis(moment.on(), digest).orElseThrow();
  }

  private void start(Run run, Moment moment) {
    if (!working.containsKey(run.id()) && turn.takeWithin(patience.page())) {
      var begun = false;
      try {
        if (runs.takeOver(run.id()) == 1) {
          var mine = runs.findById(run.id()).orElseThrow();
          working.put(run.id(), executor.submit(() -> judge(mine, moment)));
          begun = true;
        }
      } finally {
        // The turn is over at once unless the work took it along.
        if (!begun) {
          turn.giveBack();
        }
      }
    }
    var work = working.get(run.id());
    if (work != null) {
      await(work);
    }
  }

  private void await(Future<?> work) {
    try {
      work.get(patience.page().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // The page shows the progress instead.
      return;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the pool could not be judged", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void judge(Run run, Moment moment) {
    try {
      runs.forgetGaps(run.id());
      runs.forgetOutcomes(run.id());
      var done = new AtomicInteger();
      var shelf = editions.frozen();
      if (!Basis.digest(shelf).equals(run.editions())) {
        // An edition was published since the run was asked for: it is asked for anew.
        runs.end(run.id(), run.attempt(), Run.State.STOPPED);
        return;
      }
      dossiers.walk(
          companies.idsKnownOn(moment.on()),
          moment,
          slice -> keep(run, outcomes(slice, shelf), done.addAndGet(slice.size())));
      // Refused where the run was stopped meanwhile.
      if (runs.end(run.id(), run.attempt(), Run.State.DONE) == 1) {
        forgetReplaced(run);
      }
    } catch (RuntimeException e) {
      LOG.error("The pool could not be judged for {}", moment.on(), e);
      runs.end(run.id(), run.attempt(), Run.State.STOPPED);
      throw e;
    } finally {
      working.remove(run.id());
      turn.giveBack();
    }
  }

  private void forgetReplaced(Run run) {
    for (var id : runs.replacedBy(run.id(), run.judgedOn(), run.editions())) {
      runs.forgetGaps(id);
      runs.forgetOutcomes(id);
      runs.forget(id);
    }
  }

  /// Stores a slice, unless the run was stopped or somebody else has taken it over. The run's row
  /// is changed first, so that a take-over waits for this slice and then removes it.
  private boolean keep(Run run, List<Outcome> outcomes, int done) {
    return transactions.execute(
        TransactionDefinition.DEFAULT,
        status -> {
          var mine = runs.progress(run.id(), run.attempt(), Math.min(done, run.companies())) == 1;
          if (mine) {
            OutcomeRows.insert(status.getConnection(), run, outcomes);
          }
          return mine;
        });
  }

  private List<Outcome> outcomes(List<Dossiers.Dossier> slice, Editions shelf) {
    return slice.stream().flatMap(dossier -> outcomes(dossier, shelf).stream()).toList();
  }

  private List<Outcome> outcomes(Dossiers.Dossier dossier, Editions shelf) {
    var company = dossier.company();
    var register = dossier.register();
    var facts = dossier.facts();
    List<Outcome> outcomes = new ArrayList<>();
    for (var title : slots.titles()) {
      var standing = register.on(title.code(), facts.on());
      shelf
          .inForce(title.code(), company.track().code(), Assessing.applicant(standing), facts.on())
          .map(checklist ->
              Outcome.of(company.id(), title.code(), standing == Standing.HELD, checklist, facts))
          .ifPresent(outcomes::add);
    }
    return nextStep.marked(
        outcomes, title -> register.on(title.code(), facts.on()) == Standing.HELD);
  }
}
