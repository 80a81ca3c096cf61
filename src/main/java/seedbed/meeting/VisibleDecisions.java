package seedbed.meeting;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.sql.Statements;

/// Finds decisions for somebody: an office and leaders see those of their region, towns and
/// departments what they have to carry out themselves.
@Singleton
class VisibleDecisions {

  private static final String ROW =
      """
      SELECT d.id, d.number, d.words, d.owner_label, d.due_on, d.state, d.meeting_id,
             m.about_year, m.about_month, s.words AS told, s.done_on
      """;

  private static final String FROM =
      """
      FROM decision d
      JOIN meeting m ON m.id = d.meeting_id
      LEFT JOIN decision_step s ON s.id = (SELECT MAX(x.id)
                                           FROM decision_step x
                                           WHERE x.decision_id = d.id)
      WHERE \
      """;

  private static final String COUNTS =
      """
      SELECT COUNT(*) AS all_of_them,
             COUNT(CASE WHEN d.state = 'OPEN' AND d.due_on >= ? THEN 1 END) AS going,
             COUNT(CASE WHEN d.state = 'OPEN' AND d.due_on < ? THEN 1 END) AS late,
             COUNT(CASE WHEN d.state = 'CLOSED' THEN 1 END) AS closed
      """;

  /// Which decisions a list shows.
  enum Show {
    GOING("going", "进行中", "d.state = 'OPEN' AND d.due_on >= ?", true),
    LATE("late", "逾期", "d.state = 'OPEN' AND d.due_on < ?", true),
    CLOSED("closed", "已销号", "d.state = 'CLOSED'", false);

    private final String code;
    private final String label;
    private final String condition;
    private final boolean dated;

    Show(String code, String label, String condition, boolean dated) {
      this.code = code;
      this.label = label;
      this.condition = condition;
      this.dated = dated;
    }

    String code() {
      return code;
    }

    String label() {
      return label;
    }

    static Optional<Show> of(String code) {
      for (Show show : values()) {
        if (show.code.equals(code)) {
          return Optional.of(show);
        }
      }
      return Optional.empty();
    }
  }

  /// @param told the newest word about it
  record Row(
      long id,
      int number,
      String words,
      String owner,
      LocalDate dueOn,
      Decision.State state,
      long meeting,
      String meetingLabel,
      @Nullable String told,
      @Nullable LocalDate toldOn) {}

  record Counts(long all, long going, long late, long closed) {
    long of(Show show) {
      return switch (show) {
        case GOING -> going;
        case LATE -> late;
        case CLOSED -> closed;
      };
    }
  }

  private record Reach(String condition, List<Object> parameters) {}

  private final Statements statements;
  private final Decisions decisions;
  private final Clock clock;

  VisibleDecisions(Statements statements, Decisions decisions, Clock clock) {
    this.statements = statements;
    this.decisions = decisions;
    this.clock = clock;
  }

  Optional<Decision> find(long id, Caller caller) {
    Reach reach = reach(caller);
    boolean there =
        !statements
            .rows(
                "SELECT d.id\n" + FROM + reach.condition + " AND d.id = ?",
                Statements.all(reach.parameters, id),
                row -> row.getLong(1))
            .isEmpty();
    return there ? decisions.findById(id) : Optional.empty();
  }

  /// What is due first comes first, what is closed last.
  List<Row> list(@Nullable Show show, Caller caller, int limit, int offset) {
    Reach reach = reach(caller);
    return statements.rows(
        ROW
            + FROM
            + reach.condition
            + (show == null ? "" : " AND " + show.condition)
            + "\nORDER BY d.state = 'CLOSED', d.due_on, d.id\nLIMIT ? OFFSET ?",
        Statements.all(
            reach.parameters,
            show != null && show.dated ? List.of(LocalDate.now(clock)) : List.of(),
            limit,
            offset),
        VisibleDecisions::row);
  }

  /// One question for all numbers.
  Counts counts(Caller caller) {
    Reach reach = reach(caller);
    LocalDate today = LocalDate.now(clock);
    return statements
        .rows(
            COUNTS + FROM + reach.condition,
            Statements.all(today, today, reach.parameters),
            row ->
                new Counts(
                    row.getLong("all_of_them"),
                    row.getLong("going"),
                    row.getLong("late"),
                    row.getLong("closed")))
        .getFirst();
  }

  private static Reach reach(Caller caller) {
    String own = caller.regionCode();
    String unit = caller.unit();
    if (caller.role() == Role.TOWNSHIP) {
      return new Reach("d.owner_kind = 'TOWN' AND d.owner LIKE ?", List.of(own + "%"));
    }
    if (caller.role() == Role.DEPARTMENT) {
      return unit == null
          ? new Reach("FALSE", List.of())
          : new Reach(
              "d.owner_kind = 'UNIT' AND d.owner = ? AND d.region_code = ?", List.of(unit, own));
    }
    return new Reach("d.region_code LIKE ?", List.of(own + "%"));
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("id"),
        row.getInt("number"),
        row.getString("words"),
        row.getString("owner_label"),
        row.getObject("due_on", LocalDate.class),
        Decision.State.valueOf(row.getString("state")),
        row.getLong("meeting_id"),
        row.getInt("about_year") + "年" + row.getInt("about_month") + "月",
        row.getString("told"),
        row.getObject("done_on", LocalDate.class));
  }
}
