package seedbed.company;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import seedbed.access.Scope;

/// Finds companies for somebody: one that is out of scope is absent, as one that does not exist.
@Singleton
public class VisibleCompanies {

  private static final String IDS = "SELECT c.id FROM company c WHERE ";

  private final TransactionOperations<Connection> transactions;
  private final Companies companies;
  private final TitleHoldings holdings;

  VisibleCompanies(
      TransactionOperations<Connection> transactions, Companies companies, TitleHoldings holdings) {
    this.transactions = transactions;
    this.companies = companies;
    this.holdings = holdings;
  }

  public Optional<Company> find(long id, Scope scope) {
    return contains(id, scope) ? companies.findById(id) : Optional.empty();
  }

  public Optional<Company> named(String name, Scope scope) {
    return companies.findByName(name).filter(company -> contains(company.id(), scope));
  }

  public Optional<Company> coded(CreditCode code, Scope scope) {
    return companies.findByCreditCode(code).filter(company -> contains(company.id(), scope));
  }

  /// What a company holds and held; nothing of one that is out of scope.
  public List<TitleHolding> titles(long id, Scope scope) {
    return contains(id, scope) ? holdings.findByCompanyIdOrderByHeldFrom(id) : List.of();
  }

  public boolean contains(long id, Scope scope) {
    return transactions.executeRead(status -> contains(status.getConnection(), id, scope));
  }

  /// The numbers of all of them, for what is kept in memory about the whole pool.
  public Set<Long> ids(Scope scope) {
    return transactions.executeRead(status -> {
      Set<Long> ids = new HashSet<>();
      try (PreparedStatement select =
          status.getConnection().prepareStatement(IDS + scope.condition("c"))) {
        scope.bind(select, 1);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            ids.add(row.getLong(1));
          }
        }
      }
      return ids;
    });
  }

  private static boolean contains(Connection connection, long id, Scope scope) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(IDS + scope.condition("c") + " AND c.id = ?")) {
      select.setLong(scope.bind(select, 1), id);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }
}
