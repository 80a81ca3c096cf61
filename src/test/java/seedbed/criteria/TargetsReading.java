package seedbed.criteria;

import java.nio.file.Path;

/// Reads the targets of regions without a server.
public final class TargetsReading {
  private TargetsReading() {}

  public static Targets of(Path config) {
    return TargetsFile.read(config.resolve("targets.yml"), Rulebook.read(config).titles());
  }
}
