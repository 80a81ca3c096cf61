package seedbed.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Looks into a database beside the process that uses it, and changes what only a test may.
final class Rows {

  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final long POLL_MILLIS = 10;

  private final Connection connection;

  Rows(Connection connection) {
    this.connection = connection;
  }

  Connection connection() {
    return connection;
  }

  long number(String sql, Object... parameters) throws SQLException {
    return Long.parseLong(word(sql, parameters));
  }

  String word(String sql, Object... parameters) throws SQLException {
    return Objects.requireNonNull(words(sql, parameters).getFirst());
  }

  /// The first column.
  List<String> words(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement select = prepared(sql, parameters);
        ResultSet row = select.executeQuery()) {
      List<String> words = new ArrayList<>();
      while (row.next()) {
        words.add(row.getString(1));
      }
      return words;
    }
  }

  int change(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement update = prepared(sql, parameters)) {
      return update.executeUpdate();
    }
  }

  private PreparedStatement prepared(String sql, Object... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int place = 0; place < parameters.length; place++) {
      statement.setObject(place + 1, parameters[place]);
    }
    return statement;
  }

  /// Waits until the answer is not 0.
  void await(String sql, Object... parameters) throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (number(sql, parameters) == 0) {
      assertThat(System.nanoTime()).as("never true: %s", sql).isLessThan(deadline);
      Thread.sleep(POLL_MILLIS);
    }
  }
}
