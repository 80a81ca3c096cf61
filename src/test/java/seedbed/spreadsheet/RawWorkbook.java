package seedbed.spreadsheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook put together part by part, so that a test can make any part wrong.
public final class RawWorkbook {

  private static final String MAIN =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  public static RawWorkbook withSheet(String sheetData) {
    return new RawWorkbook()
        .part(
            "[Content_Types].xml",
            """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="%1$s.sheet.main+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%1$s.worksheet+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="%1$s.styles+xml"/>
            <Override PartName="/xl/sharedStrings.xml" ContentType="%1$s.sharedStrings+xml"/>
            </Types>\
            """
                .formatted(TYPES))
        .part(
            "_rels/.rels",
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="%s/officeDocument" Target="xl/workbook.xml"/>
            </Relationships>\
            """
                .formatted(RELATIONS))
        .part(
            "xl/workbook.xml",
            """
            <workbook %s xmlns:r="%s"><sheets><sheet name="年度指标" sheetId="1" r:id="rId1"/></sheets></workbook>\
            """
                .formatted(MAIN, RELATIONS))
        .part(
            "xl/_rels/workbook.xml.rels",
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="%1$s/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="rId2" Type="%1$s/styles" Target="styles.xml"/>
            <Relationship Id="rId3" Type="%1$s/sharedStrings" Target="sharedStrings.xml"/>
            </Relationships>\
            """
                .formatted(RELATIONS))
        .part(
            "xl/styles.xml",
            """
            <styleSheet %s><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>\
            <borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>\
            <cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="31"/></cellXfs>\
            </styleSheet>\
            """
                .formatted(MAIN))
        .part("xl/sharedStrings.xml", "<sst %s><si><t>企业名称</t></si></sst>".formatted(MAIN))
        .part(
            "xl/worksheets/sheet1.xml",
            "<worksheet %s><sheetData>%s</sheetData></worksheet>".formatted(MAIN, sheetData));
  }

  /// A workbook of inline text cells, one inner list a row.
  @SafeVarargs
  public static RawWorkbook ofTexts(java.util.List<String>... rows) {
    StringBuilder data = new StringBuilder();
    for (int row = 0; row < rows.length; row++) {
      data.append("<row r=\"%d\">".formatted(row + 1));
      for (String cell : rows[row]) {
        data.append("<c t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(cell));
      }
      data.append("</row>");
    }
    return withSheet(data.toString());
  }

  public RawWorkbook part(String name, String content) {
    return part(name, content.getBytes(StandardCharsets.UTF_8));
  }

  public RawWorkbook part(String name, byte[] content) {
    parts.put(name, content);
    return this;
  }

  public RawWorkbook replacing(String part, String old, String by) {
    String content = new String(parts.get(part), StandardCharsets.UTF_8);
    return part(part, content.replace(old, by));
  }

  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
