package seedbed.spreadsheet;

/// A file that cannot be used; the sentence says why and what to do instead.
public final class SpreadsheetRefused extends Exception {

  private static final long serialVersionUID = 1L;

  public SpreadsheetRefused(String sentence) {
    super(sentence, null, false, false);
  }

  SpreadsheetRefused(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
