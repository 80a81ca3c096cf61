package seedbed.sheet;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import seedbed.access.Scope;
import seedbed.company.Known;
import seedbed.criteria.Titles;
import seedbed.sql.Statements;

/// Reads who owes a sheet of either kind: whoever was in a pool on its last day. One that handed in
/// without owing is there too.
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

  private final Statements statements;
  private final Titles titles;

  OwedRows(Statements statements, Titles titles) {
    this.statements = statements;
    this.titles = titles;
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

  /// The companies `c` that owe the sheet `s`.
  ///
  /// @param from ends with WHERE
  /// @param joined its parameters
  /// @param lastDay on which whoever is in a pool owes it
  Clause owed(String from, List<?> joined, Known known, LocalDate lastDay) {
    List<String> pools =
        titles.ladder().stream()
            .filter(title -> title.kind() == Titles.Kind.POOL)
            .map(Titles.Rung::code)
            .toList();
    List<Object> parameters = new ArrayList<>(joined);
    parameters.addAll(known.parameters());
    parameters.add(lastDay);
    parameters.add(lastDay);
    parameters.addAll(pools);
    String owing =
        """

          AND (s.id IS NOT NULL
               OR EXISTS (SELECT 1
                          FROM title_holding h
                          WHERE h.company_id = c.id
                            AND h.held_from <= ?
                            AND (h.held_to IS NULL OR h.held_to > ?)
                            AND h.title IN (%s)))
        """
            .formatted(String.join(", ", Collections.nCopies(pools.size(), "?")));
    return new Clause(from + known.condition("c") + owing, parameters);
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
