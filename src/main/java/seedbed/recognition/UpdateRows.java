package seedbed.recognition;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.company.Known;

/// Reads which holders have updated what is known of them in a year, and which have not.
@Singleton
class UpdateRows {

  private static final String UPDATED =
      """
      LEFT JOIN title_event u
        ON u.id = (SELECT MAX(x.id)
                   FROM title_event x
                   WHERE x.holding_id = register.id
                     AND x.kind = 'UPDATED'
                     AND x.recorded_on <= on_day
                     AND x.happened_on BETWEEN ? AND on_day)
      """;

  /// A title in force whose holder owes an update.
  ///
  /// @param updatedOn null where no update is known
  /// @param by who recorded it
  /// @param post in which role or for which unit
  record Row(
      long id,
      String company,
      boolean demo,
      String region,
      String title,
      LocalDate from,
      @Nullable LocalDate updatedOn,
      @Nullable String note,
      @Nullable String by,
      @Nullable String post) {}

  /// How many titles are updated or not.
  record Part(String title, boolean done, long count) {}

  private final TransactionOperations<Connection> transactions;
  private final StateSql states;

  UpdateRows(TransactionOperations<Connection> transactions, StateSql states) {
    this.transactions = transactions;
    this.states = states;
  }

  /// Those that have not updated come first.
  ///
  /// @param titles those that ask for an update; at least one
  /// @param done only those that have, or have not; null for all
  List<Row> find(
      RegisterFilter filter,
      Collection<String> titles,
      @Nullable Boolean done,
      Known known,
      int limit,
      long offset) {
    RegisterSelection selection = new RegisterSelection(states, filter, known);
    String sql =
        selection.register()
            + """
            SELECT register.id, name, demo, region, title, held_from, u.happened_on, u.note,
                   u.recorded_by, u.recorded_as
            FROM register
            """
            + UPDATED
            + where(selection, titles)
            + (done == null ? "" : done ? "  AND u.id IS NOT NULL\n" : "  AND u.id IS NULL\n")
            + "ORDER BY u.id IS NOT NULL, name_initials, register.id\nLIMIT ? OFFSET ?";
    return transactions.executeRead(status -> {
      List<Row> rows = new ArrayList<>();
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        int next = bind(select, selection, titles, known);
        select.setInt(next, limit);
        select.setLong(next + 1, offset);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            rows.add(row(row));
          }
        }
      }
      return rows;
    });
  }

  List<Part> tally(RegisterFilter filter, Collection<String> titles, Known known) {
    RegisterSelection selection = new RegisterSelection(states, filter, known);
    String sql =
        selection.register()
            + "SELECT title, u.id IS NOT NULL AS done, COUNT(*) AS titles\nFROM register\n"
            + UPDATED
            + where(selection, titles)
            + "GROUP BY title, done";
    return transactions.executeRead(status -> {
      List<Part> parts = new ArrayList<>();
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        bind(select, selection, titles, known);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            parts.add(new Part(row.getString(1), row.getBoolean(2), row.getLong(3)));
          }
        }
      }
      return parts;
    });
  }

  private static String where(RegisterSelection selection, Collection<String> titles) {
    return selection.where()
        + "  AND state IN ('VALID', 'DUE', 'IN_RENEWAL')\n  AND title IN ("
        + String.join(", ", Collections.nCopies(titles.size(), "?"))
        + ")\n";
  }

  // The first day of the year stands between the register and what narrows it.
  private static int bind(
      PreparedStatement select, RegisterSelection selection, Collection<String> titles, Known known)
      throws SQLException {
    int next = selection.bindRegister(select);
    select.setObject(next++, known.on().withDayOfYear(1));
    next = selection.bindWhere(select, next);
    for (String title : titles) {
      select.setString(next++, title);
    }
    return next;
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong(1),
        row.getString("name"),
        row.getBoolean("demo"),
        row.getString("region"),
        row.getString("title"),
        row.getObject("held_from", LocalDate.class),
        row.getObject("happened_on", LocalDate.class),
        row.getString("note"),
        row.getString("recorded_by"),
        row.getString("recorded_as"));
  }
}
