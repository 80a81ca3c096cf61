package seedbed.evidence.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/// What an office file says, as plain lines, the first so many of them; empty where the format is
/// only kept, not read, or takes too much room to be read.
public final class OfficeText {

  private static final int MOST_LINES = 2_000;
  private static final int LONGEST_LINE = 2_000;
  private static final long LARGEST = 5L * 1024 * 1024;

  /// The library that reads them keeps markup in memory many times over.
  private static final long LARGEST_UNPACKED = 4 * LARGEST;

  private OfficeText() {}

  public static List<String> of(Path file, FileFormat format, long bytes) throws IOException {
    if (bytes > LARGEST) {
      return List.of();
    }
    return switch (format) {
      case DOCX -> unpacked(file) > LARGEST_UNPACKED ? List.of() : word(file);
      case XLSX -> unpacked(file) > LARGEST_UNPACKED ? List.of() : excel(file);
      case TEXT -> text(file);
      case PDF, PPTX, DOC, XLS, PPT, OFD, JPEG, PNG -> List.of();
    };
  }

  // The directory was found to be true when the file came in.
  private static long unpacked(Path file) throws IOException {
    try (ZipFile parts = new ZipFile(file.toFile())) {
      return parts.stream().mapToLong(ZipEntry::getSize).sum();
    }
  }

  private static List<String> word(Path file) throws IOException {
    try (OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ);
        XWPFDocument document = new XWPFDocument(parts)) {
      List<String> lines = new ArrayList<>();
      for (IBodyElement element : document.getBodyElements()) {
        if (element instanceof XWPFParagraph paragraph) {
          lines.add(paragraph.getText());
        } else if (element instanceof XWPFTable table) {
          table
              .getRows()
              .forEach(row ->
                  lines.add(
                      String.join(
                          "　|　",
                          row.getTableCells().stream().map(cell -> cell.getText()).toList())));
        }
      }
      return cut(lines);
    } catch (InvalidFormatException e) {
      throw new IOException(e);
    }
  }

  private static List<String> excel(Path file) throws IOException {
    try (OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ);
        XSSFWorkbook workbook = new XSSFWorkbook(parts)) {
      List<String> lines = new ArrayList<>();
      DataFormatter shown = new DataFormatter();
      // What the office program computed last, nothing of our own.
      shown.setUseCachedValuesForFormulaCells(true);
      workbook.forEach(sheet -> {
        lines.add("【" + sheet.getSheetName() + "】");
        for (Row row : sheet) {
          List<String> cells = new ArrayList<>();
          row.forEach(cell -> cells.add(shown.formatCellValue(cell)));
          if (lines.size() <= MOST_LINES) {
            lines.add(String.join("　|　", cells));
          }
        }
      });
      return cut(lines);
    } catch (InvalidFormatException e) {
      throw new IOException(e);
    }
  }

  private static List<String> text(Path file) throws IOException {
    for (var charset :
        List.of(
            java.nio.charset.StandardCharsets.UTF_8, java.nio.charset.Charset.forName("GB18030"))) {
      try (InputStream in = java.nio.file.Files.newInputStream(file)) {
        String text =
            charset.newDecoder().decode(java.nio.ByteBuffer.wrap(in.readAllBytes())).toString();
        return cut(text.replace("\uFEFF", "").lines().toList());
      } catch (java.nio.charset.CharacterCodingException _) {
        // not this one
      }
    }
    return List.of();
  }

  private static List<String> cut(List<String> all) {
    List<String> lines = all.stream().map(OfficeText::cut).toList();
    if (lines.size() <= MOST_LINES) {
      return lines;
    }
    List<String> first = new ArrayList<>(lines.subList(0, MOST_LINES));
    first.add("……（以下从略，共 " + lines.size() + " 行，请看原件）");
    return first;
  }

  private static String cut(String line) {
    return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "……";
  }
}
