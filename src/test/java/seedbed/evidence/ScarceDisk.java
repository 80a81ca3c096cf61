package seedbed.evidence;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Predicate;

/// A store on a disk that can be full.
@Singleton
@Replaces(DirectoryStore.class)
@Requires(property = "seedbed.test.disk", value = "scarce")
public final class ScarceDisk implements ContentStore {

  private final DirectoryStore there;
  private volatile boolean full;

  ScarceDisk(EvidenceSettings settings, Clock clock) {
    there = new DirectoryStore(settings, clock);
  }

  public void full(boolean now) {
    full = now;
  }

  @Override
  public Path incoming() throws IOException {
    return there.incoming();
  }

  @Override
  public void keep(Path file, String hash) throws IOException {
    if (full) {
      throw new IOException("No space left on device");
    }
    there.keep(file, hash);
  }

  @Override
  public Path verified(String hash) {
    return there.verified(hash);
  }

  @Override
  public int sweep(Instant before, Predicate<String> needed) throws IOException {
    return there.sweep(before, needed);
  }
}
