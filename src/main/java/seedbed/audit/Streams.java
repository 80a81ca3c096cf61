package seedbed.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// Rows that are read while the database still sends them.
final class Streams {

  private Streams() {}

  static Statement statement(Connection connection) throws SQLException {
    Statement statement = connection.createStatement();
    // So the driver says "row by row"; any other number collects all rows first.
    statement.setFetchSize(Integer.MIN_VALUE);
    return statement;
  }
}
