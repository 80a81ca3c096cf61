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
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.assessment.Forecasts;
import seedbed.company.Known;
import seedbed.criteria.rule.Truth;

/// What the watch keeps of each run, and how it is read.
@Singleton
class RenewalRows {

  /// A title that ends soon.
  ///
  /// @param horizon the step of the watch it lies within
  /// @param forecast null while it is not judged, or where no edition will be in force
  record Row(RegisterRow held, int horizon, @Nullable Truth forecast) {

    Forecasts.Question question() {
      LocalDate due = held.expected();
      return new Forecasts.Question(
          held.id(), held.companyId(), held.title(), due == null ? LocalDate.MAX : due);
    }
  }

  /// How many titles end within a step, by what is expected of them.
  record Part(int horizon, @Nullable Truth forecast, String title, long count) {}

  private final TransactionOperations<Connection> transactions;
  private final StateSql states;
  private final RecognitionSettings settings;

  RenewalRows(
      TransactionOperations<Connection> transactions,
      StateSql states,
      RecognitionSettings settings) {
    this.transactions = transactions;
    this.states = states;
    this.settings = settings;
  }

  /// Every title of the whole pool that ends soon.
  List<Forecasts.Question> ending(LocalDate on) {
    return find(
            new RenewalFilter(null, null, null, null, null),
            0,
            new Known(new Scope.Whole(), on),
            Integer.MAX_VALUE,
            0)
        .stream()
        .map(Row::question)
        .toList();
  }

  /// Forgets what an earlier attempt has left.
  ///
  /// @param mine whether the writer still is the one who may; asked first, in the same transaction
  void begin(long run, BooleanSupplier mine) {
    transactions.executeWrite(status -> {
      if (mine.getAsBoolean()) {
        try (PreparedStatement delete =
            status
                .getConnection()
                .prepareStatement("DELETE FROM renewal_forecast WHERE run_id = ?")) {
          delete.setLong(1, run);
          delete.executeUpdate();
        }
      }
      return run;
    });
  }

  /// Keeps a slice of what was found for a run.
  ///
  /// @return false when somebody else has taken over, and nothing was kept
  boolean keep(long run, List<Forecasts.Answer> answers, BooleanSupplier mine) {
    return transactions.executeWrite(status -> {
      boolean kept = mine.getAsBoolean();
      if (kept) {
        insert(status.getConnection(), run, answers);
      }
      return kept;
    });
  }

  private static void insert(Connection connection, long run, List<Forecasts.Answer> answers)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO renewal_forecast (run_id, holding_id, edition, overlay, applicant, truth)
            VALUES (?, ?, ?, ?, ?, ?)
            """)) {
      for (Forecasts.Answer answer : answers) {
        Forecasts.@Nullable Prospect prospect = answer.prospect().orElse(null);
        insert.setLong(1, run);
        insert.setLong(2, answer.question().holding());
        insert.setString(3, prospect == null ? null : prospect.checklist().edition());
        insert.setString(4, prospect == null ? null : prospect.checklist().overlay());
        insert.setString(5, prospect == null ? null : prospect.checklist().applicant().name());
        insert.setString(6, prospect == null ? null : prospect.truth().name());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /// What belongs to runs that are gone can be found again at any time.
  void forgetOthers(long run) {
    transactions.executeWrite(status -> {
      forget(status.getConnection(), run, "renewal_forecast");
      forget(status.getConnection(), run, "renewal_watch");
      return run;
    });
  }

  private static void forget(Connection connection, long run, String table) throws SQLException {
    String sql =
        """
        DELETE FROM %s
        WHERE run_id <> ?
          AND run_id NOT IN (SELECT id FROM assessment_run)
        """
            .formatted(table);
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setLong(1, run);
      delete.executeUpdate();
    }
  }

  /// What ends first comes first.
  ///
  /// @param run the run whose forecasts are shown; 0 while there is none
  List<Row> find(RenewalFilter filter, long run, Known known, int limit, long offset) {
    RegisterSelection selection = selection(filter, known);
    String sql =
        selection.register()
            + """
            SELECT id, company_id, name, demo, credit_code, region, title, batch, document_no,
                   held_from, from_precision, ends, expected, state, ground, ban_until, horizon,
                   f.truth AS forecast
            FROM register
            LEFT JOIN renewal_forecast f ON f.run_id = ? AND f.holding_id = register.id
            """
            + selection.where()
            + outcome(filter)
            + "ORDER BY expected, name_initials, id\nLIMIT ? OFFSET ?";
    return transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        int next = bind(select, selection, run, filter);
        select.setInt(next, limit);
        select.setLong(next + 1, offset);
        List<Row> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            rows.add(
                new Row(
                    RegisterRows.row(row),
                    row.getInt("horizon"),
                    truth(row.getString("forecast"))));
          }
        }
        return rows;
      }
    });
  }

  /// Counted without the filters that the page offers as choices.
  List<Part> tally(RenewalFilter filter, long run, Known known) {
    RenewalFilter wide = new RenewalFilter(filter.q(), null, filter.town(), null, null);
    RegisterSelection selection = selection(wide, known);
    String sql =
        selection.register()
            + """
            SELECT horizon, title, f.truth AS forecast, COUNT(*) AS titles
            FROM register
            LEFT JOIN renewal_forecast f ON f.run_id = ? AND f.holding_id = register.id
            """
            + selection.where()
            + "GROUP BY horizon, title, f.truth";
    return transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        bind(select, selection, run, wide);
        List<Part> parts = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            parts.add(
                new Part(
                    row.getInt("horizon"),
                    truth(row.getString("forecast")),
                    row.getString("title"),
                    row.getLong("titles")));
          }
        }
        return parts;
      }
    });
  }

  private RegisterSelection selection(RenewalFilter filter, Known known) {
    return new RegisterSelection(states, filter.register(settings.farthest()), known);
  }

  private static String outcome(RenewalFilter filter) {
    if (filter.withoutEdition()) {
      return "  AND f.truth IS NULL\n";
    }
    return filter.truth() == null ? "" : "  AND f.truth = ?\n";
  }

  // The run stands between the register and what narrows it.
  private static int bind(
      PreparedStatement select, RegisterSelection selection, long run, RenewalFilter filter)
      throws SQLException {
    int next = selection.bindRegister(select);
    select.setLong(next++, run);
    next = selection.bindWhere(select, next);
    if (filter.truth() != null) {
      select.setString(next++, filter.truth().name());
    }
    return next;
  }

  private static @Nullable Truth truth(@Nullable String name) {
    return name == null ? null : Truth.valueOf(name);
  }
}
