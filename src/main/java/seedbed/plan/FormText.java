package seedbed.plan;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// Words of a form as they are compared, however they were typed.
final class FormText {

  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");
  private static final Pattern DASH = Pattern.compile("[‐‑‒–—―−~～]+");
  private static final Pattern END = Pattern.compile("[:;,.。*]+$");
  private static final int LONGEST = 200;

  private FormText() {}

  /// Without blanks, in half width, with one sort of dash.
  static String plain(String text) {
    String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return DASH.matcher(BLANK.matcher(narrow).replaceAll("")).replaceAll("-");
  }

  /// The same without a colon or an asterisk at its end.
  static String label(String text) {
    return END.matcher(plain(text)).replaceAll("");
  }

  /// On one line, and not too long to be shown.
  static String shown(String text) {
    String line = text.strip().replaceAll("\\s*\\R\\s*", " ／ ");
    return line.length() <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST)))
            + "……（以下略）";
  }
}
