package seedbed.sheet;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.company.Known;

/// Finds yearly sheets for somebody, of the companies in scope; one that handed in without owing is
/// listed too.
@Singleton
class VisibleSheets {

  private static final String ROW =
      """
      SELECT c.id, c.name, c.demo, r.name AS region, s.id AS sheet, s.stage, s.round, s.since,
             s.due_on, x.owed, x.excuse
      """;

  private static final String DUE_FIRST =
      """
      ORDER BY s.stage IS NULL, s.due_on IS NULL, s.due_on, c.name_initials, c.id
      """;

  // What somebody hands in without owing it counts nowhere here.
  private static final String TOWNS =
      """
      SELECT r.code, r.name,
             SUM(CASE WHEN %1$s THEN 1 ELSE 0 END) AS owed,
             SUM(CASE WHEN %1$s AND s.stage IN ('TOWNSHIP', 'CONFIRMED') THEN 1 ELSE 0 END)
               AS handed_in,
             SUM(CASE WHEN %1$s AND s.stage = 'CONFIRMED' THEN 1 ELSE 0 END) AS confirmed,
             SUM(CASE WHEN %2$s THEN 1 ELSE 0 END) AS late
      """
          .formatted(OwedRows.BINDS, SheetQuery.Standing.LATE.condition());

  /// One company of a list.
  ///
  /// @param sheet its sheet; null where it has not begun
  /// @param duty whether it owes it
  record Row(
      long companyId,
      String company,
      boolean demo,
      String region,
      @Nullable Long sheet,
      @Nullable Stage stage,
      @Nullable LocalDate since,
      LocalDate dueOn,
      OwedRows.Duty duty) {}

  /// How far a town is.
  record Town(String code, String name, long owed, long handedIn, long confirmed, long late) {}

  private final OwedRows rows;
  private final Sheets sheets;
  private final SheetCalendar calendar;
  private final Clock clock;

  VisibleSheets(OwedRows rows, Sheets sheets, SheetCalendar calendar, Clock clock) {
    this.rows = rows;
    this.sheets = sheets;
    this.calendar = calendar;
    this.clock = clock;
  }

  Optional<Sheet> find(long id, Scope scope) {
    return rows.visible("sheet", id, scope) ? sheets.findById(id) : Optional.empty();
  }

  /// What is due first comes first, then those who have not begun.
  List<Row> list(SheetQuery query, Scope scope, int limit, int offset) {
    LocalDate due = calendar.yearlyDue(query.year());
    return rows.slice(ROW, owed(query, scope), DUE_FIRST, limit, offset, row -> row(row, due));
  }

  long count(SheetQuery query, Scope scope) {
    return rows.count(owed(query, scope));
  }

  /// Whether a company owes the sheet of a year.
  OwedRows.Duty duty(long company, int year) {
    return rows.duty(SheetOwed.CODE, lastDay(year), company);
  }

  private static LocalDate lastDay(int year) {
    return LocalDate.of(year, 12, 31);
  }

  List<Town> towns(SheetQuery query, Scope scope) {
    return towns(query, scope, LocalDate.now(clock));
  }

  /// @param on the day on which it is asked who is late
  List<Town> towns(SheetQuery query, Scope scope, LocalDate on) {
    OwedRows.Clause owed = owed(query, scope);
    List<Object> parameters = new ArrayList<>(List.of(calendar.yearlyDue(query.year()), on));
    parameters.addAll(owed.parameters());
    return rows.rows(
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
    return List.of(calendar.yearlyDue(year), LocalDate.now(clock));
  }

  private OwedRows.Clause owed(SheetQuery query, Scope scope) {
    OwedRows.Clause owed =
        rows.owed(
            """
            FROM company c
            JOIN region r ON r.code = c.region_code
            LEFT JOIN sheet s ON s.company_id = c.id AND s.about_year = ?
            """,
            List.of(query.year()),
            Known.today(scope, clock),
            SheetOwed.CODE,
            lastDay(query.year()));
    if (query.town() != null) {
      owed = owed.and("c.region_code LIKE ?", List.of(query.town() + "%"));
    }
    if (query.named() != null) {
      owed =
          owed.and(
              "(LOCATE(?, c.name) > 0 OR c.name_initials LIKE ?)",
              List.of(query.named(), initials(query.named()) + "%"));
    }
    return query.standing() == null
        ? owed
        : owed.and(
            query.standing().condition(),
            query.standing().dated() ? dates(query.year()) : List.of());
  }

  // Letters alone, so that no wildcard is among them; what has none matches by name only.
  private static String initials(String named) {
    String lower = named.toLowerCase(Locale.ROOT);
    return lower.matches("[a-z0-9]+") ? lower : "~";
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
        own == null || row.getInt("round") == 0 ? due : own,
        OwedRows.duty(row));
  }
}
