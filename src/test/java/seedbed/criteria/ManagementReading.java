package seedbed.criteria;

import java.nio.file.Path;

/// Reads the duties of holders without a server.
public final class ManagementReading {
  private ManagementReading() {}

  public static Management of(Path config) {
    return ManagementFile.read(config.resolve("management.yml"), Rulebook.read(config).titles());
  }
}
