package seedbed.audit;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes notes from all requests and stores them in batches, one commit each: whoever asks while
/// one is under way shares the next one.
@Singleton
class Trail {

  private static final Logger LOG = LoggerFactory.getLogger(Trail.class);
  private static final int WAITING = 10_000;
  private static final int BATCH = 500;

  private final TransactionOperations<Connection> transactions;
  private final EntryRows rows;
  private final BlockingQueue<Pending> queue = new LinkedBlockingQueue<>(WAITING);
  private @Nullable Thread writer;

  Trail(TransactionOperations<Connection> transactions, EntryRows rows) {
    this.transactions = transactions;
    this.rows = rows;
  }

  /// A note on its way; one without a note only marks a place in the queue.
  private record Pending(@Nullable Note note, CompletableFuture<@Nullable Void> stored) {}

  /// Done once the note is in the database.
  CompletableFuture<@Nullable Void> add(Note note) {
    return put(note);
  }

  /// Waits until everything that was added before is stored or has failed.
  void drain() {
    put(null).join();
  }

  private CompletableFuture<@Nullable Void> put(@Nullable Note note) {
    start();
    var pending = new Pending(note, new CompletableFuture<>());
    try {
      queue.put(pending);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      pending.stored.completeExceptionally(e);
    }
    return pending.stored;
  }

  private synchronized void start() {
    if (writer == null) {
      writer = Thread.ofPlatform().daemon().name("trail").start(this::work);
    }
  }

  private void work() {
    List<Pending> batch = new ArrayList<>(BATCH);
    while (true) {
      try {
        batch.add(queue.take());
      } catch (InterruptedException _) {
        return;
      }
      queue.drainTo(batch, BATCH - 1);
      store(List.copyOf(batch));
      batch.clear();
    }
  }

  private void store(List<Pending> batch) {
    List<Note> notes = new ArrayList<>(batch.size());
    for (Pending pending : batch) {
      if (pending.note != null) {
        notes.add(pending.note);
      }
    }
    try {
      if (!notes.isEmpty()) {
        insert(notes);
      }
      batch.forEach(pending -> pending.stored.complete(null));
    } catch (RuntimeException e) {
      failed(batch, e);
    }
  }

  private void insert(List<Note> notes) {
    transactions.executeWrite(status -> {
      rows.insert(status.getConnection(), notes);
      return notes.size();
    });
    rows.committed();
  }

  // One that cannot be stored must not take the others with it.
  private void failed(List<Pending> batch, RuntimeException failure) {
    rows.rolledBack();
    if (batch.size() > 1) {
      batch.forEach(pending -> store(List.of(pending)));
    } else {
      LOG.error("An entry of the trail could not be stored: {}", batch.getFirst().note, failure);
      batch.getFirst().stored.completeExceptionally(failure);
    }
  }
}
