package seedbed.evidence;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import seedbed.evidence.content.Examination;
import seedbed.evidence.content.FileFormat;
import seedbed.evidence.content.FileLimits;
import seedbed.evidence.content.FileRefused;
import seedbed.web.Refusal;

/// Takes a file in: streamed to disk, examined, looked at by the scanner, kept. Whoever asked for
/// it then writes it down; a crash before leaves a file that nobody refers to, and a sweep removes
/// it.
@Singleton
public class Receiving {

  static final String NOTHING_CHOSEN = "没有选择文件，请先选择要上传的文件。";

  private static final int CHUNK = 64 * 1024;

  private final ContentStore store;
  private final VirusScan scanner;
  private final EvidenceSettings settings;

  Receiving(ContentStore store, VirusScan scanner, EvidenceSettings settings) {
    this.store = store;
    this.scanner = scanner;
    this.settings = settings;
  }

  /// What was found to have come.
  ///
  /// @param name as it may be saved anywhere
  /// @param cleared false while the scanner gives no answer about it
  public record Received(
      String name, FileFormat format, int pages, long bytes, String hash, boolean cleared) {}

  /// @throws Refusal.Invalid about the field `file`, with what to do
  public Received receive(String fileName, InputStream bytes) {
    if (fileName.isBlank()) {
      // What a browser sends where nothing was chosen.
      throw new Refusal.Invalid("file", NOTHING_CHOSEN);
    }
    try {
      Path incoming = store.incoming();
      try {
        write(bytes, incoming);
        Examination found = Examination.of(fileName, incoming, settings.limits());
        boolean cleared = cleared(incoming);
        long size = Files.size(incoming);
        String hash = Sha256.of(incoming);
        store.keep(incoming, hash);
        return new Received(found.name(), found.format(), found.pages(), size, hash, cleared);
      } finally {
        Files.deleteIfExists(incoming);
      }
    } catch (FileRefused refused) {
      throw new Refusal.Invalid("file", refused.sentence());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(InputStream bytes, Path incoming) throws IOException, FileRefused {
    FileLimits limits = settings.limits();
    byte[] chunk = new byte[CHUNK];
    long received = 0;
    try (OutputStream out = Files.newOutputStream(incoming)) {
      for (int count = bytes.read(chunk); count >= 0; count = bytes.read(chunk)) {
        received += count;
        if (received > limits.fileBytes()) {
          throw Examination.tooLarge(limits);
        }
        out.write(chunk, 0, count);
      }
    }
  }

  private boolean cleared(Path file) throws FileRefused {
    return switch (scanner.scan(file)) {
      case VirusScan.Outcome.Clean _ -> true;
      case VirusScan.Outcome.Unavailable _, VirusScan.Outcome.Undecided _ -> false;
      case VirusScan.Outcome.Infected(var by) -> throw new FileRefused(infected(by));
    };
  }

  static String infected(String by) {
    return "文件查出病毒（" + by + "），没有受理。请在本机查杀后，用原始材料重新生成文件再上传。";
  }
}
