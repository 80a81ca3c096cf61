package seedbed.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("本地目标")
final class TargetsFileTest {

  private static final Titles TITLES = Rulebook.read(Path.of("config")).titles();
  private static final String DOCUMENT = "  document: {number: 甲, name: 乙}\n  clause: 一\n";

  @Test
  @DisplayName("行动方案二（二）：每年10家、4–5家、2家，只到2023年")
  void theTargetsOfThePlanAreRead() {
    var targets = TargetsReading.of(Path.of("config"));

    assertThat(targets.of("320682", 2022))
        .extracting(Targets.Target::span)
        .containsExactly("10", "4–5", "2");
    assertThat(targets.of("320682", 2024)).isEmpty();
    assertThat(targets.of("3206", 2022)).isEmpty();
  }

  @Test
  void aMissingFileWantsNothing() {
    assertThat(TargetsFile.read(Path.of("config/none.yml"), TITLES).all()).isEmpty();
  }

  @Test
  void whatDoesNotFitIsRefusedWithItsLine() {
    refused("titles: [giant-giant]\n  from: 2021\n  to: 2023\n  at_least: 2\n")
        .hasMessageContaining("giant-giant");
    refused("titles: [champion]\n  from: 2023\n  to: 2021\n  at_least: 2\n")
        .hasMessageContaining("最后一年早于第一年");
    refused("titles: [champion]\n  from: 2021\n  to: 2023\n  at_least: 5\n  at_most: 4\n")
        .hasMessageContaining("区间上限小于下限");
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(String rest) {
    return assertThatThrownBy(() ->
            TargetsFile.read("- region: \"320682\"\n  label: 丙\n" + DOCUMENT + "  " + rest, TITLES))
        .isInstanceOf(FaultyConfig.class)
        .hasMessageContaining("targets.yml 第");
  }
}
