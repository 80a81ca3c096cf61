package seedbed.evidence.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// A Word, Excel or PowerPoint file of today, or an OFD: an archive of parts. Nothing in it may act
/// by itself, hold another file, or fetch something from elsewhere.
final class OfficeFile {

  private static final String TYPES = "[content_types].xml";
  private static final String RELATIONS = ".rels";
  private static final Pattern KNOWN =
      Pattern.compile(
          ".*\\.(xml|rels|vml|png|jpe?g|gif|bmp|tiff?|emf|wmf|wdp|svg|fntdata|odttf|thmx)");
  private static final Pattern KNOWN_OFD =
      Pattern.compile(".*\\.(xml|png|jpe?g|gif|bmp|tiff?|ttf|otf|ttc|cff|jb2|esl|dat|res)");
  private static final Pattern PRINTER = Pattern.compile(".*/printersettings[0-9]*\\.bin");
  private static final Pattern HARMLESS_LINK =
      Pattern.compile("(?i)(https?://|mailto:|#|tel:).*", Pattern.DOTALL);
  private static final Set<String> MACRO_WORDS =
      Set.of(
          "macroenabled", "vbaproject", "vbadata", "macrosheet", "intlmacrosheet", "dialogsheet");

  private final FileBytes bytes;
  private final Effort effort;
  private final List<ZipLayout.Part> parts;
  private final Set<String> names;

  private OfficeFile(FileBytes bytes, Effort effort, List<ZipLayout.Part> parts) {
    this.bytes = bytes;
    this.effort = effort;
    this.parts = parts;
    names = parts.stream().map(ZipLayout.Part::key).collect(Collectors.toSet());
  }

  static FileFormat check(FileBytes bytes, Effort effort) throws FileRefused, IOException {
    OfficeFile file = new OfficeFile(bytes, effort, ZipLayout.of(bytes, effort.limits()));
    FileFormat format = file.format();
    for (ZipLayout.Part part : file.parts) {
      file.refuseByName(part, format);
    }
    for (ZipLayout.Part part : file.parts) {
      file.look(part);
    }
    return format;
  }

  private FileFormat format() throws FileRefused {
    if (names.contains("ofd.xml")) {
      return FileFormat.OFD;
    }
    if (names.contains(TYPES) && names.contains("word/document.xml")) {
      return FileFormat.DOCX;
    }
    if (names.contains(TYPES) && names.contains("xl/workbook.xml")) {
      return FileFormat.XLSX;
    }
    if (names.contains(TYPES) && names.contains("ppt/presentation.xml")) {
      return FileFormat.PPTX;
    }
    throw new FileRefused("这是压缩包或其他软件的文件，不能直接上传。请解压后逐个上传，或另存为 PDF 后再上传。");
  }

  private void refuseByName(ZipLayout.Part part, FileFormat format) throws FileRefused {
    String name = part.key();
    if (name.contains("vbaproject")
        || name.contains("vbadata")
        || name.contains("macrosheets/")
        || name.contains("dialogsheets/")) {
      throw macros();
    }
    if (name.contains("externallinks/")
        || name.endsWith("connections.xml")
        || name.contains("querytables/")) {
      throw new FileRefused("文件引用了其他工作簿或外部数据（“" + part.name() + "”），没有受理。请把引用的内容粘贴为数值后再上传。");
    }
    if (name.contains("embeddings/")
        || name.contains("activex/")
        || name.contains("ctrlprops/")
        || name.contains("oleobject")) {
      throw new FileRefused(
          "文件里嵌入了其他文件或控件（“" + part.name() + "”），没有受理。请删除嵌入的对象，图表请粘贴为图片，嵌入的材料请单独上传。");
    }
    boolean known =
        name.endsWith("/")
            || (format == FileFormat.OFD
                ? KNOWN_OFD.matcher(name).matches()
                : KNOWN.matcher(name).matches() || PRINTER.matcher(name).matches());
    if (!known) {
      throw new FileRefused("文件里夹带了“" + part.name() + "”，不是办公软件正常保存的内容，没有受理。请用办公软件打开，另存后再上传。");
    }
  }

  private static FileRefused macros() {
    return new FileRefused("文件含有宏，没有受理。请另存为不带宏的格式，或另存为 PDF 后再上传。");
  }

  private void look(ZipLayout.Part part) throws FileRefused, IOException {
    try (InputStream in = new PartStream(bytes, part, effort)) {
      String name = part.key();
      if (name.endsWith(".xml") || name.endsWith(RELATIONS) || name.endsWith(".svg")) {
        PartReader reader = new PartReader(part.name(), name.equals(TYPES));
        Markup.walk(in, part.name(), effort.limits(), reader);
        reader.end();
      } else if (!name.endsWith("/")) {
        Pictures.requireHarmless(part.name(), in.readNBytes(Pictures.HEAD), effort.limits());
      }
      in.transferTo(OutputStream.nullOutputStream());
    } catch (PartStream.Stopped stopped) {
      throw stopped.refusal();
    } catch (IOException e) {
      throw new FileRefused(ZipLayout.damaged().sentence(), e);
    }
  }

  /// What one part says, as far as it can do harm.
  private static final class PartReader implements Markup.Reader {
    private static final Pattern DDE =
        Pattern.compile("(?i)(^|[^\\p{L}\\p{N}])DDE(AUTO)?([^\\p{L}\\p{N}]|$)");
    private static final Pattern FORMULA =
        Pattern.compile(
            "(?i)\\|.*!|\\b(CALL|REGISTER|REGISTER\\.ID|EXEC|WEBSERVICE|FOPEN|DDE)\\s*\\(",
            Pattern.DOTALL);
    private static final int LONGEST_FIELD = 64 * 1024;

    private final String name;
    private final boolean types;
    private final StringBuilder field = new StringBuilder();
    private final StringBuilder formula = new StringBuilder();

    private PartReader(String name, boolean types) {
      this.name = name;
      this.types = types;
    }

    @Override
    public void element(XMLStreamReader at) throws FileRefused {
      String element = at.getLocalName();
      requireFormula();
      if (types) {
        requirePlainType(at.getAttributeValue(null, "ContentType"));
      }
      switch (element) {
        case "Relationship" -> requireInside(at);
        case "fldSimple" -> requireField(at);
        case "script" -> throw new FileRefused("文件内部“" + name + "”含有脚本，没有受理。请删除有脚本的图形后再上传。");
        case "oleObj", "OLEObject", "ddeLink", "oleLink", "altChunk", "control" ->
            throw new FileRefused("文件里有嵌入的对象、控件或动态链接（“" + name + "”），没有受理。请删除后再上传。");
        default -> {}
      }
    }

    @Override
    public void text(String element, String text) throws FileRefused {
      switch (element) {
        // A field may be cut into pieces to hide what it says.
        case "instrText" -> add(field, text);
        case "f", "formula", "definedName" -> add(formula, text);
        default -> {}
      }
    }

    private void end() throws FileRefused {
      requireFormula();
      if (DDE.matcher(field).find()) {
        throw dde();
      }
    }

    private void requireFormula() throws FileRefused {
      if (!formula.isEmpty() && FORMULA.matcher(formula).find()) {
        throw dde();
      }
      formula.setLength(0);
    }

    private void requireField(XMLStreamReader at) throws FileRefused {
      for (int i = 0; i < at.getAttributeCount(); i++) {
        if (DDE.matcher(at.getAttributeValue(i)).find()) {
          throw dde();
        }
      }
    }

    private FileRefused dde() {
      return new FileRefused("文件里有能启动其他程序的动态数据交换（DDE）域或公式（“" + name + "”），没有受理。请把它改成普通文字或数值后再上传。");
    }

    private void add(StringBuilder pieces, String text) throws FileRefused {
      if (pieces.length() + text.length() > LONGEST_FIELD) {
        pieces.delete(0, pieces.length() / 2);
      }
      pieces.append(text, 0, Math.min(text.length(), LONGEST_FIELD));
    }

    private void requirePlainType(@Nullable String type) throws FileRefused {
      if (type == null) {
        return;
      }
      String plain = type.toLowerCase(Locale.ROOT);
      if (MACRO_WORDS.stream().anyMatch(plain::contains)) {
        throw macros();
      }
      if (plain.contains("activex") || plain.contains("oleobject")) {
        throw new FileRefused("文件里嵌入了控件或其他文件，没有受理。请删除后再上传。");
      }
    }

    private void requireInside(XMLStreamReader at) throws FileRefused {
      String type = text(at.getAttributeValue(null, "Type"));
      String target = text(at.getAttributeValue(null, "Target"));
      boolean outside = "External".equalsIgnoreCase(at.getAttributeValue(null, "TargetMode"));
      boolean link = type.endsWith("/hyperlink");
      if (outside && !(link && HARMLESS_LINK.matcher(target).matches())) {
        throw new FileRefused(
            "文件引用了外部的内容或程序（“" + shortened(target) + "”），没有受理。请把链接的模板、图片等改为存入文件，删除指向本机程序的链接后再上传。");
      }
      if (!outside && target.matches("(?i)[a-z][a-z0-9+.-]+:.*")) {
        throw new FileRefused("文件引用了外部的内容（“" + shortened(target) + "”），没有受理。请改为存入文件后再上传。");
      }
    }

    private static String text(@Nullable String value) {
      return value == null ? "" : value;
    }

    private static String shortened(String target) {
      return target.length() <= 80 ? target : target.substring(0, 80) + "…";
    }
  }
}
