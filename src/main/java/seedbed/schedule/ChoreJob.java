package seedbed.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the chore that its key names. Quartz lets only one node at it; should two be at it after
/// all, chores bear that. A node whose clock is off gives the time back, takes no more, and leaves
/// it to another one.
@DisallowConcurrentExecution
final class ChoreJob implements Job {

  private static final Logger LOG = LoggerFactory.getLogger(ChoreJob.class);
  private static final int LONGEST_SENTENCE = 300;

  private final Chores chores;
  private final ChoreRuns runs;
  private final Punctuality punctuality;
  private final Clock clock;

  ChoreJob(Chores chores, ChoreRuns runs, Punctuality punctuality, Clock clock) {
    this.chores = chores;
    this.runs = runs;
    this.punctuality = punctuality;
    this.clock = clock;
  }

  @Override
  public void execute(JobExecutionContext context) {
    String name = context.getJobDetail().getKey().getName();
    Optional<Chore> chore = chores.find(name);
    if (chore.isEmpty()) {
      // Another node has a newer version, or this one has.
      LOG.info("no chore is called {} on this node", name);
      return;
    }
    Duration ahead = punctuality.ahead();
    if (punctuality.offBy(ahead)) {
      standBack(chore.get(), context, ahead);
    } else {
      run(chore.get(), node(context));
    }
  }

  // Quartz gave the time to this node alone: without giving it back nobody would do it.
  private void standBack(Chore chore, JobExecutionContext context, Duration ahead) {
    String node = node(context);
    LOG.error("this node's clock is {} ahead of the database's: it stands back", ahead);
    runs.begin(chore.name(), node, clock.instant());
    end(
        chore,
        ChoreRuns.Outcome.STOOD_BACK,
        "节点“%s”的时钟比数据库%s %d 秒，请校时；这一次已交还，由其他节点执行。"
            .formatted(node, ahead.isNegative() ? "慢" : "快", ahead.abs().toSeconds()));
    try {
      context.getScheduler().standby();
      context.getScheduler().triggerJob(context.getJobDetail().getKey());
    } catch (SchedulerException e) {
      throw new IllegalStateException("a time that was not given back: " + chore.name(), e);
    }
  }

  private void run(Chore chore, String node) {
    runs.begin(chore.name(), node, clock.instant());
    try {
      chore.run(LocalDate.now(clock));
      end(chore, ChoreRuns.Outcome.DONE, null);
    } catch (RuntimeException e) {
      LOG.error("chore {} failed", chore.name(), e);
      end(chore, ChoreRuns.Outcome.FAILED, "执行时发生意外，已经记录：" + e.getMessage());
    }
  }

  private void end(Chore chore, ChoreRuns.Outcome outcome, @Nullable String sentence) {
    runs.end(
        chore.name(),
        clock.instant(),
        outcome,
        sentence == null || sentence.length() <= LONGEST_SENTENCE
            ? sentence
            : sentence.substring(0, LONGEST_SENTENCE));
  }

  private static String node(JobExecutionContext context) {
    try {
      return context.getScheduler().getSchedulerInstanceId();
    } catch (SchedulerException e) {
      throw new IllegalStateException("a scheduler without a name", e);
    }
  }
}
