package seedbed.word;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import seedbed.word.WordContent.Aside;
import seedbed.word.WordContent.Block;
import seedbed.word.WordContent.Cell;
import seedbed.word.WordContent.Lost;
import seedbed.word.WordContent.Paragraph;
import seedbed.word.WordContent.Row;
import seedbed.word.WordContent.Table;

/// Reads one part of a Word file from beginning to end. The library's own model passes over cells
/// and rows that stand in content controls, and takes many times the room; here whatever is not
/// known is looked through.
final class WordStory {

  private static final XMLInputFactory FACTORY = factory();

  private final XMLStreamReader at;
  private final Set<Lost> lost;

  /// More than 0 within what is not on paper.
  private int muted;

  /// The text of a paragraph whose end was deleted; it goes on in the next one.
  private String carried = "";

  private WordStory(XMLStreamReader at, Set<Lost> lost) {
    this.at = at;
    this.lost = lost;
  }

  /// Adds what the part says and notes what cannot be said.
  static void read(InputStream part, List<Block> blocks, Set<Lost> lost) throws IOException {
    try {
      XMLStreamReader at = FACTORY.createXMLStreamReader(part);
      while (at.next() != XMLStreamConstants.START_ELEMENT) {
        // comments before the root
      }
      WordStory story = new WordStory(at, lost);
      story.blocks(blocks);
      story.endOfStory(blocks);
    } catch (XMLStreamException e) {
      throw new IOException("markup that cannot be read", e);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /// The next child of the element whose children are being read; null after the last.
  private @Nullable String child() throws XMLStreamException {
    while (true) {
      switch (at.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          return at.getLocalName();
        }
        case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
          return null;
        }
        default -> {}
      }
    }
  }

  private void blocks(List<Block> into) throws XMLStreamException {
    boolean prompt = false;
    for (String name = child(); name != null; name = child()) {
      switch (name) {
        case "p" -> paragraph(into);
        case "tbl" -> into.add(table(into));
        case "sdtPr" -> prompt = has("showingPlcHdr");
        case "sdtContent" -> muted(prompt, () -> blocks(into));
        case "del", "moveFrom", "Fallback", "sectPr", "sdtEndPr" -> skip();
        default -> blocks(into);
      }
    }
  }

  private void endOfStory(List<Block> into) {
    if (!carried.isEmpty()) {
      into.add(new Paragraph(carried));
      carried = "";
    }
  }

  private void paragraph(List<Block> into) throws XMLStreamException {
    StringBuilder text = new StringBuilder(carried);
    carried = "";
    List<Block> asides = new ArrayList<>();
    boolean goesOn = false;
    for (String name = child(); name != null; name = child()) {
      if (name.equals("pPr")) {
        goesOn = has("del", "moveFrom");
      } else {
        inline(name, text, asides);
      }
    }
    if (goesOn) {
      carried = text.toString();
    } else {
      into.add(new Paragraph(text.toString()));
    }
    into.addAll(asides);
  }

  private void inlines(StringBuilder text, List<Block> asides) throws XMLStreamException {
    boolean prompt = false;
    for (String name = child(); name != null; name = child()) {
      switch (name) {
        case "sdtPr" -> prompt = has("showingPlcHdr");
        case "sdtContent" -> muted(prompt, () -> inlines(text, asides));
        default -> inline(name, text, asides);
      }
    }
  }

  private void inline(String name, StringBuilder text, List<Block> asides)
      throws XMLStreamException {
    switch (name) {
      case "r" -> run(text, asides);
      case "t" -> say(text, at.getElementText());
      case "tab", "ptab" -> sign(text, "\t");
      case "cr" -> sign(text, "\n");
      case "br" -> sign(text, breaksLine() ? "\n" : "");
      case "noBreakHyphen" -> sign(text, "-");
      case "sym" -> sign(text, symbol(at.getAttributeValue(at.getNamespaceURI(), "char")));
      case "drawing", "pict", "object" -> drawing(asides);
      case "commentReference" -> loses(Lost.COMMENT);
      case "footnoteReference", "endnoteReference" -> loses(Lost.NOTE);
      case "rPr", "del", "moveFrom", "delText", "instrText", "Fallback", "rt", "sdtEndPr" -> skip();
      default -> inlines(text, asides);
    }
  }

  private void run(StringBuilder text, List<Block> asides) throws XMLStreamException {
    boolean hidden = false;
    for (String name = child(); name != null; name = child()) {
      if (name.equals("rPr")) {
        hidden = has("vanish");
      } else {
        String said = name;
        muted(hidden, () -> inline(said, text, asides));
      }
    }
  }

  private void say(StringBuilder text, String said) {
    if (muted == 0) {
      text.append(said);
    }
  }

  private void sign(StringBuilder text, String said) throws XMLStreamException {
    say(text, said);
    skip();
  }

  private void loses(Lost what) throws XMLStreamException {
    if (muted == 0) {
      lost.add(what);
    }
    skip();
  }

  private boolean breaksLine() {
    String type = at.getAttributeValue(at.getNamespaceURI(), "type");
    return type == null || type.equals("textWrapping");
  }

  // Most are of the private area, where only their type face says what they are.
  private static String symbol(@Nullable String code) {
    try {
      int point = Integer.parseInt(code == null ? "" : code, 16);
      return Character.getType(point) == Character.PRIVATE_USE || !Character.isDefined(point)
          ? "□"
          : Character.toString(point);
    } catch (IllegalArgumentException _) {
      return "□";
    }
  }

  private void drawing(List<Block> asides) throws XMLStreamException {
    if (!boxes(asides) && muted == 0) {
      lost.add(Lost.PICTURE);
    }
  }

  private boolean boxes(List<Block> asides) throws XMLStreamException {
    boolean any = false;
    for (String name = child(); name != null; name = child()) {
      switch (name) {
        case "txbxContent" -> {
          any = true;
          aside(within(), asides);
        }
        case "Fallback" -> skip();
        default -> any |= boxes(asides);
      }
    }
    return any;
  }

  private static void aside(List<Block> blocks, List<Block> asides) {
    String text = String.join("\n", blocks.stream().map(Block::text).toList()).strip();
    if (!text.isEmpty()) {
      asides.add(new Aside(text));
    }
  }

  /// The blocks of a cell or a box, which have nothing to do with the paragraph before.
  private List<Block> within() throws XMLStreamException {
    String before = carried;
    carried = "";
    List<Block> blocks = new ArrayList<>();
    blocks(blocks);
    endOfStory(blocks);
    carried = before;
    return blocks;
  }

  private Table table(List<Block> asides) throws XMLStreamException {
    List<Row> rows = new ArrayList<>();
    rows(rows, asides);
    return new Table(rows);
  }

  private void rows(List<Row> rows, List<Block> asides) throws XMLStreamException {
    for (String name = child(); name != null; name = child()) {
      switch (name) {
        case "tr" -> {
          RowReader row = new RowReader(asides);
          row.read();
          if (!row.deleted) {
            rows.add(new Row(row.cells));
          }
        }
        case "tblPr", "tblGrid", "tblPrEx", "sdtPr", "del", "moveFrom" -> skip();
        default -> rows(rows, asides);
      }
    }
  }

  private final class RowReader {
    private final List<Cell> cells = new ArrayList<>();
    private final List<Block> asides;
    private int column;
    private boolean deleted;

    private RowReader(List<Block> asides) {
      this.asides = asides;
    }

    private void read() throws XMLStreamException {
      boolean prompt = false;
      for (String name = child(); name != null; name = child()) {
        switch (name) {
          case "trPr" -> properties();
          case "tc" -> cell();
          case "sdtPr" -> prompt = has("showingPlcHdr");
          case "sdtContent" -> muted(prompt, this::read);
          case "tblPrEx" -> skip();
          default -> read();
        }
      }
    }

    private void properties() throws XMLStreamException {
      for (String name = child(); name != null; name = child()) {
        switch (name) {
          case "gridBefore" -> column += number();
          case "del", "moveFrom" -> deleted = true;
          default -> {}
        }
        skip();
      }
    }

    private void cell() throws XMLStreamException {
      String before = carried;
      carried = "";
      List<Block> blocks = new ArrayList<>();
      int span = 1;
      boolean gone = false;
      for (String name = child(); name != null; name = child()) {
        switch (name) {
          case "tcPr" -> {
            CellProperties properties = cellProperties();
            span = properties.span();
            gone = properties.gone();
          }
          case "p" -> paragraph(blocks);
          case "tbl" -> blocks.add(new Aside(table(blocks).text()));
          default -> blocks(blocks);
        }
      }
      endOfStory(blocks);
      carried = before;
      if (!gone) {
        cells.add(new Cell(column, span, lines(blocks)));
      }
      column += span;
    }

    private String lines(List<Block> blocks) {
      List<String> lines = new ArrayList<>();
      for (Block block : blocks) {
        switch (block) {
          case Paragraph(var text) -> lines.add(text);
          case Aside _, Table _ -> aside(List.of(block), asides);
        }
      }
      return String.join("\n", lines);
    }

    private CellProperties cellProperties() throws XMLStreamException {
      int span = 1;
      boolean gone = false;
      for (String name = child(); name != null; name = child()) {
        switch (name) {
          case "gridSpan" -> span = Math.max(1, number());
          case "cellDel" -> gone = true;
          default -> {}
        }
        skip();
      }
      return new CellProperties(span, gone);
    }

    private int number() {
      String value = at.getAttributeValue(at.getNamespaceURI(), "val");
      return value != null && value.matches("[0-9]{1,3}") ? Integer.parseInt(value) : 0;
    }
  }

  private record CellProperties(int span, boolean gone) {}

  private interface Reading {
    void read() throws XMLStreamException;
  }

  private void muted(boolean silent, Reading reading) throws XMLStreamException {
    muted += silent ? 1 : 0;
    reading.read();
    muted -= silent ? 1 : 0;
  }

  /// Whether the element holds one of these that is not switched off; reads to its end.
  private boolean has(String... names) throws XMLStreamException {
    boolean found = false;
    for (String name = child(); name != null; name = child()) {
      String value = at.getAttributeValue(at.getNamespaceURI(), "val");
      boolean off = "0".equals(value) || "false".equals(value) || "off".equals(value);
      found |= List.of(names).contains(name) && !off;
      // pPr tells of earlier properties in pPrChange, which holds no longer
      if (name.endsWith("Change")) {
        skip();
      } else {
        found |= has(names);
      }
    }
    return found;
  }

  private void skip() throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      switch (at.next()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {}
      }
    }
  }
}
