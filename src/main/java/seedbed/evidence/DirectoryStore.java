package seedbed.evidence;

import jakarta.inject.Singleton;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// A directory as content store: `ab/abcd…`, written beside it, forced to disk, then renamed.
@Singleton
final class DirectoryStore implements ContentStore {

  private static final String INCOMING = "incoming";
  private static final String SWEPT = "swept";

  private final Path directory;
  private final Clock clock;

  DirectoryStore(EvidenceSettings settings, Clock clock) {
    this.directory = settings.files().toAbsolutePath().normalize();
    this.clock = clock;
  }

  @Override
  public Path incoming() throws IOException {
    return Files.createTempFile(Files.createDirectories(directory.resolve(INCOMING)), "", ".part");
  }

  @Override
  public void keep(Path file, String hash) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Path place = place(hash);
    Path folder = Files.createDirectories(directory.resolve(hash.substring(0, 2)));
    if (touched(place)) {
      return;
    }
    Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
    touched(place);
    force(folder);
  }

  // A sweep that is under way leaves alone what was wanted just now.
  private boolean touched(Path place) throws IOException {
    try {
      Files.setLastModifiedTime(place, FileTime.from(clock.instant()));
      return true;
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  // Not every system can force a directory; where it cannot, renaming is as safe as it gets.
  private static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException _) {
      return;
    }
  }

  @Override
  public Path verified(String hash) {
    Path place = place(hash);
    try {
      if (!Sha256.of(place).equals(hash)) {
        throw new IOException("content " + hash + " has changed on disk");
      }
      return place;
    } catch (NoSuchFileException e) {
      throw new UncheckedIOException(new FileNotFoundException("content " + hash + " is gone"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int sweep(Instant before, Predicate<String> needed) throws IOException {
    int swept = 0;
    for (Path folder : entries(directory)) {
      String name = String.valueOf(folder.getFileName());
      if (name.equals(INCOMING) || name.equals(SWEPT)) {
        for (Path left : entries(folder)) {
          swept += old(left, before) && Files.deleteIfExists(left) ? 1 : 0;
        }
      } else {
        for (Path content : entries(folder)) {
          swept += sweepOne(content, before, needed) ? 1 : 0;
        }
      }
    }
    return swept;
  }

  // Moved away first, then asked about again: whoever keeps the same content meanwhile either
  // touches it before the move, which is seen after it, or finds it gone and writes it anew.
  private boolean sweepOne(Path content, Instant before, Predicate<String> needed)
      throws IOException {
    String hash = String.valueOf(content.getFileName());
    if (!old(content, before) || needed.test(hash)) {
      return false;
    }
    Path aside = Files.createDirectories(directory.resolve(SWEPT)).resolve(hash);
    Files.move(content, aside, StandardCopyOption.ATOMIC_MOVE);
    if (!old(aside, before) || needed.test(hash)) {
      Files.move(aside, content, StandardCopyOption.ATOMIC_MOVE);
      return false;
    }
    return Files.deleteIfExists(aside);
  }

  private static boolean old(Path file, Instant before) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(before);
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
        all.forEach(entries::add);
      }
    }
    return entries;
  }

  private Path place(String hash) {
    if (!hash.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(hash);
    }
    return directory.resolve(hash.substring(0, 2)).resolve(hash);
  }
}
