package seedbed.recognition;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import seedbed.company.Known;
import seedbed.company.SoughtWord;

/// The rows that a filter of the register means, as SQL with its parameters. The text comes from
/// constants and from codes of the configuration; what users type travels as a parameter.
final class RegisterSelection {

  /// Stands for every title, places in pools included.
  static final String EVERY = "*";

  /// The last event that says anything of the state and was not corrected, as far as it was known
  /// on the day.
  static final String LAST_EVENT =
      """
      LEFT JOIN title_event e
        ON e.id = (SELECT MAX(x.id)
                   FROM title_event x
                   WHERE x.holding_id = t.id
                     AND x.kind NOT IN ('UPDATED', 'CORRECTED')
                     AND x.recorded_on <= d.day
                     AND x.happened_on <= d.day
                     AND NOT EXISTS (SELECT 1
                                     FROM title_event y
                                     WHERE y.corrects = x.id
                                       AND y.recorded_on <= d.day))
      """;

  /// The newest row of a company and title that had begun and was known on the day.
  static final String NEWEST =
      """
      t.recorded_on <= d.day
      AND t.held_from <= d.day
      AND NOT EXISTS (SELECT 1
                      FROM title_holding newer
                      WHERE newer.company_id = t.company_id
                        AND newer.title = t.title
                        AND newer.held_from > t.held_from
                        AND newer.held_from <= d.day
                        AND newer.recorded_on <= d.day)
      """;

  private final StateSql states;
  private final LocalDate on;
  private final String inner;
  private final List<Object> innerParameters = new ArrayList<>();
  private final StringBuilder outer = new StringBuilder("WHERE TRUE\n");
  private final List<Object> outerParameters = new ArrayList<>();

  RegisterSelection(StateSql states, RegisterFilter filter, Known known) {
    this.states = states;
    on = known.on();
    StringBuilder where = new StringBuilder(known.condition("c"));
    innerParameters.addAll(known.parameters());
    if (filter.q() != null) {
      for (SoughtWord word : SoughtWord.of(filter.q())) {
        where.append("\n  AND ").append(word.condition());
        innerParameters.addAll(word.parameters());
      }
    }
    if (filter.company() != null) {
      where.append("\n  AND c.id = ?");
      innerParameters.add(filter.company());
    }
    if (filter.town() != null) {
      where.append("\n  AND c.region_code LIKE ?");
      innerParameters.add(filter.town() + "%");
    }
    if (filter.batch() != null) {
      where.append("\n  AND t.batch = ?");
      innerParameters.add(filter.batch());
    }
    narrowTitle(where, filter, states.pools());
    inner = where.toString();
    narrowState(filter);
  }

  private void narrowTitle(StringBuilder where, RegisterFilter filter, Set<String> pools) {
    if (filter.title() == null) {
      if (!pools.isEmpty()) {
        where.append(
            pools.stream()
                .sorted()
                .collect(Collectors.joining("', '", "\n  AND t.title NOT IN ('", "')")));
      }
    } else if (!filter.title().equals(EVERY)) {
      where.append("\n  AND t.title = ?");
      innerParameters.add(filter.title());
    }
  }

  private void narrowState(RegisterFilter filter) {
    State state = filter.wantedState();
    if (state != null) {
      outer.append("  AND state = ?\n");
      outerParameters.add(state.name());
    }
    if (filter.within() != null) {
      outer.append(
          "  AND state IN ('VALID', 'DUE', 'IN_RENEWAL')\n  AND horizon BETWEEN 1 AND ?\n");
      outerParameters.add(filter.within());
    }
  }

  /// `WITH register AS (…)`.
  String register() {
    return """
    WITH register AS (
      SELECT d.day AS on_day, t.id, t.company_id, c.name, c.demo, c.name_initials, c.credit_code,
             c.region_code, c.track, r.name AS region, t.title, t.batch, t.document_no,
             t.held_from, t.from_precision,
             %s AS ends,
             %s AS expected,
             %s AS state,
             %s AS horizon,
             e.ground, e.ban_until
      FROM (SELECT CAST(? AS DATE) AS day) d
      JOIN title_holding t
      JOIN company c ON c.id = t.company_id
      JOIN region r ON r.code = c.region_code
      %s
      WHERE %s
        AND %s
    )
    """
        .formatted(
            states.ends(),
            states.expected(),
            states.state(),
            states.horizon(),
            LAST_EVENT,
            NEWEST,
            inner);
  }

  /// Over `register`.
  String where() {
    return outer.toString();
  }

  /// Binds all parameters and answers the place after them.
  int bind(PreparedStatement statement) throws SQLException {
    return bindWhere(statement, bindRegister(statement));
  }

  /// Binds what [#register()] takes.
  int bindRegister(PreparedStatement statement) throws SQLException {
    int next = 1;
    statement.setObject(next++, on);
    for (Object parameter : innerParameters) {
      statement.setObject(next++, parameter);
    }
    return next;
  }

  /// Binds what [#where()] takes.
  int bindWhere(PreparedStatement statement, int first) throws SQLException {
    int next = first;
    for (Object parameter : outerParameters) {
      statement.setObject(next++, parameter);
    }
    return next;
  }
}
