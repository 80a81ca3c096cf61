package seedbed.pdf;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;
import seedbed.web.Refusal;

/// A font of this machine that has Chinese letters and can be embedded in part: one with TrueType
/// outlines. The one of the settings goes before those that are usual.
@Singleton
public class ChineseFont {

  private static final List<Path> FOLDERS =
      List.of(
          Path.of("/usr/share/fonts"),
          Path.of("/usr/local/share/fonts"),
          Path.of("C:/Windows/Fonts"),
          Path.of("/System/Library/Fonts"),
          Path.of("/Library/Fonts"));

  /// The nicest first.
  private static final List<String> NAMES =
      List.of(
          "simfang",
          "fangsong",
          "simsun",
          "notosanssc",
          "notoserifsc",
          "sourcehansans",
          "wqy-zenhei",
          "wqy-microhei",
          "msyh",
          "simhei",
          "droidsansfallback",
          "songti",
          "stheiti",
          "notosanscjk");

  private static final int DEPTH = 6;
  private static final int SAMPLE = '证';

  private final @Nullable Path chosen;

  ChineseFont(PdfSettings settings) {
    chosen = settings.font();
  }

  /// The font, for one document.
  public PDType0Font in(PDDocument document) throws IOException {
    for (Path file : candidates()) {
      Optional<PDType0Font> font = load(document, file);
      if (font.isPresent()) {
        return font.get();
      }
    }
    throw new Refusal.Stale(
        "服务器上没有可嵌入的中文字体，不能生成 PDF。请管理员安装 fonts-wqy-zenhei 等 TrueType 中文字体，或用 SEEDBED_FONT"
            + " 指定字体文件；单份材料仍可下载。");
  }

  private static Optional<PDType0Font> load(PDDocument document, Path file) {
    try {
      TrueTypeFont font = outlines(file);
      return font == null
              || (font instanceof OpenTypeFont open && open.isPostScript())
              || font.getUnicodeCmapLookup().getGlyphId(SAMPLE) == 0
          ? Optional.empty()
          : Optional.of(PDType0Font.load(document, font, true));
    } catch (IOException _) {
      // Not one of those that can be embedded; the next one may be.
      return Optional.empty();
    }
  }

  private static @Nullable TrueTypeFont outlines(Path file) throws IOException {
    if (!String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".ttc")) {
      return new TTFParser().parse(new RandomAccessReadBufferedFile(file.toFile()));
    }
    TrueTypeFont[] first = new TrueTypeFont[1];
    new TrueTypeCollection(file.toFile())
        .processAllFonts(font -> first[0] = first[0] == null ? font : first[0]);
    return first[0];
  }

  private List<Path> candidates() throws IOException {
    if (chosen != null) {
      return List.of(chosen);
    }
    List<Path> found = new java.util.ArrayList<>();
    for (Path folder : FOLDERS) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
          files.filter(file -> rank(file) < NAMES.size()).forEach(found::add);
        }
      }
    }
    found.sort(java.util.Comparator.comparingInt(ChineseFont::rank));
    return found;
  }

  private static int rank(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (!name.matches(".*\\.(ttf|ttc)")) {
      return NAMES.size();
    }
    int place = 0;
    while (place < NAMES.size() && !name.startsWith(NAMES.get(place))) {
      place++;
    }
    return place;
  }
}
