package seedbed.startup;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/// Gives every `@MicronautTest` a real database with an empty schema of this process's own: on the
/// embedded server, or on the MySQL that `SEEDBED_JDBC_URL` names.
@ContextConfigurer
public final class TestDatabase implements ApplicationContextConfigurer {

  /// Processes that run tests at the same time have a server each.
  private static final Path HOME =
      Path.of("target", "seedbed-home-" + System.getProperty("seedbed.test.fork", "1"));

  @Override
  public void configure(ApplicationContextBuilder builder) {
    if (Boolean.getBoolean(MeasuredPool.RUNNING) || Boolean.getBoolean("trial.running")) {
      return;
    }
    builder.properties(Map.copyOf(Opened.USERS.pool().poolProperties()));
    builder.properties(Map.copyOf(Opened.USERS.owner().ownerProperties()));
    // Nothing is done by itself but in the tests that ask for it.
    builder.properties(Map.of("seedbed.schedule.enabled", false));
    builder.properties(
        Map.of(
            "micronaut.server.port",
            -1,
            "seedbed.home",
            HOME.toString(),
            "seedbed.secret.folder",
            HOME.resolve("keys").toString(),
            "seedbed.demo",
            false,
            "seedbed.audit.heads",
            HOME.resolve("trail-heads-" + ProcessHandle.current().pid()).toString(),
            // However slow the machine, a page has its answer.
            "micronaut.http.client.read-timeout",
            "2m",
            // However many companies other tests have left, what is asked now is answered anew.
            "seedbed.patience.small-pool",
            1_000_000,
            "seedbed.patience.page",
            "2m",
            "seedbed.patience.aside",
            "2m"));
  }

  /// For tests that need the tables' owner: what nobody who serves requests may do.
  public static Connection asOwner() throws SQLException {
    return Opened.USERS.owner().connect();
  }

  private record Users(DatabaseAddress owner, DatabaseAddress pool) {}

  /// Opened once, when the first test that needs a container asks for it.
  private static final class Opened {

    static final Users USERS = open();

    private static Users open() {
      Optional<DatabaseAddress> given = Settings.from(System.getenv()).given();
      return given.isPresent() ? ownSchema(given.get()) : embedded();
    }

    private static Users embedded() {
      EmbeddedDatabase database = EmbeddedDatabase.start(HOME);
      Runtime.getRuntime().addShutdownHook(new Thread(database::close));
      execute(database.address(), "DROP DATABASE seedbed");
      execute(withSchema(database.address(), ""), "CREATE DATABASE seedbed CHARACTER SET utf8mb4");
      return new Users(database.address(), database.pool());
    }

    private static Users ownSchema(DatabaseAddress given) {
      String schema = "seedbed_test_" + ProcessHandle.current().pid();
      execute(given, "DROP DATABASE IF EXISTS " + schema);
      execute(given, "CREATE DATABASE " + schema + " CHARACTER SET utf8mb4");
      execute(given, "CREATE USER " + schema + " IDENTIFIED BY '" + schema + "'");
      execute(given, "GRANT CREATE TEMPORARY TABLES ON " + schema + ".* TO " + schema);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> {
                execute(given, "DROP DATABASE " + schema);
                execute(given, "DROP USER " + schema);
              }));
      DatabaseAddress owner = withSchema(given, schema);
      return new Users(owner, new DatabaseAddress(owner.url(), schema, schema));
    }

    private static DatabaseAddress withSchema(DatabaseAddress address, String schema) {
      String url = address.url().replaceFirst("(//[^/]+/)[^?]*", "$1" + schema);
      return new DatabaseAddress(url, address.user(), address.password());
    }

    private static void execute(DatabaseAddress address, String sql) {
      try (Connection connection = address.connect();
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException("Cannot prepare the test database " + address, e);
      }
    }
  }
}
