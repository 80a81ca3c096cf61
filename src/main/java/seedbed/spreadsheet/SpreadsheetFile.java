package seedbed.spreadsheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// A file that was found to be a table, by its content.
public sealed interface SpreadsheetFile permits XlsxFile, CsvFile {

  Charset GB18030 = Charset.forName("GB18030");

  /// A sheet of the file.
  ///
  /// @param hidden whether its user does not see it
  record SheetName(String name, boolean hidden) {}

  /// Takes rows in order; returns false to stop.
  @FunctionalInterface
  interface RowTaker {
    boolean take(SheetRow row) throws SpreadsheetRefused;
  }

  /// Recognises a file and checks that reading it is safe.
  ///
  /// @throws SpreadsheetRefused with a sentence for its user
  static SpreadsheetFile open(byte[] bytes, SpreadsheetLimits limits) throws SpreadsheetRefused {
    if (bytes.length == 0) {
      throw new SpreadsheetRefused("文件是空的。请选择填好的表格。");
    }
    if (bytes.length > limits.fileBytes()) {
      throw new SpreadsheetRefused("文件超过 " + limits.fileMegabytes() + " MB。请删除图片等无关内容，或分成几个文件上传。");
    }
    if (begins(bytes, 'P', 'K', 3, 4)) {
      WorkbookArchive.check(bytes, limits);
      return new XlsxFile(bytes, limits);
    }
    refuseOtherFormats(bytes);
    return new CsvFile(bytes, charset(bytes), limits);
  }

  /// The same for a file as its user named it. A spreadsheet program refuses text that is called a
  /// workbook too: somebody renamed it, or exported it wrongly.
  ///
  /// @throws SpreadsheetRefused with a sentence for its user
  static SpreadsheetFile open(String fileName, byte[] bytes, SpreadsheetLimits limits)
      throws SpreadsheetRefused {
    // So a browser sends a form in which no file was chosen.
    if (fileName.isBlank() && bytes.length == 0) {
      throw new SpreadsheetRefused("没有选择文件。请先选择填好的表格，再上传。");
    }
    SpreadsheetFile file = open(bytes, limits);
    if (file instanceof CsvFile && fileName.toLowerCase(Locale.ROOT).matches(".*\\.xls[xmb]?")) {
      throw new SpreadsheetRefused("文件扩展名是 Excel，内容却是文本。请在 Excel 中打开后另存为 .xlsx，或把扩展名改回 .csv 再上传。");
    }
    return file;
  }

  List<SheetName> sheets() throws SpreadsheetRefused;

  /// Reads the rows that have a value, in order and without holding them.
  void read(String sheet, RowTaker taker) throws SpreadsheetRefused;

  /// What the file is, in words for its user.
  String format();

  private static void refuseOtherFormats(byte[] bytes) throws SpreadsheetRefused {
    if (begins(bytes, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
      throw new SpreadsheetRefused(compoundFile(bytes));
    }
    if (begins(bytes, 0x09, 0x08) || begins(bytes, 0x09, 0x04)) {
      throw new SpreadsheetRefused("这是旧版 Excel 的 .xls 文件。请在 Excel 或 WPS 中另存为 .xlsx 后再上传。");
    }
    if (begins(bytes, 'P', 'K')) {
      throw new SpreadsheetRefused("压缩文件是空的或已损坏。请重新保存表格后再上传。");
    }
    if (begins(bytes, '%', 'P', 'D', 'F')) {
      throw new SpreadsheetRefused("这是 PDF 文件，不是表格。请使用从本系统下载的模板填写。");
    }
    if (begins(bytes, 0xFF, 0xFE) || begins(bytes, 0xFE, 0xFF)) {
      throw new SpreadsheetRefused("这是 UTF-16 编码的文本。请在 Excel 中另存为“CSV UTF-8（逗号分隔）”或 .xlsx 后再上传。");
    }
    String head =
        new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1)
            .replace("\u00EF\u00BB\u00BF", "")
            .stripLeading()
            .toLowerCase(Locale.ROOT);
    if (head.startsWith("<")) {
      throw new SpreadsheetRefused("这是网页或 XML 格式的表格，只是用了 Excel 的扩展名。请在 Excel 中打开，另存为 .xlsx 后再上传。");
    }
    for (byte b : bytes) {
      if (b == 0) {
        throw new SpreadsheetRefused("无法识别这个文件。只接受 .xlsx 和 .csv 表格，请使用从本系统下载的模板填写。");
      }
    }
  }

  private static String compoundFile(byte[] bytes) {
    // Stream names of a compound file are UTF-16LE; Latin-1 keeps every byte in its place.
    String content = new String(bytes, StandardCharsets.ISO_8859_1);
    if (content.contains(wide("EncryptedPackage")) || content.contains(wide("EncryptionInfo"))) {
      return "文件有密码保护，无法读取。请在 Excel 中取消密码（文件 → 信息 → 保护工作簿）后再上传。";
    }
    if (content.contains(wide("WordDocument"))) {
      return "这是 Word 文档，不是表格。请使用从本系统下载的模板填写。";
    }
    return "这是旧版 Excel 的 .xls 文件。请在 Excel 或 WPS 中另存为 .xlsx 后再上传。";
  }

  private static String wide(String name) {
    return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
  }

  private static Charset charset(byte[] bytes) throws SpreadsheetRefused {
    for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
      try {
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes));
        return charset;
      } catch (CharacterCodingException _) {
        // not this one
      }
    }
    throw new SpreadsheetRefused("文本编码既不是 UTF-8 也不是 GB18030。请另存为 .xlsx 后再上传。");
  }

  private static boolean begins(byte[] bytes, int... signature) {
    if (bytes.length < signature.length) {
      return false;
    }
    for (int i = 0; i < signature.length; i++) {
      if ((bytes[i] & 0xff) != signature[i]) {
        return false;
      }
    }
    return true;
  }
}
