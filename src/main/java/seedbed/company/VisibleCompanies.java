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

/// Finds companies for somebody, as of a day: one that is out of scope or was registered later is
/// absent, as one that does not exist.
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

  public Optional<Company> find(long id, Known known) {
    return contains(id, known) ? companies.findById(id) : Optional.empty();
  }

  public Optional<Company> named(String name, Known known) {
    return companies.findByName(name).filter(company -> contains(company.id(), known));
  }

  public Optional<Company> coded(CreditCode code, Known known) {
    return companies.findByCreditCode(code).filter(company -> contains(company.id(), known));
  }

  /// What a company holds and held; nothing of one that is absent.
  public List<TitleHolding> titles(long id, Known known) {
    return contains(id, known) ? holdings.findByCompanyIdOrderByHeldFrom(id) : List.of();
  }

  public boolean contains(long id, Known known) {
    return transactions.executeRead(status -> contains(status.getConnection(), id, known));
  }

  /// The numbers of all of them, for what is kept in memory about the whole pool.
  public Set<Long> ids(Known known) {
    return transactions.executeRead(status -> {
      Set<Long> ids = new HashSet<>();
      try (PreparedStatement select =
          status.getConnection().prepareStatement(IDS + known.condition("c"))) {
        known.bind(select, 1);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            ids.add(row.getLong(1));
          }
        }
      }
      return ids;
    });
  }

  private static boolean contains(Connection connection, long id, Known known) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(IDS + known.condition("c") + " AND c.id = ?")) {
      select.setLong(known.bind(select, 1), id);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }
}
