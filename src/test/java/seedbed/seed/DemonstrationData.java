package seedbed.seed;

import io.micronaut.context.BeanContext;
import io.micronaut.core.type.Argument;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.util.List;

/// The companies of the source documents and the demonstration pool, for tests that ask a server
/// and so cannot roll back: load before the first, clear after the last.
public final class DemonstrationData {
  private static final List<String> TABLES =
      List.of(
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
    clear(context);
    context.getBean(Seeding.class).fill();
  }

  public static void clear(BeanContext context) {
    context
        .getBean(Argument.of(TransactionOperations.class, Connection.class))
        .executeWrite(status -> {
          try (var statement = ((Connection) status.getConnection()).createStatement()) {
            statement.execute("SET FOREIGN_KEY_CHECKS = 0");
            for (var table : TABLES) {
              statement.execute("DELETE FROM " + table);
            }
            statement.execute("SET FOREIGN_KEY_CHECKS = 1");
          }
          return TABLES.size();
        });
  }
}
