package seedbed.review;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.web.Refusal;

/// Does long work on rounds in the background of this process, each piece on one node only, and
/// tells the table twice a second how far it is.
@Singleton
class WorkRunner {

  private static final Logger LOG = LoggerFactory.getLogger(WorkRunner.class);
  private static final Duration BEAT = Duration.ofMillis(500);
  private static final String FAILED = "处理时发生意外，已经记录；请看本轮现在的阶段，没有完成的可以重新办理。";

  private final Works works;
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  WorkRunner(Works works) {
    this.works = works;
  }

  /// What is done; it says how far it is and stops when told that it is no longer wanted.
  interface Task {
    void run(Ticker ticker);

    /// Told once it has ended well.
    default void done() {}

    /// Told once it has ended otherwise.
    default void failed(String sentence) {}
  }

  /// Somebody stopped the work, or another node is at it.
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super(null, null, false, false);
    }
  }

  /// Starts work that is wanted; false where somebody else is at it.
  boolean start(long roundId, Work.Kind kind, Task task) {
    if (works.takeOver(roundId, kind) == 0) {
      return false;
    }
    Ticker ticker = new Ticker(roundId, kind, works.attempt(roundId, kind));
    Thread worker =
        Thread.ofVirtual().name("review-" + roundId).unstarted(() -> work(ticker, task));
    threads.add(worker);
    worker.start();
    return true;
  }

  /// Does it at once, for those who wait for its end.
  void run(long roundId, Work.Kind kind, Task task) {
    if (works.takeOver(roundId, kind) == 1) {
      work(new Ticker(roundId, kind, works.attempt(roundId, kind)), task);
    }
  }

  private void work(Ticker ticker, Task task) {
    if (did(ticker, task)) {
      works.end(ticker.roundId, ticker.kind, ticker.attempt, Work.State.DONE, "");
      task.done();
    }
  }

  private boolean did(Ticker ticker, Task task) {
    Thread beating = Thread.ofVirtual().name("review-beat").start(ticker::beat);
    try {
      task.run(ticker);
      return true;
    } catch (Stopped _) {
      task.failed("已停止。");
      return false;
    } catch (Refusal refusal) {
      end(ticker, task, refusal.sentence());
      return false;
    } catch (RuntimeException e) {
      LOG.error("work on review round {} failed", ticker.roundId, e);
      end(ticker, task, FAILED);
      return false;
    } finally {
      ticker.ended = true;
      LockSupport.unpark(beating);
      threads.remove(Thread.currentThread());
    }
  }

  private void end(Ticker ticker, Task task, String sentence) {
    task.failed(sentence);
    works.end(ticker.roundId, ticker.kind, ticker.attempt, Work.State.FAILED, sentence);
  }

  /// Lets the database roll back what is under way; whoever looks at the round next starts it
  /// again.
  @PreDestroy
  void stop() {
    threads.forEach(Thread::interrupt);
  }

  /// One attempt at a piece of work.
  final class Ticker {
    private final long roundId;
    private final Work.Kind kind;
    private final int attempt;
    private volatile int done;
    private volatile int total;
    private volatile boolean stopping;
    private volatile boolean ended;

    Ticker(long roundId, Work.Kind kind, int attempt) {
      this.roundId = roundId;
      this.kind = kind;
      this.attempt = attempt;
    }

    /// @throws Stopped when the work is no longer wanted
    void reached(int count, int of) {
      done = count;
      total = of;
      if (stopping || Thread.currentThread().isInterrupted()) {
        throw new Stopped();
      }
    }

    /// Within a transaction: that nobody else is at it when that commits.
    ///
    /// @throws Stopped when the work is no longer wanted
    void require() {
      if (works.progress(roundId, kind, attempt, done, total) == 0) {
        throw new Stopped();
      }
    }

    private void beat() {
      while (!ended) {
        LockSupport.parkNanos(BEAT.toNanos());
        try {
          stopping = !ended && works.progress(roundId, kind, attempt, done, total) == 0;
        } catch (RuntimeException e) {
          // The database may be away for a moment; the work itself will notice if it stays away.
          LOG.warn("review round {} could not say how far it is", roundId, e);
        }
      }
    }
  }
}
