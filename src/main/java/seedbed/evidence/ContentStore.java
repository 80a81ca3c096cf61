package seedbed.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Predicate;

/// Keeps bytes under their SHA-256. What is kept is never changed.
public interface ContentStore {

  /// A new file to write an upload to, beside what is kept; whoever asks for it deletes it.
  Path incoming() throws IOException;

  /// Takes the file over; it is kept for good when this returns, also through a power cut.
  void keep(Path file, String hash) throws IOException;

  /// Keeps what is in memory; its hash.
  default String keep(byte[] content) throws IOException {
    Path file = incoming();
    try {
      Files.write(file, content);
      String hash = Sha256.of(file);
      keep(file, hash);
      return hash;
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /// The content, found to be what was kept.
  ///
  /// @throws UncheckedIOException when it is gone or has changed
  Path verified(String hash);

  /// Deletes what crashed uploads left before a moment.
  ///
  /// @param needed whether something refers to a hash
  /// @return how many files
  int sweep(Instant before, Predicate<String> needed) throws IOException;
}
