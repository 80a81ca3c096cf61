package seedbed.audit;

import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether the user that serves requests could change the trail, tried rather than read from
/// grants, which servers write in their own ways.
@Singleton
class Protection {

  private static final Logger LOG = LoggerFactory.getLogger(Protection.class);
  private static final String DENIED = "42000";

  private static final List<String> CHANGES =
      List.of(
          "DELETE FROM trail_entry WHERE id < 0",
          "DELETE FROM trail_link WHERE seq < 0",
          "DELETE FROM trail_detail WHERE entry_id < 0",
          "UPDATE trail_entry SET result = 0 WHERE id < 0",
          "UPDATE trail_link SET sound = TRUE WHERE seq < 0",
          "UPDATE trail_detail SET sealed = '' WHERE entry_id < 0");

  private final TransactionOperations<Connection> transactions;
  private volatile boolean whole = true;

  Protection(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  boolean whole() {
    return whole;
  }

  @EventListener
  void onStartup(StartupEvent started) {
    whole = CHANGES.stream().allMatch(this::denied);
    if (!whole) {
      LOG.warn("数据库用户可以修改或删除审计记录：请设置 SEEDBED_JDBC_OWNER_USER，让连接池的用户只有追加审计记录的权限。");
    }
  }

  private boolean denied(String change) {
    return transactions.executeWrite(status -> {
      try (Statement statement = status.getConnection().createStatement()) {
        statement.executeUpdate(change);
        return false;
      } catch (SQLException e) {
        return DENIED.equals(e.getSQLState());
      }
    });
  }
}
