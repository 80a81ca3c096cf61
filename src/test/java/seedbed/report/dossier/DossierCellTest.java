package seedbed.report.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DossierCellTest {

  @ParameterizedTest
  @DisplayName("短词和日期不折行")
  @CsvSource({"部分到位, true", "2026-11-20, true", "关于推动发展的意见, false", "2026-11-20起施行, false"})
  void aDayIsNotTornApart(String text, boolean brief) {
    assertThat(new Dossier.Cell(Dossier.Column.text("状态", 2), text).brief()).isEqualTo(brief);
  }
}
