package seedbed.imports;

import java.util.HexFormat;
import seedbed.criteria.rule.Digest;
import seedbed.spreadsheet.CellReading;
import seedbed.spreadsheet.SpreadsheetFile;
import seedbed.spreadsheet.SpreadsheetLimits;
import seedbed.spreadsheet.SpreadsheetRefused;

/// A file that was found safe to read.
final class Upload {

  private static final int LONGEST_NAME = 160;
  private static final String UNNAMED = "未命名";

  private final String fileName;
  private final byte[] bytes;
  private final String format;

  private Upload(String fileName, byte[] bytes, String format) {
    this.fileName = fileName;
    this.bytes = bytes;
    this.format = format;
  }

  /// @throws SpreadsheetRefused with a sentence for its user
  static Upload examine(String fileName, byte[] bytes) throws SpreadsheetRefused {
    SpreadsheetFile file = SpreadsheetFile.open(fileName, bytes, SpreadsheetLimits.STANDARD);
    return new Upload(tidy(fileName), bytes, file.format());
  }

  String fileName() {
    return fileName;
  }

  byte[] bytes() {
    return bytes;
  }

  String format() {
    return format;
  }

  String hash() {
    return HexFormat.of().formatHex(Digest.sha256(bytes));
  }

  // A name is only shown and kept as the source of figures; no file is ever opened by it.
  private static String tidy(String fileName) {
    String name = CellReading.tidy(fileName.replaceFirst("^.*[/\\\\]", ""));
    if (name.isEmpty()) {
      return UNNAMED;
    }
    return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
  }
}
