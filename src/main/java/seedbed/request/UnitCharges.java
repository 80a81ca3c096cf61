package seedbed.request;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.request.RequestQuery.Clause;

/// What units had in hand, whoever has it now: what they let lapse, and how long their first answer
/// took.
@Singleton
class UnitCharges {

  private static final String FROM =
      """
      FROM request q
      JOIN company c ON c.id = q.company_id
      JOIN region r ON r.code = c.region_code
      """;

  private static final String LATE =
      "SELECT had.unit, COUNT(DISTINCT q.id)\n"
          + FROM
          + "JOIN request_entry had ON had.request_id = q.id\n"
          + Lapses.NEXT
          + "WHERE ";

  private static final String PUNCTUAL = "SELECT q.unit, COUNT(*)\n" + FROM + "WHERE ";

  // From the day on which the unit got it, not from that on which it was raised.
  private static final String DAYS =
      """
      SELECT told.unit, AVG(DATEDIFF(told.done_on,
                                     (SELECT MAX(got.done_on)
                                      FROM request_entry got
                                      WHERE got.request_id = q.id
                                        AND got.id < told.id
                                        AND got.move IN ('DIRECT', 'ROUTE', 'TRANSFER'))))
      """
          + FROM
          + """
          JOIN request_entry told ON told.id = (SELECT MIN(first_one.id)
                                                FROM request_entry first_one
                                                WHERE first_one.request_id = q.id
                                                  AND first_one.move = 'ANSWER')
          WHERE \
          """;

  private final TransactionOperations<Connection> transactions;

  UnitCharges(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /// @param unit null for the time before a request is routed
  /// @param punctual what it has answered, without a day of its own that lapsed
  /// @param days until the first answer, on average; null where there is none
  record Charge(@Nullable String unit, long punctual, long late, @Nullable BigDecimal days) {}

  private record Count(@Nullable String unit, BigDecimal number) {}

  /// Of the requests of a condition, each unit that is charged with something.
  List<Charge> of(Clause where, LocalDate today) {
    Clause lapsed = new Clause(Lapses.LAPSED, List.of(today)).and(where);
    Map<String, Charge> charges = new LinkedHashMap<>();
    for (Count late : counts(LATE, lapsed, "had.unit")) {
      charges.put(
          String.valueOf(late.unit()), new Charge(late.unit(), 0, late.number().longValue(), null));
    }
    for (Count punctual : counts(PUNCTUAL, where.and(Lapses.none(today)), "q.unit")) {
      Charge charge = charge(charges, punctual);
      charges.put(
          String.valueOf(punctual.unit()),
          new Charge(punctual.unit(), punctual.number().longValue(), charge.late(), charge.days()));
    }
    for (Count days : counts(DAYS, where, "told.unit")) {
      Charge charge = charge(charges, days);
      charges.put(
          String.valueOf(days.unit()),
          new Charge(days.unit(), charge.punctual(), charge.late(), days.number()));
    }
    return List.copyOf(charges.values());
  }

  private static Charge charge(Map<String, Charge> charges, Count count) {
    Charge charge = charges.get(String.valueOf(count.unit()));
    return charge == null ? new Charge(count.unit(), 0, 0, null) : charge;
  }

  private List<Count> counts(String what, Clause where, String unit) {
    String sql = what + where.text() + "\nGROUP BY " + unit;
    return transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        int place = 1;
        for (Object parameter : where.parameters()) {
          select.setObject(place++, parameter);
        }
        List<Count> counts = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            BigDecimal number = row.getBigDecimal(2);
            if (number != null) {
              counts.add(new Count(row.getString(1), number));
            }
          }
        }
        return counts;
      }
    });
  }
}
