package seedbed.reminder;

import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/// One node of a trial in a process of its own, made to be killed: whenever the trial's table names
/// a new moment, it does what a node does then, by its own clock. With `plain` it does what people
/// write who know Quartz and nothing else: a job that tells whoever owes something that is due
/// today.
public final class ReminderNode {

  private static final String URL = property("url");
  private static final String USER = property("user");
  private static final String PASSWORD = property("password");
  private static final String NAME = property("name");
  private static final long AHEAD = Long.parseLong(property("ahead"));

  private ReminderNode() {}

  public static void main(String[] args) throws Exception {
    if (property("kind").equals("plain")) {
      follow(plain());
    } else {
      try (ApplicationContext context = context()) {
        Scan scan = context.getBean(Scan.class);
        follow(scan::run);
      }
    }
  }

  private interface Doing {
    void at(LocalDateTime now) throws SQLException, SchedulerException;
  }

  private static void follow(Doing doing) throws Exception {
    try (Connection connection = connect()) {
      prepare(connection);
      long done = 0;
      while (true) {
        try (Statement statement = connection.createStatement();
            ResultSet row = statement.executeQuery("SELECT round, moment FROM trial_clock")) {
          long round = row.next() ? row.getLong(1) : 0;
          if (round > done) {
            doing.at(row.getObject(2, LocalDateTime.class).plusSeconds(AHEAD));
            report(connection, round);
            done = round;
          }
        }
        Thread.sleep(10);
      }
    }
  }

  // After the migrations, which want to find the schema empty; the clock comes last.
  private static void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS trial_done (node VARCHAR(20) PRIMARY KEY, round BIGINT)");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS trial_plain (account_id BIGINT PRIMARY KEY, due_on DATE)");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS trial_message (id BIGINT AUTO_INCREMENT PRIMARY KEY,"
              + " account_id BIGINT, told_on DATE)");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS trial_clock (id INT PRIMARY KEY, round BIGINT, moment"
              + " DATETIME)");
      statement.execute("INSERT IGNORE INTO trial_clock VALUES (1, 0, '2026-01-01 09:00:00')");
    }
  }

  private static void report(Connection connection, long round) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO trial_done (node, round) VALUES (?, ?) ON DUPLICATE KEY"
                + " UPDATE round = VALUES(round)")) {
      insert.setString(1, NAME);
      insert.setLong(2, round);
      insert.executeUpdate();
    }
  }

  static Connection connect() throws SQLException {
    return DriverManager.getConnection(URL, USER, PASSWORD);
  }

  private static ApplicationContext context() {
    Map<String, Object> properties = new HashMap<>();
    properties.put("datasources.default.url", URL);
    properties.put("datasources.default.username", USER);
    properties.put("datasources.default.password", PASSWORD);
    properties.put("flyway.datasources.default.enabled", true);
    properties.put("seedbed.home", property("home"));
    properties.put("seedbed.demo", false);
    properties.put("seedbed.schedule.enabled", false);
    properties.put("seedbed.secret.folder", property("home") + "/keys");
    properties.put("seedbed.audit.heads", property("home") + "/heads");
    properties.put("seedbed.evidence.files", property("home") + "/files");
    return ApplicationContext.builder()
        .deduceEnvironment(false)
        .banner(false)
        .properties(properties)
        .start();
  }

  private static Doing plain() throws SchedulerException {
    Properties properties = new Properties();
    properties.setProperty("org.quartz.scheduler.instanceName", NAME);
    properties.setProperty("org.quartz.threadPool.threadCount", "1");
    properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
    Scheduler scheduler = new StdSchedulerFactory(properties).getScheduler();
    scheduler.start();
    return now -> {
      JobDetail job =
          JobBuilder.newJob(PlainJob.class)
              .withIdentity("plain-" + System.nanoTime())
              .usingJobData("day", now.toLocalDate().toString())
              .build();
      scheduler.scheduleJob(job, TriggerBuilder.newTrigger().startNow().build());
      while (scheduler.checkExists(job.getKey())) {
        Thread.onSpinWait();
      }
    };
  }

  /// What is due today is told today, one after the other.
  @DisallowConcurrentExecution
  public static final class PlainJob implements Job {
    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
      LocalDate day = LocalDate.parse(context.getMergedJobDataMap().getString("day"));
      try (Connection connection = connect();
          PreparedStatement owing =
              connection.prepareStatement("SELECT account_id FROM trial_plain WHERE due_on = ?");
          PreparedStatement tell =
              connection.prepareStatement(
                  "INSERT INTO trial_message (account_id, told_on) VALUES (?, ?)")) {
        owing.setObject(1, day);
        try (ResultSet row = owing.executeQuery()) {
          while (row.next()) {
            tell.setLong(1, row.getLong(1));
            tell.setObject(2, day);
            tell.executeUpdate();
          }
        }
      } catch (SQLException e) {
        throw new JobExecutionException(e);
      }
    }
  }

  private static String property(String name) {
    return System.getProperty("trial." + name, "");
  }
}
