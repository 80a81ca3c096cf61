package seedbed.obligation;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// A piece of a query with the values of its question marks, in their order.
public record Sql(String text, List<Object> parameters) {

  public Sql {
    parameters = List.copyOf(parameters);
  }

  public static Sql of(String text, Object... parameters) {
    return new Sql(text, Arrays.asList(parameters));
  }

  public Sql and(String more, Object... values) {
    return and(of(more, values));
  }

  public Sql and(Sql more) {
    List<Object> all = new ArrayList<>(parameters);
    all.addAll(more.parameters);
    return new Sql(text + more.text, all);
  }

  /// `(?, ?, …)` for a list that is not empty.
  public static Sql list(List<?> values) {
    return new Sql(
        "(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")",
        List.copyOf(values));
  }

  public void bind(PreparedStatement statement) throws SQLException {
    int place = 1;
    for (Object parameter : parameters) {
      statement.setObject(place++, parameter);
    }
  }
}
