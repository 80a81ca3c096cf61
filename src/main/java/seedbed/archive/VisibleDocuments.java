package seedbed.archive;

import static java.util.stream.Collectors.joining;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.criteria.ArchivePlan.Retention;
import seedbed.web.PageRequest;

/// Reads the register somebody may see.
@Singleton
class VisibleDocuments {

  /// What a list is ordered by. Together the keys of an order tell every two documents apart, so
  /// that a list can go on behind any of them.
  ///
  /// @param turns whether it is turned round with the list
  private record Key(String expression, boolean turns, Function<Listed, Object> value) {

    boolean descends(PageRequest.Sort sort) {
      return turns && sort.descending();
    }

    String order(PageRequest.Sort sort) {
      return expression + (descends(sort) ? " DESC" : " ASC");
    }

    String behind(PageRequest.Sort sort) {
      return expression + (descends(sort) ? " < ?" : " > ?");
    }
  }

  /// How a list may be ordered.
  private static final Map<String, List<Key>> KEYS =
      Map.of(
          "number",
          List.of(
              new Key("d.year", true, Listed::year),
              new Key(Series.IN_ORDER, true, row -> row.series().inOrder()),
              new Key("d.place", true, Listed::place),
              new Key("d.region_code", false, Listed::regionCode),
              new Key("d.id", false, Listed::id)),
          "entered",
          List.of(
              new Key("d.entered_on", true, Listed::enteredOn), new Key("d.id", true, Listed::id)),
          "subject",
          List.of(new Key("d.subject", true, Listed::subject), new Key("d.id", false, Listed::id)));

  static final Set<String> ORDERS = KEYS.keySet();

  static final PageRequest.Sort NEWEST = new PageRequest.Sort("entered", true);

  /// Series after series, each from its first number on: as a register is printed and handed over.
  static final PageRequest.Sort BY_NUMBER = new PageRequest.Sort("number", false);

  private static final int SLICE = 500;

  private static final String SELECT =
      """
      SELECT d.id, d.number, d.series, d.year, d.place, d.subject, d.entered_on, d.entered_by,
             d.region_code, COALESCE(r.name, d.region_code) AS unit, d.retention, d.about_kind,
             d.about_id, d.digest, d.token, d.reference AS own_reference, c.id AS company_id, c.name AS company,
             COALESCE(c.demo, FALSE) AS demo,
             l.document_id AS letter, l.counterpart, l.reference, l.dated_on, l.copies, l.pages,
             l.handled_by, l.remark,
             e.kind AS ending, e.reason AS end_reason, n.id AS replacement,
             n.number AS replaced_by, p.cabinet, p.box, p.piece,
             (SELECT COUNT(*) FROM archive_file f WHERE f.document_id = d.id) AS files
      """;

  private static final String FROM =
      """
      FROM archive_document d
      LEFT JOIN region r ON r.code = d.region_code
      LEFT JOIN company c ON c.id = d.company_id
      LEFT JOIN archive_letter l ON l.document_id = d.id
      LEFT JOIN archive_amendment e ON e.document_id = d.id AND e.closing = 1
      LEFT JOIN archive_document n ON n.id = e.replacement
      """;

  /// The newest line of where it lies.
  private static final String LYING =
      """
      LEFT JOIN archive_location p
        ON p.id = (SELECT MAX(o.id) FROM archive_location o WHERE o.document_id = d.id)
      """;

  private static final String WORD =
      "d.number LIKE ? OR d.subject LIKE ? OR c.name LIKE ? OR d.reference LIKE ?"
          + " OR l.reference LIKE ? OR l.counterpart LIKE ?";
  private static final int WORD_PARAMETERS = 6;

  private static final String WORD_IN_TEXT =
      " OR EXISTS (SELECT 1 FROM archive_text t WHERE t.document_id = d.id AND t.content LIKE ?)";

  private final TransactionOperations<Connection> transactions;

  VisibleDocuments(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  Optional<Listed> find(long id, Scope scope) {
    Condition condition = new Condition(scope);
    condition.and("d.id = ?", id);
    return list(condition, "ORDER BY d.id", List.of()).stream().findFirst();
  }

  /// By the code of its proof, for everybody.
  Optional<Listed> proven(String token) {
    Condition condition = new Condition(new Scope.Whole());
    condition.and("d.token = ?", token);
    return list(condition, "ORDER BY d.id", List.of()).stream().findFirst();
  }

  List<Listed> find(
      RegisterFilter filter, Scope scope, PageRequest.Sort sort, int limit, long offset) {
    return list(
        condition(filter, scope),
        order(keys(sort), sort) + "\nLIMIT ? OFFSET ?",
        List.of(limit, offset));
  }

  /// All of them, read piece by piece, each behind the last one of the piece before: however many
  /// there are, and whatever is entered meanwhile, none is read twice or left out.
  Stream<Listed> all(RegisterFilter filter, Scope scope, PageRequest.Sort sort) {
    return Stream.iterate(
            slice(filter, scope, sort, null),
            slice -> !slice.isEmpty(),
            slice -> slice(filter, scope, sort, slice.getLast()))
        .flatMap(List::stream);
  }

  private List<Listed> slice(
      RegisterFilter filter, Scope scope, PageRequest.Sort sort, @Nullable Listed last) {
    List<Key> keys = keys(sort);
    Condition condition = condition(filter, scope);
    if (last != null) {
      behind(condition, keys, sort, last);
    }
    return list(condition, order(keys, sort) + "\nLIMIT ?", List.of(SLICE));
  }

  // Behind it in the first key, or even with it there and behind it in the second, and so on.
  private static void behind(
      Condition condition, List<Key> keys, PageRequest.Sort sort, Listed last) {
    List<String> ways = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (int place = 0; place < keys.size(); place++) {
      List<String> way = new ArrayList<>();
      for (Key even : keys.subList(0, place)) {
        way.add(even.expression() + " = ?");
        values.add(even.value().apply(last));
      }
      way.add(keys.get(place).behind(sort));
      values.add(keys.get(place).value().apply(last));
      ways.add(String.join(" AND ", way));
    }
    condition.and("((" + String.join(") OR (", ways) + "))", values.toArray());
  }

  private static List<Key> keys(PageRequest.Sort sort) {
    return KEYS.getOrDefault(sort.column(), List.of(new Key("d.id", true, Listed::id)));
  }

  private static String order(List<Key> keys, PageRequest.Sort sort) {
    return "ORDER BY " + keys.stream().map(key -> key.order(sort)).collect(joining(", "));
  }

  /// How many of each series.
  Map<String, Long> series(RegisterFilter filter, Scope scope) {
    Condition condition = condition(filter, scope);
    String sql =
        "SELECT d.series, COUNT(*) AS documents\n"
            + FROM
            + condition.where()
            + "\nGROUP BY d.series\nORDER BY d.series";
    return transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        condition.bind(select);
        Map<String, Long> parts = new LinkedHashMap<>();
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            parts.put(row.getString(1), row.getLong(2));
          }
        }
        return parts;
      }
    });
  }

  /// What years and units there are documents of.
  ///
  /// @param years the newest first
  /// @param units by the code of their region
  record Extent(List<String> years, Map<String, String> units) {
    Extent {
      years = List.copyOf(years);
      units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
    }
  }

  /// Found in one reading without what a document only has when it is shown.
  Extent extent(Scope scope) {
    Condition condition = new Condition(scope);
    String sql =
        """
        SELECT d.year, d.region_code, COALESCE(r.name, '') AS unit
        FROM (SELECT DISTINCT d.year, d.region_code
              FROM archive_document d
              LEFT JOIN company c ON c.id = d.company_id
              %s) d
        LEFT JOIN region r ON r.code = d.region_code
        ORDER BY d.region_code
        """
            .formatted(condition.where());
    return transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        condition.bind(select);
        Set<String> years = new TreeSet<>(Comparator.reverseOrder());
        Map<String, String> units = new LinkedHashMap<>();
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            years.add(row.getString("year"));
            units.put(row.getString("region_code"), row.getString("unit"));
          }
        }
        return new Extent(List.copyOf(years), units);
      }
    });
  }

  private List<Listed> list(Condition condition, String rest, List<Object> parameters) {
    String sql = SELECT + FROM + LYING + condition.where() + "\n" + rest;
    return transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        int next = condition.bind(select);
        for (Object parameter : parameters) {
          select.setObject(next++, parameter);
        }
        List<Listed> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            found.add(listed(row));
          }
        }
        return found;
      }
    });
  }

  private static Condition condition(RegisterFilter filter, Scope scope) {
    Condition condition = new Condition(scope);
    condition.andIfGiven("d.year = ?", filter.wantedYear());
    Series series = filter.wantedSeries();
    condition.andIfGiven("d.series = ?", series == null ? null : series.name());
    Retention keep = filter.wantedKeep();
    condition.andIfGiven("d.retention = ?", keep == null ? null : keep.name());
    condition.andIfGiven("d.region_code = ?", filter.unit());
    condition.andIfGiven("d.company_id = ?", filter.wantedCompany());
    RegisterFilter.Standing standing = filter.wantedStanding();
    if (standing != null) {
      condition.and(standing.condition());
    }
    for (String word : filter.words()) {
      int parameters = WORD_PARAMETERS + (filter.text() ? 1 : 0);
      condition.and(
          "(" + WORD + (filter.text() ? WORD_IN_TEXT : "") + ")",
          IntStream.range(0, parameters).mapToObj(_ -> part(word)).toArray());
    }
    return condition;
  }

  // What means anything in a pattern is meant as it stands.
  private static String part(String word) {
    return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  /// What a query asks for, beside the scope.
  private static final class Condition {
    private final DocumentScope scope;
    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    Condition(Scope scope) {
      this.scope = new DocumentScope(scope);
    }

    void and(String condition, Object... values) {
      text.append("\n  AND ").append(condition);
      parameters.addAll(List.of(values));
    }

    void andIfGiven(String condition, @Nullable Object value) {
      if (value != null) {
        and(condition, value);
      }
    }

    String where() {
      return "WHERE " + scope.condition() + text;
    }

    int bind(PreparedStatement statement) throws SQLException {
      int next = scope.bind(statement, 1);
      for (Object parameter : parameters) {
        statement.setObject(next++, parameter);
      }
      return next;
    }
  }

  private static Listed listed(ResultSet row) throws SQLException {
    String ending = row.getString("ending");
    String cabinet = row.getString("cabinet");
    return new Listed(
        row.getLong("id"),
        row.getString("number"),
        Series.valueOf(row.getString("series")),
        row.getInt("year"),
        row.getInt("place"),
        row.getString("subject"),
        row.getObject("entered_on", LocalDate.class),
        row.getString("entered_by"),
        row.getString("region_code"),
        row.getString("unit"),
        Retention.valueOf(row.getString("retention")),
        row.getString("about_kind"),
        row.getObject("about_id", Long.class),
        row.getString("digest"),
        row.getString("token"),
        row.getString("own_reference"),
        row.getObject("company_id", Long.class),
        row.getString("company"),
        row.getBoolean("demo"),
        letter(row),
        ending == null ? null : Amendments.Kind.valueOf(ending),
        row.getString("end_reason"),
        row.getObject("replacement", Long.class),
        row.getString("replaced_by"),
        cabinet == null
            ? null
            : new Locations.Spot(cabinet, row.getString("box"), row.getString("piece")),
        row.getInt("files"));
  }

  private static @Nullable Letter letter(ResultSet row) throws SQLException {
    if (row.getObject("letter") == null) {
      return null;
    }
    return new Letter(
        row.getString("counterpart"),
        row.getString("reference"),
        row.getObject("dated_on", LocalDate.class),
        row.getInt("copies"),
        row.getObject("pages", Integer.class),
        row.getString("handled_by"),
        row.getString("remark"));
  }
}
