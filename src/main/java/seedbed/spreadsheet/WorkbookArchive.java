package seedbed.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/// Looks through every part of a workbook before it is read: nothing but cells may be inside, and
/// no more of it than the limits say. Uses the same archive reader as the reader that follows, so
/// that both see the same entries.
final class WorkbookArchive {

  private static final String DAMAGED = "文件已损坏或不完整，无法读取。请在 Excel 或 WPS 中打开，另存为 .xlsx 后再上传。";
  private static final int LONGEST_TYPES = 1024 * 1024;
  private static final int END_RECORD_LENGTH = 22;
  private static final byte[] END_RECORD = {'P', 'K', 5, 6};

  private WorkbookArchive() {}

  static void check(byte[] bytes, SpreadsheetLimits limits) throws SpreadsheetRefused {
    requireNothingBehind(bytes);
    MarkupGuard.InflationLimit inflation = new MarkupGuard.InflationLimit(limits);
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get()) {
      List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
      checkNames(entries, limits);
      checkParts(zip, entries, limits, inflation);
    } catch (IOException | XMLStreamException | IllegalArgumentException e) {
      MarkupGuard.@Nullable Tripped tripped = inflation.tripped();
      throw new SpreadsheetRefused(
          tripped == null ? DAMAGED : String.valueOf(tripped.getMessage()), e);
    }
  }

  // Spreadsheet programs write no archive comment, so the end record is the very end of the file.
  private static void requireNothingBehind(byte[] bytes) throws SpreadsheetRefused {
    int end = bytes.length - END_RECORD_LENGTH;
    boolean found = end >= 0;
    for (int i = 0; found && i < END_RECORD.length; i++) {
      found = bytes[end + i] == END_RECORD[i];
    }
    if (!found) {
      throw new SpreadsheetRefused(DAMAGED);
    }
  }

  private static void checkNames(List<ZipArchiveEntry> entries, SpreadsheetLimits limits)
      throws SpreadsheetRefused {
    if (entries.size() > limits.parts()) {
      throw new SpreadsheetRefused(
          "文件内部有 %,d 个部件，超过 %,d 个，没有受理。请删除多余的工作表和图片后再上传。"
              .formatted(entries.size(), limits.parts()));
    }
    Set<String> names = new HashSet<>();
    for (ZipArchiveEntry entry : entries) {
      String name = entry.getName().toLowerCase(Locale.ROOT);
      if (name.startsWith("/")
          || name.contains("..")
          || name.indexOf('\\') >= 0
          || name.indexOf(':') >= 0
          || name.indexOf('\0') >= 0
          || !names.add(name)) {
        throw new SpreadsheetRefused("文件内部的部件名称不正常，可能被人改动过，没有受理。请使用从本系统下载的模板重新填写。");
      }
      refuseForbidden(name);
      if (entry.getGeneralPurposeBit().usesEncryption()) {
        throw new SpreadsheetRefused("文件有密码保护，无法读取。请在 Excel 中取消密码后再上传。");
      }
      if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
        throw new SpreadsheetRefused(DAMAGED);
      }
    }
    requireWorkbook(names);
  }

  private static void refuseForbidden(String name) throws SpreadsheetRefused {
    if (name.contains("vbaproject") || name.contains("vbadata") || name.contains("macrosheets/")) {
      throw new SpreadsheetRefused("文件含有宏，没有受理。请另存为不带宏的 .xlsx 后再上传。");
    }
    if (name.contains("externallinks/") || name.endsWith("connections.xml")) {
      throw new SpreadsheetRefused("文件引用了其他工作簿或外部数据，没有受理。请把引用的单元格粘贴为数值后再上传。");
    }
    if (name.contains("embeddings/") || name.contains("activex/") || name.contains("ctrlprops/")) {
      throw new SpreadsheetRefused("文件嵌入了其他文件或控件，没有受理。请删除后再上传；佐证材料请单独提交。");
    }
  }

  private static void requireWorkbook(Set<String> names) throws SpreadsheetRefused {
    if (names.contains("xl/workbook.bin")) {
      throw new SpreadsheetRefused("这是 .xlsb 二进制工作簿。请在 Excel 中另存为 .xlsx 后再上传。");
    }
    if (names.contains("content.xml") && names.contains("meta-inf/manifest.xml")) {
      throw new SpreadsheetRefused("这是 .ods 表格。请另存为 .xlsx 后再上传。");
    }
    if (names.contains("word/document.xml")) {
      throw new SpreadsheetRefused("这是 Word 文档，不是表格。请使用从本系统下载的模板填写。");
    }
    if (!names.contains("[content_types].xml") || !names.contains("xl/workbook.xml")) {
      throw new SpreadsheetRefused("这是压缩文件，不是 Excel 工作簿。请解压后上传其中的 .xlsx 表格。");
    }
  }

  private static void checkParts(
      ZipFile zip,
      List<ZipArchiveEntry> entries,
      SpreadsheetLimits limits,
      MarkupGuard.InflationLimit inflation)
      throws IOException, XMLStreamException, SpreadsheetRefused {
    MarkupSurvey survey = new MarkupSurvey();
    for (ZipArchiveEntry entry : entries) {
      String name = entry.getName().toLowerCase(Locale.ROOT);
      boolean markup = name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
      inflation.begin(
          entry.getCompressedSize(),
          name.contains("sharedstrings")
              ? SpreadsheetLimits.SHARED_STRING_BYTES
              : limits.unpackedBytes());
      try (InputStream part = zip.getInputStream(entry);
          InputStream guarded = new MarkupGuard(part, inflation, markup)) {
        if (name.equals("[content_types].xml")) {
          checkTypes(guarded.readNBytes(LONGEST_TYPES), survey);
        } else if (markup && !name.endsWith(".vml")) {
          survey.walk(guarded);
        }
        guarded.transferTo(OutputStream.nullOutputStream());
      }
    }
    survey.finish();
  }

  // A macro workbook whose parts were renamed still has to declare what they are.
  private static void checkTypes(byte[] types, MarkupSurvey survey)
      throws SpreadsheetRefused, XMLStreamException {
    survey.walk(new ByteArrayInputStream(types));
    String text = new String(types, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    if (text.contains("macroenabled")
        || text.contains("vbaproject")
        || text.contains("macrosheet")) {
      throw new SpreadsheetRefused("文件含有宏，没有受理。请另存为不带宏的 .xlsx 后再上传。");
    }
    if (text.contains("externallink")) {
      throw new SpreadsheetRefused("文件引用了其他工作簿或外部数据，没有受理。请把引用的单元格粘贴为数值后再上传。");
    }
  }
}
