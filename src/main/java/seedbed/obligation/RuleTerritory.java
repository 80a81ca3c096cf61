package seedbed.obligation;

import jakarta.inject.Singleton;
import java.util.List;
import seedbed.sql.Statements;

/// The regions for which the rules of an installation hold: those that have an office.
@Singleton
class RuleTerritory {

  private final Statements statements;

  RuleTerritory(Statements statements) {
    this.statements = statements;
  }

  /// Their codes, those of a city before those of its counties.
  List<String> offices() {
    return statements.rows(
        """
        SELECT DISTINCT region_code
        FROM account
        WHERE role = 'OFFICE'
          AND state <> 'DISABLED'
          AND program = FALSE
        ORDER BY region_code
        """,
        List.of(),
        row -> row.getString(1));
  }
}
