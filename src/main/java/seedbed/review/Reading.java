package seedbed.review;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Asks the database what depends on who asks, so that no repository can be written for it.
@Singleton
class Reading {

  private static final int ROWS_AT_ONCE = 500;

  private final TransactionOperations<Connection> transactions;

  Reading(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  <T> List<T> rows(String sql, List<?> parameters, Row<T> reading) {
    List<T> found = new ArrayList<>();
    each(sql, parameters, reading, found::add);
    return found;
  }

  long count(String sql, List<?> parameters) {
    return rows(sql, parameters, row -> row.getLong(1)).getFirst();
  }

  /// One by one, however many there are.
  <T> void each(String sql, List<?> parameters, Row<T> reading, Consumer<T> taker) {
    transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        select.setFetchSize(ROWS_AT_ONCE);
        int place = 1;
        for (Object parameter : parameters) {
          select.setObject(place++, parameter);
        }
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            taker.accept(reading.of(row));
          }
        }
      }
      return true;
    });
  }

  static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
    return name == null ? null : Enum.valueOf(type, name);
  }
}
