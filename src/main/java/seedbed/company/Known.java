package seedbed.company;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import seedbed.access.Scope;

/// The companies of a scope that were known when a day ended, as a condition of SQL. Whatever is
/// read as of a day is read through it, so a company that was registered later is in no list, no
/// count and no total of that day.
public record Known(Scope scope, LocalDate on) {

  /// For acts, and for what only knows the present.
  public static Known today(Scope scope, Clock clock) {
    return new Known(scope, LocalDate.now(clock));
  }

  /// A condition over the company of the given alias; its question marks stand for [#parameters()],
  /// in their order.
  public String condition(String alias) {
    return scope.condition(alias) + " AND " + alias + ".recorded_on <= ?";
  }

  public List<Object> parameters() {
    List<Object> parameters = new ArrayList<>(scope.parameters());
    parameters.add(on);
    return List.copyOf(parameters);
  }

  /// Binds the parameters from a place of the statement on, and answers the place after them.
  public int bind(PreparedStatement statement, int first) throws SQLException {
    int next = first;
    for (Object parameter : parameters()) {
      statement.setObject(next++, parameter);
    }
    return next;
  }
}
