package seedbed.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.criteria.ManagementReading;

/// The days that documents set, by the documents as they are in `config/management.yml`.
@DisplayName("更新、报告和禁报的期限")
final class DeadlinesTest {

  private final Deadlines deadlines = new Deadlines(ManagementReading.of(Path.of("config")));

  @Test
  @DisplayName("63号：每年4月30日；〔2026〕2号起5月31日")
  void theUpdateFollowsTheDocumentInForceOnItsDay() {
    assertThat(update("specialised-sme", "2025-04-30")).isEqualTo("2025-04-30");
    assertThat(update("specialised-sme", "2025-05-01")).isEqualTo("2026-05-31");
    assertThat(update("specialised-sme", "2026-03-31")).isEqualTo("2026-05-31");
    assertThat(update("specialised-sme", "2026-05-31")).isEqualTo("2026-05-31");
    assertThat(update("specialised-sme", "2026-06-01")).isEqualTo("2027-05-31");
  }

  @Test
  @DisplayName("138号5月31日，115号3月底")
  void otherTitlesHaveTheirOwnDays() {
    assertThat(update("champion", "2026-01-01")).isEqualTo("2026-05-31");
    assertThat(update("technology-sme", "2026-03-31")).isEqualTo("2026-03-31");
    assertThat(update("technology-sme", "2026-04-01")).isEqualTo("2027-03-31");
    assertThat(deadlines.nextUpdate("jiangsu-giant", LocalDate.of(2026, 1, 1))).isEmpty();
  }

  @Test
  @DisplayName("单一来源的期限标明待核")
  void whatOneSourceAloneSaysIsMarked() {
    var due = deadlines.nextUpdate("little-giant", LocalDate.of(2026, 11, 1)).orElseThrow();

    assertThat(due.document()).isEqualTo("工信部企业〔2026〕2号");
    assertThat(due.unverified()).contains("一处来源");
    assertThat(due.missed()).isNull();
  }

  @Test
  @DisplayName("重大变化三个月内报告；〔2026〕2号未见期限，不沿用")
  void changesAreReportedByTheDocumentOfTheirDay() {
    assertThat(deadlines.report("little-giant", LocalDate.of(2026, 3, 31)).orElseThrow().on())
        .isEqualTo("2026-06-30");
    assertThat(deadlines.report("little-giant", LocalDate.of(2026, 4, 1))).isEmpty();
    assertThat(deadlines.report("champion", LocalDate.of(2026, 4, 1)).orElseThrow().on())
        .isEqualTo("2026-07-01");
  }

  @Test
  @DisplayName("数据造假撤销的三年内禁报，不再符合条件撤销的不禁报")
  void aBanFollowsItsGround() {
    LocalDate day = LocalDate.of(2026, 5, 10);

    assertThat(deadlines.ban("little-giant", Ground.FRAUD, day).orElseThrow().until())
        .isEqualTo("2029-05-10");
    assertThat(deadlines.ban("little-giant", Ground.STANDARD, day)).isEmpty();
    assertThat(deadlines.ban("champion", Ground.TAX, day).orElseThrow().until())
        .isEqualTo("2029-05-10");
    assertThat(deadlines.ban("rugao-pool", Ground.FRAUD, day)).isEmpty();
  }

  private String update(String title, String day) {
    return deadlines.nextUpdate(title, LocalDate.parse(day)).orElseThrow().on().toString();
  }
}
