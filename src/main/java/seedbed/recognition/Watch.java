package seedbed.recognition;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// How far the forecasts for a run over the pool are.
///
/// @param watchedAt when they were all there, UTC; null until then
/// @param titles how many end soon, once somebody has counted
/// @param attempt only the newest attempt may write; see [Watches#takeOver]
@MappedEntity("renewal_watch")
record Watch(
    @Id long runId,
    @Nullable LocalDateTime watchedAt,
    State state,
    int titles,
    int done,
    int attempt) {

  enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED
  }
}
