package seedbed.sql;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/// A database that goes away in the midst of an act: holds a row that the act wants, lets it run
/// into that, and ends its connection there.
@Singleton
public final class LostConnection {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final DataSource pool;

  LostConnection(DataSource pool) {
    this.pool = DelegatingDataSource.unwrapDataSource(pool);
  }

  /// @param holding writes the row that the act wants; it is undone in the end
  /// @param wanting how the statement of the act begins that runs into it
  /// @return what the act came to, or threw
  public <T> Future<T> during(String holding, List<?> parameters, String wanting, Callable<T> act)
      throws SQLException {
    try (Connection holder = pool.getConnection();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      holder.setAutoCommit(false);
      try (PreparedStatement insert = holder.prepareStatement(holding)) {
        for (int place = 0; place < parameters.size(); place++) {
          insert.setObject(place + 1, parameters.get(place));
        }
        insert.executeUpdate();
      }
      Future<T> outcome = threads.submit(act);
      end(wanting, id(holder), outcome);
      while (!outcome.isDone()) {
        pause();
      }
      holder.rollback();
      holder.setAutoCommit(true);
      return outcome;
    }
  }

  private void end(String wanting, long holder, Future<?> outcome) throws SQLException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (Connection looking = pool.getConnection();
        Statement statement = looking.createStatement()) {
      Optional<Long> waiting = waiting(statement, wanting, holder);
      while (waiting.isEmpty()) {
        if (outcome.isDone() || System.nanoTime() > deadline) {
          throw new AssertionError("nobody wanted it: " + outcome);
        }
        pause();
        waiting = waiting(statement, wanting, holder);
      }
      statement.execute("KILL CONNECTION " + waiting.get());
    }
  }

  /// The server may still show the statement of the holder for a moment after it has answered it,
  /// and statements of other schemas are other tests' own.
  private static Optional<Long> waiting(Statement statement, String wanting, long holder)
      throws SQLException {
    String schema = statement.getConnection().getCatalog();
    try (ResultSet row = statement.executeQuery("SHOW FULL PROCESSLIST")) {
      while (row.next()) {
        String text = row.getString("Info");
        if (row.getLong("Id") != holder
            && schema.equals(row.getString("db"))
            && text != null
            && text.stripLeading().startsWith(wanting)) {
          return Optional.of(row.getLong("Id"));
        }
      }
      return Optional.empty();
    }
  }

  private static long id(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT CONNECTION_ID()")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
