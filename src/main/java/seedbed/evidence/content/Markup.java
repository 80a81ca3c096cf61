package seedbed.evidence.content;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Walks through markup without building anything of it: no document type, no entities, nothing
/// deeper than the limit.
final class Markup {

  /// Told of each element and of the text in it.
  interface Reader {
    void element(XMLStreamReader at) throws FileRefused;

    default void text(String element, String text) throws FileRefused {}
  }

  private static final XMLInputFactory FACTORY = factory();

  /// Longer than any attribute or text that office programs write.
  private static final int LONGEST_TAG = 512 * 1024;

  private Markup() {}

  static void walk(InputStream part, String name, FileLimits limits, Reader reader)
      throws FileRefused, IOException {
    try {
      XMLStreamReader at = FACTORY.createXMLStreamReader(new ShortTags(part));
      int depth = 0;
      String element = "";
      while (at.hasNext()) {
        switch (at.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            if (++depth > limits.depth()) {
              throw new FileRefused(
                  "文件内部“" + name + "”嵌套超过 " + limits.depth() + " 层，没有受理。请用办公软件打开，另存后再上传。");
            }
            element = at.getLocalName();
            reader.element(at);
          }
          case XMLStreamConstants.END_ELEMENT -> depth--;
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
              reader.text(element, at.getText());
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
              throw new FileRefused(
                  "文件内部“" + name + "”含有文档类型声明或外部实体，可能被用来读取服务器上的文件，没有受理。请用办公软件打开，另存后再上传。");
          default -> {}
        }
      }
    } catch (XMLStreamException e) {
      throw refusal(e, name);
    }
  }

  // The reader wraps what stopped its input.
  private static FileRefused refusal(XMLStreamException e, String name) {
    for (Throwable cause = e; cause != null; cause = next(cause)) {
      if (cause instanceof PartStream.Stopped stopped) {
        return stopped.refusal();
      }
    }
    return new FileRefused("文件内部“" + name + "”无法读取，可能已损坏，没有受理。请用办公软件打开，另存后再上传。", e);
  }

  private static @org.jspecify.annotations.Nullable Throwable next(Throwable cause) {
    return cause instanceof XMLStreamException wrapped && wrapped.getNestedException() != null
        ? wrapped.getNestedException()
        : cause.getCause();
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  /// A tag is held in memory as a whole, so it may not be longer than a limit.
  private static final class ShortTags extends FilterInputStream {
    private final byte[] single = new byte[1];
    private boolean inside;
    private int run;

    private ShortTags(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = in.read(buffer, offset, length);
      for (int i = offset; i < offset + count; i++) {
        if (buffer[i] == '<' || buffer[i] == '>') {
          inside = buffer[i] == '<';
          run = 0;
        } else if (inside && ++run > LONGEST_TAG) {
          throw new PartStream.Stopped(
              new FileRefused("文件内部有超长的标记，可能是用来耗尽内存的，没有受理。请用办公软件打开，另存后再上传。"));
        }
      }
      return count;
    }
  }
}
