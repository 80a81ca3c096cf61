package seedbed.criteria;

import java.nio.file.Path;

/// Reads the outline of plans without a server.
public final class PlanOutlineReading {
  private PlanOutlineReading() {}

  public static PlanOutline of(Path config) {
    return PlanOutline.read(config, Rulebook.read(config).indicators());
  }
}
