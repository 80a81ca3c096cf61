package seedbed.report.company;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import seedbed.company.Known;
import seedbed.company.SoughtWord;

/// Which companies a filter means, of those somebody may see and that were known on the day, as
/// SQL: conditions that hold, and what their question marks stand for. The text comes from the
/// constants of this class alone; what users type travels as a parameter.
final class RosterSelection {

  /// The outcome a company is filtered and counted by, of its row in `assessment a`.
  static final String OUTCOME =
      """
      CASE
        WHEN a.held THEN 'HELD'
        WHEN a.truth = 'MET' THEN 'READY'
        WHEN a.not_met_count = 1 AND a.unknown_count = 0 THEN 'ONE_SHORT'
        WHEN a.truth = 'NOT_MET' THEN 'SHORT'
        WHEN a.truth = 'UNKNOWN' THEN 'UNKNOWN'
      END
      """;

  private static final String JOIN_NEXT_STEP =
      "LEFT JOIN assessment a ON a.run_id = ? AND a.company_id = c.id AND a.next_step\n";

  private static final String JOIN_TITLE =
      "LEFT JOIN assessment a ON a.run_id = ? AND a.company_id = c.id AND a.title = ?\n";

  private static final String HAS_GAP =
      """
      EXISTS (SELECT 1
              FROM assessment_gap g
              WHERE g.run_id = a.run_id
                AND g.company_id = a.company_id
                AND g.title = a.title
                AND g.indicator = ?)
      """;

  /// A company whose county is known and no more.
  private static final String UNPLACED = "CHAR_LENGTH(c.region_code) < 9";

  private final RosterFilter filter;
  private final long run;
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> parameters = new ArrayList<>();

  /// @param run the run whose outcomes count; 0 while there is none
  private RosterSelection(RosterFilter filter, long run) {
    this.filter = filter;
    this.run = run;
  }

  /// Everything the filter says.
  static RosterSelection of(RosterFilter filter, long run, Known known) {
    var selection = wide(filter, run, known);
    selection.place();
    var track = filter.wantedTrack();
    if (track != null) {
      selection.and("c.track = ?", track.name());
    }
    var origin = filter.wantedOrigin();
    if (origin != null) {
      selection.and("c.origin = ?", origin.name());
    }
    var outcome = filter.wantedOutcome();
    if (outcome != null) {
      selection.and(OUTCOME + " = ?", outcome.name());
    }
    return selection;
  }

  /// What was typed and the missing indicator alone: the ground that the other filters are counted
  /// on.
  static RosterSelection wide(RosterFilter filter, long run, Known known) {
    var selection = new RosterSelection(filter, run);
    selection.and(known.condition("c"), known.parameters().toArray());
    if (filter.q() != null) {
      SoughtWord.of(filter.q())
          .forEach(word -> selection.and(word.condition(), word.parameters().toArray()));
    }
    if (filter.gap() != null) {
      selection.and(HAS_GAP, filter.gap());
    }
    return selection;
  }

  /// Whether the outcomes have to be read to know which companies are meant.
  boolean needsOutcomes() {
    return filter.outcome() != null || filter.gap() != null;
  }

  /// Joins the outcome the list is about to `company c`.
  String join() {
    return filter.title() == null ? JOIN_NEXT_STEP : JOIN_TITLE;
  }

  String where() {
    return "WHERE " + String.join("\n  AND ", conditions) + "\n";
  }

  int bindJoin(PreparedStatement statement, int first) throws SQLException {
    statement.setLong(first, run);
    if (filter.title() == null) {
      return first + 1;
    }
    statement.setString(first + 1, filter.title());
    return first + 2;
  }

  int bindWhere(PreparedStatement statement, int first) throws SQLException {
    var next = first;
    for (var parameter : parameters) {
      statement.setObject(next++, parameter);
    }
    return next;
  }

  private void place() {
    var town = filter.town();
    if (filter.unplaced()) {
      and(UNPLACED);
    } else if (town != null) {
      and("c.region_code LIKE ?", escaped(town) + "%");
    }
  }

  private void and(String condition, Object... values) {
    conditions.add(condition);
    parameters.addAll(List.of(values));
  }

  private static String escaped(String typed) {
    return typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
