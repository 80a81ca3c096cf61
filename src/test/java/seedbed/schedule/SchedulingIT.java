package seedbed.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.quartz.impl.SchedulerRepository;

/// Several nodes over one database, with Quartz as it is in operation.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("几个节点轮流执行定时任务")
final class SchedulingIT {

  private static final String EVERY_SECOND = "* * * * * ?";
  private static final String NEVER = "0 0 0 1 1 ? 2099";
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration SKEW = Duration.ofSeconds(5);

  @Inject DataSource pool;
  @Inject TransactionOperations<Connection> transactions;
  @Inject ChoreRuns runs;
  @Inject Clock clock;

  private final List<Node> nodes = new ArrayList<>();

  /// A node with a clock of its own.
  private final class Node {
    private final Wrong wrong = new Wrong(clock);
    private final AtomicInteger done = new AtomicInteger();
    private final Scheduling scheduling;

    Node(DataSource reached, String times, Duration checkIn) {
      ScheduleSettings settings = new ScheduleSettings(true, SKEW, checkIn, Duration.ofMillis(200));
      scheduling =
          new Scheduling(
              reached,
              new Chores(List.of(new Counting(times, done))),
              runs,
              new Punctuality(transactions, settings, wrong),
              settings,
              wrong);
      nodes.add(this);
    }

    Node begun() {
      scheduling.start();
      await(scheduling::taking);
      // Quartz keeps one of a name in a process; these are two processes.
      SchedulerRepository.getInstance().remove("seedbed");
      return this;
    }
  }

  private record Counting(String times, AtomicInteger done) implements Chore {
    @Override
    public String name() {
      return "trial";
    }

    @Override
    public String label() {
      return "试验";
    }

    @Override
    public void run(LocalDate today) {
      done.incrementAndGet();
    }
  }

  /// A clock that can be put wrong.
  private static final class Wrong extends Clock {
    private final Clock right;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Duration by = Duration.ZERO;

    Wrong(Clock right) {
      this.right = right;
    }

    @Override
    public ZoneId getZone() {
      return right.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return right.withZone(zone);
    }

    @Override
    public Instant instant() {
      asked.incrementAndGet();
      return right.instant().plus(by);
    }
  }

  /// A database that cannot be reached the first few times.
  private static final class Away implements DataSource {
    private final DataSource there;
    private final AtomicInteger refusals;

    Away(DataSource there, int refusals) {
      this.there = there;
      this.refusals = new AtomicInteger(refusals);
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (refusals.getAndDecrement() > 0) {
        throw new SQLException("away");
      }
      return there.getConnection();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
      return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
      return there.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
      there.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
      there.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
      return there.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
      return there.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
      return there.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
      return there.isWrapperFor(type);
    }
  }

  @BeforeEach
  void clear() {
    for (String table :
        List.of(
            "QRTZ_FIRED_TRIGGERS",
            "QRTZ_SIMPLE_TRIGGERS",
            "QRTZ_CRON_TRIGGERS",
            "QRTZ_TRIGGERS",
            "QRTZ_JOB_DETAILS",
            "QRTZ_SCHEDULER_STATE")) {
      execute("DELETE FROM " + table);
    }
    execute("DELETE FROM chore_run WHERE name = 'trial'");
  }

  @AfterEach
  void end() throws Exception {
    stop();
    clear();
  }

  private void stop() throws Exception {
    for (Node node : nodes) {
      node.scheduling.stop();
    }
    nodes.clear();
  }

  @Test
  @DisplayName("每个时刻恰好执行一次；一个节点的时钟突然快了，它交还手上的时刻，由另一个补上，一次不漏")
  void everyTimeIsDoneOnceAndNeverByTheOneAhead() throws Exception {
    Node right = new Node(pool, EVERY_SECOND, Duration.ofSeconds(60)).begun();
    Node ahead = new Node(pool, EVERY_SECOND, Duration.ofSeconds(60)).begun();
    await(() -> right.done.get() + ahead.done.get() >= 2);

    ahead.wrong.by = Duration.ofSeconds(20);
    await(() -> !ahead.scheduling.taking());
    int before = ahead.done.get();
    await(() -> number("SELECT COUNT(*) FROM QRTZ_TRIGGERS WHERE TRIGGER_TYPE = 'SIMPLE'") == 0);
    int then = right.done.get();
    await(() -> right.done.get() >= then + 3);
    stop();

    assertThat(ahead.done.get()).as("done with a wrong clock").isEqualTo(before);
    long times = number("SELECT (PREV_FIRE_TIME - START_TIME) DIV 1000 + 1 FROM QRTZ_TRIGGERS");
    assertThat((long) right.done.get() + ahead.done.get()).isEqualTo(times);
  }

  @Test
  @DisplayName("只有时钟不准的节点在时，交还的时刻留着并写明原因；别的节点一来就补做，校准后自己也恢复")
  void whatWasGivenBackWaitsForSomebodyElse() throws Exception {
    Node ahead = new Node(pool, NEVER, Duration.ofSeconds(60)).begun();
    ahead.wrong.by = Duration.ofSeconds(20);
    execute("UPDATE QRTZ_TRIGGERS SET NEXT_FIRE_TIME = UNIX_TIMESTAMP() * 1000");

    await(() -> outcome().equals("STOOD_BACK"));
    await(() -> !ahead.scheduling.taking());
    assertThat(ahead.done).hasValue(0);
    Node right = new Node(pool, NEVER, Duration.ofSeconds(60)).begun();
    await(() -> right.done.get() == 1 && outcome().equals("DONE"));

    ahead.wrong.by = Duration.ZERO;
    ahead.scheduling.keepTime();
    assertThat(ahead.scheduling.taking()).isTrue();
    assertThat(ahead.done).hasValue(0);
  }

  @Test
  @DisplayName("启动时时钟就不准的，校准以前一次也不取")
  void whoBeginsAheadTakesNothing() throws Exception {
    Node ahead = new Node(pool, EVERY_SECOND, Duration.ofMillis(100));
    ahead.wrong.by = Duration.ofSeconds(20);

    ahead.scheduling.start();
    await(() -> number("SELECT COUNT(*) FROM QRTZ_TRIGGERS") == 1);
    int looked = ahead.wrong.asked.get();
    long scheduled = number("SELECT NEXT_FIRE_TIME FROM QRTZ_TRIGGERS");
    await(() ->
        number("SELECT UNIX_TIMESTAMP() * 1000") > scheduled + 1_000
            && ahead.wrong.asked.get() >= looked + 3);
    assertThat(ahead.done).hasValue(0);
    assertThat(number("SELECT COUNT(*) FROM chore_run WHERE name = 'trial'")).isZero();

    ahead.wrong.by = Duration.ZERO;
    await(() -> ahead.done.get() > 0);
  }

  @Test
  @DisplayName("启动时数据库暂时不可用的，一再重试直到排上")
  void aDatabaseThatIsAwayIsWaitedFor() {
    Away away = new Away(DelegatingDataSource.unwrapDataSource(pool), 3);
    Node node = new Node(away, EVERY_SECOND, Duration.ofSeconds(60)).begun();

    await(() -> node.done.get() > 0);
    assertThat(away.refusals.get()).isNegative();
  }

  private String outcome() {
    return transactions.executeRead(status -> {
      try (Statement statement = status.getConnection().createStatement();
          ResultSet row =
              statement.executeQuery("SELECT outcome FROM chore_run WHERE name = 'trial'")) {
        return row.next() ? row.getString(1) : "";
      }
    });
  }

  private long number(String sql) {
    return transactions.executeRead(status -> {
      try (Statement statement = status.getConnection().createStatement();
          ResultSet row = statement.executeQuery(sql)) {
        row.next();
        return row.getLong(1);
      }
    });
  }

  private void execute(String sql) {
    transactions.executeWrite(status -> {
      try (Statement statement = status.getConnection().createStatement()) {
        return statement.executeUpdate(sql);
      }
    });
  }

  private static void await(BooleanSupplier wanted) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!wanted.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it never came").isLessThan(deadline);
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
