package seedbed.sheet;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.company.Known;
import seedbed.criteria.Titles;

/// Finds operating sheets for somebody, of the companies in scope. A company owes one for every
/// period at whose end it was in a pool.
@Singleton
class VisibleOperating {

  private static final String ONE =
      """
      SELECT s.id
      FROM operating_sheet s
      JOIN company c ON c.id = s.company_id
      WHERE s.id = ?
        AND \
      """;

  private static final String FROM =
      """
      FROM company c
      JOIN region r ON r.code = c.region_code
      LEFT JOIN operating_sheet s
        ON s.company_id = c.id AND s.about_year = ? AND s.through_month = ?
      LEFT JOIN operating_sheet b
        ON b.company_id = c.id AND b.about_year = ? AND b.through_month = ? AND b.stage <> 'DRAFT'
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

  // Not yet handed in, nothing is told of it.
  private static final String ROW =
      """
      SELECT c.id, c.name, c.demo, r.name AS region, s.id AS sheet, s.stage, s.due_on,
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
    MISSING("未交", "(s.id IS NULL OR s.stage = 'DRAFT')", false),
    LATE("逾期", "(s.id IS NULL OR s.stage = 'DRAFT') AND COALESCE(s.due_on, ?) < ?", true),
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
  /// @param beforeSales of the same period of last year
  /// @param warnings in words
  record Row(
      long companyId,
      String company,
      boolean demo,
      String region,
      @Nullable Long sheet,
      Operating.@Nullable Stage stage,
      LocalDate dueOn,
      @Nullable BigDecimal sales,
      @Nullable BigDecimal beforeSales,
      @Nullable BigDecimal forecast,
      List<String> warnings) {}

  private record Clause(String text, List<Object> parameters) {}

  private final TransactionOperations<Connection> transactions;
  private final Operatings sheets;
  private final Titles titles;
  private final OperatingSettings settings;
  private final Clock clock;

  VisibleOperating(
      TransactionOperations<Connection> transactions,
      Operatings sheets,
      Titles titles,
      OperatingSettings settings,
      Clock clock) {
    this.transactions = transactions;
    this.sheets = sheets;
    this.titles = titles;
    this.settings = settings;
    this.clock = clock;
  }

  Optional<Operating> find(long id, Scope scope) {
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

  /// Those with warnings come first.
  List<Row> list(
      OperatingPeriod period, @Nullable Standing standing, Scope scope, int limit, int offset) {
    Clause owed = owed(period, standing, scope);
    List<Object> parameters = new ArrayList<>(owed.parameters());
    parameters.add(limit);
    parameters.add(offset);
    String sql =
        ROW + owed.text() + "ORDER BY warnings IS NULL, c.name_initials, c.id\nLIMIT ? OFFSET ?";
    return transactions.executeRead(status -> {
      List<Row> rows = new ArrayList<>();
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        bind(select, parameters);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            rows.add(row(row, settings.due(period)));
          }
        }
      }
      return rows;
    });
  }

  long count(OperatingPeriod period, @Nullable Standing standing, Scope scope) {
    Clause owed = owed(period, standing, scope);
    return transactions.executeRead(status -> {
      try (PreparedStatement select =
          status.getConnection().prepareStatement("SELECT COUNT(*)\n" + owed.text())) {
        bind(select, owed.parameters());
        try (ResultSet row = select.executeQuery()) {
          row.next();
          return row.getLong(1);
        }
      }
    });
  }

  private static void bind(PreparedStatement select, List<Object> parameters) throws SQLException {
    int place = 1;
    for (Object parameter : parameters) {
      select.setObject(place++, parameter);
    }
  }

  private Clause owed(OperatingPeriod period, @Nullable Standing standing, Scope scope) {
    Known known = Known.today(scope, clock);
    List<String> pools =
        titles.ladder().stream()
            .filter(title -> title.kind() == Titles.Kind.POOL)
            .map(Titles.Rung::code)
            .toList();
    List<Object> parameters = new ArrayList<>();
    parameters.add(period.year());
    parameters.add(period.throughMonth());
    parameters.add(period.year() - 1);
    parameters.add(period.throughMonth());
    parameters.addAll(known.parameters());
    parameters.add(period.lastDay());
    parameters.add(period.lastDay());
    parameters.addAll(pools);
    String text =
        FROM
            + known.condition("c")
            + OWED
            + String.join(", ", Collections.nCopies(pools.size(), "?"))
            + ")))\n";
    if (standing == null) {
      return new Clause(text, parameters);
    }
    if (standing.dated) {
      parameters.add(settings.due(period));
      parameters.add(LocalDate.now(clock));
    }
    return new Clause(text + "  AND " + standing.condition + "\n", parameters);
  }

  private static Row row(ResultSet row, LocalDate due) throws SQLException {
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
        own == null ? due : own,
        row.getBigDecimal("sales"),
        row.getBigDecimal("before_sales"),
        row.getBigDecimal("forecast"),
        warnings == null ? List.of() : warnings.lines().toList());
  }
}
