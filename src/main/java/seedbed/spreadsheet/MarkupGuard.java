package seedbed.spreadsheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Counts what comes out of an archive and looks at markup byte by byte, before any parser holds
/// it: an inflated part may not exceed its limits, whatever its headers claim, and markup may hold
/// neither a document type nor a tag or text long enough to fill memory.
final class MarkupGuard extends FilterInputStream {

  /// Why reading stopped, in words for the user.
  static final class Tripped extends IOException {
    private static final long serialVersionUID = 1L;

    Tripped(String sentence) {
      super(sentence);
    }
  }

  private static final int LONGEST_TAG = 64 * 1024;
  private static final int LONGEST_TEXT = 6 * SpreadsheetLimits.CELL_CHARACTERS;
  private static final byte[] DECLARATION = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);

  private final InflationLimit limit;
  private final boolean markup;
  private final byte[] single = new byte[1];
  private long position;
  private int run;
  private boolean inTag;
  private int declarationMatched;

  MarkupGuard(InputStream part, InflationLimit limit, boolean markup) {
    super(part);
    this.limit = limit;
    this.markup = markup;
  }

  @Override
  public int read() throws IOException {
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = in.read(buffer, offset, length);
    if (count > 0) {
      limit.inflated(count);
      if (markup) {
        for (int i = offset; i < offset + count; i++) {
          look(buffer[i]);
        }
      }
    }
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void look(byte b) throws IOException {
    // UTF-16 and the like have NUL bytes; no spreadsheet program writes them, and other encodings
    // could hide a document type from the comparison below.
    if (b == 0 || (position == 0 && b != '<' && b != (byte) 0xEF && !isSpace(b))) {
      throw limit.trip("文件内部编码不是 UTF-8，可能不是由表格软件保存的。请在 Excel 或 WPS 中打开，另存为 .xlsx 后再上传。");
    }
    position++;
    matchDeclaration(b);
    if (b == '<' || b == '>') {
      inTag = b == '<';
      run = 0;
    } else if (++run > (inTag ? LONGEST_TAG : LONGEST_TEXT)) {
      throw limit.trip("文件里有超长的内容（单元格最多 32,767 字），可能已损坏。请在 Excel 或 WPS 中打开，另存为 .xlsx 后再上传。");
    }
  }

  private void matchDeclaration(byte b) throws IOException {
    if (b == DECLARATION[declarationMatched]) {
      declarationMatched++;
      if (declarationMatched == DECLARATION.length) {
        throw limit.trip("文件里有文档类型声明（DTD），可能被用来攻击系统，没有受理。请使用从本系统下载的模板重新填写。");
      }
    } else {
      declarationMatched = b == '<' ? 1 : 0;
    }
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  /// What one archive may still inflate, and how much one of its parts may grow.
  static final class InflationLimit {
    private final SpreadsheetLimits limits;
    private long unpacked;
    private long part;
    private long partLimit;
    private @Nullable Tripped tripped;

    InflationLimit(SpreadsheetLimits limits) {
      this.limits = limits;
    }

    /// A part begins; its compressed size is what it really takes in the file.
    void begin(long compressed, long ceiling) {
      part = 0;
      partLimit =
          Math.min(
              ceiling, Math.max(SpreadsheetLimits.RATIO_EXEMPT_BYTES, compressed * limits.ratio()));
    }

    /// What was found, if anything was: parsers wrap exceptions in ways of their own.
    @Nullable Tripped tripped() {
      return tripped;
    }

    private Tripped trip(String sentence) {
      tripped = new Tripped(sentence);
      return tripped;
    }

    private void inflated(int count) throws IOException {
      unpacked += count;
      part += count;
      if (unpacked > limits.unpackedBytes() || part > partLimit) {
        throw trip("文件解压后过大，像是压缩炸弹，没有受理。请删除多余的工作表、图片和格式，或分成几个文件上传。");
      }
    }
  }
}
