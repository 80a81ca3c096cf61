package seedbed.report.company;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import seedbed.company.Track;
import seedbed.criteria.rule.Truth;
import seedbed.web.PageRequest;

/// Reads the list of companies joined with the outcomes of a run, a page at a time.
@Singleton
class RosterRows {

  private static final String COLUMNS =
      """
      SELECT c.id, c.name, c.demo, c.credit_code, r.name AS region, c.industry_name, c.track,
             (SELECT GROUP_CONCAT(DISTINCT t.title)
              FROM title_holding t
              WHERE t.company_id = c.id
                AND t.held_from <= ?
                AND (t.held_to > ? OR (t.held_to IS NULL AND c.titles_checked_on IS NOT NULL))
             ) AS titles,
             a.title, a.held, a.truth, a.not_met_count, a.unknown_count, a.missing_count
      """;

  private static final String FROM_NEXT_STEPS =
      """
      FROM company c
      JOIN region r ON r.code = c.region_code
      LEFT JOIN assessment a ON a.run_id = ? AND a.company_id = c.id AND a.next_step
      """;

  private static final String FROM_TITLE =
      """
      FROM company c
      JOIN region r ON r.code = c.region_code
      LEFT JOIN assessment a ON a.run_id = ? AND a.company_id = c.id AND a.title = ?
      """;

  private static final String OUTCOME =
      """
      CASE
        WHEN a.held THEN 'HELD'
        WHEN a.truth = 'MET' THEN 'READY'
        WHEN a.not_met_count = 1 AND a.unknown_count = 0 THEN 'ONE_SHORT'
        WHEN a.truth = 'NOT_MET' THEN 'SHORT'
        WHEN a.truth = 'UNKNOWN' THEN 'UNKNOWN'
      END
      """;

  private static final String HAS_GAP =
      """
      EXISTS (SELECT 1
              FROM assessment_gap g
              WHERE g.run_id = a.run_id
                AND g.company_id = a.company_id
                AND g.title = a.title
                AND g.indicator = ?)
      """;

  private static final String JOIN_GAPS =
      """
      JOIN assessment_gap g ON g.run_id = a.run_id AND g.company_id = a.company_id
           AND g.title = a.title
      """;

  private static final String NAMED_LIKE = "(c.name LIKE ? OR c.short_name LIKE ?)";

  private static final String NAMED_OR_CODED_LIKE =
      "(c.name LIKE ? OR c.short_name LIKE ? OR c.name_initials LIKE ?"
          + " OR c.short_initials LIKE ? OR c.credit_code LIKE ?)";

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

  /// What a filter may be counted by.
  enum Facet {
    OUTCOME(RosterRows.OUTCOME),
    TOWN("c.region_code"),
    TRACK("c.track"),
    ORIGIN("c.origin");

    private final String expression;

    Facet(String expression) {
      this.expression = expression;
    }
  }

  /// Conditions that hold, and what their question marks stand for. The text comes from the
  /// constants of this class alone; what users type travels as a parameter.
  private record Where(List<String> conditions, List<Object> parameters) {
    static Where nothing() {
      return new Where(new ArrayList<>(), new ArrayList<>());
    }

    void and(String condition, Object... values) {
      conditions.add(condition);
      parameters.addAll(List.of(values));
    }

    String text() {
      return conditions.isEmpty() ? "" : "WHERE " + String.join("\n  AND ", conditions) + "\n";
    }
  }

  private final TransactionOperations<Connection> transactions;

  RosterRows(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /// One page of the list.
  ///
  /// @param run the run whose outcomes are shown; 0 while there is none
  List<RosterRow> find(
      RosterFilter filter, long run, LocalDate on, PageRequest.Sort sort, int limit, long offset) {
    return transactions.executeRead(status -> {
      var rows = rows(status.getConnection(), filter, run, on, sort, limit, offset);
      return withLadders(status.getConnection(), run, rows);
    });
  }

  long count(RosterFilter filter, long run) {
    return transactions.executeRead(status -> {
      var where = where(filter);
      var sql = "SELECT COUNT(*)\n" + from(filter) + where.text();
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        bind(select, bindFrom(select, 1, filter, run), where.parameters());
        try (var row = select.executeQuery()) {
          row.next();
          return row.getLong(1);
        }
      }
    });
  }

  /// How many companies of the filtered list have each value of a facet.
  Map<String, Long> counts(Facet facet, RosterFilter filter, long run) {
    return transactions.executeRead(status -> {
      var where = where(filter);
      var sql =
          "SELECT "
              + facet.expression
              + " AS facet, COUNT(*)\n"
              + from(filter)
              + where.text()
              + "GROUP BY facet\n";
      return counted(status.getConnection(), sql, filter, run, where);
    });
  }

  /// How many companies of the filtered list lack each indicator for the title the list is about.
  Map<String, Long> gaps(RosterFilter filter, long run) {
    return transactions.executeRead(status -> {
      var where = where(filter);
      var sql =
          "SELECT g.indicator, COUNT(DISTINCT c.id)\n"
              + from(filter)
              + JOIN_GAPS
              + where.text()
              + "GROUP BY g.indicator\n";
      return counted(status.getConnection(), sql, filter, run, where);
    });
  }

  private static Map<String, Long> counted(
      Connection connection, String sql, RosterFilter filter, long run, Where where)
      throws SQLException {
    Map<String, Long> counts = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      bind(select, bindFrom(select, 1, filter, run), where.parameters());
      try (var row = select.executeQuery()) {
        while (row.next()) {
          var value = row.getString(1);
          counts.put(value == null ? "" : value, row.getLong(2));
        }
      }
    }
    return counts;
  }

  private static String from(RosterFilter filter) {
    return filter.title() == null ? FROM_NEXT_STEPS : FROM_TITLE;
  }

  private static int bindFrom(PreparedStatement select, int first, RosterFilter filter, long run)
      throws SQLException {
    var next = first;
    select.setLong(next++, run);
    if (filter.title() != null) {
      select.setString(next++, filter.title());
    }
    return next;
  }

  private static Where where(RosterFilter filter) {
    var where = Where.nothing();
    if (filter.q() != null) {
      words(where, filter.q());
    }
    if (filter.town() != null) {
      where.and("c.region_code LIKE ?", escaped(filter.town()) + "%");
    }
    var track = filter.wantedTrack();
    if (track != null) {
      where.and("c.track = ?", track.name());
    }
    var origin = filter.wantedOrigin();
    if (origin != null) {
      where.and("c.origin = ?", origin.name());
    }
    var outcome = filter.wantedOutcome();
    if (outcome != null) {
      where.and(OUTCOME + " = ?", outcome.name());
    }
    if (filter.gap() != null) {
      where.and(HAS_GAP, filter.gap());
    }
    return where;
  }

  private static void words(Where where, String q) {
    var part = "%" + escaped(q) + "%";
    var latin = Normalizer.normalize(q, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    // Initials and codes are ASCII columns, and nothing else can be compared with them.
    if (StandardCharsets.US_ASCII.newEncoder().canEncode(latin)) {
      var beginning = escaped(latin) + "%";
      where.and(NAMED_OR_CODED_LIKE, part, part, beginning, beginning, beginning);
    } else {
      where.and(NAMED_LIKE, part, part);
    }
  }

  private static String escaped(String typed) {
    return typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static List<RosterRow> rows(
      Connection connection,
      RosterFilter filter,
      long run,
      LocalDate on,
      PageRequest.Sort sort,
      int limit,
      long offset)
      throws SQLException {
    var where = where(filter);
    var sql = COLUMNS + from(filter) + where.text() + order(sort) + "LIMIT ? OFFSET ?\n";
    List<RosterRow> rows = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, on);
      select.setObject(2, on);
      var next = bind(select, bindFrom(select, 3, filter, run), where.parameters());
      select.setInt(next, limit);
      select.setLong(next + 1, offset);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          rows.add(row(row));
        }
      }
    }
    return rows;
  }

  private static String order(PageRequest.Sort sort) {
    var direction = sort.descending() ? "DESC" : "ASC";
    var columns = ORDERS.getOrDefault(sort.column(), "c.name_initials").formatted(direction);
    return "ORDER BY " + columns + " " + direction + ", c.id\n";
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
        row.getInt("missing_count"));
  }

  private static List<RosterRow> withLadders(Connection connection, long run, List<RosterRow> rows)
      throws SQLException {
    if (rows.isEmpty()) {
      return rows;
    }
    Map<Long, List<RosterRow.Standing>> standings = new LinkedHashMap<>();
    var sql =
        """
        SELECT company_id, title, held, truth, not_met_count, unknown_count, missing_count
        FROM assessment
        WHERE run_id = ?
          AND company_id IN (%s)
        """
            .formatted(String.join(", ", Collections.nCopies(rows.size(), "?")));
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, run);
      bind(select, 2, rows.stream().<Object>map(RosterRow::id).toList());
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

  private static int bind(PreparedStatement statement, int first, List<Object> parameters)
      throws SQLException {
    var next = first;
    for (var parameter : parameters) {
      statement.setObject(next++, parameter);
    }
    return next;
  }
}
