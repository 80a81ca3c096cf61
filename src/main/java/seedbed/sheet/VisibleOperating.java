package seedbed.sheet;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.company.Known;

/// Finds operating sheets for somebody, of the companies in scope.
@Singleton
class VisibleOperating {

  private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

  // Not yet handed in, nothing is told of it.
  private static final String ROW =
      """
      SELECT c.id, c.name, c.demo, r.name AS region, s.id AS sheet, s.stage, s.due_on,
             x.owed, x.excuse,
             CASE WHEN s.stage <> 'DRAFT' THEN s.sales END AS sales,
             CASE WHEN b.stage <> 'DRAFT' THEN b.sales END AS before_sales,
             CASE WHEN s.stage <> 'DRAFT' THEN s.forecast END AS forecast,
             (SELECT GROUP_CONCAT(w.wording ORDER BY w.kind SEPARATOR '\\n')
              FROM operating_warning w
              WHERE w.sheet_id = s.id
                AND s.stage <> 'DRAFT') AS warnings
      """;

  private static final String OPEN = "(s.id IS NULL OR s.stage = 'DRAFT')";

  /// How far a company is with its sheet, as a condition; its question marks stand for the day it
  /// is due and for today.
  enum Standing {
    MISSING("未交", OPEN + " AND " + OwedRows.BINDS, false),
    LATE("逾期", OPEN + " AND " + OwedRows.BINDS + " AND ? < ?", true),
    EXCUSED("免报", OwedRows.EXCUSED, false),
    SUBMITTED("待镇（街道）阅", "s.stage = 'SUBMITTED'", false),
    WARNED(
        "有预警",
        "s.stage <> 'DRAFT' AND EXISTS (SELECT 1 FROM operating_warning w WHERE w.sheet_id = s.id)",
        false);

    private final String label;
    private final String condition;
    private final boolean dated;

    Standing(String label, String condition, boolean dated) {
      this.label = label;
      this.condition = condition;
      this.dated = dated;
    }

    String label() {
      return label;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Standing> of(String code) {
      return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
  }

  /// @param sheet null where it has not begun
  /// @param dueOn null where none is asked for
  /// @param duty whether it owes it
  /// @param beforeSales of the same period of last year
  /// @param warnings in words
  record Row(
      long companyId,
      String company,
      boolean demo,
      String region,
      @Nullable Long sheet,
      Operating.@Nullable Stage stage,
      @Nullable LocalDate dueOn,
      OwedRows.Duty duty,
      @Nullable BigDecimal sales,
      @Nullable BigDecimal beforeSales,
      @Nullable BigDecimal forecast,
      List<String> warnings) {}

  private final OwedRows rows;
  private final Operatings sheets;
  private final SheetCalendar calendar;
  private final Clock clock;

  VisibleOperating(OwedRows rows, Operatings sheets, SheetCalendar calendar, Clock clock) {
    this.rows = rows;
    this.sheets = sheets;
    this.calendar = calendar;
    this.clock = clock;
  }

  Optional<Operating> find(long id, Scope scope) {
    return rows.visible("operating_sheet", id, scope) ? sheets.findById(id) : Optional.empty();
  }

  /// Those with warnings come first.
  List<Row> list(
      OperatingPeriod period, @Nullable Standing standing, Scope scope, int limit, int offset) {
    @Nullable LocalDate due = calendar.due(period).orElse(null);
    return rows.slice(
        ROW,
        owed(period, standing, scope),
        "ORDER BY warnings IS NULL, c.name_initials, c.id\n",
        limit,
        offset,
        row -> row(row, due));
  }

  long count(OperatingPeriod period, @Nullable Standing standing, Scope scope) {
    return rows.count(owed(period, standing, scope));
  }

  /// How many have to hand it in.
  long owed(OperatingPeriod period, Scope scope) {
    return rows.count(owed(period, null, scope).and(OwedRows.BINDS, List.of()));
  }

  /// Whether a company has to.
  OwedRows.Duty duty(long company, OperatingPeriod period) {
    return rows.duty(OperatingSheetOwed.CODE, period.lastDay(), company);
  }

  /// How many were late on a day.
  long late(OperatingPeriod period, Scope scope, LocalDate on) {
    return rows.count(owed(period, Standing.LATE, scope, on));
  }

  private OwedRows.Clause owed(OperatingPeriod period, @Nullable Standing standing, Scope scope) {
    return owed(period, standing, scope, LocalDate.now(clock));
  }

  private OwedRows.Clause owed(
      OperatingPeriod period, @Nullable Standing standing, Scope scope, LocalDate on) {
    OwedRows.Clause owed =
        rows.owed(
            """
            FROM company c
            JOIN region r ON r.code = c.region_code
            LEFT JOIN operating_sheet s
              ON s.company_id = c.id AND s.about_year = ? AND s.through_month = ?
            LEFT JOIN operating_sheet b
              ON b.company_id = c.id AND b.about_year = ? AND b.through_month = ? AND b.stage <> 'DRAFT'
            """,
            List.of(period.year(), period.throughMonth(), period.year() - 1, period.throughMonth()),
            Known.today(scope, clock),
            OperatingSheetOwed.CODE,
            period.lastDay());
    return standing == null
        ? owed
        : owed.and(
            standing.condition,
            standing.dated ? List.of(calendar.due(period).orElse(NEVER), on) : List.of());
  }

  private static Row row(ResultSet row, @Nullable LocalDate due) throws SQLException {
    String stage = row.getString("stage");
    String warnings = row.getString("warnings");
    LocalDate own = row.getObject("due_on", LocalDate.class);
    long sheet = row.getLong("sheet");
    return new Row(
        row.getLong(1),
        row.getString(2),
        row.getBoolean(3),
        row.getString("region"),
        stage == null ? null : sheet,
        stage == null ? null : Operating.Stage.valueOf(stage),
        own == null || "DRAFT".equals(stage) ? due : own,
        OwedRows.duty(row),
        row.getBigDecimal("sales"),
        row.getBigDecimal("before_sales"),
        row.getBigDecimal("forecast"),
        warnings == null ? List.of() : warnings.lines().toList());
  }
}
