package seedbed.spreadsheet;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Walks the markup of a workbook once before it is read. The reader behind this package trusts
/// cell addresses, string numbers and array formulas and would reserve whatever they claim.
final class MarkupSurvey {

  private static final int DEEPEST = 64;
  private static final int LONGEST_NUMBER = 64;
  private static final int LONGEST_FORMULA = 8_192;
  private static final int MOST_ARRAY_FORMULAS = 200;
  private static final int LAST_COLUMN = 16_384;
  private static final int LAST_ROW = 1_048_576;
  private static final Pattern ADDRESS = Pattern.compile("[A-Z]{1,3}[1-9][0-9]{0,6}");
  private static final Pattern INDEX = Pattern.compile("[0-9]{1,9}");
  private static final Set<String> CELL_TYPES = Set.of("n", "s", "b", "e", "str", "inlineStr");

  private final XMLInputFactory factory;
  private int highestString = -1;
  private int strings;
  private int arrayFormulas;

  MarkupSurvey() {
    factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  /// Reads a part to its end, or says by an exception that it is damaged or hostile.
  void walk(InputStream part) throws XMLStreamException {
    try {
      new Part(factory.createXMLStreamReader(part)).walk();
    } catch (UncheckedStreamException e) {
      throw new XMLStreamException(e);
    }
  }

  /// Cells may only name strings that are there.
  void finish() throws XMLStreamException {
    if (highestString >= strings) {
      throw new XMLStreamException("string " + highestString + " of " + strings);
    }
  }

  /// One part, while it is walked.
  private final class Part {
    private final XMLStreamReader xml;
    private int depth;
    private int lastRow;
    private int stringsHere;
    private String cellType = "n";
    private int length;
    private int longest = Integer.MAX_VALUE;
    private final StringBuilder index = new StringBuilder();
    private boolean readingIndex;

    Part(XMLStreamReader xml) {
      this.xml = xml;
    }

    void walk() throws XMLStreamException {
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName());
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters();
          case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
              throw new XMLStreamException("document type");
          default -> {
            // comments and instructions mean nothing here
          }
        }
      }
      strings = Math.max(strings, stringsHere);
    }

    private void start(String name) throws XMLStreamException {
      require(++depth <= DEEPEST, "depth");
      switch (name) {
        case "row" -> row(xml.getAttributeValue(null, "r"));
        case "c" -> cell();
        case "si" -> require(++stringsHere <= SpreadsheetLimits.SHARED_STRINGS, "strings");
        case "v" -> value();
        case "f" -> formula();
        default -> {
          // nothing the reader would trust
        }
      }
    }

    private void row(@Nullable String number) throws XMLStreamException {
      if (number != null) {
        require(INDEX.matcher(number).matches(), "row");
        int row = Integer.parseInt(number);
        require(row > lastRow && row <= LAST_ROW, "row");
        lastRow = row;
      }
    }

    private void cell() throws XMLStreamException {
      @Nullable String address = xml.getAttributeValue(null, "r");
      if (address != null) {
        require(ADDRESS.matcher(address).matches() && column(address) <= LAST_COLUMN, "address");
      }
      @Nullable String style = xml.getAttributeValue(null, "s");
      require(style == null || INDEX.matcher(style).matches(), "style");
      @Nullable String type = xml.getAttributeValue(null, "t");
      cellType = type == null ? "n" : type;
      require(CELL_TYPES.contains(cellType), "cell type");
    }

    private void value() {
      length = 0;
      longest = cellType.equals("str") ? SpreadsheetLimits.CELL_CHARACTERS : LONGEST_NUMBER;
      readingIndex = cellType.equals("s");
      index.setLength(0);
    }

    private void formula() throws XMLStreamException {
      length = 0;
      longest = LONGEST_FORMULA;
      if ("array".equals(xml.getAttributeValue(null, "t"))) {
        require(++arrayFormulas <= MOST_ARRAY_FORMULAS, "array formulas");
      }
    }

    private void characters() throws XMLStreamException {
      length += xml.getTextLength();
      require(length <= longest, "text");
      if (readingIndex) {
        index.append(xml.getText());
      }
    }

    private void end(String name) throws XMLStreamException {
      depth--;
      if (readingIndex && name.equals("v")) {
        require(index.isEmpty() || INDEX.matcher(index).matches(), "string number");
        highestString =
            Math.max(highestString, index.isEmpty() ? -1 : Integer.parseInt(index.toString()));
        readingIndex = false;
      }
      if (name.equals("v") || name.equals("f")) {
        longest = Integer.MAX_VALUE;
        length = 0;
      }
    }
  }

  private static int column(String address) {
    int column = 0;
    for (int i = 0; Character.isLetter(address.charAt(i)); i++) {
      column = column * 26 + address.charAt(i) - 'A' + 1;
    }
    return column;
  }

  private static void require(boolean holds, String what) throws XMLStreamException {
    if (!holds) {
      throw new XMLStreamException("unexpected " + what);
    }
  }
}
