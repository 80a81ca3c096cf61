package seedbed.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// Prints a page of well-formed markup as PDF. It reads nothing beside the page.
@Singleton
public class PaperPdf {

  private static final String FAMILY = "paper";
  private static final int NORMAL = 400;

  /// A picture that is part of the page itself.
  private static final String PICTURE = "data:image/png;base64,";

  private final ChineseFont fonts;

  PaperPdf(ChineseFont fonts) {
    this.fonts = fonts;
  }

  /// @param markup a whole document in XHTML whose style names the font family `paper`, with
  ///   pictures in it as PNG of `data:` addresses
  public void write(String markup, OutputStream out) throws IOException {
    try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
      PDType0Font font = fonts.in(document);
      new PdfRendererBuilder()
          .usePDDocument(document)
          .useFont(new PDFontSupplier(font), FAMILY, NORMAL, FontStyle.NORMAL, true)
          .useUriResolver((_, address) -> address.startsWith(PICTURE) ? address : null)
          .withHtmlContent(Glyphs.shown(markup, font), null)
          .withProducer("培育库")
          .toStream(out)
          .run();
    }
  }
}
