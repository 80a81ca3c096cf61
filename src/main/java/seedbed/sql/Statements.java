package seedbed.sql;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Runs statements whose text depends on who asks or on what is asked for, so that no repository
/// can be written for them.
///
/// Texts are made of constants alone; whatever comes from outside is a parameter. Reading and
/// writing join the transaction that is under way and begin one of their own without it.
@Singleton
public class Statements {

  private static final int ROWS_AT_ONCE = 500;

  private final TransactionOperations<Connection> transactions;

  Statements(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  public interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  public interface Each {
    void take(ResultSet row) throws SQLException;
  }

  /// @param parameters what the question marks stand for, in their order
  public <T> List<T> rows(String sql, List<? extends @Nullable Object> parameters, Row<T> reading) {
    List<T> found = new ArrayList<>();
    each(sql, parameters, row -> found.add(reading.of(row)));
    return found;
  }

  public <T> Optional<T> first(
      String sql, List<? extends @Nullable Object> parameters, Row<T> reading) {
    return rows(sql, parameters, reading).stream().findFirst();
  }

  /// @param sql selects one number
  public long count(String sql, List<? extends @Nullable Object> parameters) {
    return rows(sql, parameters, row -> row.getLong(1)).getFirst();
  }

  /// One row after the other, so that long lists are never in memory as a whole.
  public void each(String sql, List<? extends @Nullable Object> parameters, Each each) {
    transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        select.setFetchSize(ROWS_AT_ONCE);
        bind(select, parameters);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            each.take(row);
          }
        }
      }
      return true;
    });
  }

  /// @return how many rows it wrote
  public int write(String sql, List<? extends @Nullable Object> parameters) {
    return transactions.executeWrite(status -> {
      try (PreparedStatement statement = status.getConnection().prepareStatement(sql)) {
        bind(statement, parameters);
        return statement.executeUpdate();
      }
    });
  }

  /// Parameters one after the other, lists spread out.
  public static List<Object> all(Object... values) {
    List<Object> all = new ArrayList<>();
    for (Object value : values) {
      if (value instanceof List<?> list) {
        all.addAll(list);
      } else {
        all.add(value);
      }
    }
    return all;
  }

  /// The constant that a column names, or none where it is empty.
  public static <E extends Enum<E>> @Nullable E constant(
      ResultSet row, String column, Class<E> type) throws SQLException {
    String name = row.getString(column);
    return name == null ? null : Enum.valueOf(type, name);
  }

  private static void bind(PreparedStatement statement, List<? extends @Nullable Object> parameters)
      throws SQLException {
    int place = 1;
    for (Object parameter : parameters) {
      statement.setObject(place++, parameter);
    }
  }
}
