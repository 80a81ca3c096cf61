package seedbed.report;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.assessment.PoolAssessment;
import seedbed.assessment.PoolAssessment.Ready;
import seedbed.assessment.PoolAssessment.Stopped;
import seedbed.assessment.PoolAssessment.Working;
import seedbed.assessment.Run;
import seedbed.web.Address;
import seedbed.web.Progress;

/// The outcomes that pages show for a day, and how far newer ones have come.
@Singleton
final class CurrentRun {

  private static final String LABEL = "正在按当日标准逐家判定";

  private final PoolAssessment pool;

  CurrentRun(PoolAssessment pool) {
    this.pool = pool;
  }

  /// @param shown the run whose outcomes are shown; empty while there are none yet
  /// @param progress how far the work is, while it goes on
  /// @param pending the run that goes on, or that somebody has stopped
  record State(Optional<Run> shown, @Nullable Progress progress, @Nullable Run pending) {}

  State on(LocalDate day) {
    return switch (pool.on(day)) {
      case Ready(var run) -> new State(Optional.of(run), null, null);
      case Working(var run, var previous) -> new State(previous, progress(run), run);
      case Stopped(var run, var previous) -> new State(previous, null, run);
    };
  }

  private static Progress progress(Run run) {
    return Progress.share(
        LABEL,
        run.done(),
        run.companies(),
        Progress.State.RUNNING,
        "完成后自动显示新的结果",
        Address.of("/assessment-runs/progress").with("on", run.judgedOn()));
  }
}
