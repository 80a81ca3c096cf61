package seedbed.startup;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;

/// A server with the demonstration pool on a database of its own, to be copied and measured.
///
/// @param copies how often the pool is to be copied
/// @param connection beside the server
record MeasuredPool(Seedbed seedbed, int copies, Connection connection) {

  /// The system property by which a benchmark is known from a test.
  static final String RUNNING = "seedbed.benchmark";

  private static final String PASSWORD = "Measured-Quiet-Harbour-27";

  interface Measuring {
    void of(MeasuredPool pool) throws Exception;
  }

  /// @param home used again by the next run
  /// @param arguments how many copies, where it is not those of a province
  static void measure(Path home, String[] arguments, Measuring measuring) throws Exception {
    int copies =
        arguments.length == 0 || arguments[0].isBlank()
            ? PoolCopies.PROVINCE
            : Integer.parseInt(arguments[0]);
    System.setProperty(RUNNING, "true");
    try (var database = EmbeddedDatabase.start(home)) {
      var place = database.address();
      try (var seedbed =
              Seedbed.start(
                  Map.of(
                      "SEEDBED_JDBC_URL",
                      place.url(),
                      "SEEDBED_JDBC_USER",
                      place.user(),
                      "SEEDBED_JDBC_PASSWORD",
                      place.password(),
                      "SEEDBED_HOME",
                      home.toString(),
                      "MICRONAUT_SERVER_PORT",
                      "0",
                      "SEEDBED_DEMO",
                      "true",
                      "SEEDBED_ADMIN_PASSWORD",
                      PASSWORD,
                      "SEEDBED_DEMO_PASSWORD",
                      PASSWORD));
          var connection =
              DriverManager.getConnection(place.pooledUrl(), place.user(), place.password())) {
        measuring.of(new MeasuredPool(seedbed, copies, connection));
      }
    }
  }

  /// Somebody of the office, signed in.
  TokenClient office() throws Exception {
    return TokenClient.signedIn(URI.create(seedbed.address()), "office", PASSWORD);
  }
}
