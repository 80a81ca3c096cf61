package seedbed.imports;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Works on imports in the background of this process and says how far it is.
@Singleton
class ImportRunner {

  private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);

  /// More at once would only make each slower and hold more of them in memory.
  private static final int AT_ONCE = 2;

  private static final Duration BEAT = Duration.ofMillis(500);

  private final Imports imports;
  private final ImportFiles files;
  private final Findings findings;
  private final Checking checking;
  private final Storing storing;
  private final Clock clock;
  private final String runner = UUID.randomUUID().toString();
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  ImportRunner(
      Imports imports,
      ImportFiles files,
      Findings findings,
      Checking checking,
      Storing storing,
      Clock clock) {
    this.imports = imports;
    this.files = files;
    this.findings = findings;
    this.checking = checking;
    this.storing = storing;
    this.clock = clock;
  }

  /// Checks an import that stands in this state; false when somebody else is at it.
  boolean check(Import upload, ImportState standing) {
    Instant now = clock.instant();
    int taken = imports.takeToCheck(upload.id(), standing, runner, now, now.minus(Import.SILENCE));
    return start(taken, upload, progress -> check(upload, progress));
  }

  /// Stores a checked import; false when somebody else is at it.
  boolean store(Import upload, Storing.Rows rows) {
    int taken = imports.takeToStore(upload.id(), runner, clock.instant());
    return start(taken, upload, progress -> store(upload, rows, progress));
  }

  private interface Work {
    void run(Progress progress);
  }

  private boolean start(int taken, Import upload, Work work) {
    if (taken == 0) {
      return false;
    }
    Progress progress = new Progress(upload.id());
    Thread worker =
        Thread.ofVirtual()
            .name("import-" + upload.id())
            .unstarted(() -> work(upload.id(), work, progress));
    threads.add(worker);
    worker.start();
    return true;
  }

  private void work(long id, Work work, Progress progress) {
    Thread beating = Thread.ofVirtual().name("import-beat-" + id).start(progress::beat);
    boolean placed = false;
    try {
      placed = wait(progress);
      work.run(progress);
    } catch (Ticker.Stopped _) {
      imports.end(id, runner, ImportState.CANCELLED, "已按要求取消，没有登记任何数据。", clock.instant());
    } catch (RuntimeException e) {
      LOG.error("import {} failed", id, e);
      imports.end(id, runner, ImportState.FAILED, "处理时发生意外，已经记录；没有登记任何数据。可以重新检查。", clock.instant());
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
    if (imports.begin(upload.id(), runner, clock.instant()) == 0) {
      return;
    }
    switch (checking.check(upload, files.read(upload.id()), progress)) {
      case Checking.Report report -> {
        findings.keep(upload.id(), report.findings());
        imports.checked(
            upload.id(),
            runner,
            report.heading().form().kind(),
            report.heading().sheet(),
            report.heading().row(),
            report.heading().problemColumn(),
            report.good(),
            report.wrong(),
            report.known(),
            report.cautions(),
            report.total(),
            clock.instant());
      }
      case Checking.Refused(var sentence) ->
          imports.end(upload.id(), runner, ImportState.REFUSED, sentence, clock.instant());
    }
  }

  private void store(Import upload, Storing.Rows rows, Progress progress) {
    progress.total = upload.totalRows();
    switch (storing.store(upload, files.read(upload.id()), rows, runner, progress)) {
      case Storing.Stored _ -> files.remove(upload.id());
      case Storing.Refused(var sentence) ->
          imports.end(upload.id(), runner, ImportState.FAILED, sentence, clock.instant());
    }
  }

  /// Lets the database roll back what is under way; the next start finds it interrupted.
  @PreDestroy
  void stop() {
    threads.forEach(Thread::interrupt);
  }

  /// Counts here and tells the table twice a second, so that counting costs the work nothing.
  private final class Progress implements Ticker {
    private final long id;
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
          boolean ours = imports.beat(id, runner, done, total, clock.instant()) > 0;
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
