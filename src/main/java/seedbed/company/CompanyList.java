package seedbed.company;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;

/// Finds companies by what people know of them, among those somebody may see and that were known on
/// the day.
@Singleton
public class CompanyList {

  private static final String COUNT = "SELECT COUNT(*) FROM company c\n";

  /// Conditions that hold, and what their question marks stand for. The text comes from the
  /// constants of this class alone; what users type travels as a parameter.
  private static final class Where {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    private void and(String condition, Object... values) {
      conditions.add(condition);
      parameters.addAll(List.of(values));
    }

    private String text() {
      return "WHERE " + String.join("\n  AND ", conditions) + "\n";
    }
  }

  private final TransactionOperations<Connection> transactions;
  private final HeldTitles held;

  CompanyList(TransactionOperations<Connection> transactions, HeldTitles held) {
    this.transactions = transactions;
    this.held = held;
  }

  public CompanyPage find(CompanySearch search, Scope scope) {
    Where where = where(search, scope);
    return transactions.executeRead(status -> {
      long total = count(status.getConnection(), where);
      return new CompanyPage(
          rows(status.getConnection(), where, search), total, search.page(), search.pageSize());
    });
  }

  /// How many there are, without reading them.
  public long count(CompanySearch search, Scope scope) {
    Where where = where(search, scope);
    return transactions.executeRead(status -> count(status.getConnection(), where));
  }

  private Where where(CompanySearch search, Scope scope) {
    Where where = new Where();
    Known known = new Known(scope, search.on());
    where.and(known.condition("c"), known.parameters().toArray());
    String q = search.q();
    if (q != null) {
      SoughtWord.of(q).forEach(word -> where.and(word.condition(), word.parameters().toArray()));
    }
    String region = search.regionCode();
    if (region != null) {
      where.and("c.region_code LIKE ?", escaped(region) + "%");
    }
    Track track = search.track();
    if (track != null) {
      where.and("c.track = ?", track.name());
    }
    Boolean demo = search.demo();
    if (demo != null) {
      where.and("c.demo = ?", demo);
    }
    String title = search.title();
    if (title != null) {
      List<Object> values = new ArrayList<>(List.of(title));
      values.addAll(held.on(search.on()));
      where.and(holdsTitle(), values.toArray());
    }
    return where;
  }

  private static long count(Connection connection, Where where) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(COUNT + where.text())) {
      bind(select, 1, where.parameters);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private List<CompanyPage.Row> rows(Connection connection, Where where, CompanySearch search)
      throws SQLException {
    String direction = search.descending() ? "DESC" : "ASC";
    String order =
        "ORDER BY %s %s, c.id %s\nLIMIT ? OFFSET ?"
            .formatted(search.sort().column(), direction, direction);
    String sql = select() + where.text() + order;
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      int next = bind(select, bind(select, 1, held.on(search.on())), where.parameters);
      select.setInt(next, search.pageSize());
      select.setLong(next + 1, (search.page() - 1L) * search.pageSize());
      List<CompanyPage.Row> rows = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(row(row));
        }
      }
      return rows;
    }
  }

  private static CompanyPage.Row row(ResultSet row) throws SQLException {
    @Nullable String titles = row.getString("titles");
    return new CompanyPage.Row(
        row.getLong("id"),
        row.getString("name"),
        row.getString("short_name"),
        row.getString("credit_code"),
        row.getString("region_code"),
        row.getString("region_name"),
        row.getString("industry_code"),
        row.getString("industry_name"),
        Track.valueOf(row.getString("track")),
        row.getString("main_product"),
        row.getObject("founded_on", LocalDate.class),
        row.getBoolean("demo"),
        titles == null ? List.of() : List.of(titles.split(",", -1)));
  }

  private String select() {
    return """
    SELECT c.id, c.name, c.short_name, c.credit_code, c.region_code, r.name AS region_name,
           c.industry_code, c.industry_name, c.track, c.main_product, c.founded_on, c.demo,
           (SELECT GROUP_CONCAT(DISTINCT t.title ORDER BY t.title)
            FROM title_holding t
            WHERE t.company_id = c.id
              AND %s) AS titles
    FROM company c
    JOIN region r ON r.code = c.region_code
    """
        .formatted(held.proven());
  }

  private String holdsTitle() {
    return """
    EXISTS (SELECT 1
            FROM title_holding t
            WHERE t.company_id = c.id
              AND t.title = ?
              AND %s)
    """
        .formatted(held.proven());
  }

  private static int bind(PreparedStatement statement, int first, List<Object> parameters)
      throws SQLException {
    int next = first;
    for (Object parameter : parameters) {
      statement.setObject(next++, parameter);
    }
    return next;
  }

  private static String escaped(String typed) {
    return typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
