package seedbed.pdf;

import java.io.IOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;

/// Signs that a font does not have, written with those that it has: on paper each would be a "#",
/// and a fall would look like a rise.
final class Glyphs {

  // Letters that a Chinese font lacks, the renderer takes from one of its own.
  private static final int ASCII = 0x7F;
  private static final Map<String, String> INSTEAD = Map.of("↑", "升", "↓", "降", "→", "平");

  private Glyphs() {}

  /// The text as the font can show it; signs for which there is nothing else stay as they are.
  static String shown(String text, PDFont font) {
    // Long papers say the same few thousand signs again and again.
    Map<Integer, String> known = new HashMap<>();
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(sign ->
            shown.append(
                known.computeIfAbsent(
                    sign, each -> each <= ASCII ? Character.toString(each) : shown(each, font))));
    return shown.toString();
  }

  private static String shown(int codePoint, PDFont font) {
    String sign = Character.toString(codePoint);
    if (has(font, sign)) {
      return sign;
    }
    String plain = INSTEAD.getOrDefault(sign, Normalizer.normalize(sign, Normalizer.Form.NFKC));
    return plain.chars().allMatch(each -> each <= ASCII) || has(font, plain) ? plain : sign;
  }

  private static boolean has(PDFont font, String text) {
    try {
      font.encode(text);
      return true;
    } catch (IllegalArgumentException | IOException _) {
      return false;
    }
  }
}
