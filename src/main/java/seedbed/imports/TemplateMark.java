package seedbed.imports;

import java.util.Optional;
import seedbed.spreadsheet.SheetRow;

/// What a downloaded template carries in a hidden sheet, so that it is known again.
record TemplateMark(String kind, int version) {

  static final String SHEET = "seedbed";
  static final String WORD = "seedbed-template";

  static Optional<TemplateMark> read(SheetRow row) {
    String version = row.cell(2).text();
    return row.cell(0).text().equals(WORD) && version.matches("[0-9]{1,4}")
        ? Optional.of(new TemplateMark(row.cell(1).text(), Integer.parseInt(version)))
        : Optional.empty();
  }
}
