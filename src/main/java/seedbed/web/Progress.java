package seedbed.web;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// How far long work has come; for `views/parts/progress`, whose address answers with the same part
/// alone until the work has ended.
@Introspected
public record Progress(
    String label, long done, long total, State state, @Nullable String sentence, Address poll) {

  /// Whether the work goes on.
  public enum State {
    RUNNING,
    DONE,
    FAILED
  }

  public boolean running() {
    return state == State.RUNNING;
  }

  public String styleClass() {
    return switch (state) {
      case RUNNING -> "";
      case DONE -> "met";
      case FAILED -> "not";
    };
  }

  public String share() {
    return switch (state) {
      case DONE -> "✓ 完成";
      case FAILED -> "✕ 未完成";
      case RUNNING -> Share.of(done, total).intValue() + " %";
    };
  }
}
