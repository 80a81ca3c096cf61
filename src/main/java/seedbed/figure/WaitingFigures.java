package seedbed.figure;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import seedbed.access.Scope;
import seedbed.company.SoughtWord;
import seedbed.sql.Statements;

/// The figures nobody has answered for yet, and those that were confirmed against each other.
@Singleton
class WaitingFigures {

  /// Nobody has said anything about the figure.
  private static final String UNANSWERED =
      """
      NOT EXISTS (SELECT 1
                  FROM figure_confirmation w
                  WHERE w.company_id = f.company_id
                    AND w.figure_id = f.id)\
      """;

  /// The newest word about a figure of the given alias confirms it. Asked for as the one that none
  /// follows: ordered by its number, MySQL would look for it among the words about all figures.
  private static final String CONFIRMED =
      """
      EXISTS (SELECT 1
              FROM figure_confirmation w
              WHERE w.company_id = %1$s.company_id
                AND w.figure_id = %1$s.id
                AND w.confirmed
                AND NOT EXISTS (SELECT 1
                                FROM figure_confirmation later
                                WHERE later.company_id = w.company_id
                                  AND later.figure_id = w.figure_id
                                  AND later.id > w.id))\
      """;

  /// Another source that stands and says something else; %s narrows which.
  private static final String CONTESTED =
      """
      EXISTS (SELECT 1
              FROM figure o
              WHERE o.company_id = f.company_id
                AND o.indicator = f.indicator
                AND o.period = f.period
                AND o.id <> f.id
                AND NOT (o.number <=> f.number AND o.word <=> f.word)
                AND NOT EXISTS (SELECT 1 FROM figure n WHERE n.supersedes_id = o.id)
                %s)\
      """;

  /// Nobody has answered, or two sources were confirmed against each other.
  private static final String AWAITED =
      "%s\n       OR (%s AND %s)"
          .formatted(
              UNANSWERED,
              CONFIRMED.formatted("f"),
              CONTESTED.formatted("AND " + CONFIRMED.formatted("o")));

  private static final String SELECT =
      """
      SELECT f.id, f.company_id, f.indicator, f.period, f.yearly, f.number, f.word,
             f.source_document, f.source_page, f.reported_by, f.reported_at, f.expires_on,
             f.supersedes_id, c.name, r.name AS region, c.demo,
             %s AS contested,
             (%s) AS awaited,
             said.confirmed, said.confirmed_by, said.confirmed_at
      """
          .formatted(CONTESTED.formatted(""), AWAITED);

  // The place of the moment of the last word among the columns.
  private static final int SAID_AT = 21;

  private static final String LAST_WORD =
      """
      LEFT JOIN figure_confirmation said
        ON said.company_id = f.company_id
           AND said.figure_id = f.id
           AND NOT EXISTS (SELECT 1
                           FROM figure_confirmation after_it
                           WHERE after_it.company_id = said.company_id
                             AND after_it.figure_id = said.figure_id
                             AND after_it.id > said.id)
      """;

  private final Statements statements;

  WaitingFigures(Statements statements) {
    this.statements = statements;
  }

  /// How many figures of an indicator and a year there are.
  ///
  /// @param oldest when the first of them was reported
  record Share(String indicator, int year, long count, Instant oldest) {}

  /// Oldest first; of those that were answered, the newest answer first.
  List<WaitingFigure> find(
      Scope scope, Set<String> indicators, WaitingQuery query, int limit, int offset) {
    if (indicators.isEmpty()) {
      return List.of();
    }
    Narrowed narrowed = narrowed(scope, indicators, query);
    List<Object> parameters = new ArrayList<>(narrowed.parameters());
    parameters.add(limit);
    parameters.add(offset);
    return statements.rows(
        SELECT
            + from(LAST_WORD, narrowed.condition())
            + (query.state() == WaitingQuery.State.ANSWERED
                ? "ORDER BY said.confirmed_at DESC, f.id DESC LIMIT ? OFFSET ?"
                : "ORDER BY f.reported_at, f.id LIMIT ? OFFSET ?"),
        parameters,
        WaitingFigures::row);
  }

  /// Of every indicator and year; nothing of the query counts but the state.
  List<Share> shares(Scope scope, Set<String> indicators, WaitingQuery.State state) {
    if (indicators.isEmpty()) {
      return List.of();
    }
    Narrowed narrowed = narrowed(scope, indicators, new WaitingQuery(state, "", "", null));
    return statements.rows(
        """
        SELECT f.indicator, YEAR(f.period) AS of_year, COUNT(*) AS figures,
               MIN(f.reported_at) AS oldest
        """
            + from("", narrowed.condition())
            + "GROUP BY f.indicator, YEAR(f.period)",
        narrowed.parameters(),
        row ->
            new Share(
                row.getString("indicator"),
                row.getInt("of_year"),
                row.getLong("figures"),
                FigureRows.instant(row, 4)));
  }

  long count(Scope scope, Set<String> indicators, WaitingQuery query) {
    if (indicators.isEmpty()) {
      return 0;
    }
    Narrowed narrowed = narrowed(scope, indicators, query);
    return statements.count(
        "SELECT COUNT(*)\n" + from("", narrowed.condition()), narrowed.parameters());
  }

  /// Those of the numbers that stand, whether or not somebody has answered for them.
  List<WaitingFigure> standing(Collection<Long> ids, Scope scope, Set<String> indicators) {
    if (indicators.isEmpty() || ids.isEmpty()) {
      return List.of();
    }
    Narrowed owned = owned(scope, indicators);
    List<Object> parameters = new ArrayList<>(owned.parameters());
    parameters.addAll(ids);
    return statements.rows(
        SELECT
            + from(LAST_WORD, owned.condition() + "  AND f.id IN (" + marks(ids.size()) + ")\n")
            + "ORDER BY f.reported_at, f.id",
        parameters,
        WaitingFigures::row);
  }

  private record Narrowed(String condition, List<Object> parameters) {}

  private static Narrowed owned(Scope scope, Set<String> indicators) {
    List<Object> parameters = new ArrayList<>(scope.parameters());
    parameters.addAll(indicators);
    return new Narrowed(
        "WHERE %s\n  AND f.indicator IN (%s)\n"
            .formatted(scope.condition("c"), marks(indicators.size())),
        parameters);
  }

  private static Narrowed narrowed(Scope scope, Set<String> indicators, WaitingQuery query) {
    Narrowed owned = owned(scope, indicators);
    StringBuilder condition = new StringBuilder(owned.condition());
    List<Object> parameters = new ArrayList<>(owned.parameters());
    condition.append(
        switch (query.state()) {
          case WAITING -> "  AND (" + AWAITED + ")\n";
          case CONTESTED -> "  AND (" + AWAITED + ")\n  AND " + CONTESTED.formatted("") + "\n";
          case ANSWERED -> "  AND NOT (" + AWAITED + ")\n";
        });
    for (SoughtWord word : SoughtWord.of(query.company())) {
      condition.append("  AND ").append(word.condition()).append('\n');
      parameters.addAll(word.parameters());
    }
    if (!query.indicator().isEmpty()) {
      condition.append("  AND f.indicator = ?\n");
      parameters.add(query.indicator());
    }
    Integer year = query.year();
    if (year != null) {
      condition.append("  AND f.period BETWEEN ? AND ?\n");
      parameters.add(LocalDate.of(year, 1, 1));
      parameters.add(LocalDate.of(year, 12, 31));
    }
    return new Narrowed(condition.toString(), parameters);
  }

  private static String from(String joined, String condition) {
    return """
    FROM figure f
    JOIN company c ON c.id = f.company_id
    JOIN region r ON r.code = c.region_code
    %s%s  AND NOT EXISTS (SELECT 1 FROM figure newer WHERE newer.supersedes_id = f.id)
    """
        .formatted(joined, condition);
  }

  private static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }

  private static WaitingFigure row(ResultSet row) throws SQLException {
    Figure figure = FigureRows.figure(row);
    String speaker = row.getString("confirmed_by");
    return new WaitingFigure(
        figure,
        row.getString("name"),
        row.getString("region"),
        row.getBoolean("demo"),
        row.getBoolean("contested"),
        row.getBoolean("awaited"),
        speaker == null
            ? null
            : new Confirmation(
                figure.companyId(),
                figure.id(),
                row.getBoolean("confirmed"),
                speaker,
                FigureRows.instant(row, SAID_AT)));
  }
}
