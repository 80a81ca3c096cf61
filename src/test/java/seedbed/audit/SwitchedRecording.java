package seedbed.audit;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import seedbed.access.RouteTable;
import seedbed.web.Origin;

/// Recording that a benchmark can turn off, to see what it costs; Seedbed itself cannot.
@Singleton
@Replaces(Recording.class)
@Requires(property = TrailBenchmark.RUNNING, value = "true")
class SwitchedRecording extends Recording {

  private volatile boolean on = true;

  SwitchedRecording(
      Trail trail, TrailKeys keys, RouteTable routes, Origin.Resolver origins, Clock clock) {
    super(trail, keys, routes, origins, clock);
  }

  void turn(boolean way) {
    on = way;
  }

  @Override
  Optional<CompletableFuture<@Nullable Void>> begin(HttpRequest<?> request) {
    return on ? super.begin(request) : Optional.empty();
  }

  @Override
  Optional<CompletableFuture<@Nullable Void>> end(HttpRequest<?> request, int status) {
    return on ? super.end(request, status) : Optional.empty();
  }
}
