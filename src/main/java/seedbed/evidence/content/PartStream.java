package seedbed.evidence.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The unpacked bytes of one part, counted as they come; what the archive's directory says of their
/// number and sum must be true.
final class PartStream extends InputStream {

  /// A refusal on its way through parsers, which let nothing but their own exceptions pass.
  static final class Stopped extends IOException {
    private static final long serialVersionUID = 1L;
    private final FileRefused refusal;

    Stopped(FileRefused refusal) {
      super(refusal);
      this.refusal = refusal;
    }

    FileRefused refusal() {
      return refusal;
    }
  }

  private static final int CHUNK = 16 * 1024;

  private final FileBytes file;
  private final ZipLayout.Part part;
  private final Effort effort;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] single = new byte[1];
  private long fed;
  private long given;

  PartStream(FileBytes file, ZipLayout.Part part, Effort effort) {
    this.file = file;
    this.part = part;
    this.effort = effort;
    effort.begin(part.packed(), Long.MAX_VALUE);
  }

  @Override
  public int read() throws IOException {
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    try {
      int count = part.deflated() ? inflate(buffer, offset, length) : copy(buffer, offset, length);
      if (count < 0) {
        requireTrue();
        return -1;
      }
      effort.inflated(count);
      given += count;
      crc.update(buffer, offset, count);
      return count;
    } catch (FileRefused refusal) {
      throw new Stopped(refusal);
    } catch (DataFormatException e) {
      throw new IOException(e);
    }
  }

  private int inflate(byte[] buffer, int offset, int length) throws DataFormatException {
    while (!inflater.finished()) {
      if (inflater.needsInput()) {
        int next = (int) Math.min(CHUNK, part.packed() - fed);
        if (next == 0) {
          throw new DataFormatException("cut short");
        }
        inflater.setInput(file.copy(part.data() + fed, next));
        fed += next;
      }
      int count = inflater.inflate(buffer, offset, length);
      if (count > 0) {
        return count;
      }
      if (inflater.needsDictionary()) {
        throw new DataFormatException("dictionary");
      }
    }
    return -1;
  }

  private int copy(byte[] buffer, int offset, int length) {
    int next = (int) Math.min(length, part.packed() - fed);
    if (next == 0) {
      return -1;
    }
    System.arraycopy(file.copy(part.data() + fed, next), 0, buffer, offset, next);
    fed += next;
    return next;
  }

  private void requireTrue() throws FileRefused {
    long unread = part.packed() - fed + (part.deflated() ? inflater.getRemaining() : 0);
    if (unread != 0 || given != part.unpacked() || crc.getValue() != part.crc()) {
      throw new FileRefused("文件内部“" + part.name() + "”的大小或校验值与实际不符，可能被人改动过，没有受理。请用办公软件打开，另存后再上传。");
    }
  }

  @Override
  public void close() {
    inflater.end();
  }
}
