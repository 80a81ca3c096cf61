package seedbed.nomination;

import java.util.ArrayList;
import java.util.List;
import seedbed.spreadsheet.CellReading;
import seedbed.spreadsheet.Reading;
import seedbed.spreadsheet.SheetRow;
import seedbed.spreadsheet.SpreadsheetFile;
import seedbed.spreadsheet.SpreadsheetFile.SheetName;
import seedbed.spreadsheet.SpreadsheetLimits;
import seedbed.spreadsheet.SpreadsheetRefused;

/// Makes of an uploaded table the lines that somebody would have pasted, so that both are checked
/// alike and what is wrong can be put right in the page. A line stands where its row stands, so
/// that complaints name the row that its author sees.
///
/// The columns are found by a head with 年度, 称号 and 企业, such as the exported plan has; without one
/// they are the first three.
final class ListFile {

  /// The head of a table stands below a title, not below pages of them.
  private static final int SEARCHED_ROWS = 10;

  private static final int MOST_ROWS = 2_000;

  private final List<String> lines = new ArrayList<>();
  private final int[] columns = {0, 1, 2};
  private boolean headed;

  private ListFile() {}

  /// @throws SpreadsheetRefused with a sentence for whoever sent it
  static String lines(String fileName, byte[] bytes) throws SpreadsheetRefused {
    SpreadsheetFile file = SpreadsheetFile.open(fileName, bytes, SpreadsheetLimits.STANDARD);
    String sheet =
        file.sheets().stream()
            .filter(each -> !each.hidden())
            .map(SheetName::name)
            .findFirst()
            .orElseThrow(() -> new SpreadsheetRefused("文件里没有可见的工作表，请把名单放在可见的工作表里。"));
    ListFile list = new ListFile();
    file.read(sheet, list::take);
    return String.join("\n", list.lines);
  }

  private boolean take(SheetRow row) throws SpreadsheetRefused {
    if (row.number() > MOST_ROWS) {
      throw new SpreadsheetRefused("名单超过 " + MOST_ROWS + " 行，请只保留要列入的企业，分次上传。");
    }
    while (lines.size() < row.number() - 1) {
      lines.add("");
    }
    if (!headed && row.number() <= SEARCHED_ROWS && head(row)) {
      headed = true;
      // A title and a head are no entries.
      lines.replaceAll(_ -> "");
      lines.add("");
    } else {
      lines.add(line(row));
    }
    return true;
  }

  private boolean head(SheetRow row) throws SpreadsheetRefused {
    int[] found = {-1, -1, -1};
    for (int place = 0; place < row.cells().size(); place++) {
      switch (words(row, place)) {
        case "年度", "申报年度" -> found[0] = place;
        case "称号", "项目名称", "申报称号" -> found[1] = place;
        case "企业", "企业名称", "统一社会信用代码" -> found[2] = found[2] < 0 ? place : found[2];
        default -> {
          // Another column of the author's.
        }
      }
    }
    if (found[0] < 0 || found[1] < 0 || found[2] < 0) {
      return false;
    }
    System.arraycopy(found, 0, columns, 0, columns.length);
    return true;
  }

  private String line(SheetRow row) throws SpreadsheetRefused {
    List<String> cells = new ArrayList<>();
    for (int column : columns) {
      cells.add(words(row, column));
    }
    return cells.stream().allMatch(String::isEmpty) ? "" : String.join("\t", cells);
  }

  private static String words(SheetRow row, int column) throws SpreadsheetRefused {
    return switch (CellReading.words(row.cell(column))) {
      case Reading.Given<String>(var words, _) -> words.replaceAll("[\\t\\n]+", " ");
      case Reading.Blank<String> _ -> "";
      case Reading.Wrong<String>(var reason, var remedy) ->
          throw new SpreadsheetRefused("第 " + row.number() + " 行：" + reason + "，请" + remedy + "。");
    };
  }
}
