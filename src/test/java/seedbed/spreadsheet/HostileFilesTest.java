package seedbed.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Files that must be refused before they are read, each with the sentence that says why.
final class HostileFilesTest {

  private static final SpreadsheetLimits SMALL =
      new SpreadsheetLimits(2_000_000, 24_000_000, 200, 60, 1_000, 100);
  private static final String ROW = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  static Stream<Arguments> refused() {
    return Stream.of(
        file("空文件", new byte[0], "文件是空的"),
        file("超过字节上限", new byte[2_000_001], "文件超过 1 MB"),
        file("旧版 xls", compound("Workbook"), ".xls"),
        file("改名的 BIFF5 xls", bytes(0x09, 0x08, 0x08, 0, 0, 5), ".xls"),
        file("有密码的 xlsx", compound("EncryptedPackage"), "密码"),
        file("改名的 Word 97", compound("WordDocument"), "Word 文档"),
        file("PDF", "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), "PDF"),
        file(
            "网页冒充 xls",
            "<html><table><tr><td>1</td></tr></table>".getBytes(StandardCharsets.UTF_8),
            "网页或 XML"),
        file(
            "XML 表格 2003",
            "\uFEFF<?xml version=\"1.0\"?><Workbook/>".getBytes(StandardCharsets.UTF_8),
            "网页或 XML"),
        file("UTF-16 文本", "企业名称,年度".getBytes(StandardCharsets.UTF_16), "UTF-16"),
        file("不知名的二进制", bytes(0x7F, 'E', 'L', 'F', 2, 1, 0, 0), "无法识别"),
        file("两种编码都不是的文本", bytes(0x80, 0xFF, 0xFF, 'a'), "GB18030"),
        file("空的压缩文件", bytes('P', 'K', 5, 6, 0, 0), "压缩文件是空的"),
        file("普通压缩文件", new RawWorkbook().part("a.txt", "x").bytes(), "压缩文件，不是 Excel"),
        file("Word 文档", new RawWorkbook().part("word/document.xml", "<w/>").bytes(), "Word 文档"),
        file(
            "ods 表格",
            new RawWorkbook()
                .part("content.xml", "<o/>")
                .part("META-INF/manifest.xml", "<m/>")
                .bytes(),
            ".ods"),
        file("xlsb 工作簿", new RawWorkbook().part("xl/workbook.bin", "x").bytes(), ".xlsb"),
        file("截断的文件", truncated(RawWorkbook.withSheet(ROW).bytes()), "损坏或不完整"),
        file("压缩数据被改", corrupted(RawWorkbook.withSheet(ROW).bytes()), "损坏"),
        file("后面接了别的内容", behind(RawWorkbook.withSheet(ROW).bytes(), "<script>"), "损坏或不完整"),
        file("前面接了别的内容", before("GIF89a", RawWorkbook.withSheet(ROW).bytes()), "无法识别"),
        file("宏工程", RawWorkbook.withSheet(ROW).part("xl/vbaProject.bin", "x").bytes(), "宏"),
        file(
            "改名藏起的宏",
            RawWorkbook.withSheet(ROW)
                .replacing(
                    "[Content_Types].xml",
                    "spreadsheetml.sheet.main",
                    "x-ms-excel.sheet.macroEnabled.main")
                .bytes(),
            "宏"),
        file(
            "Excel 4 宏表",
            RawWorkbook.withSheet(ROW).part("xl/macrosheets/sheet2.xml", "<x/>").bytes(),
            "宏"),
        file(
            "外部链接",
            RawWorkbook.withSheet(ROW).part("xl/externalLinks/externalLink1.xml", "<x/>").bytes(),
            "其他工作簿"),
        file(
            "嵌入的文件",
            RawWorkbook.withSheet(ROW).part("xl/embeddings/oleObject1.bin", "x").bytes(),
            "嵌入"),
        file(
            "跳出目录的部件名",
            RawWorkbook.withSheet(ROW).part("../../etc/cron.d/x", "x").bytes(),
            "部件名称不正常"),
        file("绝对路径的部件名", RawWorkbook.withSheet(ROW).part("/etc/passwd", "x").bytes(), "部件名称不正常"),
        file("反斜杠的部件名", RawWorkbook.withSheet(ROW).part("xl\\..\\a.xml", "x").bytes(), "部件名称不正常"),
        file(
            "大小写不同的重名部件",
            RawWorkbook.withSheet(ROW).part("XL/workbook.xml", "<x/>").bytes(),
            "部件名称不正常"),
        file("部件太多", manyParts(), "个部件"),
        file(
            "压缩炸弹",
            RawWorkbook.withSheet(ROW).part("xl/media/a.bin", new byte[20_000_000]).bytes(),
            "压缩炸弹"),
        file("总量过大", severalLarge(), "压缩炸弹"),
        file(
            "外部实体",
            RawWorkbook.withSheet(ROW)
                .replacing(
                    SHEET,
                    "<worksheet",
                    "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet")
                .bytes(),
            "DTD"),
        file(
            "实体膨胀",
            RawWorkbook.withSheet(ROW)
                .replacing(
                    "xl/sharedStrings.xml",
                    "<sst",
                    "<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><sst")
                .bytes(),
            "DTD"),
        file(
            "注释后面的 DTD",
            RawWorkbook.withSheet(ROW)
                .replacing("xl/workbook.xml", "<workbook", "<!-- x --><!DOCTYPE a><workbook")
                .bytes(),
            "DTD"),
        file(
            "UTF-16 的部件",
            RawWorkbook.withSheet(ROW)
                .part(SHEET, "<worksheet/>".getBytes(StandardCharsets.UTF_16LE))
                .bytes(),
            "编码不是 UTF-8"),
        file("嵌套极深", RawWorkbook.withSheet("<a>".repeat(5_000)).bytes(), "损坏"),
        file(
            "极长的属性",
            RawWorkbook.withSheet("<row r=\"1\" x=\"" + "1".repeat(100_000) + "\"/>").bytes(),
            "超长"),
        file(
            "极长的文字",
            RawWorkbook.withSheet(
                    "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>"
                        + "一".repeat(80_000)
                        + "</t></is></c></row>")
                .bytes(),
            "超长"),
        file(
            "指向不存在的文字",
            RawWorkbook.withSheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>900000000</v></c></row>")
                .bytes(),
            "损坏"),
        file(
            "远在天边的列",
            RawWorkbook.withSheet("<row r=\"1\"><c r=\"ZZZ1\"><v>1</v></c></row>").bytes(),
            "损坏"),
        file(
            "不存在的列名",
            RawWorkbook.withSheet("<row r=\"1\"><c r=\"FXSHRXX1\"><v>1</v></c></row>").bytes(),
            "损坏"),
        file("行号倒退", RawWorkbook.withSheet("<row r=\"5\"/><row r=\"2\"/>").bytes(), "损坏"),
        file(
            "不知名的单元格类型",
            RawWorkbook.withSheet("<row r=\"1\"><c r=\"A1\" t=\"evil\"><v>1</v></c></row>").bytes(),
            "损坏"),
        file(
            "没有结束标记",
            RawWorkbook.withSheet(ROW).replacing(SHEET, "</worksheet>", "").bytes(),
            "损坏"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void isRefusedWithItsReason(String what, byte[] bytes, String sentence) {
    Throwable refused = catchThrowable(() -> SpreadsheetFile.open(bytes, SMALL));

    assertThat(refused).as(what).isInstanceOf(SpreadsheetRefused.class);
    assertThat(((SpreadsheetRefused) refused).sentence()).contains(sentence).endsWith("。");
  }

  static Stream<Arguments> refusedWhileReading() {
    return Stream.of(
        file("行数太多", RawWorkbook.withSheet(rows(1_001)).bytes(), "超过 1,000 行"),
        file("CSV 行数太多", "1\n".repeat(1_001).getBytes(StandardCharsets.UTF_8), "超过 1,000 行"),
        file(
            "列数太多",
            RawWorkbook.withSheet("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>").bytes(),
            "超过 100 列"),
        file("CSV 引号不成对", ("a,\"" + "x".repeat(200_000)).getBytes(StandardCharsets.UTF_8), "引号不成对"),
        file(
            "工作表没有内容部件",
            RawWorkbook.withSheet(ROW)
                .replacing("xl/_rels/workbook.xml.rels", "rId1", "rId9")
                .bytes(),
            "损坏"));
  }

  @Test
  void noFileAtAllIsNoEmptyFile() {
    SpreadsheetRefused none =
        catchThrowableOfType(
            SpreadsheetRefused.class, () -> SpreadsheetFile.open("", new byte[0], SMALL));
    SpreadsheetRefused empty =
        catchThrowableOfType(
            SpreadsheetRefused.class, () -> SpreadsheetFile.open("a.csv", new byte[0], SMALL));

    assertThat(none.sentence()).contains("没有选择文件");
    assertThat(empty.sentence()).contains("文件是空的");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedWhileReading")
  void isRefusedWhileItIsRead(String what, byte[] bytes, String sentence) throws Exception {
    SpreadsheetFile file = SpreadsheetFile.open(bytes, SMALL);

    Throwable refused = catchThrowable(() -> file.read(file.sheets().getFirst().name(), _ -> true));

    assertThat(refused).as(what).isInstanceOf(SpreadsheetRefused.class);
    assertThat(((SpreadsheetRefused) refused).sentence()).contains(sentence);
  }

  private static Arguments file(String what, byte[] bytes, String sentence) {
    return Arguments.of(what, bytes, sentence);
  }

  private static byte[] compound(String stream) {
    byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
    byte[] bytes = Arrays.copyOf(bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1), 1_024);
    System.arraycopy(name, 0, bytes, 600, name.length);
    return bytes;
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] truncated(byte[] file) {
    return Arrays.copyOf(file, file.length * 2 / 3);
  }

  private static byte[] corrupted(byte[] file) {
    byte[] copy = file.clone();
    for (int i = 60; i < 120; i++) {
      copy[i] = (byte) ~copy[i];
    }
    return copy;
  }

  private static byte[] behind(byte[] file, String text) {
    byte[] copy = Arrays.copyOf(file, file.length + text.length());
    System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, copy, file.length, text.length());
    return copy;
  }

  private static byte[] before(String text, byte[] file) {
    byte[] copy = new byte[text.length() + file.length];
    System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, copy, 0, text.length());
    System.arraycopy(file, 0, copy, text.length(), file.length);
    return copy;
  }

  private static byte[] manyParts() {
    RawWorkbook workbook = RawWorkbook.withSheet(ROW);
    for (int i = 0; i < 61; i++) {
      workbook.part("xl/media/" + i, "x");
    }
    return workbook.bytes();
  }

  // Each part alone is small enough to be exempt from the ratio.
  private static byte[] severalLarge() {
    RawWorkbook workbook = RawWorkbook.withSheet(ROW);
    for (int i = 0; i < 8; i++) {
      workbook.part("xl/media/" + i, new byte[4_000_000]);
    }
    return workbook.bytes();
  }

  private static String rows(int count) {
    StringBuilder rows = new StringBuilder();
    for (int row = 1; row <= count; row++) {
      rows.append(
          String.format(Locale.ROOT, "<row r=\"%1$d\"><c r=\"A%1$d\"><v>1</v></c></row>", row));
    }
    return rows.toString();
  }
}
