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
import seedbed.obligation.LetOff;
import seedbed.obligation.Sql;
import seedbed.sql.Statements;

/// Finds operating sheets for somebody, of the companies in scope. A company owes one for every
/// period at whose end it was in a pool.
@Singleton
class VisibleOperating {

  private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

  // Not yet handed in, nothing is told of it.
  private static final String ROW =
      """
      SELECT c.id, c.name, c.demo, r.name AS region, s.id AS sheet, s.stage, s.due_on,
             x.company_id IS NOT NULL AS excused,
             CASE WHEN s.stage <> 'DRAFT' THEN s.sales END AS sales, b.sales AS before_sales,
             CASE WHEN s.stage <> 'DRAFT' THEN s.forecast END AS forecast,
             (SELECT GROUP_CONCAT(w.wording ORDER BY w.kind SEPARATOR '\\n')
              FROM operating_warning w
              WHERE w.sheet_id = s.id
                AND s.stage <> 'DRAFT') AS warnings
      """;

  /// How far a company is with its sheet, as a condition; its question marks stand for the day it
  /// is due and for today.
  enum Standing {
    MISSING("未交", "(s.id IS NULL OR s.stage = 'DRAFT') AND x.company_id IS NULL", false),
    LATE("逾期", "(s.id IS NULL OR s.stage = 'DRAFT') AND x.company_id IS NULL AND ? < ?", true),
    EXCUSED("免报", "(s.id IS NULL OR s.stage = 'DRAFT') AND x.company_id IS NOT NULL", false),
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
  /// @param excused whether the office let it off
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
      boolean excused,
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

  /// How many were late on a day.
  long late(OperatingPeriod period, Scope scope, LocalDate on) {
    return rows.count(owed(period, Standing.LATE, scope, on));
  }

  private OwedRows.Clause owed(OperatingPeriod period, @Nullable Standing standing, Scope scope) {
    return owed(period, standing, scope, LocalDate.now(clock));
  }

  private OwedRows.Clause owed(
      OperatingPeriod period, @Nullable Standing standing, Scope scope, LocalDate on) {
    Sql excused = LetOff.companies(OperatingSheetOwed.CODE, period.year(), period.throughMonth());
    OwedRows.Clause owed =
        rows.owed(
            """
            FROM company c
            JOIN region r ON r.code = c.region_code
            LEFT JOIN operating_sheet s
              ON s.company_id = c.id AND s.about_year = ? AND s.through_month = ?
            LEFT JOIN operating_sheet b
              ON b.company_id = c.id AND b.about_year = ? AND b.through_month = ? AND b.stage <> 'DRAFT'
            LEFT JOIN (%s) x ON x.company_id = c.id
            WHERE \
            """
                .formatted(excused.text()),
            Statements.all(
                period.year(),
                period.throughMonth(),
                period.year() - 1,
                period.throughMonth(),
                excused.parameters()),
            Known.today(scope, clock),
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
        row.getBoolean("excused"),
        row.getBigDecimal("sales"),
        row.getBigDecimal("before_sales"),
        row.getBigDecimal("forecast"),
        warnings == null ? List.of() : warnings.lines().toList());
  }
}
