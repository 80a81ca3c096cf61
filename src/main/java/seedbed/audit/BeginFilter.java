package seedbed.audit;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterPatternStyle;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/// Hands the beginning of every act to the trail before it is done, so that one cut short by a
/// crash is seen. It is committed while the act goes on, and the act's answer waits for that commit
/// ([ResultFilter]): an act that was answered is on the trail, whatever is killed next. Only an act
/// that nobody was told of can be cut off together with its beginning.
@ServerFilter(patternStyle = FilterPatternStyle.ANT, value = ServerFilter.MATCH_ALL_PATTERN)
final class BeginFilter implements Ordered {

  private final Recording recording;

  BeginFilter(Recording recording) {
    this.recording = recording;
  }

  /// After the gate and the check of the form's token: what they refuse has not begun.
  @Override
  public int getOrder() {
    return ServerFilterPhase.RENDERING.before();
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void begin(HttpRequest<?> request) {
    recording.begin(request).ifPresent(Trail::await);
  }
}
