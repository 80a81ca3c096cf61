package seedbed.criteria.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static seedbed.criteria.rule.World.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seedbed.criteria.rule.Finding.Measure;
import seedbed.criteria.rule.Finding.Used;
import seedbed.criteria.rule.World.Company;

class ExplainingTest {

  private static Finding finding(Criterion criterion, Company company) {
    return Explaining.explain(criterion, company.facts());
  }

  @Test
  @DisplayName("比重不足：实际、要求、差额、年份，以及分子需增加多少")
  void aFailedRatioSaysHowMuchMoreOfTheNumeratorWouldDo() {
    var company = company().with(RD_EXPENSE, 2022, "240").with(REVENUE, 2022, "10000");

    var finding = finding(rdShare("3"), company);

    assertThat(finding.truth()).isEqualTo(Truth.NOT_MET);
    assertThat(finding.measure()).isEqualTo(new Measure("2.4", "≥ 3", "%", "0.6", "2022"));
    assertThat(finding.remedies())
        .containsExactly(new Change.Adjust(now(RD_EXPENSE), new BigDecimal("60.0000")));
    assertThat(finding.used())
        .containsExactly(
            new Used(now(RD_EXPENSE), "240", false), new Used(now(REVENUE), "10000", false));
    assertThat(finding.reason()).isNull();
  }

  @Test
  void aMetThresholdHasNoShortfallAndNoRemedy() {
    var finding = finding(atMost("5", last(RANK), "名"), company().unconfirmed(RANK, "3"));

    assertThat(finding.measure()).isEqualTo(new Measure("3", "≤ 5", "名", null, "2023-05-01"));
    assertThat(finding.remedies()).isEmpty();
    assertThat(finding.used()).containsExactly(new Used(now(RANK), "3", true));
  }

  @Test
  void aRankFallsShortByPlaces() {
    var finding = finding(atMost("5", last(RANK), "名"), company().with(RANK, "8"));

    assertThat(finding.measure()).isEqualTo(new Measure("8", "≤ 5", "名", "3", "2023-05-01"));
    assertThat(finding.remedies())
        .containsExactly(new Change.Adjust(now(RANK), new BigDecimal("-3")));
  }

  @ParameterizedTest(name = "{0}/{1}: 实际 {2}，差 {3}")
  @DisplayName("四位小数以内看不出差距时，多显示几位，不说“3低于3”")
  @CsvSource({
    "2.99999, 100,   2.99999, 0.00001",
    "1,       33.33334, 2.999999, 0.000001",
    "1,       36,    2.7778, 0.2222",
    "2.9999,  100,   2.9999, 0.0001",
  })
  void aFigureShortByAHairShowsTheHair(
      String expense, String revenue, String actual, String shortfall) {
    var company = company().with(RD_EXPENSE, 2022, expense).with(REVENUE, 2022, revenue);

    assertThat(finding(rdShare("3"), company).measure())
        .isEqualTo(new Measure(actual, "≥ 3", "%", shortfall, "2022"));
  }

  @Test
  void severalYearsAreNamedAsASpan() {
    var company =
        company().with(REVENUE, 2020, "100").with(REVENUE, 2021, "110").with(REVENUE, 2022, "110");

    assertThat(finding(atLeast("10", meanGrowth(REVENUE, 2), "%"), company).measure())
        .isEqualTo(new Measure("5", "≥ 10", "%", "5", "2020–2022"));
    assertThat(finding(atLeast("10", compoundGrowth(REVENUE, 2), "%"), company).measure())
        .isEqualTo(new Measure("4.8809", "≥ 10", "%", "5.1191", "2020–2022"));
  }

  @Test
  @DisplayName("由正转负的复合增长率按−100%计")
  void aFallBelowZeroIsTheLossOfEverything() {
    var company = company().with(REVENUE, 2020, "100").with(REVENUE, 2022, "-5");

    assertThat(finding(atLeast("10", compoundGrowth(REVENUE, 2), "%"), company).measure())
        .isEqualTo(new Measure("-100", "≥ 10", "%", "110", "2020–2022"));
  }

  @Test
  void remediesOfGrowthMoveTheLastFullYear() {
    var company =
        company().with(REVENUE, 2020, "100").with(REVENUE, 2021, "110").with(REVENUE, 2022, "110");

    assertThat(finding(atLeast("10", meanGrowth(REVENUE, 2), "%"), company).remedies())
        .containsExactly(new Change.Adjust(now(REVENUE), new BigDecimal("11.0000")));
    assertThat(finding(atLeast("10", compoundGrowth(REVENUE, 2), "%"), company).remedies())
        .containsExactly(new Change.Adjust(now(REVENUE), new BigDecimal("11.0000")));
  }

  @Test
  @DisplayName("资产负债率过高：可减负债，也可增资产")
  void aRatioThatIsTooHighFallsInTwoWays() {
    var company = company().with(LIABILITIES, 2022, "80").with(ASSETS, 2022, "100");

    assertThat(finding(atMost("70", percent(LIABILITIES, ASSETS), "%"), company).remedies())
        .containsExactly(
            new Change.Adjust(now(LIABILITIES), new BigDecimal("-10.0000")),
            new Change.Adjust(now(ASSETS), new BigDecimal("14.2858")));
    assertThat(finding(lessThan("80", percent(LIABILITIES, ASSETS), "%"), company).remedies())
        .containsExactly(
            new Change.Adjust(now(LIABILITIES), new BigDecimal("-0.0001")),
            new Change.Adjust(now(ASSETS), new BigDecimal("0.0001")));
  }

  @Test
  @DisplayName("人数按整数增加")
  void peopleComeWhole() {
    var company = company().with(RD_STAFF, 2022, "10").with(EMPLOYEES, 2022, "33");

    assertThat(finding(atLeast("50", percent(RD_STAFF, EMPLOYEES), "%"), company).remedies())
        .containsExactly(new Change.Adjust(now(RD_STAFF), new BigDecimal("7")));
  }

  @Test
  @DisplayName("往年数已成定局：合计不足时只建议增加最近一年")
  void pastYearsAreClosed() {
    var company = company().with(EQUITY, 2021, "1000").with(EQUITY, 2022, "2000");

    assertThat(finding(atLeast("8000", sum(EQUITY, 2), "万元"), company).remedies())
        .containsExactly(new Change.Adjust(now(EQUITY), new BigDecimal("5000.0000")));
    assertThat(finding(atMost("500", sum(EQUITY, 2), "万元"), company).remedies()).isEmpty();
  }

  @Test
  @DisplayName("年限不足：上年末口径要等到次年才看得到")
  void yearsShortMeansWaitingUntilTheDayItCounts() {
    var company = company().with(NICHE_SINCE, "2020-06-15");

    var upToYearEnd = finding(atLeast("3", yearsUpToLastYearEnd(NICHE_SINCE), "年"), company);
    var upToToday = finding(atLeast("3", yearsUpToJudgedDay(NICHE_SINCE), "年"), company);

    assertThat(upToYearEnd.measure()).isEqualTo(new Measure("2", "≥ 3", "年", "1", "2023-05-01"));
    assertThat(upToYearEnd.used()).containsExactly(new Used(now(NICHE_SINCE), "2020-06-15", false));
    assertThat(upToYearEnd.remedies())
        .singleElement()
        .isInstanceOfSatisfying(
            Change.Wait.class,
            wait -> assertThat(wait.until()).isEqualTo(LocalDate.parse("2024-01-01")));
    assertThat(upToToday.remedies())
        .singleElement()
        .isInstanceOfSatisfying(
            Change.Wait.class,
            wait -> assertThat(wait.until()).isEqualTo(LocalDate.parse("2023-06-15")));
  }

  @Test
  void answersAreShownByTheirNames() {
    assertThat(
            finding(atLeastLevel(INSTITUTION, "municipal"), company().with(INSTITUTION, "internal"))
                .measure())
        .isEqualTo(new Measure("自建", "市级以上", null, null, "2023-05-01"));
    assertThat(finding(declared(CERTIFICATE), company().with(CERTIFICATE, "no")).measure())
        .isEqualTo(new Measure("否", "是", null, null, "2023-05-01"));
    assertThat(finding(judged(UNIQUE), company().with(UNIQUE, "yes")).measure())
        .isEqualTo(new Measure("是", "认定", null, null, "2023-05-01"));
  }

  @Test
  void datesAreShownAsDates() {
    var before2010 =
        atMost(String.valueOf(LocalDate.parse("2010-01-01").toEpochDay()), last(NICHE_SINCE), "日期");

    assertThat(finding(before2010, company().with(NICHE_SINCE, "2012-03-01")).measure())
        .isEqualTo(new Measure("2012-03-01", "≤ 2010-01-01", "日期", null, "2023-05-01"));
  }

  @Test
  void titlesAreNamed() {
    var company = company().notHolding(SME).holding(GIANT).notHolding(CHAMPION);

    assertThat(finding(holds(SME), company).measure())
        .isEqualTo(new Measure("未持有", "持有专精特新中小企业", null, null, "2023-05-01"));
    assertThat(finding(holds(SME, GIANT), company).measure())
        .isEqualTo(
            new Measure("持有专精特新“小巨人”企业", "持有专精特新中小企业、专精特新“小巨人”企业之一", null, null, "2023-05-01"));
    assertThat(finding(lacks(GIANT, CHAMPION), company).measure())
        .isEqualTo(new Measure("持有专精特新“小巨人”企业", "未持有专精特新“小巨人”企业、单项冠军企业", null, null, "2023-05-01"));
    assertThat(finding(holds(SME, GIANT), company().notHolding(SME)).measure())
        .extracting(Measure::actual)
        .isNull();
  }

  @Test
  void unknownSaysWhy() {
    assertThat(finding(atLeast("10", last(SHARE), "%"), company()).reason())
        .isEqualTo(Reason.NOT_REPORTED);
    assertThat(finding(declared(CERTIFICATE), company()).reason()).isEqualTo(Reason.NOT_REPORTED);
    assertThat(
            finding(declared(CERTIFICATE), company().without(CERTIFICATE, Reason.EXPIRED)).reason())
        .isEqualTo(Reason.EXPIRED);
    assertThat(
            finding(
                    atLeast("10", last(SHARE), "%"),
                    company().without(SHARE, Reason.AWAITING_CONFIRMATION))
                .reason())
        .isEqualTo(Reason.AWAITING_CONFIRMATION);
    assertThat(finding(judged(UNIQUE), company()).reason()).isEqualTo(Reason.NEEDS_JUDGEMENT);
    assertThat(
            finding(judged(UNIQUE), company().without(UNIQUE, Reason.AWAITING_CONFIRMATION))
                .reason())
        .isEqualTo(Reason.AWAITING_CONFIRMATION);
    assertThat(finding(holds(SME), company()).reason()).isEqualTo(Reason.NOT_REPORTED);
    assertThat(finding(open(Reason.EDITION_PROVISIONAL), company()).reason())
        .isEqualTo(Reason.EDITION_PROVISIONAL);
  }

  @Test
  @DisplayName("分母为零：无法计算，而不是未填报")
  void ratioOverNothingIsNotComputable() {
    var finding =
        finding(rdShare("3"), company().with(RD_EXPENSE, 2022, "3").with(REVENUE, 2022, "0"));

    assertThat(finding.truth()).isEqualTo(Truth.UNKNOWN);
    assertThat(finding.reason()).isEqualTo(Reason.NOT_COMPUTABLE);
    assertThat(finding.measure()).isEqualTo(new Measure(null, "≥ 3", "%", null, "2022"));
  }

  @Test
  void anUnknownWholeTakesTheReasonOfItsFirstUnknownPart() {
    var finding =
        finding(
            all(declared(CERTIFICATE), judged(UNIQUE), declared(OVERSEAS)),
            company().with(CERTIFICATE, "yes"));

    assertThat(finding.reason()).isEqualTo(Reason.NEEDS_JUDGEMENT);
    assertThat(finding.parts())
        .extracting(Finding::truth)
        .containsExactly(Truth.MET, Truth.UNKNOWN, Truth.UNKNOWN);
  }

  @Test
  void atLeastSoManyCountsItsParts() {
    var finding =
        finding(
            some(3, declared(CERTIFICATE), declared(OVERSEAS), declared(INFORMATION_SYSTEM)),
            company().with(CERTIFICATE, "yes").with(OVERSEAS, "no").with(INFORMATION_SYSTEM, "no"));

    assertThat(finding.measure()).isEqualTo(new Measure("1", "≥ 3", "项", "2", "2023-05-01"));
  }

  @Test
  void onlyTheBranchThatAppliesIsShown() {
    var finding =
        finding(tiers(), company().with(REVENUE, 2022, "8000").with(RD_EXPENSE, 2022, "400"));

    assertThat(finding.parts())
        .extracting(part -> part.clause().text())
        .containsExactly("同时满足", "≥6%");
    assertThat(finding.parts().getLast().measure())
        .isEqualTo(new Measure("5", "≥ 6", "%", "1", "2022"));
  }

  @Test
  void whileTheDecidingFigureIsMissingAllBranchesAreShown() {
    var finding = finding(tiers(), company().with(RD_EXPENSE, 2022, "400"));

    assertThat(finding.truth()).isEqualTo(Truth.UNKNOWN);
    assertThat(finding.reason()).isEqualTo(Reason.NOT_REPORTED);
    assertThat(finding.parts()).hasSize(6);
  }

  @Test
  @DisplayName("两种口径结论不一致：口径敏感，原因是条文口径待明确")
  void readingsThatDifferAreSensitive() {
    var criterion =
        readings(
            atLeast("5", meanGrowth(REVENUE, 2), "%"),
            atLeast("5", compoundGrowth(REVENUE, 2), "%"));
    var company =
        company()
            .with(REVENUE, 2020, "100")
            .with(REVENUE, 2021, "140")
            .with(REVENUE, 2022, "100.8");

    var finding = finding(criterion, company);
    var whole = finding(all(declared(CERTIFICATE), criterion), company.with(CERTIFICATE, "yes"));

    assertThat(finding.reason()).isEqualTo(Reason.WORDING_UNSETTLED);
    assertThat(finding.sensitive()).isTrue();
    assertThat(finding.parts())
        .extracting(part -> part.clause().text() + part.truth())
        .containsExactly("≥5%（算术平均）MET", "≥5%（复合增长）NOT_MET");
    assertThat(whole.sensitive()).isTrue();
    assertThat(whole.reason()).isEqualTo(Reason.WORDING_UNSETTLED);
  }

  @Test
  void readingsThatAgreeOrLackFiguresAreNotSensitive() {
    var criterion =
        readings(
            atLeast("3000", last(RD_EXPENSE), "万元"), atLeast("3000", sum(RD_EXPENSE, 2), "万元"));

    var agreeing =
        finding(criterion, company().with(RD_EXPENSE, 2022, "3000").with(RD_EXPENSE, 2021, "1"));
    var missing = finding(criterion, company().with(RD_EXPENSE, 2022, "3000"));

    assertThat(agreeing.truth()).isEqualTo(Truth.MET);
    assertThat(agreeing.sensitive()).isFalse();
    assertThat(missing.truth()).isEqualTo(Truth.UNKNOWN);
    assertThat(missing.reason()).isEqualTo(Reason.NOT_REPORTED);
    assertThat(missing.sensitive()).isFalse();
  }

  @Test
  @DisplayName("本轮不测的条件：满足，仍列出实际数和通知")
  void aWaivedCriterionShowsWhatWasFoundAndWhoWaivesIt() {
    var company =
        company().with(REVENUE, 2020, "100").with(REVENUE, 2021, "90").with(REVENUE, 2022, "81");

    var finding = finding(waived(atLeast("5", meanGrowth(REVENUE, 2), "%")), company);

    assertThat(finding.truth()).isEqualTo(Truth.MET);
    assertThat(finding.clause().text()).isEqualTo("≥5%");
    assertThat(finding.waiver()).isEqualTo(clause("2026年度通知"));
    assertThat(finding.measure()).isEqualTo(new Measure("-10", "≥ 5", "%", "15", "2020–2022"));
    assertThat(finding.remedies()).isEmpty();
    assertThat(finding(waived(open(Reason.WORDING_UNSETTLED)), company).reason()).isNull();
  }

  @Test
  void aScoreSheetShowsTotalClassesAndLines() {
    var sheet =
        sheet(
            "60",
            scoreClass("专业化", "40", "20", stepped(last(PATENTS), "项", "1", "8", "40")),
            scoreClass("特色化", "40", null, entered("40", EXTRA_POINTS)));

    var finding = finding(scored(sheet), company().with(PATENTS, "2").with(EXTRA_POINTS, "10"));

    assertThat(finding.truth()).isEqualTo(Truth.NOT_MET);
    assertThat(finding.measure()).isEqualTo(new Measure("26", "≥ 60", "分", "34", "2023-05-01"));
    assertThat(finding.score())
        .isEqualTo(
            new Finding.Score(
                "26",
                "60",
                List.of(
                    new Finding.ClassScore(
                        "专业化",
                        "专业化",
                        "16",
                        "40",
                        "20",
                        Truth.NOT_MET,
                        List.of(
                            new Finding.LineScore(
                                "line",
                                "得分项",
                                "16",
                                "40",
                                List.of(new Used(now(PATENTS), "2", false))))),
                    new Finding.ClassScore(
                        "特色化",
                        "特色化",
                        "10",
                        "40",
                        null,
                        Truth.MET,
                        List.of(
                            new Finding.LineScore(
                                "line",
                                "得分项",
                                "10",
                                "40",
                                List.of(new Used(now(EXTRA_POINTS), "10", false))))))));
  }

  @Test
  void anUnknownScoreSaysWhichDoubtComesFirst() {
    var byTitle = sheet("10", scoreClass("荣誉", "10", null, tiered("10", tier("10", holds(SME)))));
    var wording =
        readings(
            atLeast("5", meanGrowth(REVENUE, 2), "%"),
            atLeast("5", compoundGrowth(REVENUE, 2), "%"));
    var byWording = sheet("10", scoreClass("成长", "10", null, tiered("10", tier("10", wording))));
    var byPoints = sheet("10", scoreClass("特色化", "10", null, entered("10", EXTRA_POINTS)));
    var company =
        company()
            .with(REVENUE, 2020, "100")
            .with(REVENUE, 2021, "140")
            .with(REVENUE, 2022, "100.8")
            .without(EXTRA_POINTS, Reason.AWAITING_CONFIRMATION);

    assertThat(finding(scored(byTitle), company).reason()).isEqualTo(Reason.NOT_REPORTED);
    assertThat(finding(scored(byPoints), company).reason()).isEqualTo(Reason.AWAITING_CONFIRMATION);
    assertThat(finding(scored(byWording), company).reason()).isEqualTo(Reason.WORDING_UNSETTLED);
    assertThat(finding(scored(byWording), company).sensitive()).isTrue();
    assertThat(finding(scored(byWording), company).measure())
        .isEqualTo(new Measure("0–10", "≥ 10", "分", null, "2020–2022"));
  }
}
