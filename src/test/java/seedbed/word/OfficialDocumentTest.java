package seedbed.word;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class OfficialDocumentTest {

  private static final Imprint IMPRINT =
      new Imprint(
          "收文档〔2026〕3号", "0123456789abcdef".repeat(4), "https://seedbed.example/proofs/abc");

  @Test
  @DisplayName("文末印有编号、校验码，二维码指向核验页")
  void theImprintCarriesNumberCodeAndTheAddressAsQr() throws IOException, ReaderException {
    byte[] written = written();

    try (var document = new XWPFDocument(new ByteArrayInputStream(written))) {
      assertThat(document.getTables().getLast().getRow(0).getCell(1).getParagraphs())
          .extracting(XWPFParagraph::getText)
          .contains("档案编号：收文档〔2026〕3号", "校验码：0123 4567 89ab cdef");
      assertThat(document.getAllPictures()).hasSize(1);
      assertThat(decoded(document.getAllPictures().getFirst().getData()))
          .isEqualTo(IMPRINT.address());
    }
  }

  @Test
  void theSameContentMadeAtTheSameMomentIsTheSameToTheByte() throws IOException {
    assertThat(written()).isEqualTo(written());
  }

  @Test
  void itsWordsAreThoseOfItsTextAndTablesWithoutPageNumbers() throws IOException {
    try (var document = new OfficialDocument("标题")) {
      document
          .text("正文")
          .table(
              List.of(WordTable.Column.text("列", 1), WordTable.Column.text("又一列", 1)),
              List.of(List.of("甲", "乙")));

      assertThat(document.words().lines()).containsExactly("标题", "正文", "甲 乙");
    }
  }

  @Test
  @DisplayName("落款、核验码不单独成页：随正文的末段或者表的末几行走")
  void aSignatureTakesTheEndOfTheTextAlong() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var document = new OfficialDocument("标题")) {
      document.text("正文").signed("试验办", LocalDate.of(2026, 5, 1)).write(out);
    }

    try (var document = new XWPFDocument(new ByteArrayInputStream(out.toByteArray()))) {
      assertThat(document.getParagraphs())
          .filteredOn(paragraph -> !paragraph.getText().contains("2026"))
          .filteredOn(paragraph -> !paragraph.getText().equals("标题"))
          .allMatch(paragraph -> paragraph.isKeepNext());
    }
  }

  @Test
  @DisplayName("核验码在旁边不在下面，文件不以空页结束")
  void aCodeStandsBesideItsLinesAndNoPageFollows() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var document = new OfficialDocument("标题")) {
      document
          .table(List.of(WordTable.Column.text("列", 1)), List.of(List.of("甲"), List.of("乙")))
          .imprint(IMPRINT)
          .write(out);
    }

    try (var document = new XWPFDocument(new ByteArrayInputStream(out.toByteArray()))) {
      assertThat(document.getTables()).hasSize(2);
      assertThat(document.getTables().getFirst().getRows())
          .allSatisfy(row ->
              assertThat(row.getCell(0).getParagraphs())
                  .allMatch(each -> each.getCTP().getPPr().isSetKeepNext()));
      assertThat(document.getTables().getLast().getRow(0).getTableCells()).hasSize(2);
      assertThat(document.getParagraphs().getLast().getSpacingBetween()).isEqualTo(1);
    }
  }

  private static byte[] written() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var document = new OfficialDocument("标题")) {
      document.made(Instant.parse("2026-05-01T02:00:00Z")).text("正文").imprint(IMPRINT).write(out);
    }
    return out.toByteArray();
  }

  private static String decoded(byte[] png) throws IOException, ReaderException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    int[] dots = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(
                new HybridBinarizer(
                    new RGBLuminanceSource(image.getWidth(), image.getHeight(), dots))))
        .getText();
  }
}
