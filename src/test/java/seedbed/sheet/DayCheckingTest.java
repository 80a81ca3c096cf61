package seedbed.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seedbed.criteria.SheetPlan;

@DisplayName("填报表上的日期")
final class DayCheckingTest {

  private final DayChecking checking =
      new DayChecking(new SheetPlan.Days(LocalDate.of(1949, 10, 1), Set.of("founded_on")));

  @ParameterizedTest(name = "{0}")
  @CsvSource({"1949-09-30, true", "1949-10-01, false", "1949-10-02, false", "1821-01-01, true"})
  @DisplayName("过早的日期要说明")
  void aDayLongAgoIsAskedAbout(LocalDate day, boolean doubted) {
    assertThat(check(Map.of("new_product_since", day), Map.of())).hasSize(doubted ? 1 : 0);
  }

  @Test
  @DisplayName("成立日期与以前填报的不同要说明；新产品投产日期每年可以不同")
  void aDayThatDoesNotMoveIsAskedAboutWhenItDid() {
    LocalDate known = LocalDate.of(2021, 11, 15);

    assertThat(check(Map.of("founded_on", known.plusDays(1)), Map.of("founded_on", known)))
        .singleElement()
        .satisfies(doubt -> {
          assertThat(doubt.error()).isFalse();
          assertThat(doubt.sentence()).contains("以前填报的是 2021-11-15");
        });
    assertThat(check(Map.of("founded_on", known), Map.of("founded_on", known))).isEmpty();
    assertThat(check(Map.of("founded_on", known), Map.of())).as("never said before").isEmpty();
    assertThat(
            check(
                Map.of("new_product_since", known), Map.of("new_product_since", known.plusDays(1))))
        .isEmpty();
  }

  private List<Doubt> check(Map<String, LocalDate> now, Map<String, LocalDate> before) {
    return checking.check(now, before);
  }
}
