package seedbed.bulletin;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.sql.Statements;

/// The lists behind the numbers of bulletins: a number is what its list counts, so that the two
/// cannot differ. They are written by one statement a list, however long it is.
@Singleton
class Lines {

  private static final String COLUMNS =
      """
      (bulletin_id, list, place, mark, company_id, company, demo, region_code, region, detail,
       happened_on, amount)
      """;

  private static final String FREEZE =
      """
      INSERT INTO bulletin_issue_line %s
      SELECT bulletin_id, list, place, mark, company_id, company, demo, region_code, region, detail,
             happened_on, amount
      FROM bulletin_line
      WHERE bulletin_id = ?
      """
          .formatted(COLUMNS);

  private static final String MARKS =
      """
      SELECT mark, COUNT(*) AS companies
      FROM bulletin_line
      WHERE bulletin_id = ?
        AND list = ?
      GROUP BY mark
      """;

  private static final String TOWNS =
      """
      SELECT r.code,
             CASE WHEN r.level = 'TOWNSHIP' THEN r.name ELSE CONCAT(r.name, '（未分到镇）') END AS name,
             l.mark, COUNT(*) AS companies
      FROM bulletin_line l
      JOIN region r ON r.code = l.region_code
      WHERE l.bulletin_id = ?
        AND l.list = ?
      GROUP BY r.code, r.name, r.level, l.mark
      ORDER BY CASE WHEN r.level = 'TOWNSHIP' THEN 0 ELSE 1 END, r.code
      """;

  private static final String EVERYTHING =
      """
      SELECT list, place, mark, company_id, company, region, detail, happened_on, amount
      FROM bulletin_issue_line
      WHERE bulletin_id = ?
      ORDER BY list, place
      """;

  /// @param detail what there is to say of it
  /// @param amount a figure, where the list is about one
  record Line(
      Mark mark,
      long companyId,
      String company,
      boolean demo,
      String region,
      String detail,
      @Nullable LocalDate on,
      @Nullable BigDecimal amount) {}

  /// How many of each mark.
  record Tally(Map<Mark, Long> marks) {

    long of(Mark... wanted) {
      long sum = 0;
      for (Mark mark : wanted) {
        sum += marks.getOrDefault(mark, 0L);
      }
      return sum;
    }

    long all() {
      return marks.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  record Town(String code, String name, Tally tally) {}

  private record TownMark(String code, String name, Mark mark, long companies) {}

  private final Statements statements;

  Lines(Statements statements) {
    this.statements = statements;
  }

  void clear(long bulletin) {
    statements.write("DELETE FROM bulletin_line WHERE bulletin_id = ?", List.of(bulletin));
  }

  /// Writes lists of companies `c` in regions `r`, numbered within each list.
  ///
  /// @param columns what list, mark, detail, day and amount are, in this order
  /// @param from the query from FROM on
  void write(long bulletin, Columns columns, String from, List<Object> parameters) {
    String sql =
        """
        INSERT INTO bulletin_line %s
        SELECT ?, %s,
               ROW_NUMBER() OVER (PARTITION BY %s ORDER BY c.name_initials, c.id, %s),
               %s, c.id, c.name, c.demo, r.code, r.name, %s, %s, %s
        %s
        """
            .formatted(
                COLUMNS,
                columns.list,
                columns.list,
                columns.detail,
                columns.mark,
                columns.detail,
                columns.day,
                columns.amount,
                from);
    statements.write(sql, Count.all(bulletin, parameters));
  }

  /// SQL of constants alone.
  record Columns(String list, String mark, String detail, String day, String amount) {}

  Tally tally(long bulletin, String list) {
    Map<Mark, Long> marks = new EnumMap<>(Mark.class);
    statements.each(
        MARKS,
        List.of(bulletin, list),
        row -> marks.put(Mark.valueOf(row.getString("mark")), row.getLong("companies")));
    return new Tally(marks);
  }

  List<Town> towns(long bulletin, String list) {
    Map<String, List<TownMark>> byTown = new LinkedHashMap<>();
    statements
        .rows(
            TOWNS,
            List.of(bulletin, list),
            row ->
                new TownMark(
                    row.getString("code"),
                    row.getString("name"),
                    Mark.valueOf(row.getString("mark")),
                    row.getLong("companies")))
        .forEach(each -> byTown.computeIfAbsent(each.code, _ -> new ArrayList<>()).add(each));
    List<Town> towns = new ArrayList<>();
    byTown.forEach((code, marks) -> {
      Map<Mark, Long> counted = new EnumMap<>(Mark.class);
      marks.forEach(each -> counted.put(each.mark, each.companies));
      towns.add(new Town(code, marks.getFirst().name, new Tally(counted)));
    });
    return towns;
  }

  /// A slice of a list of a draft, in its order.
  List<Line> drafted(long bulletin, String list, List<Mark> marks, int limit) {
    return slice(
        "bulletin_line", new Wanted(bulletin, list, marks, null, new Scope.Whole()), limit, 0);
  }

  /// Which lines somebody asks for.
  ///
  /// @param marks all where there are none
  /// @param town the code of the region that the company was of
  /// @param scope of companies as they are now
  record Wanted(long bulletin, String list, List<Mark> marks, @Nullable String town, Scope scope) {}

  /// A slice of a list as it is, or as it was issued.
  List<Line> slice(Stage stage, Wanted wanted, int limit, int offset) {
    return slice(table(stage), wanted, limit, offset);
  }

  Tally tally(Stage stage, Wanted wanted) {
    Map<Mark, Long> marks = new EnumMap<>(Mark.class);
    Wanted every = new Wanted(wanted.bulletin, wanted.list, List.of(), wanted.town, wanted.scope);
    statements.each(
        "SELECT l.mark, COUNT(*) AS companies\n" + from(table(stage), every) + "GROUP BY l.mark",
        parameters(every),
        row -> marks.put(Mark.valueOf(row.getString("mark")), row.getLong("companies")));
    return new Tally(marks);
  }

  private List<Line> slice(String table, Wanted wanted, int limit, int offset) {
    return statements.rows(
        """
        SELECT l.mark, l.company_id, l.company, l.demo, l.region, l.detail, l.happened_on, l.amount
        """
            + from(table, wanted)
            + "ORDER BY l.place\nLIMIT ? OFFSET ?",
        Count.all(parameters(wanted), limit, offset),
        Lines::line);
  }

  private static String table(Stage stage) {
    return switch (stage) {
      case DRAFT -> "bulletin_line";
      case ISSUED -> "bulletin_issue_line";
    };
  }

  // The company itself only says who may see the line.
  private static String from(String table, Wanted wanted) {
    String marks =
        wanted.marks.isEmpty()
            ? ""
            : "  AND l.mark IN (%s)\n"
                .formatted(String.join(", ", Collections.nCopies(wanted.marks.size(), "?")));
    String town = wanted.town == null ? "" : "  AND l.region_code = ?\n";
    return """
    FROM %s l
    JOIN company c ON c.id = l.company_id
    WHERE l.bulletin_id = ?
      AND l.list = ?
    %s%s  AND %s
    """
        .formatted(table, marks, town, wanted.scope.condition("c"));
  }

  private static List<Object> parameters(Wanted wanted) {
    return Count.all(
        wanted.bulletin,
        wanted.list,
        wanted.marks.stream().map(Mark::name).toList(),
        wanted.town == null ? List.of() : List.of(wanted.town),
        wanted.scope.parameters());
  }

  /// Copies the lists of a draft to where nobody changes them, and drops the draft's.
  void freeze(long bulletin) {
    statements.write(FREEZE, List.of(bulletin));
    clear(bulletin);
  }

  /// All that was issued, line by line, for a digest.
  void issued(long bulletin, Consumer<String> each) {
    statements.each(
        EVERYTHING,
        List.of(bulletin),
        row -> {
          List<String> values = new ArrayList<>();
          for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            values.add(String.valueOf(row.getString(column)));
          }
          each.accept(String.join("\u001f", values));
        });
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        Mark.valueOf(row.getString("mark")),
        row.getLong("company_id"),
        row.getString("company"),
        row.getBoolean("demo"),
        row.getString("region"),
        row.getString("detail"),
        row.getObject("happened_on", LocalDate.class),
        row.getBigDecimal("amount"));
  }
}
