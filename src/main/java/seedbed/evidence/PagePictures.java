package seedbed.evidence;

import jakarta.inject.Singleton;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import seedbed.web.Refusal;

/// Draws pages of a PDF as pictures, so that no browser has to open what a stranger sent. Few at a
/// time, none larger than a screen, and none for long: a page can be made to take hours.
@Singleton
class PagePictures {

  private static final float WIDE = 1_100;
  private static final float HIGH = 3 * WIDE;
  private static final float QUALITY = 0.8f;
  private static final int AT_ONCE = 2;
  private static final Duration WAITING = Duration.ofSeconds(30);
  private static final Duration DRAWING = Duration.ofSeconds(10);

  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  /// A page as JPEG.
  ///
  /// @param page counted from 1
  byte[] draw(Path file, int page) throws IOException {
    try {
      if (!turns.tryAcquire(WAITING.toMillis(), TimeUnit.MILLISECONDS)) {
        throw tooMuch();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw tooMuch();
    }
    try (PDDocument document =
        Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
      PDFRenderer renderer = new Hurried(document);
      renderer.setSubsamplingAllowed(true);
      float scale = scale(document.getPage(page - 1));
      return jpeg(renderer.renderImage(page - 1, scale, ImageType.RGB));
    } catch (TooLong e) {
      throw tooMuch();
    } finally {
      turns.release();
    }
  }

  private static Refusal.Stale tooMuch() {
    return new Refusal.Stale("这一页暂时不能生成预览，请稍后刷新，或下载原件查看。");
  }

  private static float scale(PDPage page) {
    PDRectangle box = page.getCropBox();
    boolean lying = page.getRotation() % 180 != 0;
    float width = Math.max(1, lying ? box.getHeight() : box.getWidth());
    float height = Math.max(1, lying ? box.getWidth() : box.getHeight());
    return Math.min(WIDE / width, HIGH / height);
  }

  private static byte[] jpeg(BufferedImage picture) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Hurried extends PDFRenderer {

    private final long end = System.nanoTime() + DRAWING.toNanos();

    Hurried(PDDocument document) {
      super(document);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
      return new PageDrawer(parameters) {
        @Override
        protected void processOperator(Operator operator, List<COSBase> operands)
            throws IOException {
          if (System.nanoTime() - end > 0) {
            throw new TooLong();
          }
          super.processOperator(operator, operands);
        }
      };
    }
  }
}
