package seedbed.audit;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.secret.Sealing;

/// Takes notes from all requests and stores them in batches, one commit each. Several writers, so
/// that a note need not wait for the commit of the one before it; the database flushes their
/// commits together.
@Singleton
class Trail {

  private static final Logger LOG = LoggerFactory.getLogger(Trail.class);
  private static final int WRITERS = 4;
  private static final int WAITING = 10_000;
  private static final int BATCH = 500;

  private final TransactionOperations<Connection> transactions;
  private final Sealing sealing;
  private final TrailKeys keys;
  private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>(WAITING);
  private final Set<Entry> underway = ConcurrentHashMap.newKeySet();
  private boolean started;

  Trail(TransactionOperations<Connection> transactions, Sealing sealing, TrailKeys keys) {
    this.transactions = transactions;
    this.sealing = sealing;
    this.keys = keys;
  }

  /// A note on its way.
  static final class Entry {
    private final Note note;
    private final CompletableFuture<@Nullable Void> written = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> stored = new CompletableFuture<>();

    private Entry(Note note) {
      this.note = note;
    }

    /// Done once the database has it and is told to commit. A commit that comes later than this one
    /// is not flushed without it, so an act may begin here.
    CompletableFuture<@Nullable Void> written() {
      return written;
    }

    /// Done once it is committed.
    CompletableFuture<@Nullable Void> stored() {
      return stored;
    }

    private void fail(Throwable failure) {
      LOG.error("An entry of the trail could not be stored: {}", note, failure);
      written.completeExceptionally(failure);
      stored.completeExceptionally(failure);
    }
  }

  Entry add(Note note) {
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

  /// Waits until everything that was added before is stored or has failed.
  void drain() {
    for (Entry entry : List.copyOf(underway)) {
      entry.stored.handle((_, _) -> true).join();
    }
  }

  private synchronized void start() {
    if (!started) {
      started = true;
      for (int i = 1; i <= WRITERS; i++) {
        var rows = new EntryRows(sealing, keys);
        Thread.ofPlatform().daemon().name("trail-" + i).start(() -> work(rows));
      }
    }
  }

  private void work(EntryRows rows) {
    List<Entry> batch = new ArrayList<>(BATCH);
    while (true) {
      try {
        batch.add(queue.take());
      } catch (InterruptedException _) {
        return;
      }
      queue.drainTo(batch, BATCH - 1);
      store(rows, List.copyOf(batch));
      batch.forEach(underway::remove);
      batch.clear();
    }
  }

  // One that cannot be stored must not take the others with it.
  private void store(EntryRows rows, List<Entry> batch) {
    try {
      insert(rows, batch);
      batch.forEach(entry -> entry.stored.complete(null));
    } catch (RuntimeException e) {
      rows.rolledBack();
      if (batch.size() > 1) {
        batch.forEach(entry -> store(rows, List.of(entry)));
      } else {
        batch.getFirst().fail(e);
      }
    }
  }

  private void insert(EntryRows rows, List<Entry> batch) {
    transactions.executeWrite(status -> {
      rows.insert(status.getConnection(), batch.stream().map(entry -> entry.note).toList());
      batch.forEach(entry -> entry.written.complete(null));
      return batch.size();
    });
    rows.committed();
  }
}
