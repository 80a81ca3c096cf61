package seedbed.review;

import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.archive.Archiving;

/// Takes the digests of a closed round and of what was decided about it since once more, and looks
/// whether they are those that were written down, here and in the archive.
@Singleton
class Verification {

  private final Digest digest;
  private final Supplements supplements;
  private final Archiving archiving;

  Verification(Digest digest, Supplements supplements, Archiving archiving) {
    this.digest = digest;
    this.supplements = supplements;
    this.archiving = archiving;
  }

  /// What was found of one document.
  ///
  /// @param written what was written down with it
  /// @param again what its rows give now; null where they cannot give it any more
  /// @param archived what the archive has under its number; null where it has none
  @Introspected
  record Finding(
      String about,
      String number,
      String written,
      @Nullable String again,
      @Nullable String archived) {

    /// Whether its rows are as they were.
    public boolean same() {
      return again == null || again.equals(written);
    }

    /// Whether the archive knows it as it is.
    public boolean entered() {
      return written.equals(archived);
    }

    public boolean sound() {
      return same() && entered();
    }
  }

  /// The round first, then its supplements in their order.
  ///
  /// @param round one that is closed
  List<Finding> of(Round round) {
    Map<String, String> archived =
        archiving.about("review", round.id()).stream()
            .collect(Collectors.toMap(Archiving.Held::number, Archiving.Held::digest));
    List<Finding> findings = new ArrayList<>();
    findings.add(
        finding("本轮全部结果", round.archiveNumber(), round.digest(), digest.again(round), archived));
    for (Supplement supplement : supplements.of(round.id())) {
      findings.add(
          finding(
              "补充决定（" + supplement.kind().label() + "）",
              supplement.archiveNumber(),
              supplement.digest(),
              again(round, supplement),
              archived));
    }
    return findings;
  }

  private @Nullable String again(Round round, Supplement supplement) {
    return supplement.digestVersion() == FormerDigest.VERSION
        ? null
        : Digest.of(round.digest(), supplement, supplements.linesOf(supplement.id()));
  }

  private static Finding finding(
      String about,
      @Nullable String number,
      @Nullable String written,
      @Nullable String again,
      Map<String, String> archived) {
    String known = String.valueOf(number);
    return new Finding(about, known, String.valueOf(written), again, archived.get(known));
  }
}
