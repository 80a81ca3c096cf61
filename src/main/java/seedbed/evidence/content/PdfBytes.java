package seedbed.evidence.content;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// A PDF before any reader opens it: it begins and ends as one, its compressed streams stay within
/// the limits, and nothing in it is named as what acts by itself.
final class PdfBytes {

  /// Names that honest material does not carry, whatever object they stand in.
  private static final Set<String> ACTIVE =
      Set.of("JavaScript", "Launch", "RichMedia", "ImportData", "SubmitForm", "GoToE", "Rendition");

  private static final Set<String> FILES =
      Set.of("EmbeddedFile", "EmbeddedFiles", "FileAttachment");

  private static final byte[] HEAD = ascii("%PDF-");
  private static final byte[] END = ascii("%%EOF");
  private static final byte[] STREAM = ascii("stream");
  private static final byte[] ARCHIVE_END = {'P', 'K', 5, 6};
  private static final int ARCHIVE_END_LENGTH = 22;
  private static final int LONGEST_COMMENT = 65_557;
  private static final int LOOK_BACK = 2048;
  private static final int LOOK_AHEAD = 2048;
  private static final int CHUNK = 32 * 1024;
  private static final int MOST_BEHIND = 64;

  private final FileBytes bytes;
  private final Effort effort;

  private PdfBytes(FileBytes bytes, Effort effort) {
    this.bytes = bytes;
    this.effort = effort;
  }

  static void check(FileBytes bytes, Effort effort) throws FileRefused {
    PdfBytes pdf = new PdfBytes(bytes, effort);
    pdf.requireEnds();
    Names names = new Names();
    for (long at = 0; at < bytes.size(); at++) {
      names.take(bytes.uint8(at));
    }
    pdf.checkStreams();
  }

  private void requireEnds() throws FileRefused {
    String head =
        new String(bytes.head(LOOK_AHEAD), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    if (!bytes.has(0, HEAD) || head.matches("(?s).*<(!doctype|html|script|svg|\\?php|body).*")) {
      throw new FileRefused("文件开头夹带了网页或其他内容，不是正常的 PDF，没有受理。请用 PDF 软件打开，另存后再上传。");
    }
    long end = bytes.findLast(END);
    if (end < 0) {
      throw new FileRefused("PDF 不完整，可能没有下载完，没有受理。请重新保存后再上传。");
    }
    long behind = bytes.size() - end - END.length;
    boolean blank = behind <= MOST_BEHIND;
    for (long at = end + END.length; blank && at < bytes.size(); at++) {
      blank = Character.isWhitespace(bytes.at(at)) || bytes.at(at) == 0;
    }
    if (!blank || archive()) {
      throw new FileRefused("PDF 末尾附有其他内容，可能夹带了压缩包或别的文件，没有受理。请用 PDF 软件打开，另存后再上传。");
    }
  }

  // An archive is read from its end, behind which a comment may stand, such as the end of a PDF.
  private boolean archive() {
    long from = bytes.size() - LONGEST_COMMENT;
    for (long at = bytes.find(ARCHIVE_END, from); at >= 0; at = bytes.find(ARCHIVE_END, at + 1)) {
      if (at + ARCHIVE_END_LENGTH <= bytes.size()
          && at + ARCHIVE_END_LENGTH + bytes.int16(at + 20) == bytes.size()) {
        return true;
      }
    }
    return false;
  }

  private void checkStreams() throws FileRefused {
    for (long at = bytes.find(STREAM, 0); at >= 0; at = bytes.find(STREAM, at + STREAM.length)) {
      long data = at + STREAM.length;
      if (data < bytes.size() && bytes.at(data) == '\r') {
        data++;
      }
      if (data + 2 < bytes.size() && bytes.at(data) == '\n') {
        String dictionary = dictionary(at);
        boolean directory = dictionary.contains("/ObjStm") || dictionary.contains("/XRef");
        requirePlainFilters(dictionary, directory);
        if (compressed(data + 1)) {
          inflate(data + 1, directory);
        }
      }
    }
  }

  private String dictionary(long end) {
    long from = Math.max(0, end - LOOK_BACK);
    String before =
        Names.plain(new String(bytes.copy(from, (int) (end - from)), StandardCharsets.ISO_8859_1));
    return before.substring(Math.max(0, before.lastIndexOf("obj")));
  }

  private static void requirePlainFilters(String dictionary, boolean directory) throws FileRefused {
    int packed =
        dictionary.split("/(FlateDecode|Fl\\b|LZWDecode|LZW\\b|RunLengthDecode|RL\\b)", -1).length
            - 1;
    boolean wrapped = dictionary.matches("(?s).*/(ASCIIHexDecode|ASCII85Decode|AHx|A85)\\b.*");
    if (packed > 1 || (directory && wrapped)) {
      throw new FileRefused("PDF 的内容经过多重压缩，像是压缩炸弹，没有受理。请用“打印为 PDF”重新生成后再上传。");
    }
  }

  private boolean compressed(long at) {
    int first = bytes.uint8(at);
    return (first & 0x0f) == 8 && ((first << 8) + bytes.uint8(at + 1)) % 31 == 0;
  }

  private void inflate(long from, boolean directory) throws FileRefused {
    effort.begin(
        bytes.size() - from,
        directory ? FileLimits.DIRECTORY_BYTES : effort.limits().unpackedBytes());
    Names names = new Names();
    byte[] out = new byte[CHUNK];
    long fed = from;
    try (Inflater inflater = new Closing()) {
      while (!inflater.finished() && !inflater.needsDictionary()) {
        if (inflater.needsInput()) {
          int next = (int) Math.min(CHUNK, bytes.size() - fed);
          if (next == 0) {
            return;
          }
          inflater.setInput(bytes.copy(fed, next));
          fed += next;
        }
        int count = inflater.inflate(out);
        effort.inflated(count);
        for (int i = 0; directory && i < count; i++) {
          names.take(out[i] & 0xff);
        }
      }
    } catch (DataFormatException _) {
      // Damaged, or no compressed stream at all; readers stop here too.
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// An inflater for try.
  private static final class Closing extends Inflater implements AutoCloseable {
    @Override
    public void close() {
      end();
    }
  }

  /// Reads names as they go by; `#4A` in one stands for a letter.
  static final class Names {
    private static final int LONGEST = 40;
    private static final String DELIMITERS = "()<>[]{}/%";

    private final StringBuilder name = new StringBuilder();
    private boolean inside;

    void take(int b) throws FileRefused {
      boolean ends = b <= ' ' || b > '~' || DELIMITERS.indexOf(b) >= 0;
      if (inside && (ends || name.length() > LONGEST)) {
        require(name.toString());
        inside = false;
      }
      if (b == '/') {
        inside = true;
        name.setLength(0);
      } else if (inside) {
        name.append((char) b);
      }
    }

    static String plain(String written) {
      return java.util.regex.Pattern.compile("#([0-9A-Fa-f]{2})")
          .matcher(written)
          .replaceAll(found ->
              java.util.regex.Matcher.quoteReplacement(
                  String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    static void require(String written) throws FileRefused {
      String name = written.indexOf('#') < 0 ? written : plain(written);
      if (ACTIVE.contains(name)) {
        throw new FileRefused(
            "PDF 里有会自动执行的内容（" + name + "，如脚本、启动程序、提交表单），没有受理。请用“打印为 PDF”重新生成后再上传。");
      }
      if (FILES.contains(name)) {
        throw new FileRefused("PDF 里附有其他文件（" + name + "），没有受理。请把附件取出单独上传，PDF 用“打印为 PDF”重新生成后再上传。");
      }
      if (name.equals("Encrypt")) {
        throw new FileRefused("PDF 有密码或权限保护，无法检查和合并。请取消保护后再上传。");
      }
    }
  }
}
