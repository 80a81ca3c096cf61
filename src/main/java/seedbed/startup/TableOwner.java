package seedbed.startup;

import io.micronaut.flyway.FlywayConfigurationProperties;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/// The user that owns the tables, for commands that do what the user that serves requests may not.
@Singleton
public class TableOwner {

  private final DatabaseAddress address;

  TableOwner(@Named("default") FlywayConfigurationProperties flyway, Granting.Pool pool) {
    address =
        flyway.hasAlternativeDatabaseConfiguration()
            ? new DatabaseAddress(
                String.valueOf(flyway.getUrl()),
                String.valueOf(flyway.getUser()),
                String.valueOf(flyway.getPassword()))
            : new DatabaseAddress(pool.url(), pool.username(), pool.password());
  }

  /// A connection of its own; the caller closes it.
  public Connection connect() throws SQLException {
    return address.connect();
  }
}
