package seedbed.spreadsheet;

/// How much of a file is read before it is refused, so that no upload can exhaust the server.
///
/// @param fileBytes the file as sent
/// @param unpackedBytes all parts of a workbook together, counted while they are inflated
/// @param ratio how many times larger a part may become; small parts are exempt
/// @param parts entries of the archive
/// @param rows rows with at least one value, in one sheet
/// @param columns the last column that may hold a value
public record SpreadsheetLimits(
    long fileBytes, long unpackedBytes, int ratio, int parts, int rows, int columns) {

  private static final long MEGABYTE = 1024L * 1024;

  /// What a county's largest table needs, several times over.
  public static final SpreadsheetLimits STANDARD =
      new SpreadsheetLimits(20 * MEGABYTE, 320 * MEGABYTE, 200, 1_000, 50_000, 500);

  /// Parts up to this size are never a bomb, whatever their ratio: empty sheets shrink very well.
  static final long RATIO_EXEMPT_BYTES = 4 * MEGABYTE;

  /// Strings shared by cells are held in memory while a workbook is read.
  static final int SHARED_STRINGS = 1_000_000;

  static final long SHARED_STRING_BYTES = 64 * MEGABYTE;

  /// What Excel itself allows in one cell.
  static final int CELL_CHARACTERS = 32_767;

  String fileMegabytes() {
    return Long.toString(fileBytes / MEGABYTE);
  }
}
