package seedbed.evidence.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// An office file put together part by part, so that a test can make any part wrong.
final class RawZip {

  private static final String RELATIONS =
      "<Relationships"
          + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>";
  private static final String TYPES =
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">%s</Types>";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  static RawZip empty() {
    return new RawZip();
  }

  static RawZip word() {
    return new RawZip()
        .part("[Content_Types].xml", TYPES.formatted(""))
        .part("_rels/.rels", RELATIONS.formatted(""))
        .part("word/document.xml", body("<w:p><w:r><w:t>证明</w:t></w:r></w:p>"));
  }

  static RawZip excel() {
    return new RawZip()
        .part("[Content_Types].xml", TYPES.formatted(""))
        .part("_rels/.rels", RELATIONS.formatted(""))
        .part("xl/workbook.xml", "<workbook/>")
        .part("xl/worksheets/sheet1.xml", "<worksheet/>");
  }

  static RawZip slides() {
    return new RawZip()
        .part("[Content_Types].xml", TYPES.formatted(""))
        .part("ppt/presentation.xml", "<presentation/>");
  }

  static String body(String content) {
    return "<w:document xmlns:w=\"w\" xmlns:o=\"o\"><w:body>" + content + "</w:body></w:document>";
  }

  RawZip part(String name, String content) {
    return part(name, content.getBytes(StandardCharsets.UTF_8));
  }

  RawZip part(String name, byte[] content) {
    parts.put(name, content);
    return this;
  }

  RawZip body(UnaryOperator<String> content) {
    return part("word/document.xml", body(content.apply("")));
  }

  RawZip type(String type) {
    return part(
        "[Content_Types].xml",
        TYPES.formatted("<Override PartName=\"/x\" ContentType=\"" + type + "\"/>"));
  }

  RawZip relation(String part, String type, String target) {
    return part(
        part,
        RELATIONS.formatted(
            "<Relationship Id=\"r1\" Type=\"http://x/%s\" Target=\"%s\" TargetMode=\"External\"/>"
                .formatted(type, target)));
  }

  byte[] bytes() {
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
