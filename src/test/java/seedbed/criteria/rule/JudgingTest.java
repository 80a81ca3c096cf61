package seedbed.criteria.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static seedbed.criteria.rule.World.*;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seedbed.criteria.rule.World.Company;

class JudgingTest {

  private static Truth judged(Criterion criterion, Company company) {
    return Judging.judge(criterion, company.facts());
  }

  @Test
  @DisplayName("未填报的数据是未知，不是零，也不是不满足")
  void missingFigureIsUnknownNotFailed() {
    assertThat(judged(atLeast("3000", last(REVENUE), "万元"), company())).isEqualTo(Truth.UNKNOWN);
    assertThat(judged(atMost("5", last(RANK), "名"), company())).isEqualTo(Truth.UNKNOWN);
    assertThat(judged(declared(CERTIFICATE), company())).isEqualTo(Truth.UNKNOWN);
    assertThat(judged(atLeastLevel(INSTITUTION, "municipal"), company())).isEqualTo(Truth.UNKNOWN);
    assertThat(judged(holds(SME), company())).isEqualTo(Truth.UNKNOWN);
    assertThat(judged(lacks(SME), company())).isEqualTo(Truth.UNKNOWN);
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @DisplayName("以上、以下、不超过含本数，“不足”不含")
  @CsvSource({
    "2999.9999, AT_LEAST,  3000, NOT_MET",
    "3000,      AT_LEAST,  3000, MET",
    "3000.0000, AT_LEAST,  3000, MET",
    "3000,      MORE_THAN, 3000, NOT_MET",
    "3000.0001, MORE_THAN, 3000, MET",
    "3000,      AT_MOST,   3000, MET",
    "3000.0001, AT_MOST,   3000, NOT_MET",
    "3000,      LESS_THAN, 3000, NOT_MET",
    "2999.9999, LESS_THAN, 3000, MET",
  })
  void boundsAreIncludedUnlessTheTextSaysOtherwise(
      String value, Comparison comparison, String bound, Truth expected) {
    var criterion = compared(last(REVENUE), comparison, bound, "万元");

    assertThat(judged(criterion, company().with(REVENUE, 2022, value))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}/{1}: {2}")
  @DisplayName("比重用交叉相乘比较，不取近似")
  @CsvSource({
    "3.00,   100.00, MET",
    "2.9999, 100.00, NOT_MET",
    "1,      33.3333, MET",
    "1,      33.3334, NOT_MET",
    "0,      100,    NOT_MET",
    "-3,     100,    NOT_MET",
  })
  void ratiosAreComparedByCrossMultiplication(String expense, String revenue, Truth expected) {
    var company = company().with(RD_EXPENSE, 2022, expense).with(REVENUE, 2022, revenue);

    assertThat(judged(rdShare("3"), company)).isEqualTo(expected);
  }

  @ParameterizedTest
  @DisplayName("分母为零或为负时无法计算，结论未知")
  @CsvSource({"0", "-1"})
  void ratioOverNothingIsUnknown(String revenue) {
    var company = company().with(RD_EXPENSE, 2022, "3").with(REVENUE, 2022, revenue);

    assertThat(judged(rdShare("3"), company)).isEqualTo(Truth.UNKNOWN);
  }

  @ParameterizedTest(name = "100 → {0}: {1}")
  @DisplayName("复合增长率用乘方比较：两年各10%是121")
  @CsvSource({"121, MET", "120.9999, NOT_MET", "-5, NOT_MET", "0, NOT_MET"})
  void compoundGrowthIsComparedByPowers(String revenue, Truth expected) {
    var company = company().with(REVENUE, 2020, "100").with(REVENUE, 2022, revenue);

    assertThat(judged(atLeast("10", compoundGrowth(REVENUE, 2), "%"), company)).isEqualTo(expected);
  }

  @Test
  @DisplayName("平均增长率的算术平均是精确分数：（20%＋0%）÷2＝10%")
  void meanGrowthIsAnExactFraction() {
    var criterion = atLeast("10", meanGrowth(REVENUE, 2), "%");
    var company = company().with(REVENUE, 2020, "100").with(REVENUE, 2021, "120");

    assertThat(judged(criterion, company.with(REVENUE, 2022, "120"))).isEqualTo(Truth.MET);
    assertThat(judged(criterion, company.with(REVENUE, 2022, "119.9999"))).isEqualTo(Truth.NOT_MET);
  }

  @Test
  @DisplayName("从零增长没有增长率")
  void growthFromNothingIsUnknown() {
    var company =
        company().with(REVENUE, 2020, "0").with(REVENUE, 2021, "5").with(REVENUE, 2022, "9");

    assertThat(judged(atLeast("10", meanGrowth(REVENUE, 2), "%"), company))
        .isEqualTo(Truth.UNKNOWN);
    assertThat(judged(atLeast("10", compoundGrowth(REVENUE, 2), "%"), company))
        .isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void sumsAndMeansCoverTheLastFullYears() {
    var company = company().with(RD_EXPENSE, 2021, "1000").with(RD_EXPENSE, 2022, "2000.0001");

    assertThat(judged(atLeast("3000.0001", sum(RD_EXPENSE, 2), "万元"), company))
        .isEqualTo(Truth.MET);
    assertThat(judged(moreThan("3000.0001", sum(RD_EXPENSE, 2), "万元"), company))
        .isEqualTo(Truth.NOT_MET);
    assertThat(judged(atLeast("1500.00005", mean(RD_EXPENSE, 2), "万元"), company))
        .isEqualTo(Truth.MET);
    assertThat(judged(atLeast("1500.00006", mean(RD_EXPENSE, 2), "万元"), company))
        .isEqualTo(Truth.NOT_MET);
    assertThat(judged(atLeast("1", sum(RD_EXPENSE, 3), "万元"), company)).isEqualTo(Truth.UNKNOWN);
  }

  @ParameterizedTest(name = "{0} 起，{1} 判定：满 {2} 年")
  @DisplayName("截至上年末的年限：12月31日当天计入")
  @CsvSource({
    "2020-01-01, 2023-05-01, 3",
    "2020-01-02, 2023-05-01, 2",
    "2020-01-01, 2023-12-31, 3",
    "2020-02-29, 2025-01-01, 4",
  })
  void fullYearsUpToLastYearEnd(String since, String judgedOn, int full) {
    var company = company(judgedOn).with(NICHE_SINCE, since);
    var years = yearsUpToLastYearEnd(NICHE_SINCE);

    assertThat(judged(atLeast("" + full, years, "年"), company)).isEqualTo(Truth.MET);
    assertThat(judged(atLeast("" + (full + 1), years, "年"), company)).isEqualTo(Truth.NOT_MET);
  }

  @ParameterizedTest(name = "{0} 起，{1} 判定：满 {2} 年")
  @DisplayName("截至判定日的年限；2月29日起算，平年到2月28日满一年")
  @CsvSource({
    "2020-05-01, 2023-05-01, 3",
    "2020-05-02, 2023-05-01, 2",
    "2020-02-29, 2021-02-27, 0",
    "2020-02-29, 2021-02-28, 1",
    "2020-02-29, 2024-02-28, 3",
    "2020-02-29, 2024-02-29, 4",
    "2021-02-28, 2024-02-28, 3",
  })
  void fullYearsUpToTheJudgedDay(String since, String judgedOn, int full) {
    var company = company(judgedOn).with(NICHE_SINCE, since);
    var years = yearsUpToJudgedDay(NICHE_SINCE);

    assertThat(judged(atLeast("" + full, years, "年"), company)).isEqualTo(Truth.MET);
    assertThat(judged(atLeast("" + (full + 1), years, "年"), company)).isEqualTo(Truth.NOT_MET);
  }

  @Test
  void anAnswerCountsFromTheLowestLevelOn() {
    var criterion = atLeastLevel(INSTITUTION, "municipal");

    assertThat(judged(criterion, company().with(INSTITUTION, "internal"))).isEqualTo(Truth.NOT_MET);
    assertThat(judged(criterion, company().with(INSTITUTION, "municipal"))).isEqualTo(Truth.MET);
    assertThat(judged(criterion, company().with(INSTITUTION, "national"))).isEqualTo(Truth.MET);
  }

  @Test
  void aDeclaredFactIsYesOrNo() {
    assertThat(judged(declared(CERTIFICATE), company().with(CERTIFICATE, "yes")))
        .isEqualTo(Truth.MET);
    assertThat(judged(declared(CERTIFICATE), company().with(CERTIFICATE, "no")))
        .isEqualTo(Truth.NOT_MET);
  }

  @Test
  void oneOfTheTitlesIsEnoughAndNoneMayBeHeldWhereTheyExclude() {
    assertThat(judged(holds(SME, GIANT), company().notHolding(SME))).isEqualTo(Truth.UNKNOWN);
    assertThat(judged(holds(SME, GIANT), company().holding(GIANT))).isEqualTo(Truth.MET);
    assertThat(judged(holds(SME), company().notHolding(SME))).isEqualTo(Truth.NOT_MET);
    assertThat(judged(lacks(SME, GIANT), company().holding(GIANT))).isEqualTo(Truth.NOT_MET);
    assertThat(judged(lacks(SME, GIANT), company().notHolding(SME))).isEqualTo(Truth.UNKNOWN);
    assertThat(judged(lacks(SME), company().notHolding(SME))).isEqualTo(Truth.MET);
  }

  @Test
  @DisplayName("逐年达到：一年不满足即不满足，另一年未填报也一样")
  void aFailingYearDecidesThoughAnotherIsMissing() {
    var criterion =
        everyYear(rdShare("3"), atLeast("3", percent(back(RD_EXPENSE, 1), back(REVENUE, 1)), "%"));
    var failing = company().with(RD_EXPENSE, 2021, "2").with(REVENUE, 2021, "100");
    var passing = company().with(RD_EXPENSE, 2021, "3").with(REVENUE, 2021, "100");

    assertThat(judged(criterion, failing)).isEqualTo(Truth.NOT_MET);
    assertThat(judged(criterion, passing)).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void oneGoodYearIsEnoughWhereAnyYearWillDo() {
    var criterion =
        anyYear(atLeast("100", last(EQUITY), "万元"), atLeast("100", back(EQUITY, 1), "万元"));

    assertThat(judged(criterion, company().with(EQUITY, 2021, "100"))).isEqualTo(Truth.MET);
    assertThat(judged(criterion, company().with(EQUITY, 2021, "99"))).isEqualTo(Truth.UNKNOWN);
    assertThat(judged(criterion, company().with(EQUITY, 2021, "99").with(EQUITY, 2022, "0")))
        .isEqualTo(Truth.NOT_MET);
  }

  @ParameterizedTest(name = "营业收入 {0}、研发 {1}: {2}")
  @DisplayName("按营业收入分档：1亿元本数归上档，5000万元本数归中档")
  @CsvSource({
    "10000,     300,      MET",
    "10000,     299.9999, NOT_MET",
    "9999.9999, 599.9999, NOT_MET",
    "9999.9999, 600,      MET",
    "5000,      300,      MET",
    "5000,      299.9999, NOT_MET",
    "4999.9999, 2999.9999,NOT_MET",
    "4999.9999, 3000,     MET",
  })
  void whatIsRequiredDependsOnTheBranch(String revenue, String expense, Truth expected) {
    var company = company().with(REVENUE, 2022, revenue).with(RD_EXPENSE, 2022, expense);

    assertThat(judged(tiers(), company)).isEqualTo(expected);
  }

  @Test
  @DisplayName("分档依据未填报时，只有各档结论一致才有结论")
  void branchesMustAgreeWhileTheDecidingFigureIsMissing() {
    var share = atLeast("10", last(SHARE), "%");
    var either =
        branches(
            when(atLeast("10000", last(REVENUE), "万元"), share),
            when(lessThan("10000", last(REVENUE), "万元"), all(share, declared(CERTIFICATE))));

    assertThat(judged(either, company().with(SHARE, "9"))).isEqualTo(Truth.NOT_MET);
    assertThat(judged(either, company().with(SHARE, "10").with(CERTIFICATE, "yes")))
        .isEqualTo(Truth.MET);
    assertThat(judged(either, company().with(SHARE, "10").with(CERTIFICATE, "no")))
        .isEqualTo(Truth.UNKNOWN);
    assertThat(judged(either, company().with(SHARE, "10"))).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  @DisplayName("免测的分支使“满足其一”成立")
  void aWaivedBranchSatisfiesAnAlternative() {
    var criterion =
        any(atLeast("10", last(SHARE), "%"), waived(atLeast("5", meanGrowth(REVENUE, 2), "%")));

    assertThat(judged(criterion, company().with(SHARE, "1"))).isEqualTo(Truth.MET);
  }

  @Test
  void atLeastSoManyOfSeveral() {
    var criterion =
        some(2, declared(CERTIFICATE), declared(OVERSEAS), declared(INFORMATION_SYSTEM));
    var one = company().with(CERTIFICATE, "yes").with(OVERSEAS, "no");

    assertThat(judged(criterion, one)).isEqualTo(Truth.UNKNOWN);
    assertThat(judged(criterion, one.with(INFORMATION_SYSTEM, "yes"))).isEqualTo(Truth.MET);
    assertThat(judged(criterion, one.with(INFORMATION_SYSTEM, "no"))).isEqualTo(Truth.NOT_MET);
  }

  @Test
  @DisplayName("两种口径一致时结论成立，不一致时未知")
  void readingsThatDifferLeaveTheAnswerUnknown() {
    var criterion =
        readings(
            atLeast("5", meanGrowth(REVENUE, 2), "%"),
            atLeast("5", compoundGrowth(REVENUE, 2), "%"));
    // +40 % and -28 %: 6 % on average, 0.4 % compound
    var differing =
        company()
            .with(REVENUE, 2020, "100")
            .with(REVENUE, 2021, "140")
            .with(REVENUE, 2022, "100.8");
    var growing =
        company().with(REVENUE, 2020, "100").with(REVENUE, 2021, "110").with(REVENUE, 2022, "120");
    var falling =
        company().with(REVENUE, 2020, "100").with(REVENUE, 2021, "90").with(REVENUE, 2022, "80");

    assertThat(judged(criterion, differing)).isEqualTo(Truth.UNKNOWN);
    assertThat(judged(criterion, growing)).isEqualTo(Truth.MET);
    assertThat(judged(criterion, falling)).isEqualTo(Truth.NOT_MET);
  }

  @Test
  void anOpenClauseIsUnknownAndAWaivedOneIsMet() {
    assertThat(judged(open(Reason.EDITION_PROVISIONAL), company())).isEqualTo(Truth.UNKNOWN);
    assertThat(judged(waived(open(Reason.WORDING_UNSETTLED)), company())).isEqualTo(Truth.MET);
  }
}
