package seedbed.company;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How lists of a report name the companies somebody may see.
@Singleton
public class CompanyNames {

  private final TransactionOperations<Connection> transactions;

  CompanyNames(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  public record Named(long id, String name, String regionCode, String region, boolean demo) {}

  /// Those of the numbers that are in scope and were known on the day.
  public Map<Long, Named> of(List<Long> ids, Known known) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return transactions.executeRead(status -> {
      Map<Long, Named> named = new HashMap<>();
      try (PreparedStatement select =
          status.getConnection().prepareStatement(select(ids.size(), known))) {
        int next = 1;
        for (long id : ids) {
          select.setLong(next++, id);
        }
        known.bind(select, next);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            named.put(row.getLong("id"), named(row));
          }
        }
      }
      return named;
    });
  }

  private static String select(int ids, Known known) {
    return """
    SELECT c.id, c.name, c.region_code, r.name AS region, c.demo
    FROM company c
    JOIN region r ON r.code = c.region_code
    WHERE c.id IN (%s)
      AND %s
    """
        .formatted(String.join(", ", Collections.nCopies(ids, "?")), known.condition("c"));
  }

  private static Named named(ResultSet row) throws SQLException {
    return new Named(
        row.getLong("id"),
        row.getString("name"),
        row.getString("region_code"),
        row.getString("region"),
        row.getBoolean("demo"));
  }
}
