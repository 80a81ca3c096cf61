package seedbed.recognition;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.company.Known;

/// Reads what holders have done and still have to do.
@Singleton
class DutyRows {

  /// A change whose report is not known.
  record Unreported(
      long companyId,
      String company,
      boolean demo,
      String region,
      CompanyChange.Kind kind,
      LocalDate happenedOn,
      @Nullable String detail) {}

  private final TransactionOperations<Connection> transactions;

  DutyRows(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /// How many titles have an update recorded for a year, by title.
  Map<String, Long> updated(int year, Known known) {
    String sql =
        """
        SELECT t.title, COUNT(DISTINCT t.id) AS titles
        FROM title_event e
        JOIN title_holding t ON t.id = e.holding_id
        JOIN company c ON c.id = t.company_id
        WHERE %s
          AND e.kind = 'UPDATED'
          AND e.recorded_on <= ?
          AND e.happened_on BETWEEN ? AND ?
        GROUP BY t.title
        """
            .formatted(known.condition("c"));
    return transactions.executeRead(status -> {
      Map<String, Long> updated = new HashMap<>();
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        int next = known.bind(select, 1);
        select.setObject(next, known.on());
        select.setObject(next + 1, LocalDate.of(year, 1, 1));
        select.setObject(next + 2, LocalDate.of(year, 12, 31));
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            updated.put(row.getString(1), row.getLong(2));
          }
        }
      }
      return updated;
    });
  }

  /// The longest ago first, since its day comes first.
  List<Unreported> unreported(Known known, int limit, long offset) {
    String sql =
        """
        SELECT c.id, c.name, c.demo, r.name AS region, ch.kind, ch.happened_on, ch.detail
        FROM company_change ch
        JOIN company c ON c.id = ch.company_id
        JOIN region r ON r.code = c.region_code
        WHERE %s
          AND ch.recorded_on <= ?
          AND (ch.report_recorded_on IS NULL OR ch.report_recorded_on > ?)
        ORDER BY ch.happened_on, ch.id
        LIMIT ? OFFSET ?
        """
            .formatted(known.condition("c"));
    return transactions.executeRead(status -> {
      List<Unreported> unreported = new ArrayList<>();
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        int next = known.bind(select, 1);
        select.setObject(next, known.on());
        select.setObject(next + 1, known.on());
        select.setInt(next + 2, limit);
        select.setLong(next + 3, offset);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            unreported.add(
                new Unreported(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getBoolean("demo"),
                    row.getString("region"),
                    CompanyChange.Kind.valueOf(row.getString("kind")),
                    row.getObject("happened_on", LocalDate.class),
                    row.getString("detail")));
          }
        }
      }
      return unreported;
    });
  }

  long countUnreported(Known known) {
    String sql =
        """
        SELECT COUNT(*)
        FROM company_change ch
        JOIN company c ON c.id = ch.company_id
        WHERE %s
          AND ch.recorded_on <= ?
          AND (ch.report_recorded_on IS NULL OR ch.report_recorded_on > ?)
        """
            .formatted(known.condition("c"));
    return transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        int next = known.bind(select, 1);
        select.setObject(next, known.on());
        select.setObject(next + 1, known.on());
        try (ResultSet row = select.executeQuery()) {
          row.next();
          return row.getLong(1);
        }
      }
    });
  }
}
