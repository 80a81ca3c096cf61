package seedbed.audit;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.secret.Sealing;

/// Reads the trail, the newest first.
@Singleton
class TrailRows {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private static final String FROM =
      """
      FROM trail_entry e
      LEFT JOIN trail_entry later ON later.begun = e.id
      LEFT JOIN trail_link l ON l.entry_id = e.id
      LEFT JOIN trail_detail d ON d.entry_id = e.id
      LEFT JOIN trail_place p ON p.digest = e.place
      WHERE later.id IS NULL
      """;

  private static final String COLUMNS =
      """
      SELECT e.id, l.seq, l.hash, e.account_id, e.session_id, e.act, e.method, e.route,
             e.object_kind, e.object_id, e.result, p.sealed AS address, d.sealed AS detail
      """;

  private final TransactionOperations<Connection> transactions;
  private final Names names;
  private final Sealing sealing;

  TrailRows(TransactionOperations<Connection> transactions, Names names, Sealing sealing) {
    this.transactions = transactions;
    this.names = names;
    this.sealing = sealing;
  }

  /// Conditions with the values of their question marks; the texts are constants.
  private static final class Narrowed {
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    void and(String condition, Object... parameters) {
      sql.append("  AND ").append(condition).append('\n');
      values.addAll(List.of(parameters));
    }
  }

  List<TrailRow> list(TrailFilter filter, int most) {
    Narrowed narrowed = narrowed(filter);
    return ask(
        COLUMNS + FROM + narrowed.sql + "ORDER BY e.id DESC\nLIMIT " + most,
        narrowed.values,
        rows -> {
          List<TrailRow> list = new ArrayList<>();
          while (rows.next()) {
            list.add(row(rows));
          }
          return list;
        });
  }

  long count(TrailFilter filter) {
    Narrowed narrowed = narrowed(filter);
    return ask("SELECT COUNT(*)\n" + FROM + narrowed.sql, narrowed.values, TrailRows::number);
  }

  /// How many refused tries there were since a moment.
  ///
  /// @param condition which of them, of constants alone
  long count(String condition, Instant since) {
    return ask(
        "SELECT COUNT(*)\n" + FROM + "  AND e.id >= ? AND " + condition,
        List.of(EntryIds.first(since)),
        TrailRows::number);
  }

  /// When a route was answered well for the last time.
  Optional<Instant> last(List<String> routes) {
    return ask(
        "SELECT MAX(e.id)\n" + FROM + "  AND e.result < 400 AND e.route IN (?, ?)",
        List.copyOf(routes),
        rows -> {
          rows.next();
          long id = rows.getLong(1);
          return id == 0 ? Optional.empty() : Optional.of(EntryIds.at(id));
        });
  }

  private Narrowed narrowed(TrailFilter filter) {
    var narrowed = new Narrowed();
    LocalDate first = filter.firstDay();
    LocalDate last = filter.lastDay();
    Long before = filter.firstBefore();
    Act act = filter.wantedAct();
    if (first != null) {
      narrowed.and("e.id >= ?", EntryIds.first(first.atStartOfDay(CHINA).toInstant()));
    }
    if (last != null) {
      narrowed.and("e.id < ?", EntryIds.first(last.plusDays(1).atStartOfDay(CHINA).toInstant()));
    }
    if (before != null) {
      narrowed.and("e.id < ?", before);
    }
    if (act != null) {
      narrowed.and("e.act = ?", act.code());
    }
    if (filter.account() != null) {
      narrowed.and("e.account_id = ?", account(filter.account()));
    }
    if (filter.object() != null) {
      about(narrowed, filter.object());
    }
    filter.wantedOutcome().ifPresent(outcome -> narrowed.and("(" + outcome.condition() + ")"));
    return narrowed;
  }

  // A name that no account has finds nothing.
  private long account(String text) {
    return names
        .account(text)
        .orElseGet(() -> text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1L);
  }

  private static void about(Narrowed narrowed, String object) {
    List<String> sought = ThingWords.sought(object);
    narrowed.and("e.object_kind = ?", sought.getFirst());
    if (sought.size() == 2) {
      narrowed.and("e.object_id = ?", sought.getLast());
    }
  }

  private interface Reading<T> {
    T from(ResultSet rows) throws SQLException;
  }

  private <T> T ask(String sql, List<Object> values, Reading<T> reading) {
    return transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        for (int i = 0; i < values.size(); i++) {
          select.setObject(i + 1, values.get(i));
        }
        try (ResultSet rows = select.executeQuery()) {
          return reading.from(rows);
        }
      }
    });
  }

  private static Long number(ResultSet rows) throws SQLException {
    rows.next();
    return rows.getLong(1);
  }

  private TrailRow row(ResultSet rows) throws SQLException {
    String kind = rows.getString("object_kind");
    byte[] hash = rows.getBytes("hash");
    return new TrailRow(
        rows.getLong("id"),
        rows.getObject("seq", Long.class),
        hash == null ? null : HexFormat.of().formatHex(hash),
        rows.getObject("account_id", Long.class),
        rows.getObject("session_id", Long.class),
        new Note.Asked(
            rows.getString("act"),
            rows.getString("method"),
            rows.getString("route"),
            kind == null ? null : new Note.Thing(kind, rows.getString("object_id"))),
        rows.getObject("result", Integer.class),
        opened(rows.getString("address"), EntryRows.PLACE_SEAL),
        opened(rows.getString("detail"), EntryRows.DETAIL_SEAL));
  }

  // What somebody has changed does not open; the page says so instead of failing.
  private @Nullable String opened(@Nullable String sealed, String place) {
    if (Erased.stands(sealed)) {
      return Erased.SHOWN;
    }
    try {
      return sealing.openIfGiven(sealed, place);
    } catch (IllegalArgumentException | IllegalStateException | NegativeArraySizeException _) {
      return "（内容被改动，无法读出）";
    }
  }
}
