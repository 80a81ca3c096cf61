package seedbed.assessment;

import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.access.Scope;
import seedbed.assessment.Impact.Affected;
import seedbed.assessment.Impact.Answer;
import seedbed.company.Companies;
import seedbed.company.Known;
import seedbed.company.TitleRegister.Standing;
import seedbed.company.VisibleCompanies;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Checklist.Applicant;
import seedbed.figure.Moment;

/// Judges the pool by two checklists and keeps the latest answers in memory: they are asked for
/// again and again while officials read a comparison, and rest on nothing that is not stored.
@Singleton
public class PoolImpact {
  private static final Logger LOG = LoggerFactory.getLogger(PoolImpact.class);

  /// Companies on the lists kept in memory, about fifty bytes each.
  private static final long ROOM = 500_000;

  /// What an answer takes at least, so that those about an empty pool are bounded too.
  private static final long LEAST = 5_000;

  private static final Duration GOOD_ENOUGH = Duration.ofMinutes(5);

  private final Companies companies;
  private final VisibleCompanies visible;
  private final Dossiers dossiers;
  private final Basis basis;
  private final ExecutorService executor;
  private final Turn turn;
  private final Patience patience;
  private final Clock clock;
  private final Latest<Question, Work> works = new Latest<>(ROOM, Work::size);

  PoolImpact(
      Companies companies,
      VisibleCompanies visible,
      Dossiers dossiers,
      Basis basis,
      @Named(TaskExecutors.BLOCKING) ExecutorService executor,
      Turn turn,
      Patience patience,
      Clock clock) {
    this.companies = companies;
    this.visible = visible;
    this.dossiers = dossiers;
    this.basis = basis;
    this.executor = executor;
    this.turn = turn;
    this.patience = patience;
    this.clock = clock;
  }

  /// How far the pool is judged by both.
  public sealed interface State {}

  public record Ready(Impact impact) implements State {}

  public record Working(int done, int total) implements State {}

  /// Stopped by somebody, or by a failure; [#resume] begins again.
  public record Stopped() implements State {}

  private record Question(Checklist from, Checklist to, LocalDate day) {}

  /// The impact on a day, on the companies in scope; starts the work on the whole pool when nobody
  /// has, and waits a little for it.
  public State on(Checklist from, Checklist to, LocalDate day, Scope scope) {
    return on(from, to, day, scope, patience.page());
  }

  /// The same for those who wait shorter, or longer.
  public State on(Checklist from, Checklist to, LocalDate day, Scope scope, Duration longest) {
    var work = work(new Question(from, to, day));
    work.await(longest);
    var state = work.state();
    return state instanceof Ready(var whole)
        ? new Ready(whole.within(visible.ids(new Known(scope, day))))
        : state;
  }

  public void stop(Checklist from, Checklist to, LocalDate day) {
    var work = works.get(new Question(from, to, day));
    if (work != null) {
      work.stopped = true;
    }
  }

  public void resume(Checklist from, Checklist to, LocalDate day) {
    works.remove(new Question(from, to, day));
  }

  private Work work(Question question) {
    var known = works.get(question);
    if (known != null && known.stands()) {
      return known;
    }
    var moment = Moment.on(question.day, clock);
    var restingOn = basis.of(moment);
    synchronized (works) {
      var found = works.get(question);
      if (found != null && found.basis.equals(restingOn)) {
        found.checkedAt = clock.instant();
        return found;
      }
      var work = new Work(question, moment, restingOn, (int) companies.countKnownOn(moment.on()));
      works.put(question, work).forEach(eldest -> eldest.stopped = true);
      work.future = executor.submit(work);
      return work;
    }
  }

  /// Judging every company by both checklists, some hundred at a time.
  private final class Work implements Runnable {
    private final Question question;
    private final Moment moment;
    private final String basis;
    private final AtomicInteger done = new AtomicInteger();
    private volatile Instant checkedAt;
    private final int total;
    private volatile boolean stopped;
    private volatile @Nullable Impact impact;
    private volatile @Nullable Future<?> future;

    Work(Question question, Moment moment, String basis, int total) {
      this.question = question;
      this.moment = moment;
      this.basis = basis;
      this.total = total;
      checkedAt = clock.instant();
    }

    long size() {
      return Math.max(LEAST, total);
    }

    /// Whether it need not be compared with the data: it still goes on or was stopped, or it is of
    /// a large pool and was compared lately.
    boolean stands() {
      return impact == null
          || (total > patience.smallPool()
              && clock.instant().isBefore(checkedAt.plus(GOOD_ENOUGH)));
    }

    State state() {
      var found = impact;
      if (found != null) {
        return new Ready(found);
      }
      return stopped ? new Stopped() : new Working(done.get(), total);
    }

    void await(Duration patience) {
      var running = future;
      if (running == null) {
        return;
      }
      try {
        running.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        LOG.debug("still judging, the page shows the progress");
      } catch (ExecutionException e) {
        throw new IllegalStateException("the impact could not be found", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void run() {
      turn.take();
      try {
        var found = new Impact();
        dossiers.walk(companies.idsKnownOn(moment.on()), moment, slice -> add(slice, found));
        if (!stopped) {
          found.settle();
          impact = found;
        }
      } catch (RuntimeException e) {
        LOG.error("The impact could not be found for {}", moment.on(), e);
        stopped = true;
      } finally {
        turn.giveBack();
      }
    }

    /// Whether to go on.
    private boolean add(List<Dossiers.Dossier> slice, Impact found) {
      slice.stream().filter(this::concerned).forEach(dossier -> found.add(affected(dossier)));
      done.addAndGet(slice.size());
      return !stopped;
    }

    /// A renewal is only judged of those who hold the title; a track only of its companies.
    private boolean concerned(Dossiers.Dossier dossier) {
      var to = question.to;
      var renewal = to.applicant() == Applicant.RENEWAL;
      var held = dossier.register().on(to.title(), moment.on()) == Standing.HELD;
      return (!renewal || held) && (onTrack(dossier, to) || onTrack(dossier, question.from));
    }

    private static boolean onTrack(Dossiers.Dossier dossier, Checklist checklist) {
      return switch (checklist.track()) {
        case "manufacturing", "innovation" ->
            checklist.track().equals(dossier.company().track().code());
        default -> true;
      };
    }

    private Affected affected(Dossiers.Dossier dossier) {
      return new Affected(
          dossier.company().id(),
          Answer.of(question.from, dossier.facts()),
          Answer.of(question.to, dossier.facts()));
    }
  }
}
