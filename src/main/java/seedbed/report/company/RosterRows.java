package seedbed.report.company;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import seedbed.company.HeldTitles;
import seedbed.company.Known;
import seedbed.company.Track;
import seedbed.criteria.rule.Truth;
import seedbed.web.PageRequest;

/// Reads the list of companies somebody may see, joined with the outcomes of a run, a page at a
/// time.
@Singleton
class RosterRows {

  /// What the list may be sorted by. The nearest come first: by how many criteria are not met, then
  /// by how many are open.
  private static final Map<String, String> ORDERS =
      Map.of(
          "name", "c.name_initials",
          "town", "c.region_code",
          "industry", "c.industry_code",
          "track", "c.track",
          "distance",
              "a.held, a.title IS NULL, a.not_met_count %1$s, a.unknown_count %1$s,"
                  + " a.missing_count");

  static final Set<String> SORTS = ORDERS.keySet();

  private final TransactionOperations<Connection> transactions;
  private final HeldTitles held;

  RosterRows(TransactionOperations<Connection> transactions, HeldTitles held) {
    this.transactions = transactions;
    this.held = held;
  }

  /// One page of the list.
  ///
  /// @param run the run whose outcomes are shown; 0 while there is none
  List<RosterRow> find(
      RosterFilter filter, long run, Known known, PageRequest.Sort sort, int limit, long offset) {
    var selection = RosterSelection.of(filter, run, known);
    return transactions.executeRead(status -> {
      var ids = ids(status.getConnection(), selection, sort, limit, offset);
      if (ids.isEmpty()) {
        return List.of();
      }
      var rows = rows(status.getConnection(), selection, ids, known.on(), sort);
      return withLadders(status.getConnection(), run, rows);
    });
  }

  /// Far pages are walked over by number alone; what is shown is read for one page only.
  private static List<Object> ids(
      Connection connection,
      RosterSelection selection,
      PageRequest.Sort sort,
      int limit,
      long offset)
      throws SQLException {
    var joined = selection.needsOutcomes() || sort.column().equals("distance");
    var sql =
        "SELECT c.id\nFROM company c\n"
            + (joined ? selection.join() : "")
            + selection.where()
            + order(sort)
            + "LIMIT ? OFFSET ?\n";
    List<Object> ids = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      var next = selection.bindWhere(select, joined ? selection.bindJoin(select, 1) : 1);
      select.setInt(next, limit);
      select.setLong(next + 1, offset);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          ids.add(row.getLong(1));
        }
      }
    }
    return ids;
  }

  private List<RosterRow> rows(
      Connection connection,
      RosterSelection selection,
      List<Object> ids,
      LocalDate on,
      PageRequest.Sort sort)
      throws SQLException {
    var sql =
        columns()
            + "FROM company c\nJOIN region r ON r.code = c.region_code\n"
            + selection.join()
            + "WHERE c.id IN ("
            + marks(ids)
            + ")\n"
            + order(sort);
    List<RosterRow> rows = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      var titled = held.on(on);
      bind(select, 1, titled);
      bind(select, selection.bindJoin(select, 1 + titled.size()), ids);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          rows.add(row(row));
        }
      }
    }
    return rows;
  }

  private String columns() {
    return """
    SELECT c.id, c.name, c.demo, c.credit_code, r.name AS region, c.industry_name, c.track,
           (SELECT GROUP_CONCAT(DISTINCT t.title)
            FROM title_holding t
            WHERE t.company_id = c.id
              AND %s) AS titles,
           a.title, a.held, a.truth, a.not_met_count, a.unknown_count, a.missing_count,
           a.shortfall
    """
        .formatted(held.proven());
  }

  private static String order(PageRequest.Sort sort) {
    var direction = sort.descending() ? "DESC" : "ASC";
    var columns = ORDERS.getOrDefault(sort.column(), "c.name_initials").formatted(direction);
    // The same direction throughout, so that an index over the column and the number will do.
    return "ORDER BY " + columns + " " + direction + ", c.id " + direction + "\n";
  }

  private static RosterRow row(ResultSet row) throws SQLException {
    @Nullable String titles = row.getString("titles");
    return new RosterRow(
        row.getLong("id"),
        row.getString("name"),
        row.getBoolean("demo"),
        row.getString("credit_code"),
        row.getString("region"),
        row.getString("industry_name"),
        Track.valueOf(row.getString("track")),
        titles == null ? List.of() : List.of(titles.split(",", -1)),
        row.getString("title") == null ? null : standing(row),
        List.of());
  }

  private static RosterRow.Standing standing(ResultSet row) throws SQLException {
    return new RosterRow.Standing(
        row.getString("title"),
        row.getBoolean("held"),
        Truth.valueOf(row.getString("truth")),
        row.getInt("not_met_count"),
        row.getInt("unknown_count"),
        row.getInt("missing_count"),
        row.getString("shortfall"));
  }

  private static List<RosterRow> withLadders(Connection connection, long run, List<RosterRow> rows)
      throws SQLException {
    Map<Long, List<RosterRow.Standing>> standings = new LinkedHashMap<>();
    var ids = rows.stream().<Object>map(RosterRow::id).toList();
    var sql =
        """
        SELECT company_id, title, held, truth, not_met_count, unknown_count, missing_count,
               shortfall
        FROM assessment
        WHERE run_id = ?
          AND company_id IN (%s)
        """
            .formatted(marks(ids));
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, run);
      bind(select, 2, ids);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          standings
              .computeIfAbsent(row.getLong("company_id"), _ -> new ArrayList<>())
              .add(standing(row));
        }
      }
    }
    return rows.stream().map(row -> row.with(standings.getOrDefault(row.id(), List.of()))).toList();
  }

  private static String marks(List<Object> values) {
    return String.join(", ", Collections.nCopies(values.size(), "?"));
  }

  private static void bind(PreparedStatement statement, int first, List<Object> parameters)
      throws SQLException {
    var next = first;
    for (var parameter : parameters) {
      statement.setObject(next++, parameter);
    }
  }
}
