package seedbed.sheet;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.company.Known;
import seedbed.criteria.Titles;

/// Finds yearly sheets for somebody, of the companies in scope. A company owes one for every year
/// at whose end it was in a pool; one that handed in without owing is listed too.
@Singleton
class VisibleSheets {

  private static final String ONE =
      """
      SELECT s.id
      FROM sheet s
      JOIN company c ON c.id = s.company_id
      WHERE s.id = ?
        AND \
      """;

  private static final String FROM =
      """
      FROM company c
      JOIN region r ON r.code = c.region_code
      LEFT JOIN sheet s ON s.company_id = c.id AND s.about_year = ?
      WHERE \
      """;

  private static final String OWED =
      """

        AND (s.id IS NOT NULL
             OR EXISTS (SELECT 1
                        FROM title_holding h
                        WHERE h.company_id = c.id
                          AND h.held_from <= ?
                          AND (h.held_to IS NULL OR h.held_to > ?)
                          AND h.title IN (\
      """;

  private static final String ROW =
      """
      SELECT c.id, c.name, c.demo, r.name AS region, s.id AS sheet, s.stage, s.round, s.since,
             s.due_on
      """;

  private static final String DUE_FIRST =
      """
      ORDER BY s.stage IS NULL, s.due_on IS NULL, s.due_on, c.name_initials, c.id
      LIMIT ? OFFSET ?
      """;

  private static final String TOWNS =
      """
      SELECT r.code, r.name, COUNT(*) AS owed,
             SUM(CASE WHEN s.stage IN ('TOWNSHIP', 'CONFIRMED') THEN 1 ELSE 0 END) AS handed_in,
             SUM(CASE WHEN s.stage = 'CONFIRMED' THEN 1 ELSE 0 END) AS confirmed,
             SUM(CASE WHEN COALESCE(s.stage, 'DRAFT') IN ('DRAFT', 'RETURNED')
                       AND COALESCE(s.due_on, ?) < ? THEN 1 ELSE 0 END) AS late
      """;

  /// One company of a list.
  ///
  /// @param sheet its sheet; null where it has not begun
  record Row(
      long companyId,
      String company,
      boolean demo,
      String region,
      @Nullable Long sheet,
      @Nullable Stage stage,
      @Nullable LocalDate since,
      LocalDate dueOn) {}

  /// How far a town is.
  record Town(String code, String name, long owed, long handedIn, long confirmed, long late) {}

  private record Clause(String text, List<Object> parameters) {}

  private final TransactionOperations<Connection> transactions;
  private final Sheets sheets;
  private final Titles titles;
  private final SheetSettings settings;
  private final Clock clock;

  VisibleSheets(
      TransactionOperations<Connection> transactions,
      Sheets sheets,
      Titles titles,
      SheetSettings settings,
      Clock clock) {
    this.transactions = transactions;
    this.sheets = sheets;
    this.titles = titles;
    this.settings = settings;
    this.clock = clock;
  }

  Optional<Sheet> find(long id, Scope scope) {
    boolean there =
        transactions.executeRead(status -> {
          try (PreparedStatement select =
              status.getConnection().prepareStatement(ONE + scope.condition("c"))) {
            select.setLong(1, id);
            scope.bind(select, 2);
            try (ResultSet row = select.executeQuery()) {
              return row.next();
            }
          }
        });
    return there ? sheets.findById(id) : Optional.empty();
  }

  /// What is due first comes first, then those who have not begun.
  List<Row> list(SheetQuery query, Scope scope, int limit, int offset) {
    Clause owed = owed(query, scope);
    List<Object> parameters = new ArrayList<>(owed.parameters());
    parameters.add(limit);
    parameters.add(offset);
    LocalDate due = settings.due(query.year());
    return rows(ROW + owed.text() + DUE_FIRST, parameters, row -> row(row, due));
  }

  long count(SheetQuery query, Scope scope) {
    Clause owed = owed(query, scope);
    return rows("SELECT COUNT(*)\n" + owed.text(), owed.parameters(), row -> row.getLong(1))
        .getFirst();
  }

  List<Town> towns(SheetQuery query, Scope scope) {
    Clause owed = owed(query, scope);
    List<Object> parameters = new ArrayList<>(dates(query.year()));
    parameters.addAll(owed.parameters());
    return rows(
        TOWNS + owed.text() + "GROUP BY r.code, r.name\nORDER BY r.code",
        parameters,
        row ->
            new Town(
                row.getString("code"),
                row.getString("name"),
                row.getLong("owed"),
                row.getLong("handed_in"),
                row.getLong("confirmed"),
                row.getLong("late")));
  }

  private List<LocalDate> dates(int year) {
    return List.of(settings.due(year), LocalDate.now(clock));
  }

  private Clause owed(SheetQuery query, Scope scope) {
    Known known = Known.today(scope, clock);
    List<String> pools = pools();
    LocalDate end = LocalDate.of(query.year(), 12, 31);
    var text =
        new StringBuilder(FROM)
            .append(known.condition("c"))
            .append(OWED)
            .append(String.join(", ", Collections.nCopies(pools.size(), "?")))
            .append(")))\n");
    List<Object> parameters = new ArrayList<>();
    parameters.add(query.year());
    parameters.addAll(known.parameters());
    parameters.add(end);
    parameters.add(end);
    parameters.addAll(pools);
    if (query.town() != null) {
      text.append("  AND c.region_code LIKE ?\n");
      parameters.add(query.town() + "%");
    }
    if (query.named() != null) {
      text.append("  AND (LOCATE(?, c.name) > 0 OR c.name_initials LIKE ?)\n");
      parameters.add(query.named());
      parameters.add(initials(query.named()) + "%");
    }
    if (query.standing() != null) {
      text.append("  AND ").append(query.standing().condition()).append('\n');
      parameters.addAll(query.standing().dated() ? dates(query.year()) : List.of());
    }
    return new Clause(text.toString(), parameters);
  }

  // Letters alone, so that no wildcard is among them; what has none matches by name only.
  private static String initials(String named) {
    String lower = named.toLowerCase(Locale.ROOT);
    return lower.matches("[a-z0-9]+") ? lower : "~";
  }

  private List<String> pools() {
    return titles.ladder().stream()
        .filter(title -> title.kind() == Titles.Kind.POOL)
        .map(Titles.Rung::code)
        .toList();
  }

  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> List<T> rows(String sql, List<Object> parameters, Reading<T> reading) {
    return transactions.executeRead(status -> {
      List<T> found = new ArrayList<>();
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        int place = 1;
        for (Object parameter : parameters) {
          select.setObject(place++, parameter);
        }
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            found.add(reading.of(row));
          }
        }
      }
      return found;
    });
  }

  private static Row row(ResultSet row, LocalDate due) throws SQLException {
    String stage = row.getString("stage");
    long sheet = row.getLong("sheet");
    LocalDate own = row.getObject("due_on", LocalDate.class);
    return new Row(
        row.getLong(1),
        row.getString(2),
        row.getBoolean(3),
        row.getString("region"),
        stage == null ? null : sheet,
        stage == null ? null : Stage.valueOf(stage),
        row.getObject("since", LocalDate.class),
        own == null ? due : own);
  }
}
