package seedbed.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ManagementFileTest {

  private static final Titles TITLES = Rulebook.read(Path.of("config")).titles();

  @Test
  void theFileOfTheProjectIsRead() {
    assertThat(ManagementReading.of(Path.of("config")).rules()).hasSizeGreaterThan(3);
  }

  @Test
  void aMissingFileObligesToNothing() {
    assertThat(ManagementFile.read(Path.of("config/none.yml"), TITLES).rules()).isEmpty();
  }

  @Test
  void anUnknownTitleIsRefusedWithItsLine() {
    refused("titles: [giant-giant]\n  document: {number: 甲, name: 乙}\n  from: 2026-01-01")
        .hasMessageContaining("giant-giant")
        .hasMessageContaining("1");
  }

  @Test
  void aDayThatIsNoneIsRefused() {
    refused(
            "titles: [champion]\n  document: {number: 甲, name: 乙}\n  from: 2026-01-01\n"
                + "  update: {by: \"02-31\"}")
        .hasMessageContaining("02-31");
  }

  @Test
  void anUnknownGroundIsRefused() {
    refused(
            "titles: [champion]\n  document: {number: 甲, name: 乙}\n  from: 2026-01-01\n"
                + "  ban: {years: 3, grounds: [envy]}")
        .hasMessageContaining("envy");
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> refused(
      String rule) {
    return assertThatThrownBy(() -> ManagementFile.read("- " + rule + "\n", TITLES))
        .isInstanceOf(FaultyConfig.class);
  }
}
