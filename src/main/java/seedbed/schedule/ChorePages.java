package seedbed.schedule;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is done by itself, and how it went last.
@Hidden
@Controller("/chores")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ChorePages {

  private final Chores chores;
  private final ChoreRuns runs;
  private final Punctuality punctuality;
  private final ScheduleSettings settings;
  private final Scheduling scheduling;

  ChorePages(
      Chores chores,
      ChoreRuns runs,
      Punctuality punctuality,
      ScheduleSettings settings,
      Scheduling scheduling) {
    this.chores = chores;
    this.runs = runs;
    this.punctuality = punctuality;
    this.settings = settings;
    this.scheduling = scheduling;
  }

  /// @param clock how far this node is from the database
  /// @param unscheduled whether this node could not begin yet, although its clock is right
  @Introspected
  record Page(boolean enabled, String clock, boolean off, boolean unscheduled, List<Line> lines) {}

  @Introspected
  record Line(
      String name,
      String label,
      String times,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt,
      String node,
      String outcome,
      String styleClass,
      @Nullable String sentence) {}

  @Get
  @View("chores/index")
  Page index() {
    Map<String, ChoreRuns.Run> last =
        runs.findAll().stream().collect(Collectors.toMap(ChoreRuns.Run::name, Function.identity()));
    Duration ahead = punctuality.ahead();
    return new Page(
        settings.enabled(),
        "%s%d.%03d 秒"
            .formatted(
                ahead.isNegative() ? "慢 " : "快 ",
                ahead.abs().toSeconds(),
                ahead.abs().toMillisPart()),
        punctuality.offBy(ahead),
        settings.enabled() && !punctuality.offBy(ahead) && !scheduling.taking(),
        chores.all().stream().map(chore -> line(chore, last.get(chore.name()))).toList());
  }

  private static Line line(Chore chore, ChoreRuns.@Nullable Run run) {
    return run == null
        ? new Line(chore.name(), chore.label(), chore.times(), null, null, "—", "还没有执行过", "", null)
        : new Line(
            chore.name(),
            chore.label(),
            chore.times(),
            run.startedAt(),
            run.endedAt(),
            run.node(),
            run.outcome().label(),
            switch (run.outcome()) {
              case RUNNING -> "unknown";
              case DONE -> "met";
              case FAILED, STOOD_BACK -> "not";
            },
            run.sentence());
  }
}
