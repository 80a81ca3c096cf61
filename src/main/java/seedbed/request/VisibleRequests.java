package seedbed.request;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.criteria.RequestRules;
import seedbed.request.RequestQuery.Clause;
import seedbed.sql.Statements;

/// Finds requests for somebody. One that is out of sight is absent.
@Singleton
class VisibleRequests {

  static final String FROM =
      """
      FROM request q
      JOIN company c ON c.id = q.company_id
      JOIN region r ON r.code = c.region_code
      WHERE \
      """;

  private static final String ROW =
      """
      SELECT q.id, c.id AS company_id, c.name, c.demo, r.name AS region, q.kind, q.subject,
             q.raised_on, q.raised_as, q.stage, q.unit, q.due_on, q.since, q.late, q.reopened,
             q.closing, q.satisfaction
      """;

  // What is late comes first, then what is due first; what is over comes last, the newest first.
  private static final String ORDER =
      """

      ORDER BY q.stage IN ('CLOSED', 'WITHDRAWN'), q.stage = 'ANSWERED', q.due_on, q.since DESC,
               q.id DESC
      LIMIT ? OFFSET ?
      """;

  /// One line of a list.
  record Row(
      long id,
      long companyId,
      String company,
      boolean demo,
      String region,
      String kind,
      String subject,
      LocalDate raisedOn,
      String raisedAs,
      Stage stage,
      @Nullable String unit,
      @Nullable LocalDate dueOn,
      LocalDate since,
      boolean late,
      int reopened,
      Request.@Nullable Closing closing,
      @Nullable Integer satisfaction) {}

  /// How many there are of each standing, and all together.
  record Tally(long all, Map<Standing, Long> of) {

    long count(Standing standing) {
      return of.getOrDefault(standing, 0L);
    }
  }

  private final Statements statements;
  private final RequestRecords records;
  private final RequestRules rules;
  private final Clock clock;

  VisibleRequests(Statements statements, RequestRecords records, RequestRules rules, Clock clock) {
    this.statements = statements;
    this.records = records;
    this.rules = rules;
    this.clock = clock;
  }

  Optional<Request> find(long id, Permission permission) {
    Sight sight = Sight.of(permission, LocalDate.now(clock));
    List<Object> parameters = sight.parameters();
    parameters.add(id);
    boolean there =
        !statements
            .rows(
                "SELECT q.id\n" + FROM + sight.condition() + " AND q.id = ?",
                parameters,
                row -> row.getLong(1))
            .isEmpty();
    return there ? records.findById(id) : Optional.empty();
  }

  List<Row> list(RequestQuery query, Sight sight, int limit, int offset) {
    Clause clause = query.all(sight, LocalDate.now(clock), rules.escalation());
    List<Object> parameters = new ArrayList<>(clause.parameters());
    parameters.add(limit);
    parameters.add(offset);
    return statements.rows(ROW + FROM + clause.text() + ORDER, parameters, VisibleRequests::row);
  }

  long count(RequestQuery query, Sight sight) {
    Clause clause = query.all(sight, LocalDate.now(clock), rules.escalation());
    return statements
        .rows(
            "SELECT COUNT(*)\n" + FROM + clause.text(), clause.parameters(), row -> row.getLong(1))
        .getFirst();
  }

  List<Row> ofCompany(long company, Sight sight, int most) {
    List<Object> parameters = sight.parameters();
    parameters.add(company);
    parameters.add(most);
    parameters.add(0);
    return statements.rows(
        ROW + FROM + sight.condition() + " AND c.id = ?" + ORDER, parameters, VisibleRequests::row);
  }

  List<Row> among(List<Long> ids, Sight sight) {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<Object> parameters = sight.parameters();
    parameters.addAll(ids);
    parameters.add(ids.size());
    parameters.add(0);
    String places = String.join(", ", Collections.nCopies(ids.size(), "?"));
    return statements.rows(
        ROW + FROM + sight.condition() + " AND q.id IN (" + places + ")" + ORDER,
        parameters,
        VisibleRequests::row);
  }

  /// Whatever standing the query names: the counts are those of its other filters.
  Tally tally(RequestQuery query, Sight sight) {
    return tally(query, sight, List.of(Standing.values()));
  }

  /// In one question, however many standings.
  Tally tally(RequestQuery query, Sight sight, Collection<Standing> standings) {
    LocalDate today = LocalDate.now(clock);
    Clause where = query.where(sight);
    List<Object> parameters = new ArrayList<>();
    standings.forEach(each -> parameters.addAll(each.parameters(today, rules.escalation())));
    parameters.addAll(where.parameters());
    String sums =
        standings.stream()
            .map(each -> ", COALESCE(SUM(" + each.condition() + "), 0)")
            .collect(Collectors.joining());
    return statements
        .rows(
            "SELECT COUNT(*)" + sums + "\n" + FROM + where.text(),
            parameters,
            row -> {
              Map<Standing, Long> counts = new EnumMap<>(Standing.class);
              int column = 2;
              for (Standing standing : standings) {
                counts.put(standing, row.getLong(column++));
              }
              return new Tally(row.getLong(1), counts);
            })
        .getFirst();
  }

  private static Row row(ResultSet row) throws SQLException {
    String closing = row.getString("closing");
    return new Row(
        row.getLong("id"),
        row.getLong("company_id"),
        row.getString("name"),
        row.getBoolean("demo"),
        row.getString("region"),
        row.getString("kind"),
        row.getString("subject"),
        row.getObject("raised_on", LocalDate.class),
        row.getString("raised_as"),
        Stage.valueOf(row.getString("stage")),
        row.getString("unit"),
        row.getObject("due_on", LocalDate.class),
        row.getObject("since", LocalDate.class),
        row.getBoolean("late"),
        row.getInt("reopened"),
        closing == null ? null : Request.Closing.valueOf(closing),
        row.getObject("satisfaction", Integer.class));
  }
}
