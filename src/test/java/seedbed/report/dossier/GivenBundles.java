package seedbed.report.dossier;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import seedbed.evidence.ContentStore;

/// Bundles that are made already, for tests about other things than bundles.
@Singleton
public final class GivenBundles {

  private final Bundles bundles;
  private final ContentStore store;
  private final Clock clock;

  GivenBundles(Bundles bundles, ContentStore store, Clock clock) {
    this.bundles = bundles;
    this.store = store;
    this.clock = clock;
  }

  /// A new one of an account, without any company.
  public long of(long account) {
    Instant now = clock.instant();
    byte[] content = "试验".getBytes(StandardCharsets.UTF_8);
    try {
      return bundles
          .save(
              new Bundle(
                  0,
                  account,
                  "试验",
                  null,
                  LocalDate.now(clock),
                  Bundle.Format.PDF,
                  Bundle.State.DONE,
                  1,
                  0,
                  0,
                  null,
                  now,
                  now,
                  now,
                  store.keep(content),
                  (long) content.length,
                  now.plus(Duration.ofHours(1))))
          .id();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
