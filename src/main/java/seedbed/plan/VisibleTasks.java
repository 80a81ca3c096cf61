package seedbed.plan;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.company.Known;
import seedbed.sql.Statements;

/// Finds tasks of the plans in force for somebody.
@Singleton
class VisibleTasks {

  private static final String ROW =
      """
      SELECT c.id, c.name, c.demo, r.name AS region, p.id AS plan, k.number, k.name AS task, k.owner,
             k.due_on, k.state, k.reported
      """;

  private static final String FROM =
      """
      FROM plan_task k
      JOIN plan p ON p.id = k.plan_id
      JOIN company c ON c.id = p.company_id
      JOIN region r ON r.code = c.region_code
      WHERE \
      """;

  /// Which tasks a list shows.
  enum Standing {
    LATE("late", "逾期未完成", "k.state <> 'DONE' AND k.due_on < ?"),
    COMING("coming", "三个月内到期", "k.state <> 'DONE' AND k.due_on BETWEEN ? AND ?"),
    STALLED("stalled", "受阻", "k.state = 'STALLED'"),
    SILENT("silent", "上季度没有填报", "k.state <> 'DONE' AND COALESCE(k.reported, 0) < ?"),
    DONE("done", "已完成", "k.state = 'DONE'");

    private final String code;
    private final String label;
    private final String condition;

    Standing(String code, String label, String condition) {
      this.code = code;
      this.label = label;
      this.condition = condition;
    }

    static Optional<Standing> of(String code) {
      for (Standing standing : values()) {
        if (standing.code.equals(code)) {
          return Optional.of(standing);
        }
      }
      return Optional.empty();
    }

    String code() {
      return code;
    }

    String label() {
      return label;
    }

    private List<Object> parameters(LocalDate today) {
      return switch (this) {
        case LATE -> List.of(today);
        case COMING -> List.of(today, today.plusMonths(3));
        case SILENT -> List.of(Quarter.of(today).before().place());
        case STALLED, DONE -> List.of();
      };
    }
  }

  /// One task of a list.
  record Row(
      long companyId,
      String company,
      boolean demo,
      String region,
      long plan,
      int number,
      String task,
      String owner,
      LocalDate dueOn,
      TaskState state,
      @Nullable Quarter reported) {}

  /// How many there are, of all and of each standing.
  record Counts(long all, Map<Standing, Long> each) {
    Counts {
      each = Map.copyOf(each);
    }

    /// @param standing all of them where none is named
    long of(@Nullable Standing standing) {
      return standing == null ? all : each.getOrDefault(standing, 0L);
    }
  }

  private final Statements statements;
  private final Clock clock;

  VisibleTasks(Statements statements, Clock clock) {
    this.statements = statements;
    this.clock = clock;
  }

  /// What is due first comes first.
  List<Row> list(@Nullable Standing standing, Scope scope, int limit, int offset) {
    Known known = Known.today(scope, clock);
    List<Object> parameters = new ArrayList<>(known.parameters());
    String condition = known.condition("c");
    if (standing != null) {
      condition += " AND " + standing.condition;
      parameters.addAll(standing.parameters(LocalDate.now(clock)));
    }
    parameters.add(limit);
    parameters.add(offset);
    return statements.rows(
        ROW + FROM + condition + "\nORDER BY k.due_on, p.id, k.number\nLIMIT ? OFFSET ?",
        parameters,
        VisibleTasks::row);
  }

  /// All counts in one reading: they stand side by side, and the tasks are gone through once.
  Counts count(Scope scope) {
    LocalDate today = LocalDate.now(clock);
    Known known = Known.today(scope, clock);
    String sums =
        Stream.of(Standing.values())
            .map(standing -> ", SUM(CASE WHEN " + standing.condition + " THEN 1 ELSE 0 END)")
            .collect(Collectors.joining());
    List<Object> parameters = new ArrayList<>();
    for (Standing standing : Standing.values()) {
      parameters.addAll(standing.parameters(today));
    }
    parameters.addAll(known.parameters());
    return statements
        .rows(
            "SELECT COUNT(*)" + sums + "\n" + FROM + known.condition("c"),
            parameters,
            VisibleTasks::counts)
        .getFirst();
  }

  private static Counts counts(ResultSet row) throws SQLException {
    Map<Standing, Long> each = new EnumMap<>(Standing.class);
    int place = 2;
    for (Standing standing : Standing.values()) {
      each.put(standing, row.getLong(place++));
    }
    return new Counts(row.getLong(1), each);
  }

  private static Row row(ResultSet row) throws SQLException {
    Integer reported = row.getObject("reported", Integer.class);
    return new Row(
        row.getLong(1),
        row.getString(2),
        row.getBoolean(3),
        row.getString("region"),
        row.getLong("plan"),
        row.getInt("number"),
        row.getString("task"),
        row.getString("owner"),
        row.getObject("due_on", LocalDate.class),
        TaskState.valueOf(row.getString("state")),
        reported == null ? null : Quarter.counted(reported));
  }
}
