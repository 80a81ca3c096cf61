package seedbed.archive;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.criteria.ArchivePlan;
import seedbed.criteria.ArchivePlan.Retention;
import seedbed.spreadsheet.Table;
import seedbed.spreadsheet.Workbooks;
import seedbed.web.Formats;
import seedbed.word.OfficialDocument;
import seedbed.word.WordTable;

/// The list with which a unit hands its documents of a year over to the archives, as a workbook and
/// as an official document.
@Singleton
class TransferFiles {

  private static final List<Table.Column> COLUMNS =
      List.of(
          Table.Column.count("序号"),
          Table.Column.text("档案编号", 20),
          Table.Column.text("文号", 22),
          Table.Column.text("责任者", 24),
          Table.Column.prose("题名", 48),
          Table.Column.day("日期"),
          Table.Column.count("页数"),
          Table.Column.text("保管期限", 10),
          Table.Column.text("存放位置", 20),
          Table.Column.prose("备注", 24));

  // In millimetres of a page that lies on its side.
  private static final List<WordTable.Column> WORD =
      List.of(
          WordTable.Column.centred("序号", 11),
          WordTable.Column.text("档案编号", 40),
          WordTable.Column.text("责任者、文号", 36),
          WordTable.Column.text("题名", 46),
          WordTable.Column.centred("日期", 27),
          WordTable.Column.number("页数", 9),
          WordTable.Column.centred("保管期限", 15),
          WordTable.Column.centred("存放位置", 24),
          WordTable.Column.text("备注", 17));

  private final VisibleDocuments documents;
  private final ArchivePlan plan;

  TransferFiles(VisibleDocuments documents, ArchivePlan plan) {
    this.documents = documents;
    this.plan = plan;
  }

  /// What is handed over: the documents of one unit and year, of one term or of all.
  ///
  /// @param unit the region of the unit
  /// @param name of the region
  record Choice(String unit, String name, int year, @Nullable Retention keep) {

    RegisterFilter filter() {
      return new RegisterFilter(
          null, null, "" + year, null, keep == null ? null : keep.code(), null, unit, null);
    }

    String title() {
      return "%s发展和改革委员会%d年度归档文件移交清单".formatted(name, year);
    }

    String term() {
      return keep == null ? "全部保管期限" : "保管期限" + keep.label();
    }

    String fileName() {
      return "归档文件移交清单-%d-%s".formatted(year, keep == null ? "全部" : keep.label());
    }
  }

  List<Listed> lines(Choice choice, Scope scope) {
    return documents.all(choice.filter(), scope, VisibleDocuments.BY_NUMBER).toList();
  }

  void workbook(Choice choice, Scope scope, OutputStream out) throws IOException {
    List<Listed> lines = lines(choice, scope);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Listed line : lines) {
      rows.add(cells(line, rows.size() + 1));
    }
    Workbooks.write(
        Table.of(choice.title(), COLUMNS, rows)
            .noting("%s，共 %s 件".formatted(choice.term(), Formats.count(lines.size()))),
        out);
  }

  private static List<@Nullable Object> cells(Listed line, int place) {
    return Arrays.asList(
        place,
        line.number(),
        line.reference(),
        author(line),
        line.subject(),
        line.datedOn(),
        line.letter() == null ? null : line.letter().pages(),
        line.retention().label(),
        line.spot() == null ? null : line.spot().toString(),
        RegisterReading.standing(line));
  }

  /// Whoever is responsible for what it says: the sender of what came in, the unit of the rest.
  static String author(Listed line) {
    Letter letter = line.letter();
    return letter != null && line.series() == Series.INCOMING && letter.counterpart() != null
        ? letter.counterpart()
        : line.office();
  }

  void document(Choice choice, Scope scope, OutputStream out) throws IOException {
    List<Listed> lines = lines(choice, scope);
    try (var document = new OfficialDocument(choice.title())) {
      document
          .sideways()
          .subtitle(choice.term() + "，共 " + Formats.count(lines.size()) + " 件")
          .table(WORD, rows(lines))
          .text("移交单位经手人：")
          .text("接收单位经手人：")
          .text("移交日期：")
          .write(out);
    }
  }

  private List<List<String>> rows(List<Listed> lines) {
    List<List<String>> rows = new ArrayList<>();
    Series series = null;
    for (Listed line : lines) {
      if (line.series() != series) {
        series = line.series();
        rows.add(List.of("", plan.get(series.code()).name(), "", "", "", "", "", "", ""));
      }
      rows.add(row(line, rows.size() + 1));
    }
    return numbered(rows);
  }

  // Heads of series have no number of their own.
  private static List<List<String>> numbered(List<List<String>> rows) {
    List<List<String>> numbered = new ArrayList<>();
    int place = 0;
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>(row);
      if (!row.getFirst().isEmpty()) {
        cells.set(0, "" + ++place);
      }
      numbered.add(cells);
    }
    return numbered;
  }

  private static List<String> row(Listed line, int place) {
    Letter letter = line.letter();
    String reference = line.reference();
    Integer pages = letter == null ? null : letter.pages();
    return List.of(
        "" + place,
        line.number(),
        author(line) + (reference == null ? "" : "，" + reference),
        line.subject(),
        line.datedOn().toString(),
        pages == null ? "" : pages.toString(),
        line.retention().label(),
        line.spot() == null ? "" : line.spot().toString(),
        Objects.requireNonNullElse(RegisterReading.standing(line), ""));
  }
}
