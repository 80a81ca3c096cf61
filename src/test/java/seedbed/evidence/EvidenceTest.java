package seedbed.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import seedbed.criteria.EvidenceKind;
import seedbed.evidence.Evidence.Standing;
import seedbed.evidence.Evidence.Version;
import seedbed.evidence.content.FileFormat;

/// A paper as it was at a moment, and whether it held.
final class EvidenceTest {

  private static final Instant FIRST = Instant.parse("2026-03-01T02:00:00Z");
  private static final Instant SECOND = Instant.parse("2026-05-01T02:00:00Z");
  private static final Instant THIRD = Instant.parse("2026-07-01T02:00:00Z");

  @Test
  void isUnknownBeforeItCameIn() {
    assertThat(paper(null).knownAt(FIRST.minusMillis(1))).isEmpty();
    assertThat(paper(null).knownAt(FIRST)).isPresent();
  }

  @Test
  void hasTheVersionsOfThen() {
    assertThat(current(SECOND.minusMillis(1))).isEqualTo(1);
    assertThat(current(SECOND)).isEqualTo(2);
  }

  @Test
  void isWithdrawnFromThenOnOnly() {
    Evidence withdrawn = paper(THIRD);

    assertThat(withdrawn.knownAt(THIRD.minusMillis(1)).orElseThrow().withdrawnAt()).isNull();
    assertThat(withdrawn.knownAt(THIRD).orElseThrow().withdrawnWhy()).isEqualTo("传错了");
  }

  @Test
  void holdsOnItsLastDayAndNoLonger() {
    LocalDate last = LocalDate.of(2026, 6, 30);

    assertThat(paper(null).standing(last.minusDays(31), 30)).isEqualTo(Standing.VALID);
    assertThat(paper(null).standing(last.minusDays(30), 30)).isEqualTo(Standing.ENDING);
    assertThat(paper(null).standing(last, 30)).isEqualTo(Standing.ENDING);
    assertThat(paper(null).standing(last.plusDays(1), 30)).isEqualTo(Standing.EXPIRED);
  }

  private static int current(Instant moment) {
    Version current = paper(THIRD).knownAt(moment).orElseThrow().current();
    return current == null ? 0 : current.number();
  }

  private static Evidence paper(@Nullable Instant withdrawn) {
    return new Evidence(
        1,
        2,
        "high_tech",
        null,
        null,
        null,
        false,
        EvidenceKind.CERTIFICATE,
        "高新技术企业证书",
        withdrawn,
        withdrawn == null ? null : "company",
        withdrawn == null ? null : "传错了",
        List.of(version(2, SECOND), version(1, FIRST)));
  }

  private static Version version(int number, Instant at) {
    return new Version(
        number,
        "证书.pdf",
        FileFormat.PDF,
        1_000,
        "0".repeat(64),
        1,
        LocalDate.of(2026, 6, 30),
        "company",
        at,
        at,
        null);
  }
}
