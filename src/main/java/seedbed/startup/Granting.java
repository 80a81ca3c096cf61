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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Gives the user that serves requests its rights, table by table, whenever the owner of the tables
/// has migrated them. What is only ever added to, it may not change.
@Singleton
class Granting {

  /// Tables whose names begin so are only added to; the head of the trail is a place mark.
  private static final String TRAIL = "trail_";

  private static final String PLACE_MARK = "trail_head";

  /// What else is only added to: public notices, what was said and decided in reviews, meetings,
  /// about plans and about requests, what was done with sheets, rewards and what came of them, what
  /// was filed and found by inspections, what bulletins told, notes of visits, and the archive.
  private static final Set<String> APPENDED =
      Set.of(
          "application_notice",
          "review_entry",
          "review_supplement",
          "review_supplement_line",
          "archive_document",
          "archive_letter",
          "archive_file",
          "archive_text",
          "archive_amendment",
          "archive_location",
          "archive_check",
          "archive_check_problem",
          "nomination_step",
          "plan_step",
          "plan_comment",
          "plan_progress",
          "sheet_step",
          "operating_step",
          "operating_assurance",
          "request_entry",
          "request_file",
          "reward",
          "reward_payment",
          "reward_payment_void",
          "reward_void",
          "visit",
          "visit_addition",
          "visit_photo",
          "visit_request",
          "bulletin_issue",
          "bulletin_issue_line",
          "meeting_paper",
          "decision_step",
          "inspection_filing",
          "inspection_addition",
          "inspection_proposal",
          "inspection_conclusion",
          "inspection_problem",
          "inspection_answer",
          "inspection_rated",
          "inspection_rating",
          "reminder",
          "reminder_digest",
          "reminder_rule_version",
          "holiday_notice");

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
      Grantee grantee = grantee();
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

  /// Who gets the rights.
  ///
  /// @param name as the server knows it, with the host it came from
  /// @param changed tables that it may change by rights of their own
  private record Grantee(String name, Set<String> changed) {}

  // Asked by itself, since only its own rights are told to everybody.
  private Grantee grantee() throws SQLException {
    try (Connection connection =
            new DatabaseAddress(pool.url, pool.username, pool.password).connect();
        Statement statement = connection.createStatement()) {
      return new Grantee(name(statement), changed(statement));
    }
  }

  private static String name(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT CURRENT_USER()")) {
      row.next();
      String user = row.getString(1);
      int at = user.lastIndexOf('@');
      return quoted(user.substring(0, at)) + "@" + quoted(user.substring(at + 1));
    }
  }

  private static Set<String> changed(Statement statement) throws SQLException {
    Set<String> changed = new HashSet<>();
    try (ResultSet tables =
        statement.executeQuery(
            """
            SELECT DISTINCT table_name AS name
            FROM information_schema.table_privileges
            WHERE table_schema = DATABASE()
              AND privilege_type IN ('UPDATE', 'DELETE')
            """)) {
      while (tables.next()) {
        changed.add(tables.getString("name"));
      }
    }
    return changed;
  }

  private static List<String> sentences(Statement statement, Grantee grantee) throws SQLException {
    List<String> sentences = new ArrayList<>();
    try (ResultSet tables =
        statement.executeQuery(
            """
            SELECT table_name AS name
            FROM information_schema.tables
            WHERE table_schema = DATABASE()
              AND table_type = 'BASE TABLE'
            """)) {
      while (tables.next()) {
        String table = tables.getString("name");
        sentences.add(
            "GRANT %s ON `%s` TO %s"
                .formatted(
                    appended(table) ? "SELECT, INSERT" : "SELECT, INSERT, UPDATE, DELETE",
                    table,
                    grantee.name()));
        // Given by a version that did not know yet that the table is only added to.
        if (appended(table) && grantee.changed().contains(table)) {
          sentences.add("REVOKE UPDATE, DELETE ON `%s` FROM %s".formatted(table, grantee.name()));
        }
      }
    }
    return sentences;
  }

  private static boolean appended(String table) {
    return (table.startsWith(TRAIL) && !table.equals(PLACE_MARK)) || APPENDED.contains(table);
  }

  private static String quoted(String name) {
    return "'" + name.replace("'", "''") + "'";
  }
}
