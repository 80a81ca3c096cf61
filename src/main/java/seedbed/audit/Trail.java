package seedbed.audit;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.secret.Sealing;

/// Takes notes from all requests and stores them in batches, one commit each. What is waited for is
/// stored at once, by several writers, so that a note need not wait for the commit of the one
/// before it. What nobody waits for is gathered for some milliseconds, so that it costs requests
/// neither commits nor processors.
@Singleton
class Trail {

  private static final Logger LOG = LoggerFactory.getLogger(Trail.class);
  private static final int WRITERS = 4;
  private static final int WAITING = 10_000;
  private static final int BATCH = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration GATHERING = Duration.ofMillis(25);

  private final DataSource dataSource;
  private final Sealing sealing;
  private final TrailKeys keys;
  private final BlockingQueue<Entry> urgent = new LinkedBlockingQueue<>(WAITING);
  private final BlockingQueue<Entry> leisurely = new LinkedBlockingQueue<>(WAITING);
  private final Set<Entry> underway = ConcurrentHashMap.newKeySet();
  private volatile boolean works;
  private boolean started;

  Trail(DataSource dataSource, Sealing sealing, TrailKeys keys) {
    // Writers commit by themselves, whatever transaction a request is in.
    this.dataSource = DelegatingDataSource.unwrapDataSource(dataSource);
    this.sealing = sealing;
    this.keys = keys;
  }

  /// A note on its way.
  static final class Entry {
    private final Note note;
    private final CompletableFuture<@Nullable Void> stored = new CompletableFuture<>();

    private Entry(Note note) {
      this.note = note;
    }

    /// Done once it is committed.
    CompletableFuture<@Nullable Void> stored() {
      return stored;
    }

    Note note() {
      return note;
    }

    void fail(Throwable failure) {
      // Nothing of what is sealed in the database may stand in a log.
      LOG.error(
          "Entry {} of the trail could not be stored: {} at {}",
          note.id(),
          note.asked().act(),
          note.asked().route(),
          failure);
      stored.completeExceptionally(failure);
    }
  }

  /// What somebody waits for.
  Entry add(Note note) {
    return add(note, urgent);
  }

  /// What nobody waits for.
  Entry addLater(Note note) {
    return add(note, leisurely);
  }

  private Entry add(Note note, BlockingQueue<Entry> queue) {
    start();
    var entry = new Entry(note);
    underway.add(entry);
    try {
      queue.put(entry);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      underway.remove(entry);
      entry.fail(e);
    }
    return entry;
  }

  /// Waits until an entry is committed, but not for ever.
  static void await(CompletableFuture<@Nullable Void> stored) {
    await(stored, PATIENCE);
  }

  // Others may wait for the same entry: the limit is on a copy.
  static void await(CompletableFuture<@Nullable Void> stored, Duration patience) {
    if (stored.isDone()) {
      stored.join();
    } else {
      stored.copy().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
    }
  }

  /// Whether the newest entry could be stored; not known before the first.
  boolean works() {
    return works;
  }

  void works(boolean stored) {
    works = stored;
  }

  /// Waits until everything that was added before is stored or has failed.
  void drain() {
    for (Entry entry : List.copyOf(underway)) {
      entry.stored.handle((_, _) -> true).join();
    }
  }

  // Waits for entries and takes what there is, at most a batch.
  private List<Entry> takeUrgent() throws InterruptedException {
    return batch(urgent, urgent.take());
  }

  private List<Entry> takeGathered() throws InterruptedException {
    Entry first = leisurely.take();
    Thread.sleep(GATHERING);
    return batch(leisurely, first);
  }

  private static List<Entry> batch(BlockingQueue<Entry> queue, Entry first) {
    List<Entry> batch = new ArrayList<>();
    batch.add(first);
    queue.drainTo(batch, BATCH - 1);
    return batch;
  }

  void done(List<Entry> batch) {
    batch.forEach(underway::remove);
  }

  private synchronized void start() {
    if (!started) {
      started = true;
      for (int i = 1; i <= WRITERS; i++) {
        start("trail-" + i, this::takeUrgent);
      }
      start("trail-later", this::takeGathered);
    }
  }

  private void start(String name, Writer.Source source) {
    var writer = new Writer(this, source, dataSource, sealing, keys);
    Thread.ofPlatform().daemon().name(name).start(writer::work);
  }
}
