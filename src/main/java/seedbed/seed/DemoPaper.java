package seedbed.seed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// A paper of the demonstration as PDF: two kilobytes, the same for the same words, marked 示例. Its
/// letters are those of the reader's machine, so that none has to be loaded to write it.
final class DemoPaper {

  private static final int WIDTH = 595;
  private static final int HEIGHT = 842;
  private static final int LINE = 30;

  private static final String LETTERS =
      """
      << /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H
      /DescendantFonts [4 0 R] >>\
      """;

  private static final String SHAPES =
      """
      << /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500]
      /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>
      /FontDescriptor 5 0 R >>\
      """;

  private static final String DESCRIPTION =
      """
      << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880]
      /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>\
      """;

  /// @param lines under the title
  record Sheet(String title, List<String> lines) {

    Sheet {
      lines = List.copyOf(lines);
    }
  }

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final List<Integer> places = new ArrayList<>();

  private DemoPaper() {}

  static InputStream of(List<Sheet> sheets) {
    DemoPaper paper = new DemoPaper();
    paper.write("%PDF-1.4\n");
    paper.object("<< /Type /Catalog /Pages 2 0 R >>");
    StringBuilder kids = new StringBuilder();
    for (int i = 0; i < sheets.size(); i++) {
      kids.append(6 + 2 * i).append(" 0 R ");
    }
    paper.object(
        "<< /Type /Pages /Kids [%s] /Count %d >>"
            .formatted(kids.toString().strip(), sheets.size()));
    paper.object(LETTERS);
    paper.object(SHAPES);
    paper.object(DESCRIPTION);
    for (int i = 0; i < sheets.size(); i++) {
      paper.page(sheets.get(i), 7 + 2 * i);
    }
    paper.end();
    return new ByteArrayInputStream(paper.bytes.toByteArray());
  }

  private void page(Sheet sheet, int content) {
    object(
        """
        << /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R
        /Resources << /Font << /F 3 0 R >> >> >>\
        """
            .formatted(WIDTH, HEIGHT, content));
    StringBuilder drawing = new StringBuilder();
    drawing.append("0.6 w 0.55 G 40 40 515 762 re S 46 46 503 750 re S\n");
    drawing.append("q 0.92 g BT /F 150 Tf 0.87 0.5 -0.5 0.87 190 290 Tm ");
    drawing.append(shown("示例")).append(" Tj ET Q\n");
    centred(drawing, sheet.title(), 26, 690);
    int y = 620;
    for (String line : sheet.lines()) {
      drawing.append("BT /F 14 Tf 90 ").append(y).append(" Td ");
      drawing.append(shown(line)).append(" Tj ET\n");
      y -= LINE;
    }
    centred(drawing, "示例文件，企业和内容均为虚构，不具有任何效力", 10, 64);
    object("<< /Length %d >>\nstream\n%sendstream".formatted(drawing.length(), drawing));
  }

  private static void centred(StringBuilder drawing, String text, int size, int y) {
    int x = (WIDTH - size * text.length()) / 2;
    drawing.append("BT /F %d Tf %d %d Td %s Tj ET\n".formatted(size, x, y, shown(text)));
  }

  private static String shown(String text) {
    return "<" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE)) + ">";
  }

  private void object(String text) {
    places.add(bytes.size());
    write("%d 0 obj\n%s\nendobj\n".formatted(places.size(), text));
  }

  private void end() {
    int table = bytes.size();
    write("xref\n0 %d\n0000000000 65535 f \n".formatted(places.size() + 1));
    places.forEach(place -> write("%010d 00000 n \n".formatted(place)));
    write(
        "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
            .formatted(places.size() + 1, table));
  }

  private void write(String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }
}
