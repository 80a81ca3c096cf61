package seedbed.figure;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import seedbed.access.Scope;

/// The figures nobody has answered for yet, and those that were confirmed against each other.
@Singleton
class WaitingFigures {

  /// Nobody has said anything about the figure.
  private static final String UNANSWERED =
      """
      NOT EXISTS (SELECT 1
                  FROM figure_confirmation w
                  WHERE w.company_id = f.company_id
                    AND w.figure_id = f.id)\
      """;

  /// The newest word about a figure of the given alias confirms it. Asked for as the one that none
  /// follows: ordered by its number, MySQL would look for it among the words about all figures.
  private static final String CONFIRMED =
      """
      EXISTS (SELECT 1
              FROM figure_confirmation w
              WHERE w.company_id = %1$s.company_id
                AND w.figure_id = %1$s.id
                AND w.confirmed
                AND NOT EXISTS (SELECT 1
                                FROM figure_confirmation later
                                WHERE later.company_id = w.company_id
                                  AND later.figure_id = w.figure_id
                                  AND later.id > w.id))\
      """;

  /// Another source that stands and says something else; %s narrows which.
  private static final String CONTESTED =
      """
      EXISTS (SELECT 1
              FROM figure o
              WHERE o.company_id = f.company_id
                AND o.indicator = f.indicator
                AND o.period = f.period
                AND o.id <> f.id
                AND NOT (o.number <=> f.number AND o.word <=> f.word)
                AND NOT EXISTS (SELECT 1 FROM figure n WHERE n.supersedes_id = o.id)
                %s)\
      """;

  private static final String WAITING =
      "  AND (%s\n       OR (%s AND %s))\n"
          .formatted(
              UNANSWERED,
              CONFIRMED.formatted("f"),
              CONTESTED.formatted("AND " + CONFIRMED.formatted("o")));

  private static final String SELECT =
      """
      SELECT f.id, f.company_id, f.indicator, f.period, f.yearly, f.number, f.word,
             f.source_document, f.source_page, f.reported_by, f.reported_at, f.expires_on,
             f.supersedes_id, c.name, r.name AS region, c.demo,
             %s AS contested
      """
          .formatted(CONTESTED.formatted(""));

  private final TransactionOperations<Connection> transactions;

  WaitingFigures(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /// Oldest first.
  List<WaitingFigure> find(Scope scope, Set<String> indicators, int limit, int offset) {
    if (indicators.isEmpty()) {
      return List.of();
    }
    String sql =
        SELECT
            + from(scope, indicators)
            + WAITING
            + "ORDER BY f.reported_at, f.id LIMIT ? OFFSET ?";
    return transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        int next = bind(select, scope, indicators);
        select.setInt(next, limit);
        select.setInt(next + 1, offset);
        return rows(select);
      }
    });
  }

  long count(Scope scope, Set<String> indicators) {
    if (indicators.isEmpty()) {
      return 0;
    }
    String sql = "SELECT COUNT(*)\n" + from(scope, indicators) + WAITING;
    return transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        bind(select, scope, indicators);
        try (ResultSet row = select.executeQuery()) {
          row.next();
          return row.getLong(1);
        }
      }
    });
  }

  /// One that stands, whether or not somebody has answered for it.
  Optional<WaitingFigure> standing(long id, Scope scope, Set<String> indicators) {
    return one(id, scope, indicators, "");
  }

  /// The same, while an answer is still wanted.
  Optional<WaitingFigure> waiting(long id, Scope scope, Set<String> indicators) {
    return one(id, scope, indicators, WAITING);
  }

  private Optional<WaitingFigure> one(
      long id, Scope scope, Set<String> indicators, String condition) {
    if (indicators.isEmpty()) {
      return Optional.empty();
    }
    String sql = SELECT + from(scope, indicators) + condition + "  AND f.id = ?";
    return transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        select.setLong(bind(select, scope, indicators), id);
        return rows(select).stream().findFirst();
      }
    });
  }

  private static String from(Scope scope, Set<String> indicators) {
    return """
    FROM figure f
    JOIN company c ON c.id = f.company_id
    JOIN region r ON r.code = c.region_code
    WHERE %s
      AND f.indicator IN (%s)
      AND NOT EXISTS (SELECT 1 FROM figure newer WHERE newer.supersedes_id = f.id)
    """
        .formatted(
            scope.condition("c"), String.join(", ", Collections.nCopies(indicators.size(), "?")));
  }

  private static int bind(PreparedStatement select, Scope scope, Set<String> indicators)
      throws SQLException {
    int next = 1;
    for (Object parameter : scope.parameters()) {
      select.setObject(next++, parameter);
    }
    for (String indicator : indicators) {
      select.setString(next++, indicator);
    }
    return next;
  }

  private static List<WaitingFigure> rows(PreparedStatement select) throws SQLException {
    List<WaitingFigure> rows = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        rows.add(
            new WaitingFigure(
                FigureRows.figure(row),
                row.getString("name"),
                row.getString("region"),
                row.getBoolean("demo"),
                row.getBoolean("contested")));
      }
    }
    return rows;
  }
}
