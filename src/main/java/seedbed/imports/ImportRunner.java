package seedbed.imports;

import io.micronaut.transaction.TransactionOperations;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.audit.LastingAct;

/// Works on imports in the background of this process and says how far it is.
@Singleton
class ImportRunner {

  private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);

  /// More at once would only make each slower and hold more of them in memory.
  private static final int AT_ONCE = 2;

  private static final Duration BEAT = Duration.ofMillis(500);
  private static final String CANCELLED = "已按要求取消，没有登记任何数据。";
  private static final String FAILED = "处理时发生意外，已经记录；没有登记任何数据。可以重新检查。";

  private final Imports imports;
  private final ImportFiles files;
  private final Findings findings;
  private final Matches matches;
  private final Checking checking;
  private final Storing storing;
  private final TransactionOperations<Connection> transactions;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  ImportRunner(
      Imports imports,
      ImportFiles files,
      Findings findings,
      Matches matches,
      Checking checking,
      Storing storing,
      TransactionOperations<Connection> transactions) {
    this.imports = imports;
    this.files = files;
    this.findings = findings;
    this.matches = matches;
    this.checking = checking;
    this.storing = storing;
    this.transactions = transactions;
  }

  /// Checks an import that stands in this state; false when somebody else is at it.
  boolean check(Import upload, ImportState standing) {
    Progress progress = new Progress(upload.id());
    int taken = imports.takeToCheck(upload.id(), standing, progress.start);
    return taken > 0 && start(progress, () -> check(upload, progress));
  }

  /// Stores a checked import; false when somebody else is at it.
  ///
  /// @param act the trail's word for it, since its user has an answer before it is done
  boolean store(Import upload, Storing.Rows rows, String by, LastingAct act) {
    Progress progress = new Progress(upload.id());
    int taken = imports.takeToStore(upload.id(), progress.start);
    if (taken == 0) {
      return false;
    }
    act.begin();
    return start(progress, new Store(upload, rows, by, progress, act));
  }

  /// What is worked on, and what it says when it ends early.
  private interface Work {
    void run();

    default void stopped(String sentence) {}

    default void failed(String sentence) {}
  }

  private boolean start(Progress progress, Work work) {
    Thread worker =
        Thread.ofVirtual().name("import-" + progress.id).unstarted(() -> work(progress, work));
    threads.add(worker);
    worker.start();
    return true;
  }

  private void work(Progress progress, Work work) {
    long id = progress.id;
    Thread beating = Thread.ofVirtual().name("import-beat-" + id).start(progress::beat);
    boolean placed = false;
    try {
      placed = wait(progress);
      work.run();
    } catch (Ticker.Stopped _) {
      imports.end(id, progress.start, ImportState.CANCELLED, CANCELLED);
      work.stopped(CANCELLED);
    } catch (RuntimeException e) {
      LOG.error("import {} failed", id, e);
      work.failed(FAILED);
      imports.end(id, progress.start, ImportState.FAILED, FAILED);
    } finally {
      if (placed) {
        places.release();
      }
      progress.ended = true;
      LockSupport.unpark(beating);
      threads.remove(Thread.currentThread());
    }
  }

  private boolean wait(Progress progress) {
    while (!places.tryAcquire()) {
      progress.stopIfAsked();
      LockSupport.parkNanos(BEAT.toNanos());
    }
    return true;
  }

  private void check(Import upload, Progress progress) {
    if (imports.begin(upload.id(), progress.start) == 0) {
      return;
    }
    switch (checking.check(upload, files.read(upload.id()), progress)) {
      case Checking.Report report -> keep(upload, report, progress);
      case Checking.Refused(var sentence) ->
          imports.end(upload.id(), progress.start, ImportState.REFUSED, sentence);
    }
  }

  // The import's row is changed first: a start that was robbed of it must not touch the findings.
  private void keep(Import upload, Checking.Report report, Progress progress) {
    transactions.executeWrite(_ -> {
      int ours =
          imports.checked(
              upload.id(),
              progress.start,
              report.heading().form().kind(),
              report.heading().sheet(),
              report.heading().row(),
              report.heading().problemColumn(),
              report.good(),
              report.wrong(),
              report.known(),
              report.remarked(),
              report.cautions(),
              report.total());
      if (ours > 0) {
        findings.keep(upload.id(), report.findings());
        matches.keep(upload.id(), report.doubts());
      }
      return ours;
    });
  }

  /// Storing an import.
  private final class Store implements Work {
    private final Import upload;
    private final Storing.Rows rows;
    private final String by;
    private final Progress progress;
    private final LastingAct act;

    Store(Import upload, Storing.Rows rows, String by, Progress progress, LastingAct act) {
      this.upload = upload;
      this.rows = rows;
      this.by = by;
      this.progress = progress;
      this.act = act;
    }

    @Override
    public void run() {
      progress.total = upload.totalRows();
      switch (storing.store(upload, files.read(upload.id()), rows, by, progress.start, progress)) {
        case Storing.Stored stored -> {
          LOG.info("import {} is stored", upload.id());
          act.done(ImportDeeds.stored(upload, stored));
        }
        case Storing.Refused(var sentence) -> {
          act.refused(sentence);
          imports.end(upload.id(), progress.start, ImportState.FAILED, sentence);
        }
      }
    }

    @Override
    public void stopped(String sentence) {
      act.refused(sentence);
    }

    @Override
    public void failed(String sentence) {
      act.failed(sentence);
    }
  }

  /// Lets the database roll back what is under way; the next start finds it interrupted.
  @PreDestroy
  void stop() {
    threads.forEach(Thread::interrupt);
  }

  /// One start of work. Counts here and tells the table twice a second, so that counting costs the
  /// work nothing.
  private final class Progress implements Ticker {
    private final long id;
    private final String start = UUID.randomUUID().toString();
    private volatile long done;
    private volatile long total;
    private volatile boolean stopping;
    private volatile boolean ended;

    Progress(long id) {
      this.id = id;
    }

    @Override
    public void reached(long rows, long of) {
      done = rows;
      total = of;
      stopIfAsked();
    }

    void stopIfAsked() {
      if (stopping || Thread.currentThread().isInterrupted()) {
        throw new Stopped();
      }
    }

    private void beat() {
      while (!ended) {
        try {
          boolean ours = imports.beat(id, start, done, total) > 0;
          stopping = !ours || imports.cancelling(id);
        } catch (RuntimeException e) {
          // The database may be away for a moment; the work itself will notice if it stays away.
          LOG.warn("import {} could not say how far it is", id, e);
        }
        LockSupport.parkNanos(BEAT.toNanos());
      }
    }
  }
}
