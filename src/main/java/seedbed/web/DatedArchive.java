package seedbed.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Office files as archives of one moment: the same content then makes the same file to the byte,
/// whenever it is written.
public final class DatedArchive {

  private DatedArchive() {}

  /// Copies an archive; its entries carry the moment and not the one of their writing.
  ///
  /// @param at from 1980 on, which is all that an archive can say
  public static void copy(ByteArrayOutputStream written, Instant at, OutputStream out)
      throws IOException {
    try (var entries = new ZipInputStream(new ByteArrayInputStream(written.toByteArray()));
        var archive = new ZipOutputStream(out)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        var dated = new ZipEntry(entry.getName());
        dated.setTimeLocal(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
        archive.putNextEntry(dated);
        entries.transferTo(archive);
        archive.closeEntry();
      }
    }
  }
}
