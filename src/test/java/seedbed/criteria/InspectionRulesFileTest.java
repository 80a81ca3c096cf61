package seedbed.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InspectionRulesFileTest {

  private static final Path CONFIG = Path.of("config");

  private static final Titles TITLES = Rulebook.read(CONFIG).titles();

  @TempDir Path folder;

  @Test
  void theFileOfTheProjectIsRead() {
    InspectionRules rules = InspectionRulesFile.read(CONFIG, TITLES);

    assertThat(rules.titles()).contains("nantong-giant", "champion").doesNotContain("rugao-pool");
    assertThat(rules.exemptAreas()).containsExactlyInAnyOrder("safety", "environment");
    assertThat(rules.reportDays()).isOne();
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "champion, no-such-title",
    "environment, everything",
    "joint-days: 15, joint-days: 91",
    "joint-days: 15, joint-days: -1",
    "report-days: 1, report-days: 0.5",
    "officers: 2, officers: 0",
    "ratings-from: 3, ratings-from: many",
    "officers: 2, officer: 2",
  })
  void whatCannotBeIsRefused(String right, String wrong) throws IOException {
    Files.writeString(
        folder.resolve("inspections.yml"),
        Files.readString(CONFIG.resolve("inspections.yml")).replace(right, wrong));

    assertThatThrownBy(() -> InspectionRulesFile.read(folder, TITLES))
        .isInstanceOf(FaultyConfig.class)
        .hasMessageContaining("inspections.yml");
  }
}
