package seedbed.imports;

import java.util.List;
import seedbed.spreadsheet.SheetRow;

/// Checks the rows of one file, a few hundred at a time and in their order; what a row repeats of
/// an earlier one is remembered between calls.
interface RowCheck {

  List<Checked> check(List<SheetRow> rows);
}
