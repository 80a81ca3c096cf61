package seedbed.recognition;

import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.assessment.Forecasts;
import seedbed.assessment.Patience;
import seedbed.assessment.Run;

/// Judges in the background who would pass the renewal of a title that ends soon, once for each run
/// over the pool, so that filters and counts are plain reads.
///
/// The row of the run lets only one process do it; one left behind by a killed process is taken
/// over.
@Singleton
class RenewalWatch {
  private static final Logger LOG = LoggerFactory.getLogger(RenewalWatch.class);

  private final Watches watches;
  private final RenewalRows rows;
  private final Forecasts forecasts;
  private final ExecutorService executor;
  private final Patience patience;
  private final Map<Long, Future<?>> working = new ConcurrentHashMap<>();

  RenewalWatch(
      Watches watches,
      RenewalRows rows,
      Forecasts forecasts,
      @Named(TaskExecutors.BLOCKING) ExecutorService executor,
      Patience patience) {
    this.watches = watches;
    this.rows = rows;
    this.forecasts = forecasts;
    this.executor = executor;
    this.patience = patience;
  }

  /// How far the watch of a run is; starts the work when nobody has, and waits a little for it.
  Watch of(Run run) {
    watches.addIfNew(run.id());
    Watch found = find(run.id());
    if (found.state() == Watch.State.DONE) {
      return found;
    }
    start(run);
    await(run.id());
    return find(run.id());
  }

  /// The newest run of a day whose forecasts are all there; 0 while there is none.
  long shown(LocalDate on) {
    return watches.lastDone(on).orElse(0L);
  }

  private Watch find(long run) {
    return watches.findByRunId(run).orElseThrow();
  }

  private void start(Run run) {
    if (!working.containsKey(run.id()) && watches.takeOver(run.id()) == 1) {
      int attempt = find(run.id()).attempt();
      var work = new FutureTask<Void>(() -> judge(run, attempt), null);
      working.put(run.id(), work);
      executor.execute(work);
    }
  }

  private void await(long run) {
    Future<?> work = working.get(run);
    if (work == null) {
      return;
    }
    try {
      work.get(patience.page().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException _) {
      // The page shows the progress instead, or that it failed.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void judge(Run run, int attempt) {
    long id = run.id();
    try {
      List<Forecasts.Question> ending = rows.ending(run.judgedOn());
      var pass = new Pass(id, attempt, ending.size());
      pass.begin();
      forecasts.answerInTurn(ending, run.judgedOn(), pass::keep);
      if (watches.finish(id, attempt) == 1) {
        rows.forgetOthers(id);
      }
    } catch (RuntimeException e) {
      LOG.error("Renewals could not be forecast for {}", run.judgedOn(), e);
      watches.fail(id, attempt);
      throw e;
    } finally {
      working.remove(id);
    }
  }

  /// One attempt at the whole; what it finds is kept as long as nobody else has taken over.
  private final class Pass {
    private final long run;
    private final int attempt;
    private final int titles;
    private int done;

    Pass(long run, int attempt, int titles) {
      this.run = run;
      this.attempt = attempt;
      this.titles = titles;
    }

    void begin() {
      rows.begin(run, () -> mine(0));
    }

    boolean keep(List<Forecasts.Answer> answers) {
      done += answers.size();
      return rows.keep(run, answers, () -> mine(done));
    }

    private boolean mine(int far) {
      return watches.progress(run, attempt, titles, Math.min(far, titles)) == 1;
    }
  }
}
