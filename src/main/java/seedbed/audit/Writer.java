package seedbed.audit;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import seedbed.secret.Sealing;
import seedbed.web.Contention;

/// Stores what the trail has taken, a batch with one commit, on a connection that it keeps.
final class Writer {

  private static final long IDLE = Duration.ofSeconds(30).toNanos();

  private final Trail trail;
  private final Source source;
  private final DataSource dataSource;
  private final Sealing sealing;
  private final TrailKeys keys;
  private @Nullable EntryRows open;
  private long used;

  /// Where its batches come from.
  interface Source {
    List<Trail.Entry> take() throws InterruptedException;
  }

  Writer(Trail trail, Source source, DataSource dataSource, Sealing sealing, TrailKeys keys) {
    this.trail = trail;
    this.source = source;
    this.dataSource = dataSource;
    this.sealing = sealing;
    this.keys = keys;
  }

  void work() {
    while (true) {
      List<Trail.Entry> batch;
      try {
        batch = source.take();
      } catch (InterruptedException _) {
        return;
      }
      // Whatever happens, this thread goes on and nobody waits in vain.
      try {
        store(batch);
      } catch (Throwable e) {
        failed(batch, e);
      }
      trail.done(batch);
    }
  }

  // One that cannot be stored must not take the others with it; a lost connection takes none.
  private void store(List<Trail.Entry> batch) {
    try {
      insert(batch);
    } catch (SQLException | RuntimeException _) {
      close();
      batch.forEach(this::storeAlone);
    }
  }

  private void storeAlone(Trail.Entry entry) {
    try {
      insert(List.of(entry));
    } catch (SQLException | RuntimeException e) {
      close();
      if (arrived(entry, e)) {
        entry.stored().complete(null);
      } else {
        failed(List.of(entry), e);
      }
    }
  }

  // A commit may have been done although its answer was lost with the connection.
  private boolean arrived(Trail.Entry entry, Exception failure) {
    try {
      return Contention.of(failure) == Contention.DUPLICATE && rows().has(entry.note().id());
    } catch (SQLException | RuntimeException _) {
      close();
      return false;
    }
  }

  private void failed(List<Trail.Entry> batch, Throwable failure) {
    close();
    trail.works(false);
    batch.stream().filter(entry -> !entry.stored().isDone()).forEach(entry -> entry.fail(failure));
  }

  private void insert(List<Trail.Entry> batch) throws SQLException {
    EntryRows rows = rows();
    rows.store(batch.stream().map(Trail.Entry::note).toList());
    trail.works(true);
    batch.forEach(entry -> entry.stored().complete(null));
  }

  // The server ends connections that were idle for long.
  private EntryRows rows() throws SQLException {
    long now = System.nanoTime();
    EntryRows rows = open;
    if (rows != null && now - used > IDLE && !rows.alive()) {
      close();
      rows = null;
    }
    if (rows == null) {
      rows = new EntryRows(dataSource.getConnection(), sealing, keys);
      open = rows;
    }
    used = now;
    return rows;
  }

  private void close() {
    EntryRows rows = open;
    open = null;
    if (rows != null) {
      try {
        rows.close();
      } catch (SQLException _) {
        // It is broken anyhow, and the pool makes another.
      }
    }
  }
}
