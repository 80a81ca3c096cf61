package seedbed.audit;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterPatternStyle;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/// Puts the results of acts, what was read and what was refused on the trail. An answer to an act,
/// and a page whose reading is recorded, is sent only when the beginning is committed.
@ServerFilter(patternStyle = FilterPatternStyle.ANT, value = ServerFilter.MATCH_ALL_PATTERN)
final class ResultFilter implements Ordered {

  private final Recording recording;

  ResultFilter(Recording recording) {
    this.recording = recording;
  }

  /// Around the gate, to see what it refuses.
  @Override
  public int getOrder() {
    return ServerFilterPhase.METRICS.before();
  }

  @ResponseFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
    recording.end(request, response.code()).ifPresent(Trail::await);
  }
}
