package seedbed.plan;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import seedbed.sql.Statements;

/// The highest number that rows of a plan ever had, sort by sort: in any of its versions, and of
/// tasks also where only reports are left. New rows are numbered above it; otherwise a new task
/// would be taken for the one that had its number, with all that was reported of that.
@Singleton
class NumbersGiven {

  private static final String FIELDS =
      """
      SELECT DISTINCT f.field
      FROM plan_field f
      JOIN plan_version v ON v.id = f.version_id
      WHERE v.plan_id = ?
        AND (f.field LIKE 'task-%' OR f.field LIKE 'item-%')
      """;

  private static final String FOLLOWED =
      """
      SELECT COALESCE(MAX(given.number), 0)
      FROM (SELECT number
            FROM plan_task
            WHERE plan_id = ?
            UNION ALL
            SELECT task
            FROM plan_progress
            WHERE plan_id = ?) given
      """;

  private final Statements statements;

  NumbersGiven(Statements statements) {
    this.statements = statements;
  }

  /// By the codes of the sorts; a sort that never had a row is not among them.
  Map<String, Integer> of(long plan) {
    TreeMap<String, String> fields = new TreeMap<>();
    statements
        .rows(FIELDS, List.of(plan), row -> row.getString(1))
        .forEach(field -> fields.put(field, field));
    Content ever = new Content(fields);
    Map<String, Integer> highest = new HashMap<>();
    for (RowSort sort : RowSort.all()) {
      TreeSet<Integer> numbers = ever.numbers(sort.code());
      if (!numbers.isEmpty()) {
        highest.put(sort.code(), numbers.last());
      }
    }
    int followed = statements.rows(FOLLOWED, List.of(plan, plan), row -> row.getInt(1)).getFirst();
    if (followed > 0) {
      highest.merge(RowSort.TASKS.code(), followed, Math::max);
    }
    return highest;
  }
}
