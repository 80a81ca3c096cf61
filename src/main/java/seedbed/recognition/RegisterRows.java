package seedbed.recognition;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.company.Known;
import seedbed.company.TitleHolding.FromPrecision;
import seedbed.web.PageRequest;

/// Reads the register somebody may see: of each company and title the newest row known on the day.
@Singleton
class RegisterRows {

  static final Map<String, String> ORDERS =
      Map.of(
          "name", "name_initials %1$s",
          "town", "region_code %1$s",
          "title", "title %1$s",
          "from", "held_from %1$s",
          // What is still to come before what is over.
          "to", "expected IS NULL, expected <= on_day, expected %1$s",
          "state", "state %1$s");

  private static final int BATCHES = 100;

  private final TransactionOperations<Connection> transactions;
  private final StateSql states;

  RegisterRows(TransactionOperations<Connection> transactions, StateSql states) {
    this.transactions = transactions;
    this.states = states;
  }

  List<RegisterRow> find(
      RegisterFilter filter, Known known, PageRequest.Sort sort, int limit, long offset) {
    RegisterSelection selection = selection(filter, known);
    String sql =
        selection.register()
            + """
            SELECT id, company_id, name, demo, credit_code, region, title, batch, document_no,
                   held_from, from_precision, ends, expected, state, ground, ban_until
            FROM register
            """
            + selection.where()
            + "ORDER BY "
            + ORDERS
                .getOrDefault(sort.column(), "name_initials %1$s")
                .formatted(sort.descending() ? "DESC" : "ASC")
            + ", name_initials, id\nLIMIT ? OFFSET ?";
    return transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        int next = selection.bind(select);
        select.setInt(next, limit);
        select.setLong(next + 1, offset);
        List<RegisterRow> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            rows.add(row(row));
          }
        }
        return rows;
      }
    });
  }

  /// Counted without the filters that a page offers as choices.
  RegisterTally tally(RegisterFilter filter, Known known) {
    RegisterSelection selection = selection(wide(filter), known);
    String sql =
        selection.register()
            + """
            SELECT title, state, region_code, region,
                   CASE WHEN state IN ('VALID', 'DUE', 'IN_RENEWAL') THEN horizon ELSE 0 END
                     AS near,
                   COUNT(*) AS titles
            FROM register
            """
            + selection.where()
            + "GROUP BY title, state, region_code, region, near";
    return transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        selection.bind(select);
        List<RegisterTally.Part> parts = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            parts.add(
                new RegisterTally.Part(
                    row.getString("title"),
                    State.valueOf(row.getString("state")),
                    row.getString("region_code"),
                    row.getString("region"),
                    row.getInt("near"),
                    row.getLong("titles")));
          }
        }
        return new RegisterTally(parts, states.pools());
      }
    });
  }

  /// The batches there are, newest first.
  List<String> batches(RegisterFilter filter, Known known) {
    RegisterSelection selection =
        selection(
            new RegisterFilter(null, filter.title(), null, null, null, null, filter.company()),
            known);
    String sql =
        selection.register()
            + "SELECT batch\nFROM register\n"
            + selection.where()
            + "  AND batch IS NOT NULL\nGROUP BY batch\nORDER BY MAX(held_from) DESC\nLIMIT "
            + BATCHES;
    return transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        selection.bind(select);
        List<String> batches = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            batches.add(row.getString(1));
          }
        }
        return batches;
      }
    });
  }

  private RegisterSelection selection(RegisterFilter filter, Known known) {
    return new RegisterSelection(states, filter, known);
  }

  private static RegisterFilter wide(RegisterFilter filter) {
    return new RegisterFilter(
        filter.q(), RegisterSelection.EVERY, null, null, filter.batch(), null, filter.company());
  }

  static RegisterRow row(ResultSet row) throws SQLException {
    @Nullable String ground = row.getString("ground");
    return new RegisterRow(
        row.getLong("id"),
        row.getLong("company_id"),
        row.getString("name"),
        row.getBoolean("demo"),
        row.getString("credit_code"),
        row.getString("region"),
        row.getString("title"),
        row.getString("batch"),
        row.getString("document_no"),
        row.getObject("held_from", LocalDate.class),
        FromPrecision.valueOf(row.getString("from_precision")),
        row.getObject("ends", LocalDate.class),
        row.getObject("expected", LocalDate.class),
        State.valueOf(row.getString("state")),
        ground == null ? null : Ground.valueOf(ground),
        row.getObject("ban_until", LocalDate.class));
  }
}
