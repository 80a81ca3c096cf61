package seedbed.report.portfolio;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.company.HeldTitles;
import seedbed.company.Known;
import seedbed.criteria.rule.Truth;

/// Reads the linked companies with the outcomes of a run: two questions, however many there are.
@Singleton
class PortfolioRows {

  /// More than anybody looks after; keeps a wrong assignment from filling the page.
  private static final int MOST = 300;

  private final TransactionOperations<Connection> transactions;
  private final HeldTitles held;

  PortfolioRows(TransactionOperations<Connection> transactions, HeldTitles held) {
    this.transactions = transactions;
    this.held = held;
  }

  /// @param run the run whose outcomes are shown; 0 while there is none
  /// @param known what the reader may see today, as it was known on the day
  /// @param linked what was linked to the reader on the day: of a link that is over nothing is
  ///   shown
  List<PortfolioRow> find(long run, Known known, Scope linked) {
    return transactions.executeRead(status -> {
      List<PortfolioRow> rows = companies(status.getConnection(), run, known, linked);
      Map<Long, List<PortfolioRow.Held>> titles = titles(status.getConnection(), known);
      return rows.stream()
          .map(row -> row.holding(titles.getOrDefault(row.id(), List.of())))
          .toList();
    });
  }

  private static List<PortfolioRow> companies(
      Connection connection, long run, Known known, Scope linked) throws SQLException {
    String sql =
        """
        SELECT c.id, c.name, c.demo, c.main_product, r.name AS region,
               a.title, a.truth, a.not_met_count, a.unknown_count, a.missing_count, a.shortfall
        FROM company c
        JOIN region r ON r.code = c.region_code
        LEFT JOIN assessment a ON a.run_id = ? AND a.company_id = c.id AND a.next_step
        WHERE %s
          AND %s
        ORDER BY c.name_initials, c.id
        LIMIT ?
        """
            .formatted(known.condition("c"), linked.condition("c"));
    List<PortfolioRow> rows = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, run);
      select.setInt(linked.bind(select, known.bind(select, 2)), MOST);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(row(row));
        }
      }
    }
    return rows;
  }

  private static PortfolioRow row(ResultSet row) throws SQLException {
    return new PortfolioRow(
        row.getLong("id"),
        row.getString("name"),
        row.getBoolean("demo"),
        row.getString("region"),
        row.getString("main_product"),
        List.of(),
        next(row));
  }

  private static PortfolioRow.@Nullable Next next(ResultSet row) throws SQLException {
    @Nullable String title = row.getString("title");
    return title == null
        ? null
        : new PortfolioRow.Next(
            title,
            Truth.valueOf(row.getString("truth")),
            row.getInt("not_met_count"),
            row.getInt("unknown_count"),
            row.getInt("missing_count"),
            row.getString("shortfall"));
  }

  private Map<Long, List<PortfolioRow.Held>> titles(Connection connection, Known known)
      throws SQLException {
    String sql =
        """
        SELECT t.company_id, t.title, t.held_from, t.held_to,
               EXISTS (SELECT 1
                       FROM title_holding next_term
                       WHERE next_term.company_id = t.company_id
                         AND next_term.title = t.title
                         AND next_term.held_from > t.held_from
                         AND next_term.recorded_on <= ?) AS renewed
        FROM title_holding t
        JOIN company c ON c.id = t.company_id
        WHERE %s
          AND %s
        ORDER BY t.company_id, t.held_from
        """
            .formatted(known.condition("c"), held.proven());
    Map<Long, List<PortfolioRow.Held>> titles = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, known.on());
      bind(select, known.bind(select, 2), held.on(known.on()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          titles
              .computeIfAbsent(row.getLong("company_id"), _ -> new ArrayList<>())
              .add(
                  new PortfolioRow.Held(
                      row.getString("title"),
                      row.getObject("held_from", LocalDate.class),
                      row.getObject("held_to", LocalDate.class),
                      row.getBoolean("renewed")));
        }
      }
    }
    return titles;
  }

  private static int bind(PreparedStatement statement, int first, List<Object> parameters)
      throws SQLException {
    int next = first;
    for (Object parameter : parameters) {
      statement.setObject(next++, parameter);
    }
    return next;
  }
}
