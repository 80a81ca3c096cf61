package seedbed.criteria;

import io.micronaut.context.annotation.Property;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterPatternStyle;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks from time to time, when somebody asks for something, whether another node has published.
@ServerFilter(patternStyle = FilterPatternStyle.ANT, value = ServerFilter.MATCH_ALL_PATTERN)
final class ShelfFilter implements Ordered {
  private static final Logger LOG = LoggerFactory.getLogger(ShelfFilter.class);

  private final Shelf shelf;
  private final Clock clock;
  private final Duration pause;
  private final AtomicReference<Instant> looked = new AtomicReference<>(Instant.EPOCH);

  ShelfFilter(
      Shelf shelf,
      Clock clock,
      @Property(name = "seedbed.editions.look-again", defaultValue = "2s") Duration pause) {
    this.shelf = shelf;
    this.clock = clock;
    this.pause = pause;
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.RENDERING.before();
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void look() {
    var last = looked.get();
    var now = clock.instant();
    var lately = !now.isBefore(last) && now.isBefore(last.plus(pause));
    if (lately || !looked.compareAndSet(last, now)) {
      return;
    }
    try {
      shelf.refresh();
    } catch (RuntimeException e) {
      // What was published before stays in force; a page about it is better than none.
      LOG.error("The editions published meanwhile cannot be taken", e);
    }
  }
}
