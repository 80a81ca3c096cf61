package seedbed.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LatestTest {

  private final Latest<String, Long> latest = new Latest<>(10, size -> size);

  @Test
  void whatWasNotAskedForLongestGoesFirst() {
    latest.put("a", 4L);
    latest.put("b", 5L);
    latest.get("a");

    var gone = latest.put("c", 3L);

    assertThat(gone).containsExactly(5L);
    assertThat(latest.get("a")).isEqualTo(4L);
    assertThat(latest.get("b")).isNull();
  }

  @Test
  void whatIsLargerThanTheRoomIsKeptAlone() {
    latest.put("a", 4L);

    var gone = latest.put("b", 11L);

    assertThat(gone).containsExactly(4L);
    assertThat(latest.get("b")).isEqualTo(11L);
  }

  @Test
  void whatIsReplacedGoes() {
    latest.put("a", 4L);

    assertThat(latest.put("a", 6L)).containsExactly(4L);
    assertThat(latest.get("a")).isEqualTo(6L);
  }
}
