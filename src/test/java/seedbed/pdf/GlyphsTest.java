package seedbed.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("字体里没有的符号")
final class GlyphsTest {

  // Has letters of the west only.
  private static final PDType1Font HELVETICA = new PDType1Font(FontName.HELVETICA);

  @Test
  @DisplayName("有的照写，没有的换成写得出来的，实在没有的不动")
  void whatTheFontLacksIsWrittenOtherwise() {
    assertThat(Glyphs.shown("é <b>Ⅱ</b>", HELVETICA)).isEqualTo("é <b>II</b>");
    assertThat(Glyphs.shown("Ⅰ、Ⅰ", HELVETICA)).isEqualTo("I、I");
  }

  @Test
  @DisplayName("中文字体没有西文字母的，罗马数字仍写成字母，字母由排版另取字体")
  void aFontWithoutLettersStillGetsThem() {
    assertThat(Glyphs.shown("Ⅰ类", new PDType1Font(FontName.SYMBOL))).isEqualTo("I类");
  }
}
