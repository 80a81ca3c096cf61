package seedbed.request;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.RequestRules;
import seedbed.request.RequestQuery.Clause;

/// Counts requests by who answers and by what is asked for. Each number has the condition of the
/// list that it leads to. What was late counts with each unit that let its day pass.
@Singleton
class Statistics {

  private static final List<Standing> COUNTED =
      List.of(
          Standing.PUNCTUAL,
          Standing.LATE,
          Standing.OPEN,
          Standing.OVERDUE,
          Standing.CLOSED,
          Standing.REOPENED,
          Standing.RATED);

  // A mean of nothing is nothing.
  private static final String MEANS =
      ", AVG(DATEDIFF(q.first_answered_on, q.raised_on)), AVG(q.satisfaction)";

  /// By what they are put together.
  enum By {
    UNIT("unit", "q.unit"),
    KIND("kind", "q.kind"),
    TOTAL("", "''");

    private final String parameter;
    private final String column;

    By(String parameter, String column) {
      this.parameter = parameter;
      this.column = column;
    }

    /// As the address of a list names it.
    String parameter() {
      return parameter;
    }
  }

  /// @param of the unit or kind; null for what nobody has yet
  /// @param meanDays until the first answer; null where there is none
  /// @param satisfaction on average, 1 to 5; null where nobody said anything
  record Row(
      @Nullable String of,
      long raised,
      long punctual,
      long late,
      long open,
      long overdue,
      long closed,
      long reopened,
      long rated,
      @Nullable BigDecimal meanDays,
      @Nullable BigDecimal satisfaction) {

    static Row none(@Nullable String of) {
      return new Row(of, 0, 0, 0, 0, 0, 0, 0, 0, null, null);
    }

    Row charged(long kept, long lapsed, @Nullable BigDecimal days) {
      return new Row(
          of, raised, kept, lapsed, open, overdue, closed, reopened, rated, days, satisfaction);
    }
  }

  private final TransactionOperations<Connection> transactions;
  private final UnitCharges charges;
  private final RequestRules rules;
  private final Clock clock;

  Statistics(
      TransactionOperations<Connection> transactions,
      UnitCharges charges,
      RequestRules rules,
      Clock clock) {
    this.transactions = transactions;
    this.charges = charges;
    this.rules = rules;
    this.clock = clock;
  }

  /// The busiest first.
  List<Row> of(By by, RequestQuery query, Sight sight) {
    LocalDate today = LocalDate.now(clock);
    Clause where = query.where(sight);
    List<Object> parameters = new ArrayList<>();
    COUNTED.forEach(each -> parameters.addAll(each.parameters(today, rules.escalation())));
    parameters.addAll(where.parameters());
    String sql =
        "SELECT %s AS what, COUNT(*)%s%s\n%s%s%s"
            .formatted(
                by.column,
                COUNTED.stream()
                    .map(each -> ", COALESCE(SUM(" + each.condition() + "), 0)")
                    .collect(Collectors.joining()),
                MEANS,
                VisibleRequests.FROM,
                where.text(),
                by == By.TOTAL ? "" : "\nGROUP BY what\nORDER BY COUNT(*) DESC, what");
    List<Row> rows =
        transactions.executeRead(status -> {
          try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
            int place = 1;
            for (Object parameter : parameters) {
              select.setObject(place++, parameter);
            }
            List<Row> read = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                read.add(row(row));
              }
            }
            return read;
          }
        });
    return by == By.UNIT ? charged(rows, charges.of(where, today)) : rows;
  }

  // A unit that has handed everything on is charged with what it had.
  private static List<Row> charged(List<Row> rows, List<UnitCharges.Charge> charges) {
    Map<String, Row> units = new LinkedHashMap<>();
    rows.forEach(row -> units.put(String.valueOf(row.of()), row.charged(0, 0, null)));
    for (UnitCharges.Charge charge : charges) {
      Row row = units.getOrDefault(String.valueOf(charge.unit()), Row.none(charge.unit()));
      units.put(
          String.valueOf(charge.unit()),
          row.charged(charge.punctual(), charge.late(), charge.days()));
    }
    return List.copyOf(units.values());
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString(1),
        row.getLong(2),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7),
        row.getLong(8),
        row.getLong(9),
        row.getBigDecimal(10),
        row.getBigDecimal(11));
  }
}
