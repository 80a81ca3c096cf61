package seedbed.seed;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import seedbed.startup.TestDatabase;

/// Empties the database of a test but for its trail, which nobody can empty, or fills it with what
/// a demonstration starts with. Tests that use it leave nothing behind for others by clearing it
/// again.
@Singleton
public class DemoPool {

  private static final Set<String> KEPT =
      Set.of("flyway_schema_history", "region", "edition_publication", "edition_shelf");

  private static final String TABLES =
      """
      SELECT table_name
      FROM information_schema.tables
      WHERE table_schema = DATABASE()
        AND table_type = 'BASE TABLE'
        AND table_name NOT LIKE 'trail%'
      """;

  private final Seeding seeding;

  DemoPool(Seeding seeding) {
    this.seeding = seeding;
  }

  /// As the owner of the schema: what is only added to cannot be emptied by who serves requests.
  public void clear() {
    try (Connection connection = TestDatabase.asOwner();
        Statement statement = connection.createStatement()) {
      statement.execute("SET FOREIGN_KEY_CHECKS = 0");
      for (var table : tables(statement)) {
        statement.execute("DELETE FROM `" + table + "`");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the test database stays as it is", e);
    }
  }

  public void refill() {
    clear();
    seeding.fill();
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (var row = statement.executeQuery(TABLES)) {
      while (row.next()) {
        if (!KEPT.contains(row.getString(1))) {
          tables.add(row.getString(1));
        }
      }
    }
    return tables;
  }
}
