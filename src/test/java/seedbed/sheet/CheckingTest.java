package seedbed.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seedbed.criteria.Indicators;
import seedbed.criteria.SheetPlan;
import seedbed.criteria.SheetPlan.Level;
import seedbed.criteria.rule.Indicator;

/// Every check one step below, on and above its bound.
@DisplayName("填报表的逻辑核对")
final class CheckingTest {

  private static final Indicator REVENUE = amount("revenue", "营业收入总额");
  private static final Indicator MAIN = amount("main_revenue", "主营业务收入");
  private static final Indicator OTHER = amount("other_revenue", "其他业务收入");
  private static final Indicator PROFIT = amount("net_profit", "净利润");
  private static final Indicator PROFIT_AND_TAX = amount("profit_and_tax", "利税总额");
  private static final Indicator STAFF =
      new Indicator(
          "employees", "职工总数", Indicator.Kind.COUNT, Indicator.Period.YEAR, "人", List.of(), false);

  private final Checking checking = new Checking(plan());

  @ParameterizedTest(name = "主营 {0} + 其他 {1}，总额 {2}")
  @CsvSource({
    "60, 39.99, 100, false",
    "60, 40, 100, false",
    "60, 40.01, 100, true",
    "0, 0, 0, false",
    "0, 0.000001, 0, true"
  })
  void partsAreNotMoreThanTheWhole(String main, String other, String whole, boolean doubted) {
    var doubts =
        check(Map.of("main_revenue", main, "other_revenue", other, "revenue", whole), Map.of());

    assertThat(doubts.stream().filter(Doubt::error)).hasSize(doubted ? 1 : 0);
  }

  @Test
  @DisplayName("缺一部分的，已知部分超过总额才算错")
  void aMissingPartIsNotZero() {
    assertThat(errors(Map.of("main_revenue", "100", "revenue", "100"))).isEmpty();
    assertThat(errors(Map.of("main_revenue", "100.01", "revenue", "100"))).hasSize(1);
    assertThat(errors(Map.of("main_revenue", "100.01"))).as("nothing to compare with").isEmpty();
  }

  @ParameterizedTest(name = "上年 {0}，本年 {1}")
  @CsvSource({
    "100, 299.99, ''",
    "100, 300, 请说明原因",
    "100, 99999.99, 请说明原因",
    "100, 100000, 疑似单位填错",
    "100, 100000.01, 疑似单位填错",
    "300, 100.01, ''",
    "300, 100, 请说明原因",
    "300, 0.3, 疑似单位填错",
    "300, 0.31, 请说明原因",
    "0, 100, ''"
  })
  void jumpsAgainstLastYearAreAskedAbout(String before, String now, String says) {
    var doubts = check(Map.of("revenue", now), Map.of("revenue", before));

    assertThat(doubts.stream().map(Doubt::level)).doesNotContain(Level.ERROR);
    if (says.isEmpty()) {
      assertThat(doubts).isEmpty();
    } else {
      assertThat(doubts)
          .singleElement()
          .satisfies(doubt -> assertThat(doubt.sentence()).contains(says));
    }
  }

  @ParameterizedTest(name = "上年 {0}，本年 {1}")
  @CsvSource({
    "10, 0, false",
    "10, -0.01, true",
    "-10, 0.01, true",
    "-10, -1, false",
    "0, -1, false"
  })
  void aChangeOfSignIsAskedAbout(String before, String now, boolean doubted) {
    assertThat(check(Map.of("net_profit", now), Map.of("net_profit", before)))
        .hasSize(doubted ? 1 : 0);
  }

  @ParameterizedTest(name = "职工 {0} 人")
  @CsvSource({"0, true", "1, false"})
  void nobodyAtWorkIsAskedAbout(String now, boolean doubted) {
    assertThat(check(Map.of("employees", now), Map.of())).hasSize(doubted ? 1 : 0);
  }

  @ParameterizedTest(name = "净利润 {0}，利税总额 {1}")
  @CsvSource({
    "99.99, 100, false",
    "100, 100, false",
    "100.01, 100, true",
    "-10, -10, false",
    "-9.99, -10, true",
    "-10, 0, false"
  })
  void aProfitAboveProfitAndTaxIsAskedAboutAndNoError(String profit, String both, boolean doubted) {
    var doubts = check(Map.of("net_profit", profit, "profit_and_tax", both), Map.of());

    assertThat(doubts).hasSize(doubted ? 1 : 0);
    assertThat(doubts)
        .allSatisfy(doubt -> {
          assertThat(doubt.code()).isEqualTo("net_profit");
          assertThat(doubt.level()).isEqualTo(Level.NOTICE);
          assertThat(doubt.sentence()).contains("大于利税总额 " + both, "属实的请说明原因");
        });
  }

  @Test
  @DisplayName("净利润或利税总额没有填的不比较")
  void whatIsMissingIsNotCompared() {
    assertThat(check(Map.of("net_profit", "100"), Map.of())).isEmpty();
    assertThat(check(Map.of("profit_and_tax", "-100"), Map.of())).isEmpty();
  }

  @Test
  @DisplayName("没有上年数的不比较")
  void withoutLastYearNothingIsCompared() {
    assertThat(check(Map.of("revenue", "1000000"), Map.of())).isEmpty();
  }

  @ParameterizedTest(name = "现有 5145，更正为 {0}")
  @CsvSource({"5144999.99, false", "5145000, true", "51450000, true", "5.145, true", "5.15, false"})
  @DisplayName("更正前后相差千倍，疑似单位填错")
  void aCorrectionInAnotherUnitIsAskedAbout(String value, boolean doubted) {
    var doubt = checking.slip(REVENUE, new BigDecimal(value), new BigDecimal("5145"));

    assertThat(doubt.map(Doubt::sentence).filter(said -> said.contains("疑似单位填错")).isPresent())
        .isEqualTo(doubted);
  }

  private List<Doubt> errors(Map<String, String> now) {
    return check(now, Map.of()).stream().filter(Doubt::error).toList();
  }

  private List<Doubt> check(Map<String, String> now, Map<String, String> before) {
    return checking.check(numbers(now), numbers(before));
  }

  private static Map<String, BigDecimal> numbers(Map<String, String> texts) {
    return texts.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> new BigDecimal(entry.getValue())));
  }

  private static Indicator amount(String code, String label) {
    return new Indicator(
        code, label, Indicator.Kind.AMOUNT, Indicator.Period.YEAR, "万元", List.of(), false);
  }

  private static SheetPlan plan() {
    Map<Indicators.Group, List<Indicators.Entry>> groups = new EnumMap<>(Indicators.Group.class);
    groups.put(
        Indicators.Group.OPERATION,
        List.of(REVENUE, MAIN, OTHER, PROFIT, PROFIT_AND_TAX, STAFF).stream()
            .map(indicator ->
                new Indicators.Entry(
                    indicator, Indicators.Group.OPERATION, List.of("税务局"), "试验", null))
            .toList());
    return new SheetPlan(
        groups,
        List.of(new SheetPlan.PartsOfWhole(List.of(MAIN, OTHER), REVENUE, Level.ERROR)),
        List.of(new SheetPlan.Bound(PROFIT, PROFIT_AND_TAX)),
        Set.of("net_profit"),
        Set.of("employees"),
        new SheetPlan.Jumps(BigDecimal.valueOf(1000), BigDecimal.valueOf(3), Set.of("revenue")),
        new SheetPlan.Days(LocalDate.EPOCH, Set.of()));
  }
}
