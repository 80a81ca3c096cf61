package seedbed.criteria;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Cells;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Criterion;

/// A checklist as the table of its document: one row for every clause and for every part of it.
public record ClauseTable(List<Row> rows) {

  public ClauseTable {
    rows = List.copyOf(rows);
  }

  /// One row.
  ///
  /// @param number counts the clauses; empty for parts
  /// @param place where it stands in the document, without the document's own number; empty where a
  ///   part stands in the same place as what it belongs to
  /// @param depth 0 for a clause, more for parts of parts
  /// @param points the score sheet, where the row is one
  public record Row(
      String number, Described clause, String place, int depth, @Nullable PointsTable points) {

    public boolean part() {
      return depth > 0;
    }

    public boolean deep() {
      return depth > 1;
    }
  }

  public static ClauseTable of(Checklist checklist, Document document) {
    var writer = new Writer(document);
    checklist.criteria().forEach(writer::findSheets);
    var number = 1;
    for (var clause : Describing.describe(checklist)) {
      writer.write(clause, Integer.toString(number++), 0);
    }
    return new ClauseTable(writer.rows);
  }

  public long clauses() {
    return rows.stream().filter(row -> !row.part()).count();
  }

  /// How many rows are marked 待核.
  public long toBeVerified() {
    return rows.stream().filter(row -> row.clause().toBeVerified()).count();
  }

  private static final class Writer {
    private final Document document;
    private final Map<String, PointsTable> sheets = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private String last = "";

    Writer(Document document) {
      this.document = document;
    }

    void findSheets(Criterion criterion) {
      if (criterion instanceof Criterion.Scored(var clause, var sheet)) {
        sheets.put(clause.id(), PointsTable.of(sheet));
      }
      Cells.parts(criterion).forEach(this::findSheets);
    }

    void write(Described clause, String number, int depth) {
      var points = sheets.get(clause.id());
      rows.add(new Row(number, clause, place(clause, depth), depth, points));
      if (points == null) {
        clause.parts().forEach(part -> write(part, "", depth + 1));
      }
    }

    private String place(Described clause, int depth) {
      var number = document.number() + " ";
      var citation = clause.citation();
      var place = citation.startsWith(number) ? citation.substring(number.length()) : citation;
      var repeated = depth > 0 && place.equals(last);
      last = place;
      return repeated ? "" : place;
    }
  }
}
