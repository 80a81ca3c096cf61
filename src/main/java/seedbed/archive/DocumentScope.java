package seedbed.archive;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import seedbed.access.Scope;

/// The documents that a scope of companies reaches, as a condition of SQL over a document `d` and
/// its company `c`: those that a unit of the region answers for, and those about one of the
/// companies.
record DocumentScope(Scope companies) {

  String condition() {
    String about = "(c.id IS NOT NULL AND " + companies.condition("c") + ")";
    return switch (companies) {
      case Scope.Region _, Scope.Whole _ -> "(" + companies.condition("d") + " OR " + about + ")";
      // These know companies and no units.
      case Scope.Portfolio _, Scope.Single _, Scope.Nothing _ -> about;
    };
  }

  /// Binds the parameters from a place of the statement on, and answers the place after them.
  int bind(PreparedStatement statement, int first) throws SQLException {
    return switch (companies) {
      case Scope.Region _, Scope.Whole _ ->
          companies.bind(statement, companies.bind(statement, first));
      case Scope.Portfolio _, Scope.Single _, Scope.Nothing _ -> companies.bind(statement, first);
    };
  }
}
