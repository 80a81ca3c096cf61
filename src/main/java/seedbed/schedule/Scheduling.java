package seedbed.schedule;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Quartz over Seedbed's own connections: nodes that share a database take turns, one trigger a
/// chore. It begins when requests are served already, in the background, and tries again where it
/// cannot. A node whose clock is off takes no turn until it is right again.
@Singleton
class Scheduling {

  private static final Logger LOG = LoggerFactory.getLogger(Scheduling.class);
  private static final String POOL = "seedbed";
  private static final Duration LONGEST_RETRY = Duration.ofHours(1);

  private final DataSource pool;
  private final Chores chores;
  private final ChoreRuns runs;
  private final Punctuality punctuality;
  private final ScheduleSettings settings;
  private final Clock clock;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private @Nullable Thread working;
  private volatile @Nullable Scheduler scheduler;

  Scheduling(
      DataSource pool,
      Chores chores,
      ChoreRuns runs,
      Punctuality punctuality,
      ScheduleSettings settings,
      Clock clock) {
    this.pool = pool;
    this.chores = chores;
    this.runs = runs;
    this.punctuality = punctuality;
    this.settings = settings;
    this.clock = clock;
  }

  @EventListener
  void onServing(ServerStartupEvent started) {
    if (settings.enabled()) {
      start();
    }
  }

  void start() {
    working = Thread.ofVirtual().name("schedule").start(this::work);
  }

  /// Whether this node takes turns now.
  boolean taking() {
    Scheduler running = scheduler;
    try {
      return running != null && !running.isInStandbyMode();
    } catch (SchedulerException e) {
      LOG.error("a scheduler that does not say how it is", e);
      return false;
    }
  }

  // A database that is away for a moment must not keep pages from being served, nor this node from
  // its chores for good.
  private void work() {
    try {
      Duration pause = settings.retry();
      while (!begun() && !stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        pause = pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_RETRY) < 0 ? pause : LONGEST_RETRY;
      }
      while (!stopped.await(settings.checkIn().toMillis(), TimeUnit.MILLISECONDS)) {
        keepTime();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean begun() {
    try {
      scheduler = begin();
      keepTime();
      LOG.info("{} chores are scheduled", chores.all().size());
      return true;
    } catch (SchedulerException | RuntimeException e) {
      LOG.error("nothing is scheduled on this node yet", e);
      return false;
    }
  }

  // It does not run yet: whose clock is off would be the first to take what is not due.
  private Scheduler begin() throws SchedulerException {
    DBConnectionManager.getInstance()
        .addConnectionProvider(POOL, new Connections(DelegatingDataSource.unwrapDataSource(pool)));
    Scheduler begun = new StdSchedulerFactory(properties()).getScheduler();
    try {
      begun.setJobFactory((_, _) -> new ChoreJob(chores, runs, punctuality, clock));
      for (Chore chore : chores.all()) {
        schedule(begun, chore);
      }
      return begun;
    } catch (SchedulerException | RuntimeException e) {
      begun.shutdown();
      throw e;
    }
  }

  /// Takes turns while the clock is right, and none while it is off.
  void keepTime() {
    Scheduler running = scheduler;
    if (running == null) {
      return;
    }
    try {
      Duration ahead = punctuality.ahead();
      boolean off = punctuality.offBy(ahead);
      if (off && !running.isInStandbyMode()) {
        LOG.error("this node's clock is {} ahead of the database's: it takes no turns", ahead);
        running.standby();
      } else if (!off && running.isInStandbyMode()) {
        running.start();
      }
    } catch (SchedulerException | RuntimeException e) {
      // The database is away: Quartz itself waits for it too.
      LOG.warn("this node's clock could not be compared", e);
    }
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("org.quartz.scheduler.instanceName", "seedbed");
    properties.setProperty("org.quartz.scheduler.instanceId", "AUTO");
    properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    properties.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
    properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    // No chore waits for another one that takes long.
    properties.setProperty(
        "org.quartz.threadPool.threadCount", "" + Math.max(2, chores.all().size()));
    properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
    properties.setProperty("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
    properties.setProperty(
        "org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.StdJDBCDelegate");
    properties.setProperty("org.quartz.jobStore.dataSource", POOL);
    properties.setProperty("org.quartz.jobStore.tablePrefix", "QRTZ_");
    properties.setProperty("org.quartz.jobStore.isClustered", "true");
    properties.setProperty("org.quartz.jobStore.useProperties", "true");
    properties.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
    properties.setProperty(
        "org.quartz.jobStore.clusterCheckinInterval", "" + settings.checkIn().toMillis());
    return properties;
  }

  // A trigger that is there already keeps its place: a restart neither forgets nor repeats a time.
  private static void schedule(Scheduler scheduler, Chore chore) throws SchedulerException {
    JobDetail job =
        JobBuilder.newJob(ChoreJob.class)
            .withIdentity(chore.name())
            .storeDurably()
            .requestRecovery()
            .build();
    scheduler.addJob(job, true);
    TriggerKey key = TriggerKey.triggerKey(chore.name());
    CronTrigger wanted =
        TriggerBuilder.newTrigger()
            .withIdentity(key)
            .forJob(job)
            .withSchedule(
                CronScheduleBuilder.cronSchedule(chore.times())
                    .inTimeZone(TimeZone.getTimeZone("Asia/Shanghai"))
                    // Whatever was missed is made up for once.
                    .withMisfireHandlingInstructionFireAndProceed())
            .build();
    if (!(scheduler.getTrigger(key) instanceof CronTrigger known)) {
      scheduler.scheduleJob(wanted);
    } else if (!known.getCronExpression().equals(chore.times())) {
      scheduler.rescheduleJob(key, wanted);
    }
  }

  @PreDestroy
  void stop() throws InterruptedException, SchedulerException {
    stopped.countDown();
    Thread begun = working;
    if (begun != null) {
      begun.join();
    }
    Scheduler running = scheduler;
    if (running != null) {
      running.shutdown(true);
    }
  }

  /// The pool that everything else uses, without the transactions that Micronaut adds to it.
  private record Connections(DataSource pool) implements ConnectionProvider {
    @Override
    public Connection getConnection() throws SQLException {
      return pool.getConnection();
    }

    @Override
    public void initialize() {}

    @Override
    public void shutdown() {}
  }
}
