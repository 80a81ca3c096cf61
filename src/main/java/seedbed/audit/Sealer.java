package seedbed.audit;

import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Links new entries about once a second, on whichever node comes first, and keeps the head outside
/// the database.
@Singleton
public class Sealer {

  private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

  /// An entry may be stored a minute after its number was made; later ones wait for the next
  /// verification.
  private static final long LATE = EntryIds.first(Instant.ofEpochSecond(60));

  private final TransactionOperations<Connection> transactions;
  private final Linking linking;
  private final HeadFile file;
  private final Trail trail;
  private final Clock clock;
  private final AtomicReference<Head> current = new AtomicReference<>(Head.NONE);
  private Head contradicted = Head.NONE;
  private volatile boolean stopping;

  Sealer(
      TransactionOperations<Connection> transactions,
      Linking linking,
      HeadFile file,
      Trail trail,
      Clock clock) {
    this.transactions = transactions;
    this.linking = linking;
    this.file = file;
    this.trail = trail;
    this.clock = clock;
  }

  /// The newest head this node knows, about a second old.
  public Head current() {
    return current.get();
  }

  @Scheduled(fixedDelay = "1s", initialDelay = "1s")
  void tick() {
    if (stopping) {
      return;
    }
    try {
      sealNew();
    } catch (RuntimeException e) {
      LOG.warn("The trail could not be sealed; it is tried again in a second", e);
    }
  }

  // What waited when the last process ended, and the head for pages before the first tick.
  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void onStartup(StartupEvent started) {
    sealNew();
  }

  /// Links what waits from a number on, however old.
  Head sealFrom(long entry) {
    return seal(entry - 1);
  }

  /// Links what is newer than the newest link, or hardly older.
  Head sealNew() {
    long newest = transactions.executeRead(status -> Linking.newest(status.getConnection()));
    long now = EntryIds.first(clock.instant());
    return seal(Math.min(newest, now) - LATE);
  }

  @EventListener
  void onShutdown(ShutdownEvent stopped) {
    stopping = true;
    try {
      trail.drain();
      file.keep(sealNew());
    } catch (RuntimeException e) {
      LOG.error("The trail could not be sealed at the stop", e);
    }
  }

  private synchronized Head seal(long after) {
    boolean waiting =
        transactions.executeRead(status -> Linking.waiting(status.getConnection(), after));
    long from = after;
    boolean more = waiting;
    while (more) {
      long start = from;
      Linking.Linked linked =
          transactions.executeWrite(status -> linking.link(status.getConnection(), start));
      from = linked.reached();
      more = linked.more();
    }
    contradict(current.get());
    Head head = transactions.executeRead(status -> Linking.head(status.getConnection()));
    if (!head.equals(current.get())) {
      keep(head);
      current.set(head);
    }
    return head;
  }

  // A head that the chain contradicts is kept for good before a newer one takes its place, and so
  // is a line that somebody else has written.
  private void keep(Head head) {
    file.latest()
        .ifPresent(known -> {
          if (known.genuine()) {
            contradict(known.head());
          } else {
            LOG.error(
                "Somebody has changed the newest head outside the database: {}", known.text());
            file.keep(known.text());
          }
        });
    file.remember(head);
    String day = clock.instant().atZone(clock.getZone()).toLocalDate().toString();
    if (file.lastKept().filter(line -> line.time().startsWith(day)).isEmpty()) {
      file.keep(head);
    }
  }

  private void contradict(Head known) {
    if (!holds(known) && !known.equals(contradicted)) {
      LOG.error("The chain of the trail does not hold its earlier head {}", known);
      file.keep(known);
      contradicted = known;
    }
  }

  private boolean holds(Head known) {
    return known.seq() == 0
        || transactions.executeRead(
            status -> known.hash().equals(Linking.hashAt(status.getConnection(), known.seq())));
  }
}
