package seedbed.startup;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.flyway.FlywayConfigurationProperties;
import io.micronaut.flyway.event.MigrationFinishedEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Gives the user that serves requests its rights, table by table, whenever the owner of the tables
/// has migrated them. What is only ever added to, it may not change.
@Singleton
class Granting {

  /// Tables whose names begin so are only added to; the head of the trail is a place mark.
  private static final String APPENDED = "trail\\_%";

  private static final String PLACE_MARK = "trail_head";

  private final Pool pool;

  Granting(Pool pool) {
    this.pool = pool;
  }

  /// Who serves requests.
  @ConfigurationProperties("datasources.default")
  record Pool(String url, String username, String password) {}

  @EventListener
  void onMigrated(MigrationFinishedEvent migrated) {
    FlywayConfigurationProperties flyway = (FlywayConfigurationProperties) migrated.getSource();
    if (flyway.hasAlternativeDatabaseConfiguration()
        && !pool.username.equals(String.valueOf(flyway.getUser()))) {
      grant(
          new DatabaseAddress(
              String.valueOf(flyway.getUrl()),
              String.valueOf(flyway.getUser()),
              String.valueOf(flyway.getPassword())));
    }
  }

  private void grant(DatabaseAddress owner) {
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      String grantee = grantee();
      for (String sentence : sentences(statement, grantee)) {
        statement.execute(sentence);
      }
    } catch (SQLException e) {
      throw new StartFailure(
          "没能给数据库用户 "
              + pool.username
              + " 授权：SEEDBED_JDBC_OWNER_USER 须以 WITH GRANT OPTION 拥有本库全部权限，"
              + pool.username
              + " 须能登录本库（"
              + e.getMessage()
              + "）。",
          e);
    }
  }

  // As the server knows it, with the host it came from.
  private String grantee() throws SQLException {
    try (Connection connection =
            new DatabaseAddress(pool.url, pool.username, pool.password).connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT CURRENT_USER()")) {
      row.next();
      String user = row.getString(1);
      int at = user.lastIndexOf('@');
      return quoted(user.substring(0, at)) + "@" + quoted(user.substring(at + 1));
    }
  }

  private static List<String> sentences(Statement statement, String grantee) throws SQLException {
    List<String> sentences = new ArrayList<>();
    try (ResultSet tables =
        statement.executeQuery(
            """
            SELECT table_name AS name, table_name LIKE '%s' AND table_name <> '%s' AS appended
            FROM information_schema.tables
            WHERE table_schema = DATABASE()
              AND table_type = 'BASE TABLE'
            """
                .formatted(APPENDED, PLACE_MARK))) {
      while (tables.next()) {
        sentences.add(
            "GRANT %s ON `%s` TO %s"
                .formatted(
                    tables.getBoolean("appended")
                        ? "SELECT, INSERT"
                        : "SELECT, INSERT, UPDATE, DELETE",
                    tables.getString("name"),
                    grantee));
      }
    }
    return sentences;
  }

  private static String quoted(String name) {
    return "'" + name.replace("'", "''") + "'";
  }
}
