package seedbed.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class SeriesTest {

  @Test
  void aSeriesIsFoundByTheWordThatTheFileHas() {
    assertThat(Series.of("incoming")).contains(Series.INCOMING);
    assertThat(Series.of("INCOMING")).isEmpty();
  }

  @Test
  void numbersBeginWithOne() {
    assertThat(new ArchiveNumber("收文档", 2026, 1)).hasToString("收文档〔2026〕1号");
    assertThatThrownBy(() -> new ArchiveNumber("收文档", 2026, 0))
        .hasMessageContaining("begin with 1");
  }
}
