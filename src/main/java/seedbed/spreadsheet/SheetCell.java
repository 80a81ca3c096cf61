package seedbed.spreadsheet;

/// What one cell holds, as exact text: nothing passes through a binary floating point number.
///
/// @param text the number, words, error name, or `1`/`0` of a logical value
public record SheetCell(Kind kind, String text, Look look) {

  public enum Kind {
    BLANK,
    TEXT,
    NUMBER,
    LOGICAL,
    /// An error of the spreadsheet program, such as `#N/A`.
    ERROR,
    /// A formula whose result was never saved.
    UNCALCULATED
  }

  /// How the cell shows its number.
  public enum Look {
    PLAIN,
    PERCENT,
    DAY
  }

  public static final SheetCell BLANK = new SheetCell(Kind.BLANK, "", Look.PLAIN);

  public static SheetCell text(String text) {
    return text.isBlank() ? BLANK : new SheetCell(Kind.TEXT, text, Look.PLAIN);
  }

  public boolean blank() {
    return kind == Kind.BLANK;
  }

  /// What its user sees, near enough to find the cell again.
  public String shown() {
    return switch (kind) {
      case BLANK -> "";
      case TEXT, ERROR -> text.strip();
      case NUMBER -> CellReading.shown(this);
      case LOGICAL -> text.equals("1") ? "TRUE" : "FALSE";
      case UNCALCULATED -> "（公式）";
    };
  }
}
