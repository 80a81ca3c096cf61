package seedbed.drafting;

import jakarta.inject.Singleton;

/// A draft that somebody else wrote, for tests of other packages.
@Singleton
public final class AskedDrafts {

  private final Beginning beginning;
  private long one;

  AskedDrafts(Beginning beginning) {
    this.beginning = beginning;
  }

  /// The number of one and always the same.
  public synchronized long one() {
    if (one == 0) {
      one = beginning.demonstrate("rg-2021", "somebody-else", each -> each).id();
    }
    return one;
  }
}
