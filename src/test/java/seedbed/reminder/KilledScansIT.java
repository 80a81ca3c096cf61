package seedbed.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.startup.TrialDatabase;

/// Three nodes, one of them with a clock 20 seconds ahead, scan the same companies and are killed
/// while some people of the day were told and others were not: nothing is lost and nothing is told
/// twice. `-Dkills=20 -Dcompanies=10000` is the long form. The same nodes with a plain Quartz job
/// lose or double: so the trial can fail.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("提醒节点被强行终止")
final class KilledScansIT {

  private static final Logger LOG = LoggerFactory.getLogger(KilledScansIT.class);
  private static final int KILLS = Integer.getInteger("kills", 3);
  private static final int COMPANIES = Integer.getInteger("companies", 1_000);
  private static final int NODES = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  // The steps of the third quarter of 2026, each on a working day.
  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.of(2026, 10, 8),
          LocalDate.of(2026, 10, 12),
          LocalDate.of(2026, 10, 15),
          LocalDate.of(2026, 10, 16),
          LocalDate.of(2026, 10, 19),
          LocalDate.of(2026, 10, 22));

  private static final Path HOME =
      Path.of("target", "killed-scans-" + ProcessHandle.current().pid()).toAbsolutePath();

  private final Random random = new Random(27);
  private final List<Process> nodes = new ArrayList<>();
  private TrialDatabase database;
  private Connection connection;
  private long round;

  @BeforeAll
  void settle() throws Exception {
    database = TrialDatabase.start(HOME);
    connection = DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  @AfterAll
  void end() throws SQLException {
    nodes.forEach(Process::destroyForcibly);
    connection.close();
    database.close();
  }

  @Test
  @DisplayName("三个节点、正在提醒时强行终止、一个时钟快20秒：不丢、不重")
  void nothingIsLostAndNothingIsToldTwice() throws Exception {
    for (int number = 0; number < NODES; number++) {
      nodes.add(start("scan", number));
      if (number == 0) {
        // The first one makes the tables, and the rest find them.
        awaitTables();
        announce(LocalDateTime.of(2026, 1, 1, 9, 0));
        await(1);
        fill();
      }
    }
    int kills = 0;
    for (LocalDate day : DAYS) {
      for (LocalDateTime moment : List.of(day.atTime(7, 59, 50), day.atTime(9, 0))) {
        announce(moment);
        int atMost = Math.min(KILLS - kills, (KILLS + DAYS.size() - 1) / DAYS.size());
        kills += killHalfway(day, atMost);
        await(NODES);
      }
    }

    assertThat(kills).as("killed while people were told").isPositive();
    long reminders =
        number("SELECT COUNT(*) FROM reminder WHERE kind = 'operating-sheet' AND whom = 'OWNER'");
    LOG.info("{} kills, {} companies, {} reminders", kills, COMPANIES, reminders);
    assertThat(reminders).as("lost").isEqualTo((long) COMPANIES * DAYS.size());
    assertThat(
            number(
                """
                SELECT COUNT(*)
                FROM (SELECT account_id
                      FROM message
                      GROUP BY account_id, body
                      HAVING COUNT(*) > 1) twice
                """))
        .as("told twice of one thing in two messages")
        .isZero();
    assertThat(number("SELECT COUNT(*) FROM message"))
        .as("each digest has its message, and no message is without")
        .isEqualTo(number("SELECT COUNT(*) FROM reminder_digest"));
    assertThat(
            number(
                """
                SELECT COUNT(*)
                FROM reminder_digest d
                WHERE d.items <> (SELECT COUNT(*) FROM reminder r WHERE r.digest_id = d.id)
                """))
        .as("half done")
        .isZero();
    nodes.forEach(Process::destroyForcibly);
    nodes.clear();
    proveThatThePlainJobFails();
  }

  // Some of the day were told, not all of them: whoever is killed now leaves work behind.
  private int killHalfway(LocalDate day, int atMost) throws Exception {
    int kills = 0;
    long told = 0;
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (kills < atMost
        && told < COMPANIES
        && number("SELECT COUNT(*) FROM trial_done WHERE round = " + round) < NODES) {
      assertThat(System.nanoTime()).as("nobody is told").isLessThan(deadline);
      told = number("SELECT COUNT(*) FROM reminder_digest WHERE told_on = '" + day + "'");
      if (told > 0 && told < COMPANIES) {
        int victim = random.nextInt(NODES);
        nodes.get(victim).destroyForcibly().waitFor();
        nodes.set(victim, start("scan", victim));
        kills++;
        LOG.info("{} of {} told on {}: node {} is killed", told, COMPANIES, day, victim);
      }
    }
    return kills;
  }

  // On a due day that falls into a stop nobody is told; on one with three nodes everybody is
  // thrice.
  private void proveThatThePlainJobFails() throws Exception {
    execute(
        "INSERT INTO trial_plain SELECT id, IF(id % 2 = 0, '2026-10-15',"
            + " '2026-10-16') FROM account WHERE role = 'COMPANY'");
    execute("DELETE FROM trial_done");
    announce(LocalDateTime.of(2026, 10, 14, 9, 0));
    for (int number = 0; number < NODES; number++) {
      nodes.add(start("plain", number));
    }
    await(NODES);
    announce(LocalDateTime.of(2026, 10, 16, 9, 0));
    await(NODES);

    long due = number("SELECT COUNT(*) FROM trial_plain WHERE due_on = '2026-10-15'");
    long twice =
        number(
            """
            SELECT COUNT(*)
            FROM (SELECT account_id
                  FROM trial_message
                  GROUP BY account_id
                  HAVING COUNT(*) > 1) twice
            """);
    long lost =
        number(
            """
            SELECT COUNT(*)
            FROM trial_plain p
            WHERE NOT EXISTS (SELECT 1 FROM trial_message m WHERE m.account_id = p.account_id)
            """);
    LOG.info("a plain Quartz job lost {} and doubled {}", lost, twice);
    assertThat(lost).isEqualTo(due).isPositive();
    assertThat(twice).isPositive();
  }

  private void fill() throws SQLException {
    execute(
        "INSERT INTO region (code, name, level, parent_code, source) VALUES"
            + " ('28', '试验', 'PROVINCE', NULL, '试验'), ('2801', '试验', 'PREFECTURE', '28', '试验'),"
            + " ('280101', '试验', 'COUNTY', '2801', '试验'),"
            + " ('280101001', '试验', 'TOWNSHIP', '280101', '试验')");
    try (PreparedStatement company =
            connection.prepareStatement(
                "INSERT INTO company (id, name, name_initials, region_code, track, origin, source,"
                    + " recorded_on, version) VALUES (?, ?, 'sy', '280101001', 'MANUFACTURING',"
                    + " 'IMPORT', '试验', '2020-01-01', 0)");
        PreparedStatement holding =
            connection.prepareStatement(
                "INSERT INTO title_holding (company_id, title, held_from, from_precision,"
                    + " recorded_on, document_no, source) VALUES (?, 'rugao-pool', '2020-01-01',"
                    + " 'DAY', '2020-01-01', '试验', '试验')");
        PreparedStatement account =
            connection.prepareStatement(
                "INSERT INTO account (username, role, region_code, company_id, state, program,"
                    + " name_sealed, password_given, created_at, version) VALUES (?, 'COMPANY',"
                    + " '280101001', ?, 'ACTIVE', FALSE, 'x', FALSE, '2026-01-01', 0)")) {
      for (int number = 1; number <= COMPANIES; number++) {
        long id = 1_000_000L + number;
        company.setLong(1, id);
        company.setString(2, "试验企业" + number);
        company.addBatch();
        holding.setLong(1, id);
        holding.addBatch();
        account.setString(1, "trial-" + number);
        account.setLong(2, id);
        account.addBatch();
      }
      company.executeBatch();
      holding.executeBatch();
      account.executeBatch();
    }
  }

  private Process start(String kind, int number) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:TieredStopAtLevel=1",
                "-Dtrial.kind=" + kind,
                "-Dtrial.url=" + database.url(),
                "-Dtrial.user=" + database.user(),
                "-Dtrial.password=" + database.password(),
                "-Dtrial.name=node-" + number,
                "-Dtrial.home=" + HOME.resolve("nodes"),
                // The last one's clock is 20 seconds ahead.
                "-Dtrial.ahead=" + (number == NODES - 1 ? 20 : 0),
                "-Dtrial.running=true",
                "-classpath",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                ReminderNode.class.getName()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(new File(HOME.toFile(), "node-" + number + ".log"))
        .start();
  }

  private void announce(LocalDateTime moment) throws SQLException {
    round++;
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE trial_clock SET round = ?, moment = ?")) {
      update.setLong(1, round);
      update.setObject(2, moment);
      update.executeUpdate();
    }
  }

  private void await(int howMany) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (number("SELECT COUNT(*) FROM trial_done WHERE round = " + round) < howMany) {
      assertThat(System.nanoTime()).as("nodes that never come").isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  private void awaitTables() throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (number(
            "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND"
                + " table_name = 'trial_clock'")
        == 0) {
      assertThat(System.nanoTime()).as("a node that never starts").isLessThan(deadline);
      Thread.sleep(100);
    }
    while (number("SELECT COUNT(*) FROM trial_clock") == 0) {
      Thread.sleep(10);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
