package seedbed.startup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Starts processes as a person would, and kills them.
final class StartIT {

  private static final Path HOME = Path.of("target", "seedbed-start").toAbsolutePath();

  private final Launcher launcher = new Launcher(HOME, Map.of("SEEDBED_DEMO", "false"));

  @BeforeAll
  static void beginWithoutData() throws IOException {
    Path data = HOME.resolve("database/data");
    if (Files.exists(data)) {
      try (var files = Files.walk(data)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @AfterEach
  void killWhatIsLeft() {
    launcher.killAll();
  }

  @Test
  void neitherAKilledProcessNorAKilledDatabaseLosesAnything() throws Exception {
    Process killed = launcher.launch(Launcher.freePort());
    Launcher.awaitStart(killed);
    killed.destroyForcibly().waitFor();
    assertThat(launcher.servers()).as("the database server outlives the killed process").hasSize(1);

    try (var database = EmbeddedDatabase.start(HOME)) {
      assertThat(ask(database, "SELECT COUNT(*) FROM flyway_schema_history")).isNotEqualTo("0");
      ask(database, "CREATE TABLE IF NOT EXISTS kept (word VARCHAR(9))");
      ask(database, "INSERT INTO kept VALUES ('留下')");
      launcher.servers().forEach(ProcessHandle::destroyForcibly);
    }

    try (var database = EmbeddedDatabase.start(HOME)) {
      assertThat(ask(database, "SELECT MAX(word) FROM kept")).isEqualTo("留下");
      ask(database, "DROP TABLE kept");
    }
    assertThat(launcher.servers()).isEmpty();
  }

  @Test
  void aSecondStartIsRefusedInOneSentenceAndAStopSignalEndsEverything() throws Exception {
    int port = Launcher.freePort();
    Process first = launcher.launch(port);
    Launcher.awaitStart(first);
    assertThat(health(port)).isEqualTo(200);

    assertThat(refusal(launcher.launch(port)))
        .isEqualTo(Settings.portRefused(port, new IOException()).sentence());
    assertThat(refusal(launcher.launch(Launcher.freePort())))
        .contains("正被另一个培育库使用", HOME.toString());

    first.destroy();
    assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(launcher.servers()).isEmpty();
  }

  @Test
  void aWrongPasswordOrDatabaseIsNamedAndOnlyTheOwnerCanReadTheRightOne() throws Exception {
    try (var database = EmbeddedDatabase.start(HOME)) {
      DatabaseAddress right = database.address();
      right.check();

      assertRefused(
          new DatabaseAddress(right.url(), right.user(), "wrong"), "SEEDBED_JDBC_PASSWORD");
      String elsewhere = right.url().replace("/seedbed?", "/elsewhere?");
      assertRefused(new DatabaseAddress(elsewhere, right.user(), right.password()), "请先建库");
      String nowhere = right.url().replace("/seedbed?", "/?");
      assertRefused(new DatabaseAddress(nowhere, right.user(), right.password()), "没有写库名");
    }

    Path password = HOME.resolve("database/password");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
        .isEqualTo("rw-------");
  }

  private static String refusal(Process process) throws IOException, InterruptedException {
    var output = process.inputReader(UTF_8);
    String printed = String.join("\n", output.readAllLines());

    assertThat(process.waitFor()).isEqualTo(1);
    return printed;
  }

  private static int health(int port) throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"));
      return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
  }

  private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
    try (var connection = database.address().connect();
        var statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      var rows = statement.getResultSet();
      rows.next();
      return rows.getString(1);
    }
  }

  private static void assertRefused(DatabaseAddress address, String named) {
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(address::check)
        .withMessageContaining(named);
  }
}
