package seedbed.criteria.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static seedbed.criteria.rule.World.*;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seedbed.criteria.rule.ScoreSheet.Item;
import seedbed.criteria.rule.World.Company;

class ScoringTest {
  private static final Item SHARE_BANDS =
      tiered(
          "20",
          tier("20", atLeast("30", last(SHARE), "%")),
          tier("15", atLeast("20", last(SHARE), "%")),
          tier("10", atLeast("10", last(SHARE), "%")));

  private static String points(Item item, Company company) {
    return Scoring.points(item, company.facts()).shown();
  }

  @ParameterizedTest(name = "{0}%: {1} 分")
  @DisplayName("正处于两档交界时按高档计分")
  @CsvSource({"30, 20", "29.9999, 15", "20, 15", "19.9999, 10", "10, 10", "9.9999, 0"})
  void onTheBorderOfTwoBandsTheHigherScoreCounts(String share, String expected) {
    assertThat(points(SHARE_BANDS, company().with(SHARE, share))).isEqualTo(expected);
  }

  @Test
  void aMissingFigureLeavesASpanOfPoints() {
    assertThat(points(SHARE_BANDS, company())).isEqualTo("0–20");
  }

  @Test
  void aBandThatIsSureLimitsTheSpanFromBelow() {
    var item = tiered("10", tier("10", declared(OVERSEAS)), tier("4", declared(CERTIFICATE)));

    assertThat(points(item, company().with(CERTIFICATE, "yes"))).isEqualTo("4–10");
    assertThat(points(item, company().with(OVERSEAS, "yes"))).isEqualTo("10");
  }

  @Test
  @DisplayName("累计得分，封顶")
  void pointsAddUpToTheCap() {
    var item =
        cumulative(
            "5",
            tier("3", declared(CERTIFICATE)),
            tier("2", declared(OVERSEAS)),
            tier("2", declared(INFORMATION_SYSTEM)));

    assertThat(points(item, company().with(CERTIFICATE, "yes"))).isEqualTo("3–5");
    assertThat(points(item, company().with(CERTIFICATE, "yes").with(OVERSEAS, "yes")))
        .isEqualTo("5");
    assertThat(
            points(
                item,
                company()
                    .with(CERTIFICATE, "no")
                    .with(OVERSEAS, "yes")
                    .with(INFORMATION_SYSTEM, "yes")))
        .isEqualTo("4");
  }

  @ParameterizedTest(name = "{0} 项: {1} 分")
  @DisplayName("每满一步得分，不足一步不计，封顶")
  @CsvSource({"0, 0", "1, 0", "2, 3", "3, 3", "4, 6", "7, 9", "8, 10", "80, 10"})
  void onlyFullStepsCount(String patents, String expected) {
    var item = stepped(last(PATENTS), "项", "2", "3", "10");

    assertThat(points(item, company().with(PATENTS, patents))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "100 → {0}: {1} 分")
  @DisplayName("复合增长率的分步也精确到边界")
  @CsvSource({"121, 2", "120.9999, 1", "110.25, 1", "110.2499, 0", "90, 0"})
  void stepsOfACompoundGrowthAreExact(String revenue, String expected) {
    var item = stepped(compoundGrowth(REVENUE, 2), "%", "5", "1", "10");
    var company = company().with(REVENUE, 2020, "100").with(REVENUE, 2022, revenue);

    assertThat(points(item, company)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {1} 分")
  @CsvSource({"0, 0", "7.5, 7.5", "15, 15", "16, 15", "-1, 0"})
  void enteredPointsStayWithinTheLine(String value, String expected) {
    assertThat(points(entered("15", EXTRA_POINTS), company().with(EXTRA_POINTS, value)))
        .isEqualTo(expected);
    assertThat(points(entered("15", EXTRA_POINTS), company())).isEqualTo("0–15");
  }

  @Test
  void theBetterOfSeveralLinesCounts() {
    var item = best(SHARE_BANDS, stepped(last(PATENTS), "项", "1", "6", "18"));

    assertThat(points(item, company().with(SHARE, "20").with(PATENTS, "3"))).isEqualTo("18");
    assertThat(points(item, company().with(SHARE, "20"))).isEqualTo("15–18");
    assertThat(points(item, company().with(SHARE, "30"))).isEqualTo("20");
  }

  @Test
  void aClassIsCappedAtItsMaximum() {
    var capped =
        sheet("11", scoreClass("创新能力", "10", null, entered("15", EXTRA_POINTS), SHARE_BANDS));

    assertThat(
            Judging.judge(
                scored(capped), company().with(EXTRA_POINTS, "15").with(SHARE, "30").facts()))
        .isEqualTo(Truth.NOT_MET);
  }

  @ParameterizedTest(name = "得分 {0}、占有率 {1}: {2}")
  @DisplayName("总分达到而分项低于最低分，仍不满足")
  @CsvSource({
    "40, 20, MET",
    "45, 20, MET",
    "40, 19, NOT_MET",
    "45, 19, NOT_MET",
    "39, 20, NOT_MET",
    "  , 19, NOT_MET",
    "  , 20, UNKNOWN",
    "40,   , UNKNOWN",
    "34,   , NOT_MET",
  })
  void bothTheTotalAndTheFloorMustBeReached(String points, String share, Truth expected) {
    var criterion =
        scored(
            sheet(
                "55",
                scoreClass("专业化", "20", "15", SHARE_BANDS),
                scoreClass("其他", "60", null, entered("60", EXTRA_POINTS))));
    var company = company();
    if (points != null) {
      company.with(EXTRA_POINTS, points);
    }
    if (share != null) {
      company.with(SHARE, share);
    }

    assertThat(Judging.judge(criterion, company.facts())).isEqualTo(expected);
  }
}
