package seedbed.web;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// How far long work has come; for `views/parts/progress`, whose address answers with the same part
/// alone until the work has ended.
///
/// @param counted in words, where the reader may know how many there are
@Introspected
public record Progress(
    String label,
    long done,
    long total,
    State state,
    @Nullable String counted,
    @Nullable String sentence,
    Address poll) {

  public Progress(
      String label, long done, long total, State state, @Nullable String sentence, Address poll) {
    this(
        label,
        done,
        total,
        state,
        Formats.count(done) + " / " + Formats.count(total),
        sentence,
        poll);
  }

  /// In percent: of work on more than its reader may know of.
  public static Progress share(
      String label, long done, long total, State state, @Nullable String sentence, Address poll) {
    return new Progress(label, Share.whole(done, total), 100, state, null, sentence, poll);
  }

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
      case RUNNING -> Share.whole(done, total) + " %";
    };
  }
}
