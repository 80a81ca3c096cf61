package seedbed.audit;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterPatternStyle;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;

/// Puts the beginning of every act on the trail before it is done, so that one cut short by a
/// crash is seen. Nothing is changed that the trail does not know: without it the request fails.
/// The beginning is committed while the act goes on; its answer waits for that.
@ServerFilter(patternStyle = FilterPatternStyle.ANT, value = ServerFilter.MATCH_ALL_PATTERN)
final class BeginFilter implements Ordered {

  private final Recording recording;
  private final ExecutorService blocking;

  BeginFilter(Recording recording, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.recording = recording;
    this.blocking = blocking;
  }

  /// After the gate and the check of the form's token: what they refuse has not begun.
  @Override
  public int getOrder() {
    return ServerFilterPhase.RENDERING.before();
  }

  // The rest of the request must not run on the thread that writes the trail.
  @RequestFilter
  CompletionStage<HttpRequest<?>> begin(HttpRequest<?> request) {
    CompletableFuture<HttpRequest<?>> known = CompletableFuture.completedFuture(request);
    return recording
        .begin(request)
        .map(stored -> stored.<HttpRequest<?>>thenApplyAsync(_ -> request, blocking))
        .orElse(known);
  }
}
