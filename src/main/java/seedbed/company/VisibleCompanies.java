package seedbed.company;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import seedbed.access.Scope;

/// Finds a company for somebody: one that is out of scope is absent, as one that does not exist.
@Singleton
public class VisibleCompanies {

  private final TransactionOperations<Connection> transactions;
  private final Companies companies;

  VisibleCompanies(TransactionOperations<Connection> transactions, Companies companies) {
    this.transactions = transactions;
    this.companies = companies;
  }

  public Optional<Company> find(long id, Scope scope) {
    return contains(id, scope) ? companies.findById(id) : Optional.empty();
  }

  public boolean contains(long id, Scope scope) {
    return transactions.executeRead(status -> contains(status.getConnection(), id, scope));
  }

  private static boolean contains(Connection connection, long id, Scope scope)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT 1 FROM company c WHERE c.id = ? AND " + scope.condition("c"))) {
      int next = 1;
      select.setLong(next++, id);
      for (Object parameter : scope.parameters()) {
        select.setObject(next++, parameter);
      }
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }
}
