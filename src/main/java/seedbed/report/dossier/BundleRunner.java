package seedbed.report.dossier;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.access.Permission;
import seedbed.audit.LastingAct;
import seedbed.evidence.ContentStore;
import seedbed.evidence.Sha256;
import seedbed.report.dossier.DossierPages.Volume;
import seedbed.web.ChosenDay;
import seedbed.web.Refusal;

/// Makes bundles in the background of this process, one after the other, each on one node only, and
/// tells the table twice a second how far it is.
@Singleton
class BundleRunner {

  private static final Logger LOG = LoggerFactory.getLogger(BundleRunner.class);
  private static final Duration BEAT = Duration.ofMillis(500);

  /// So long a stop waits for what is under way to notice.
  private static final Duration PARTING = Duration.ofSeconds(5);

  private static final String CANCELLED = "已按要求取消，没有保留文件。";
  private static final String FAILED = "制作时发生意外，已经记录；请重新制作。";
  private static final String EMPTY = "所选企业都已不在您的范围内，没有可以装订的内容；请重新制作。";

  /// So often a bundle is begun; what takes its process with it would do so again.
  private static final int ATTEMPTS = 3;

  private static final String GIVEN_UP =
      "已经着手 " + ATTEMPTS + " 次，都中途停下，不再继续；请选较小的范围重新制作，仍不能完成的请联系管理员。";

  private final Bundles bundles;
  private final BundleCompanies companies;
  private final Bookbinding binding;
  private final DossierWord word;
  private final DossierPdf pdf;
  private final ContentStore store;
  private final DossierSettings settings;
  private final Clock clock;

  /// A book of two hundred companies fills much memory while it is laid out.
  private final Semaphore places = new Semaphore(1);

  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  /// Whether this process stops, so that whatever goes wrong is nobody's fault.
  private volatile boolean closing;

  BundleRunner(
      Bundles bundles,
      BundleCompanies companies,
      Bookbinding binding,
      DossierWord word,
      DossierPdf pdf,
      ContentStore store,
      DossierSettings settings,
      Clock clock) {
    this.bundles = bundles;
    this.companies = companies;
    this.binding = binding;
    this.word = word;
    this.pdf = pdf;
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  /// Somebody cancelled it, or another node is at it.
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super(null, null, false, false);
    }
  }

  /// Begins, unless somebody is at it. What was begun too often is given up.
  ///
  /// @param permission of its maker, whose dossiers they are
  /// @param act the trail's word for it, since its maker has an answer before it is done
  void start(Bundle bundle, Permission permission, LastingAct act) {
    if (closing
        || bundles.giveUp(bundle.id(), ATTEMPTS, GIVEN_UP) > 0
        || bundles.takeOver(bundle.id(), ATTEMPTS) == 0) {
      return;
    }
    act.begin();
    Attempt attempt = new Attempt(bundle, permission, bundles.attempt(bundle.id()), act);
    Thread worker =
        Thread.ofVirtual().name("dossiers-" + bundle.id()).unstarted(() -> work(attempt));
    threads.add(worker);
    worker.start();
  }

  private void work(Attempt attempt) {
    Thread beating = Thread.ofVirtual().name("dossiers-beat").start(attempt::beat);
    boolean placed = false;
    try {
      placed = attempt.placed();
      attempt.make();
    } catch (Stopped _) {
      if (!closing) {
        attempt.act.refused(CANCELLED);
      }
    } catch (Refusal refusal) {
      attempt.failed(refusal.sentence());
    } catch (IOException | RuntimeException e) {
      if (closing) {
        LOG.info("bundle {} is left to the next look of its maker", attempt.bundle.id());
      } else {
        LOG.error("bundle {} failed", attempt.bundle.id(), e);
        attempt.failed(FAILED);
      }
    } finally {
      if (placed) {
        places.release();
      }
      attempt.ended = true;
      LockSupport.unpark(beating);
      threads.remove(Thread.currentThread());
    }
  }

  /// What is under way is taken up by the next look of its maker, here or on another node.
  @PreDestroy
  void stop() {
    closing = true;
    threads.forEach(Thread::interrupt);
    try {
      for (Thread thread : threads) {
        thread.join(PARTING);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// One attempt at a bundle.
  private final class Attempt {
    private final Bundle bundle;
    private final Permission permission;
    private final int number;
    private final LastingAct act;
    private volatile int done;
    private volatile boolean stopping;
    private volatile boolean ended;

    Attempt(Bundle bundle, Permission permission, int number, LastingAct act) {
      this.bundle = bundle;
      this.permission = permission;
      this.number = number;
      this.act = act;
    }

    boolean placed() {
      while (!places.tryAcquire()) {
        stopIfAsked();
        LockSupport.parkNanos(BEAT.toNanos());
      }
      return true;
    }

    void make() throws IOException {
      if (bundles.begin(bundle.id(), number, clock.instant()) == 0) {
        throw new Stopped();
      }
      var chosen = new ChosenDay(bundle.asOf(), LocalDate.now(clock));
      List<Dossier> dossiers = new ArrayList<>();
      List<Long> bound = companies.of(bundle.id());
      for (int place = 0; place < bound.size(); place++) {
        stopIfAsked();
        binding.of(bound.get(place), chosen, permission).ifPresent(dossiers::add);
        done = place + 1;
      }
      if (dossiers.isEmpty()) {
        throw new Refusal.Stale(EMPTY);
      }
      keep(new Volume(bundle.title(), dossiers));
    }

    private void keep(Volume volume) throws IOException {
      Path file = store.incoming();
      try {
        try (OutputStream out = Files.newOutputStream(file)) {
          switch (bundle.format()) {
            case WORD -> word.write(volume, out);
            case PDF -> pdf.write(volume, out);
          }
        }
        stopIfAsked();
        long bytes = Files.size(file);
        String hash = Sha256.of(file);
        store.keep(file, hash);
        if (bundles.made(
                bundle.id(),
                number,
                hash,
                bytes,
                clock.instant().plus(Duration.ofHours(settings.keptHours())))
            == 0) {
          throw new Stopped();
        }
        act.done("装订 " + volume.dossiers().size() + " 家");
      } finally {
        Files.deleteIfExists(file);
      }
    }

    private void failed(String sentence) {
      act.failed(sentence);
      bundles.failed(bundle.id(), number, sentence);
    }

    private void stopIfAsked() {
      if (stopping || closing) {
        throw new Stopped();
      }
    }

    private void beat() {
      while (!ended) {
        try {
          stopping = !ended && bundles.progress(bundle.id(), number, done) == 0;
        } catch (RuntimeException e) {
          // The database may be away for a moment; the work itself will notice if it stays away.
          LOG.warn("bundle {} could not say how far it is", bundle.id(), e);
        }
        LockSupport.parkNanos(BEAT.toNanos());
      }
    }
  }
}
