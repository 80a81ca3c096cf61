package seedbed.seed;

import io.micronaut.context.BeanContext;
import java.sql.SQLException;
import java.util.List;
import seedbed.startup.TestDatabase;

/// The companies of the source documents and the demonstration pool, for tests that ask a server
/// and so cannot roll back: load before the first, clear after the last.
public final class DemonstrationData {
  private static final List<String> TABLES =
      List.of(
          "renewal_forecast",
          "renewal_watch",
          "import_candidate",
          "import_match",
          "company_change",
          "former_name",
          "title_event",
          "application_objection",
          "operating_assurance",
          "operating_step",
          "operating_warning",
          "operating_answer",
          "operating_sheet",
          "sheet_correction",
          "sheet_fault",
          "sheet_step",
          "sheet_answer",
          "sheet",
          "application_check",
          "application_fault",
          "application_step",
          "application_answer",
          "application",
          "evidence_version",
          "evidence",
          "assessment_gap",
          "assessment",
          "assessment_run",
          "remark",
          "figure_confirmation",
          "figure",
          "title_holding",
          "company");

  private DemonstrationData() {}

  public static void load(BeanContext context) {
    clear();
    context.getBean(Seeding.class).fill();
  }

  // As the owner of the tables: some may only be added to by whoever serves requests.
  public static void clear() {
    try (var connection = TestDatabase.asOwner();
        var statement = connection.createStatement()) {
      statement.execute("SET FOREIGN_KEY_CHECKS = 0");
      for (var table : TABLES) {
        statement.execute("DELETE FROM " + table);
      }
      statement.execute("SET FOREIGN_KEY_CHECKS = 1");
    } catch (SQLException e) {
      throw new IllegalStateException("the companies of the test database stay", e);
    }
  }
}
