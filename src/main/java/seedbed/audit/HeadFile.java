package seedbed.audit;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Heads of the chain outside the database, one signed line each: `heads.txt` has one a day and one
/// a stop and only grows, `latest` has the newest that this node has seen. A chain that does not
/// hold them all was cut or is an old copy.
@Singleton
class HeadFile {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final HeadKey key;
  private final Clock clock;
  private final Path kept;
  private final Path latest;

  HeadFile(AuditSettings settings, HeadKey key, Clock clock) {
    this.key = key;
    this.clock = clock;
    Path folder = Path.of(settings.heads());
    kept = folder.resolve("heads.txt");
    latest = folder.resolve("latest");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A line.
  ///
  /// @param genuine whether the signature fits
  record Line(String text, String time, Head head, boolean genuine) {}

  /// Every line, the newest last.
  synchronized List<Line> lines() {
    List<Line> lines = new ArrayList<>(read(kept));
    lines.addAll(read(latest));
    return lines;
  }

  synchronized Optional<Line> latest() {
    return read(latest).stream().findFirst();
  }

  synchronized Optional<Line> lastKept() {
    List<Line> lines = read(kept);
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast());
  }

  /// Replaces the newest head.
  synchronized void remember(Head head) {
    Path fresh = latest.resolveSibling("latest.new");
    try {
      Files.writeString(fresh, line(head) + "\n");
      Files.move(fresh, latest, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Adds a head for good.
  synchronized void keep(Head head) {
    keep(line(head));
  }

  /// Adds a line for good as it is, such as one that the chain contradicts.
  synchronized void keep(String line) {
    try {
      Files.writeString(kept, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String line(Head head) {
    String text =
        OffsetDateTime.now(clock.withZone(CHINA)).truncatedTo(ChronoUnit.SECONDS)
            + " "
            + head.seq()
            + " "
            + head.hash();
    return text + " " + key.sign(text);
  }

  private List<Line> read(Path file) {
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream()
              .filter(line -> !line.isBlank())
              .map(this::parsed)
              .toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Line parsed(String line) {
    String[] parts = line.strip().split(" ", -1);
    boolean whole = parts.length == 4 && parts[1].matches("[0-9]{1,18}");
    if (!whole) {
      return new Line(line, "", Head.NONE, false);
    }
    String text = parts[0] + " " + parts[1] + " " + parts[2];
    return new Line(
        line, parts[0], new Head(Long.parseLong(parts[1]), parts[2]), key.signed(text, parts[3]));
  }
}
