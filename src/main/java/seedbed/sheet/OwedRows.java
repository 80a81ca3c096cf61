package seedbed.sheet;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.company.Known;
import seedbed.obligation.Among;
import seedbed.obligation.Owing;
import seedbed.obligation.Sql;
import seedbed.obligation.State;
import seedbed.sql.Statements;

/// Reads who owes a sheet of either kind, as what is due says ([Owing#standing]). One that handed
/// in without owing is there too.
@Singleton
class OwedRows {

  /// A piece of a query from its FROM on, with its parameters.
  record Clause(String text, List<Object> parameters) {

    Clause {
      parameters = List.copyOf(parameters);
    }

    Clause and(String condition, List<?> more) {
      List<Object> all = new ArrayList<>(parameters);
      all.addAll(more);
      return new Clause(text + "  AND " + condition + "\n", all);
    }
  }

  /// Whether a sheet is owed for a period.
  ///
  /// @param excuse why not although it was in a pool; null where nothing excuses
  record Duty(boolean owed, @Nullable String excuse) {

    static final Duty NONE = new Duty(false, null);

    boolean binds() {
      return owed && excuse == null;
    }

    /// 不应报 or 免报; null where it has to be handed in.
    @Nullable String relief() {
      if (!owed) {
        return State.NOT_OWED.label();
      }
      return excuse == null ? null : State.EXCUSED.label();
    }

    /// Why it is excused, beside what a list says of it; null where it is not.
    ///
    /// @param state 免报 where the list says that already
    @Nullable String said(@Nullable String state) {
      return excuse == null || state != null ? excuse : State.EXCUSED.label() + "：" + excuse;
    }
  }

  /// That a company has to hand in its sheet.
  static final String BINDS = "(x.owed = 1 AND x.excuse IS NULL)";

  /// That a company would have to, and is excused.
  static final String EXCUSED = "(x.owed = 1 AND x.excuse IS NOT NULL)";

  private final Statements statements;
  private final Owing owing;
  private final Clock clock;

  OwedRows(Statements statements, Owing owing, Clock clock) {
    this.statements = statements;
    this.owing = owing;
    this.clock = clock;
  }

  /// Whether a company owes a kind of sheet for the period that ends on a day.
  Duty duty(String kind, LocalDate lastDay, long company) {
    Sql standing =
        owing.standing(kind, lastDay, Among.companies(List.of(company), LocalDate.now(clock)));
    return statements
        .first(standing.text(), standing.parameters(), OwedRows::duty)
        .orElse(Duty.NONE);
  }

  static Duty duty(ResultSet row) throws SQLException {
    boolean owed = row.getBoolean("owed");
    // Who owes nothing needs no excuse.
    return new Duty(owed, owed ? row.getString("excuse") : null);
  }

  /// Whether a sheet is there, of a company in scope.
  ///
  /// @param table of the sheets
  boolean visible(String table, long id, Scope scope) {
    String sql =
        """
        SELECT s.id
        FROM %s s
        JOIN company c ON c.id = s.company_id
        WHERE s.id = ?
          AND %s
        """
            .formatted(table, scope.condition("c"));
    return statements
        .first(sql, Statements.all(id, scope.parameters()), row -> row.getLong(1))
        .isPresent();
  }

  /// The companies `c` that owe the sheet `s`, or have begun one; `x` says how far they owe it.
  ///
  /// @param from of `c` and `s`, without its conditions
  /// @param joined its parameters
  /// @param lastDay of the period
  Clause owed(String from, List<?> joined, Known known, String kind, LocalDate lastDay) {
    Among among = new Among(new Sql(known.condition("c"), known.parameters()), List.of());
    Sql standing = owing.standing(kind, lastDay, among);
    return new Clause(
        """
        %sLEFT JOIN (%s) x ON x.company_id = c.id
        WHERE %s
          AND (s.id IS NOT NULL OR x.owed = 1)
        """
            .formatted(from, standing.text(), known.condition("c")),
        Statements.all(joined, standing.parameters(), known.parameters()));
  }

  <T> List<T> rows(String sql, List<?> parameters, Statements.Row<T> reading) {
    return statements.rows(sql, parameters, reading);
  }

  long count(Clause clause) {
    return statements.count("SELECT COUNT(*)\n" + clause.text(), clause.parameters());
  }

  /// A slice in the order that the query's end says.
  <T> List<T> slice(
      String select,
      Clause clause,
      String order,
      int limit,
      int offset,
      Statements.Row<T> reading) {
    List<Object> parameters = new ArrayList<>(clause.parameters());
    parameters.add(limit);
    parameters.add(offset);
    return statements.rows(
        select + clause.text() + order + "LIMIT ? OFFSET ?", parameters, reading);
  }
}
