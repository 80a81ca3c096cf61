package seedbed.evidence;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.EvidenceKind;
import seedbed.evidence.content.HonestFiles;

/// Evidence on file, for tests of other packages.
@Singleton
public final class Papers {

  private final Keeping keeping;

  Papers(Keeping keeping) {
    this.keeping = keeping;
  }

  /// The number of a new one.
  public long of(long company, @Nullable String indicator) {
    return of(company, indicator, null);
  }

  /// @param expiresOn its last day; null where it has none
  public long of(long company, @Nullable String indicator, @Nullable LocalDate expiresOn) {
    try {
      return keeping
          .open(
              new Evidence(
                  0,
                  company,
                  indicator,
                  null,
                  null,
                  null,
                  false,
                  EvidenceKind.CERTIFICATE,
                  "试验证书",
                  null,
                  null,
                  null,
                  List.of()),
              new Keeping.Sent(
                  "证书.png",
                  new ByteArrayInputStream(HonestFiles.picture("png", 20)),
                  expiresOn,
                  "试验"))
          .id();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
