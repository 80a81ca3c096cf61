package seedbed.secret;

import io.micronaut.context.annotation.Context;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import seedbed.startup.StartFailure;

/// Refuses to start with a key that is not the database's: what this node would seal nobody else
/// could open, and it would call everything on the trail forged.
@Context
public class KeyCheck {

  private static final String TEXT = "seedbed";
  private static final String PLACE = "key_check.sealed";

  KeyCheck(TransactionOperations<Connection> transactions, Sealing sealing) {
    String sealed =
        transactions.executeWrite(
            status -> kept(status.getConnection(), sealing.seal(TEXT, PLACE)));
    try {
      sealing.open(sealed, PLACE);
    } catch (IllegalStateException e) {
      throw new StartFailure(
          "密钥与数据库不符：请把这个数据库原来的密钥放回 SEEDBED_HOME/keys/master.key（或 SEEDBED_KEY）后重新启动，"
              + "另加的节点须用与其他节点相同的密钥。",
          e);
    }
  }

  // Of two first starts at once the first one's stands.
  private static String kept(Connection connection, String fresh) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT IGNORE INTO key_check (id, sealed) VALUES (1, ?)")) {
      insert.setString(1, fresh);
      insert.executeUpdate();
    }
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery("SELECT sealed FROM key_check WHERE id = 1")) {
      row.next();
      return row.getString(1);
    }
  }
}
