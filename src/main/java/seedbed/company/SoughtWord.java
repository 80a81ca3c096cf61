package seedbed.company;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A word by which somebody looks for a company, as a condition about `company c`. The text comes
/// from the constants of this class alone; what users type travels as a parameter.
///
/// @param parameters what the question marks of the condition stand for
public record SoughtWord(String condition, List<Object> parameters) {

  private static final String NAMED_LIKE = "(c.name LIKE ? OR c.short_name LIKE ?)";

  private static final String NAMED_OR_CODED_LIKE =
      "(c.name LIKE ? OR c.short_name LIKE ? OR c.name_initials LIKE ?"
          + " OR c.short_initials LIKE ? OR c.credit_code LIKE ?)";

  /// The words of a search; a company that is meant has all of them.
  public static List<SoughtWord> of(String typed) {
    return Arrays.stream(typed.split("[\\s\u3000]+"))
        .filter(word -> !word.isEmpty())
        .map(SoughtWord::word)
        .toList();
  }

  private static SoughtWord word(String typed) {
    String part = "%" + escaped(typed) + "%";
    String latin = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    // Initials and codes are ASCII columns, and nothing else can be compared with them.
    if (!StandardCharsets.US_ASCII.newEncoder().canEncode(latin)) {
      return new SoughtWord(NAMED_LIKE, List.of(part, part));
    }
    // One letter stands somewhere in nearly every name.
    String letters = (latin.length() > 1 ? "%" : "") + escaped(latin) + "%";
    return new SoughtWord(NAMED_OR_CODED_LIKE, List.of(part, part, letters, letters, letters));
  }

  private static String escaped(String typed) {
    return typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
