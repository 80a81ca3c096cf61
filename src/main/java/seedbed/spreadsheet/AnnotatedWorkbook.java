package seedbed.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;
import seedbed.spreadsheet.AnnotatedCopy.Annotation;

/// Copies a workbook part by part and changes only the markup of one sheet and of the styles, so
/// that everything else stays as its user made it, and so that any size fits in little memory.
final class AnnotatedWorkbook {

  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String WORKBOOK = "xl/workbook.xml";
  private static final String STYLES = "xl/styles.xml";
  private static final String RELATION_PART = "xl/_rels/workbook.xml.rels";
  private static final int COLUMN_WIDTH = 60;
  private static final int LINE_LENGTH = 26;
  private static final double LINE_HEIGHT = 15;

  private final String sheet;
  private final int headRow;
  private final int column;
  private final Map<Integer, Annotation> byRow;
  private final XMLInputFactory input = XMLInputFactory.newDefaultFactory();
  private final XMLOutputFactory output = XMLOutputFactory.newDefaultFactory();
  private final XMLEventFactory events = XMLEventFactory.newDefaultFactory();

  AnnotatedWorkbook(String sheet, int headRow, int column, Map<Integer, Annotation> byRow) {
    this.sheet = sheet;
    this.headRow = headRow;
    this.column = column;
    this.byRow = byRow;
    input.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    input.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  void write(byte[] workbook, OutputStream out) throws IOException, SpreadsheetRefused {
    try {
      Styles styles = new Styles(part(workbook, STYLES));
      String sheetPart = sheetPart(workbook);
      try (ZipFile from = archive(workbook);
          ZipOutputStream to = new ZipOutputStream(out)) {
        for (ZipArchiveEntry entry : Collections.list(from.getEntries())) {
          to.putNextEntry(new ZipEntry(entry.getName()));
          try (InputStream part = from.getInputStream(entry)) {
            if (entry.getName().equalsIgnoreCase(sheetPart)) {
              new SheetCopy(styles, part, to).copy();
            } else if (entry.getName().equalsIgnoreCase(STYLES)) {
              to.write(styles.markup);
            } else {
              part.transferTo(to);
            }
          }
          to.closeEntry();
        }
        to.finish();
      }
    } catch (XMLStreamException e) {
      throw new SpreadsheetRefused("这个工作簿无法标注。请对照页面上的问题清单改正原表。", e);
    }
  }

  private String sheetPart(byte[] workbook)
      throws IOException, XMLStreamException, SpreadsheetRefused {
    @Nullable String relation = null;
    XMLEventReader sheets =
        input.createXMLEventReader(new ByteArrayInputStream(part(workbook, WORKBOOK)));
    while (sheets.hasNext()) {
      if (sheets.nextEvent() instanceof StartElement element
          && element.getName().getLocalPart().equals("sheet")
          && sheet.equals(value(element, "name"))) {
        Attribute id = element.getAttributeByName(new QName(RELATIONS, "id"));
        relation = id == null ? null : id.getValue();
      }
    }
    XMLEventReader targets =
        input.createXMLEventReader(new ByteArrayInputStream(part(workbook, RELATION_PART)));
    while (targets.hasNext()) {
      if (targets.nextEvent() instanceof StartElement element
          && relation != null
          && relation.equals(value(element, "Id"))) {
        String target = String.valueOf(value(element, "Target"));
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
      }
    }
    throw new SpreadsheetRefused("找不到工作表“" + sheet + "”。");
  }

  private static byte[] part(byte[] workbook, String name) throws IOException {
    try (ZipFile archive = archive(workbook)) {
      for (ZipArchiveEntry entry : Collections.list(archive.getEntries())) {
        if (entry.getName().equalsIgnoreCase(name)) {
          try (InputStream part = archive.getInputStream(entry)) {
            return part.readAllBytes();
          }
        }
      }
    }
    return new byte[0];
  }

  private static ZipFile archive(byte[] workbook) throws IOException {
    return ZipFile.builder()
        .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
        .get();
  }

  private static @Nullable String value(StartElement element, String attribute) {
    Attribute found = element.getAttributeByName(new QName(attribute));
    return found == null ? null : found.getValue();
  }

  /// The styles of the workbook, each once more with a red ground behind it.
  private final class Styles {
    private final int formats;
    private final byte[] markup;

    Styles(byte[] original) throws XMLStreamException {
      if (original.length == 0) {
        formats = 0;
        markup = original;
        return;
      }
      int fills = count(original, "fills", "fill");
      formats = count(original, "cellXfs", "xf");
      markup = doubled(original, fills);
    }

    /// The style of a cell that is wrong.
    int marked(int style) {
      return style < formats ? formats + style : style;
    }

    /// The style of the words about it.
    int wrapped() {
      return formats == 0 ? 0 : 2 * formats;
    }

    private int count(byte[] original, String list, String item) throws XMLStreamException {
      XMLEventReader from = input.createXMLEventReader(new ByteArrayInputStream(original));
      int count = 0;
      int depth = 0;
      boolean inside = false;
      while (from.hasNext()) {
        XMLEvent event = from.nextEvent();
        if (event.isStartElement()) {
          String name = event.asStartElement().getName().getLocalPart();
          if (name.equals(list)) {
            inside = true;
            depth = 0;
          } else if (inside) {
            count += depth == 0 && name.equals(item) ? 1 : 0;
            depth++;
          }
        } else if (event.isEndElement() && inside) {
          inside = !event.asEndElement().getName().getLocalPart().equals(list);
          depth--;
        }
      }
      return count;
    }

    private byte[] doubled(byte[] original, int fills) throws XMLStreamException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(original.length * 2);
      XMLEventReader from = input.createXMLEventReader(new ByteArrayInputStream(original));
      XMLEventWriter to = output.createXMLEventWriter(bytes, "UTF-8");
      List<XMLEvent> again = new ArrayList<>();
      boolean inFormats = false;
      while (from.hasNext()) {
        XMLEvent event = from.nextEvent();
        if (isEnd(event, "fills")) {
          addFill(to, event.asEndElement().getName());
        }
        if (isEnd(event, "cellXfs")) {
          inFormats = false;
          for (XMLEvent copy : again) {
            to.add(copy);
          }
          addWrapped(to, event.asEndElement().getName(), fills);
        }
        if (inFormats) {
          again.add(
              isStart(event, "xf")
                  ? with(
                      event.asStartElement(), "fillId", Integer.toString(fills), "applyFill", "1")
                  : event);
        }
        if (isStart(event, "cellXfs")) {
          inFormats = true;
          event = with(event.asStartElement(), "count", Integer.toString(2 * formats + 1));
        } else if (isStart(event, "fills")) {
          event = with(event.asStartElement(), "count", Integer.toString(fills + 1));
        }
        to.add(event);
      }
      to.close();
      return bytes.toByteArray();
    }

    private void addWrapped(XMLEventWriter to, QName like, int fills) throws XMLStreamException {
      start(
          to,
          like,
          "xf",
          "numFmtId",
          "0",
          "fontId",
          "0",
          "fillId",
          Integer.toString(fills),
          "borderId",
          "0",
          "xfId",
          "0",
          "applyFill",
          "1",
          "applyAlignment",
          "1");
      start(to, like, "alignment", "vertical", "center", "wrapText", "1");
      end(to, like, "alignment");
      end(to, like, "xf");
    }

    private void addFill(XMLEventWriter to, QName like) throws XMLStreamException {
      start(to, like, "fill");
      start(to, like, "patternFill", "patternType", "solid");
      start(to, like, "fgColor", "rgb", "FFFFC7CE");
      end(to, like, "fgColor");
      start(to, like, "bgColor", "indexed", "64");
      end(to, like, "bgColor");
      end(to, like, "patternFill");
      end(to, like, "fill");
    }
  }

  /// One pass over the sheet.
  private final class SheetCopy {
    private final Styles styles;
    private final XMLEventReader from;
    private final XMLEventWriter to;
    private int row;
    private @Nullable Annotation annotation;
    private TreeSet<Integer> missing = new TreeSet<>();
    private boolean dropping;
    private int lastWidth;
    private QName like = new QName("");

    SheetCopy(Styles styles, InputStream from, OutputStream to) throws XMLStreamException {
      this.styles = styles;
      this.from = input.createXMLEventReader(from);
      this.to = output.createXMLEventWriter(to, "UTF-8");
    }

    void copy() throws XMLStreamException {
      while (from.hasNext()) {
        XMLEvent event = from.nextEvent();
        if (event.isStartElement()) {
          event = start(event.asStartElement());
        } else if (isEnd(event, "row")) {
          addBefore(Integer.MAX_VALUE);
          addText();
        } else if (isEnd(event, "cols")) {
          addWidth();
        }
        if (!dropping) {
          to.add(event);
        }
        if (isEnd(event, "c") || isEnd(event, "dimension")) {
          dropping = false;
        }
      }
      to.flush();
    }

    private XMLEvent start(StartElement element) throws XMLStreamException {
      return switch (element.getName().getLocalPart()) {
        case "row" -> row(element);
        case "c" -> cell(element);
        case "dimension" -> {
          dropping = true;
          yield element;
        }
        case "col" -> {
          like = element.getName();
          lastWidth = Math.max(lastWidth, number(value(element, "max"), 0));
          yield element;
        }
        default -> element;
      };
    }

    private XMLEvent row(StartElement element) {
      like = element.getName();
      row = number(value(element, "r"), row + 1);
      annotation = byRow.get(row);
      missing = annotation == null ? new TreeSet<>() : new TreeSet<>(annotation.columns());
      StartElement open = without(element, "spans");
      if (annotation == null) {
        return open;
      }
      double needed = LINE_HEIGHT * lines(annotation.text());
      double height = Math.max(needed, decimal(value(element, "ht")));
      return with(open, "ht", Double.toString(height), "customHeight", "1");
    }

    private XMLEvent cell(StartElement element) throws XMLStreamException {
      int at = column(String.valueOf(value(element, "r")));
      if (at == column && (row == headRow || annotation != null)) {
        dropping = true;
        return element;
      }
      addBefore(at);
      if (!missing.remove(at)) {
        return element;
      }
      return with(element, "s", Integer.toString(styles.marked(number(value(element, "s"), 0))));
    }

    // A value that is missing has no cell to mark yet.
    private void addBefore(int limit) throws XMLStreamException {
      while (!missing.isEmpty() && missing.first() < limit) {
        int at = missing.removeFirst();
        if (at != column) {
          AnnotatedWorkbook.this.start(
              to, like, "c", "r", name(at) + row, "s", Integer.toString(styles.marked(0)));
          AnnotatedWorkbook.this.end(to, like, "c");
        }
      }
    }

    private void addText() throws XMLStreamException {
      @Nullable String text =
          row == headRow ? AnnotatedCopy.COLUMN : annotation == null ? null : annotation.text();
      if (text != null) {
        AnnotatedWorkbook.this.start(
            to,
            like,
            "c",
            "r",
            name(column) + row,
            "t",
            "inlineStr",
            "s",
            Integer.toString(styles.wrapped()));
        AnnotatedWorkbook.this.start(to, like, "is");
        AnnotatedWorkbook.this.start(to, like, "t");
        to.add(events.createCharacters(text));
        AnnotatedWorkbook.this.end(to, like, "t");
        AnnotatedWorkbook.this.end(to, like, "is");
        AnnotatedWorkbook.this.end(to, like, "c");
      }
    }

    private void addWidth() throws XMLStreamException {
      if (lastWidth <= column) {
        String at = Integer.toString(column + 1);
        AnnotatedWorkbook.this.start(
            to,
            like,
            "col",
            "min",
            at,
            "max",
            at,
            "width",
            Integer.toString(COLUMN_WIDTH),
            "customWidth",
            "1");
        AnnotatedWorkbook.this.end(to, like, "col");
      }
    }
  }

  // What is added speaks the name space of what it stands in: some programs use a prefix, and
  // strict workbooks another name space.
  private void start(XMLEventWriter to, QName like, String name, String... attributes)
      throws XMLStreamException {
    to.add(events.createStartElement(like.getPrefix(), like.getNamespaceURI(), name));
    for (int i = 0; i < attributes.length; i += 2) {
      to.add(events.createAttribute(attributes[i], attributes[i + 1]));
    }
  }

  private void end(XMLEventWriter to, QName like, String name) throws XMLStreamException {
    to.add(events.createEndElement(like.getPrefix(), like.getNamespaceURI(), name));
  }

  private StartElement with(StartElement element, String... attributes) {
    Map<String, Attribute> all = attributes(element);
    for (int i = 0; i < attributes.length; i += 2) {
      all.put(attributes[i], events.createAttribute(attributes[i], attributes[i + 1]));
    }
    return events.createStartElement(
        element.getName(), all.values().iterator(), element.getNamespaces());
  }

  private StartElement without(StartElement element, String attribute) {
    Map<String, Attribute> all = attributes(element);
    all.remove(attribute);
    return events.createStartElement(
        element.getName(), all.values().iterator(), element.getNamespaces());
  }

  private static Map<String, Attribute> attributes(StartElement element) {
    Map<String, Attribute> all = new HashMap<>();
    for (Iterator<Attribute> each = element.getAttributes(); each.hasNext(); ) {
      Attribute attribute = each.next();
      QName name = attribute.getName();
      all.put(name.getNamespaceURI().isEmpty() ? name.getLocalPart() : name.toString(), attribute);
    }
    return all;
  }

  private static boolean isStart(XMLEvent event, String name) {
    return event.isStartElement() && event.asStartElement().getName().getLocalPart().equals(name);
  }

  private static boolean isEnd(XMLEvent event, String name) {
    return event.isEndElement() && event.asEndElement().getName().getLocalPart().equals(name);
  }

  // Programs do not grow a row to its words when it has a height of its own, as in the templates.
  private static int lines(String text) {
    return text.lines().mapToInt(line -> Math.ceilDiv(line.length(), LINE_LENGTH)).sum();
  }

  private static double decimal(@Nullable String text) {
    return text == null || !text.matches("[0-9]{1,4}(?:\\.[0-9]{1,9})?")
        ? 0
        : Double.parseDouble(text);
  }

  private static int number(@Nullable String text, int otherwise) {
    return text == null ? otherwise : Integer.parseInt(text);
  }

  private static int column(String address) {
    int column = 0;
    for (int i = 0; i < address.length() && Character.isLetter(address.charAt(i)); i++) {
      column = column * 26 + address.charAt(i) - 'A' + 1;
    }
    return column - 1;
  }

  private static String name(int column) {
    StringBuilder name = new StringBuilder();
    for (int left = column + 1; left > 0; left = (left - 1) / 26) {
      name.insert(0, (char) ('A' + (left - 1) % 26));
    }
    return name.toString();
  }
}
