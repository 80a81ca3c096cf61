package seedbed.pdf;

/// Words on their way into the markup of a paper.
public final class Markup {

  private Markup() {}

  /// Appends words as text: what XML has a meaning for is escaped, lines stay lines, and signs that
  /// XML cannot hold become blanks.
  public static StringBuilder append(StringBuilder markup, String words) {
    words
        .codePoints()
        .forEach(point -> {
          switch (point) {
            case '&' -> markup.append("&amp;");
            case '<' -> markup.append("&lt;");
            case '>' -> markup.append("&gt;");
            case '"' -> markup.append("&quot;");
            case '\n' -> markup.append("<br/>");
            default -> markup.appendCodePoint(Character.isISOControl(point) ? ' ' : point);
          }
        });
    return markup;
  }
}
