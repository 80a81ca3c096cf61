package seedbed.startup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A Seedbed with the demonstration pool that is killed and started again, on a database that stays
/// and is looked into.
final class Victim implements AutoCloseable {

  private static final String PASSWORD = "Killed-Quiet-Harbour-27";

  private static final String OTHERS =
      "SELECT COUNT(*) = 0 FROM information_schema.processlist WHERE id <> CONNECTION_ID()";

  private final EmbeddedDatabase database;
  private final Launcher launcher;
  private final Rows rows;
  private @Nullable Process process;
  private @Nullable TokenClient office;

  Victim(Path home) throws SQLException {
    database = EmbeddedDatabase.start(home);
    DatabaseAddress address = database.address();
    launcher =
        new Launcher(
            home.resolve("served"),
            Map.of(
                "SEEDBED_JDBC_URL",
                address.url(),
                "SEEDBED_JDBC_USER",
                address.user(),
                "SEEDBED_JDBC_PASSWORD",
                address.password(),
                "SEEDBED_DEMO",
                "true",
                "SEEDBED_ADMIN_PASSWORD",
                PASSWORD,
                "SEEDBED_DEMO_PASSWORD",
                PASSWORD));
    rows =
        new Rows(
            DriverManager.getConnection(address.pooledUrl(), address.user(), address.password()));
  }

  /// The office at a running process, which is started if need be.
  TokenClient office() throws IOException, InterruptedException {
    if (process == null || !process.isAlive()) {
      process = launcher.launch(Launcher.freePort());
      office = TokenClient.signedIn(Launcher.awaitStart(process), "office", PASSWORD);
    }
    return Objects.requireNonNull(office);
  }

  /// Kills the process and waits until the database has noticed: what it was told to commit it may
  /// still commit, the rest it rolls back.
  void kill() throws SQLException, InterruptedException {
    Objects.requireNonNull(process).destroyForcibly().waitFor();
    rows.await(OTHERS);
  }

  Rows rows() {
    return rows;
  }

  @Override
  public void close() throws SQLException {
    launcher.killAll();
    rows.connection().close();
    database.close();
  }
}
