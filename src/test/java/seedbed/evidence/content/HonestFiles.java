package seedbed.evidence.content;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/// Files as offices make them every day, from the libraries that write them.
public final class HonestFiles {

  /// A file as it is sent.
  public static final class Sent {
    private final String name;
    private final byte[] bytes;

    public Sent(String name, byte[] bytes) {
      this.name = name;
      this.bytes = bytes;
    }

    public String name() {
      return name;
    }

    public byte[] bytes() {
      return bytes;
    }
  }

  private HonestFiles() {}

  /// So many of each kind.
  static List<Sent> of(int each) throws IOException {
    List<Sent> files = new ArrayList<>();
    for (int i = 1; i <= each; i++) {
      files.add(new Sent("专利证书" + i + ".pdf", pdf(i)));
      files.add(new Sent("情况说明（" + i + "）.docx", word(i)));
      files.add(new Sent("审计附表 " + i + ".xlsx", excel(new XSSFWorkbook(), i)));
      files.add(new Sent("大表" + i + ".XLSX", excel(new SXSSFWorkbook(50), 40 * i)));
      files.add(new Sent("旧表" + i + ".xls", excel(new HSSFWorkbook(), i)));
      files.add(new Sent("介绍" + i + ".pptx", slides(i)));
      files.add(new Sent("旧介绍" + i + ".ppt", oldSlides(i)));
      files.add(new Sent("旧说明" + i + ".doc", oldWord(i)));
      files.add(new Sent("厂房照片-" + i + ".jpg", picture("jpg", 40 + i)));
      files.add(new Sent("2025." + i + ".截图.png", picture("png", 60 + i)));
      files.add(new Sent("清单" + i + ".csv", table(i, Charset.forName("GBK"))));
      files.add(new Sent("清单" + i + "-新.csv", table(i, StandardCharsets.UTF_8)));
      files.add(new Sent("说明" + i + ".txt", text(i, Charset.forName("GBK"))));
      files.add(new Sent("承诺" + i + ".txt", text(i, StandardCharsets.UTF_8)));
    }
    return files;
  }

  public static byte[] oldExcel(int rows) throws IOException {
    return excel(new HSSFWorkbook(), rows);
  }

  public static byte[] pdf(int pages) throws IOException {
    try (PDDocument document = new PDDocument()) {
      var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
      for (int i = 0; i < pages; i++) {
        PDPage page = new PDPage(i % 2 == 0 ? PDRectangle.A4 : PDRectangle.A3);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
          content.beginText();
          content.setFont(font, 18);
          content.newLineAtOffset(72, 700);
          content.showText("Sample certificate, page " + (i + 1));
          content.endText();
          content.drawImage(
              LosslessFactory.createFromImage(document, image(90 + i)), 72, 400, 200, 150);
        }
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  public static byte[] word(int lines) throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      document.createParagraph().createRun().setText("企业情况说明");
      for (int i = 0; i < lines; i++) {
        document.createParagraph().createRun().setText("第 " + i + " 段：研发投入占比 > 3%，DDEV 项目已验收。");
      }
      var table = document.createTable(2, 2);
      table.getRow(0).getCell(0).setText("年度");
      table.getRow(0).getCell(1).setText("营业收入（万元）");
      table.getRow(1).getCell(0).setText("2025");
      table.getRow(1).getCell(1).setText("12,000.00");
      document.createParagraph().createHyperlinkRun("https://www.rugao.gov.cn/").setText("官网");
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static byte[] excel(Workbook workbook, int rows) throws IOException {
    try (workbook) {
      Sheet sheet = workbook.createSheet("年度指标");
      for (int i = 0; i < rows; i++) {
        var row = sheet.createRow(i);
        row.createCell(0).setCellValue("企业" + i);
        row.createCell(1).setCellValue(1000.5 * i);
        row.createCell(2).setCellFormula("SUM(B1:B" + (i + 1) + ")");
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static byte[] slides(int count) throws IOException {
    try (XMLSlideShow show = new XMLSlideShow()) {
      for (int i = 0; i < Math.min(count, 4); i++) {
        show.createSlide().createTextBox().setText("第 " + i + " 页");
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      show.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static byte[] oldSlides(int count) throws IOException {
    try (HSLFSlideShow show = new HSLFSlideShow()) {
      for (int i = 0; i < Math.min(count, 4); i++) {
        show.createSlide().createTextBox().setText("第 " + i + " 页");
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      show.write(bytes);
      return bytes.toByteArray();
    }
  }

  // No library here writes one; its directory and the head of its text are what is looked at.
  static byte[] oldWord(int length) throws IOException {
    return compound("WordDocument", wordText("一般说明文字。".repeat(100 * length)));
  }

  static byte[] wordText(String text) {
    byte[] words = text.getBytes(StandardCharsets.UTF_16LE);
    byte[] stream = new byte[4096 + words.length];
    stream[0] = (byte) 0xec;
    stream[1] = (byte) 0xa5;
    System.arraycopy(words, 0, stream, 1024, words.length);
    return stream;
  }

  static byte[] compound(String name, byte[] content) throws IOException {
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      file.createDocument(new java.io.ByteArrayInputStream(content), name);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      file.writeFilesystem(bytes);
      return bytes.toByteArray();
    }
  }

  public static byte[] picture(String format, int size) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image(size), format, bytes);
    return bytes.toByteArray();
  }

  private static BufferedImage image(int size) {
    BufferedImage image = new BufferedImage(size * 3, size * 2, BufferedImage.TYPE_INT_RGB);
    var drawing = image.createGraphics();
    Random random = new Random(size);
    for (int i = 0; i < 40; i++) {
      drawing.setColor(new Color(random.nextInt(0xffffff)));
      drawing.fillRect(random.nextInt(size * 3), random.nextInt(size * 2), size / 2, size / 3);
    }
    drawing.dispose();
    return image;
  }

  private static byte[] table(int rows, Charset charset) {
    StringBuilder text = new StringBuilder("企业名称,年度,营业收入（万元）,增长率\n");
    for (int i = 0; i < rows; i++) {
      text.append("示例机械").append(i).append(",2025,1200.50,-3.2%\n");
    }
    return text.toString().getBytes(charset);
  }

  private static byte[] text(int lines, Charset charset) {
    return "承诺书\r\n本企业近三年无不良行为记录，资产负债率 < 70%，研发费用 > 3%。\r\n".repeat(lines).getBytes(charset);
  }
}
