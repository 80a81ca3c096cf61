package seedbed.audit;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterPatternStyle;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;

/// Puts the results of acts, what was read and what was refused on the trail. A page whose reading
/// is recorded is sent only when it is recorded.
@ServerFilter(patternStyle = FilterPatternStyle.ANT, value = ServerFilter.MATCH_ALL_PATTERN)
final class ResultFilter implements Ordered {

  private final Recording recording;
  private final ExecutorService blocking;

  ResultFilter(Recording recording, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.recording = recording;
    this.blocking = blocking;
  }

  /// Around the gate, to see what it refuses.
  @Override
  public int getOrder() {
    return ServerFilterPhase.METRICS.before();
  }

  @ResponseFilter
  CompletionStage<MutableHttpResponse<?>> end(
      HttpRequest<?> request, MutableHttpResponse<?> response) {
    CompletableFuture<MutableHttpResponse<?>> ready = CompletableFuture.completedFuture(response);
    return recording
        .end(request, response.code())
        .map(stored -> stored.<MutableHttpResponse<?>>thenApplyAsync(_ -> response, blocking))
        .orElse(ready);
  }
}
