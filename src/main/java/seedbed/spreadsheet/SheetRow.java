package seedbed.spreadsheet;

import java.util.List;

/// A row as the spreadsheet program numbers it, from 1.
public record SheetRow(int number, List<SheetCell> cells) {

  public SheetRow {
    cells = List.copyOf(cells);
  }

  /// The cell of a column counted from 0; blank beyond the last one.
  public SheetCell cell(int column) {
    return column < cells.size() ? cells.get(column) : SheetCell.BLANK;
  }

  public boolean blank() {
    return cells.stream().allMatch(SheetCell::blank);
  }
}
