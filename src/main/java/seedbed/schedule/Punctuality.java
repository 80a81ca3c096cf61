package seedbed.schedule;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Compares this node's clock with the database's, which all nodes share. A node whose clock is off
/// would do tomorrow's work today.
@Singleton
public class Punctuality {

  // Independent of the time zones of connection and server.
  private static final String NOW = "SELECT UNIX_TIMESTAMP(CURRENT_TIMESTAMP(3)) * 1000";

  private final TransactionOperations<Connection> transactions;
  private final ScheduleSettings settings;
  private final Clock clock;

  Punctuality(
      TransactionOperations<Connection> transactions, ScheduleSettings settings, Clock clock) {
    this.transactions = transactions;
    this.settings = settings;
    this.clock = clock;
  }

  /// How far this node is ahead; negative when it is behind.
  public Duration ahead() {
    Instant before = clock.instant();
    Instant database = transactions.executeRead(status -> now(status.getConnection()));
    Instant after = clock.instant();
    // Asking takes time: what lies between is nobody's fault.
    if (database.isBefore(before)) {
      return Duration.between(database, before);
    }
    return database.isAfter(after) ? Duration.between(database, after) : Duration.ZERO;
  }

  boolean offBy(Duration ahead) {
    return offBy(ahead, settings.skew());
  }

  static boolean offBy(Duration ahead, Duration skew) {
    return ahead.abs().compareTo(skew) > 0;
  }

  private static Instant now(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(NOW)) {
      row.next();
      return Instant.ofEpochMilli(row.getBigDecimal(1).longValue());
    }
  }
}
