package seedbed.word;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.apache.xmlbeans.XmlException;

/// What a Word file says, as it would be on paper: inserted text counts and deleted text does not,
/// hidden text and the prompts of empty controls are left out.
///
/// @param properties those that whoever made the file gave it
/// @param blocks of the text, in their order
/// @param margins the lines of headers and footers
/// @param lost what else there is and has no text
public record WordContent(
    Map<String, String> properties, List<Block> blocks, List<String> margins, Set<Lost> lost) {

  public WordContent {
    properties = Map.copyOf(properties);
    blocks = List.copyOf(blocks);
    margins = List.copyOf(margins);
    lost = Set.copyOf(lost);
  }

  /// A part of the text.
  public sealed interface Block {
    String text();
  }

  public record Paragraph(String text) implements Block {}

  /// Text in a box, or a table within a cell.
  public record Aside(String text) implements Block {}

  public record Table(List<Row> rows) implements Block {
    public Table {
      rows = List.copyOf(rows);
    }

    @Override
    public String text() {
      return rows.stream().map(Row::text).collect(Collectors.joining("\n"));
    }
  }

  public record Row(List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    /// What its cells say, one beside the other.
    public String text() {
      return cells.stream()
          .map(Cell::text)
          .filter(text -> !text.isBlank())
          .collect(Collectors.joining("　"));
    }
  }

  /// A cell; its paragraphs are lines.
  ///
  /// @param column of the grid, where it begins
  /// @param span columns of the grid that it covers
  public record Cell(int column, int span, String text) {}

  /// What is in a file besides its text.
  public enum Lost {
    PICTURE("图片"),
    COMMENT("批注"),
    NOTE("脚注或尾注");

    private final String label;

    Lost(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /// Reads a file that has been found harmless.
  ///
  /// @throws IOException also when it is none that Word would open
  public static WordContent of(Path file) throws IOException {
    try (OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      List<Block> blocks = new ArrayList<>();
      Set<Lost> lost = EnumSet.noneOf(Lost.class);
      read(mainPart(parts), blocks, lost);
      List<Block> margins = new ArrayList<>();
      for (XWPFRelation relation : List.of(XWPFRelation.HEADER, XWPFRelation.FOOTER)) {
        for (PackagePart part : parts.getPartsByContentType(relation.getContentType())) {
          read(part, margins, lost);
        }
      }
      return new WordContent(
          properties(parts), blocks, margins.stream().map(Block::text).toList(), lost);
    } catch (OpenXML4JException | OpenXML4JRuntimeException | POIXMLException | XmlException e) {
      throw new IOException("no document that Word would open", e);
    }
  }

  private static PackagePart mainPart(OPCPackage parts) throws IOException {
    for (String type :
        List.of(
            PackageRelationshipTypes.CORE_DOCUMENT,
            PackageRelationshipTypes.STRICT_CORE_DOCUMENT)) {
      for (PackagePart part : parts.getPartsByRelationshipType(type)) {
        return part;
      }
    }
    throw new IOException("no main part");
  }

  private static void read(PackagePart part, List<Block> blocks, Set<Lost> lost)
      throws IOException {
    try (InputStream in = part.getInputStream()) {
      WordStory.read(in, blocks, lost);
    }
  }

  private static Map<String, String> properties(OPCPackage parts)
      throws IOException, OpenXML4JException, XmlException {
    Map<String, String> found = new LinkedHashMap<>();
    for (var property :
        new POIXMLProperties(parts)
            .getCustomProperties()
            .getUnderlyingProperties()
            .getPropertyList()) {
      if (property.isSetLpwstr() && property.getName() != null) {
        found.put(property.getName(), property.getLpwstr());
      }
    }
    return found;
  }
}
