package seedbed.request;

import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.evidence.Receiving.Received;

/// What comes with a step: words, and files that have been taken in.
record Said(@Nullable String words, List<Received> files) {

  static final Said NOTHING = new Said(null, List.of());

  Said {
    files = List.copyOf(files);
  }

  static Said words(@Nullable String words) {
    return new Said(words, List.of());
  }
}
