package seedbed.figure;

import org.jspecify.annotations.Nullable;

/// A figure with the newest word about it, if anybody gave one.
public record Attested(Figure figure, @Nullable Confirmation lastWord) {

  public boolean confirmed() {
    return lastWord != null && lastWord.confirmed();
  }
}
