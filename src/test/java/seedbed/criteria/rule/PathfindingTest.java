package seedbed.criteria.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static seedbed.criteria.rule.World.*;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.criteria.rule.World.Company;

class PathfindingTest {

  private static List<Way> ways(Company company, Criterion... criteria) {
    return Pathfinding.cheapest(List.of(criteria), company.facts(), 3);
  }

  private static Way question(Company company, Criterion... criteria) {
    return Pathfinding.smallestQuestion(List.of(criteria), company.facts());
  }

  private static Change raise(Indicator indicator, String by) {
    return new Change.Adjust(now(indicator), new BigDecimal(by));
  }

  private static Change declare(Indicator flag) {
    return new Change.Become(now(flag), BigDecimal.ONE);
  }

  @Test
  void everythingThatFailsHasToChange() {
    var company =
        company().with(SHARE, "7.5").with(PATENTS, "1").with(CERTIFICATE, "no").notHolding(SME);

    var ways =
        ways(
            company,
            atLeast("10", last(SHARE), "%"),
            atLeast("2", last(PATENTS), "项"),
            declared(CERTIFICATE),
            holds(SME));

    assertThat(ways).hasSize(1);
    assertThat(ways.getFirst().changes())
        .containsExactlyInAnyOrder(
            raise(SHARE, "2.5000"),
            raise(PATENTS, "1"),
            declare(CERTIFICATE),
            new Change.Obtain(SME));
  }

  @Test
  void ofAlternativesTheOneWithFewerChangesComesFirst() {
    var company =
        company().with(CERTIFICATE, "no").with(OVERSEAS, "no").with(INFORMATION_SYSTEM, "no");

    var ways =
        ways(
            company,
            any(all(declared(CERTIFICATE), declared(OVERSEAS)), declared(INFORMATION_SYSTEM)));

    assertThat(ways)
        .extracting(Way::changes)
        .containsExactly(
            List.of(declare(INFORMATION_SYSTEM)), List.of(declare(CERTIFICATE), declare(OVERSEAS)));
  }

  @Test
  @DisplayName("差500万元到1亿元的企业：增收到1亿元，比研发占比补到6%更省")
  void crossingACliffIsAWayToo() {
    var company = company().with(REVENUE, 2022, "9500").with(RD_EXPENSE, 2022, "400");

    var ways = ways(company, tiers());

    assertThat(ways)
        .extracting(Way::changes)
        .startsWith(List.of(raise(REVENUE, "500.0000")), List.of(raise(RD_EXPENSE, "170.0000")));
  }

  @Test
  @DisplayName("增收使研发占比跌破要求时，一并补足研发")
  void aChangeThatBreaksAnotherClauseBringsItsRepairAlong() {
    var company = company().with(REVENUE, 2022, "9000").with(RD_EXPENSE, 2022, "270");

    var ways = ways(company, atLeast("10000", last(REVENUE), "万元"), rdShare("3"));

    assertThat(ways)
        .extracting(Way::changes)
        .containsExactly(List.of(raise(REVENUE, "1000.0000"), raise(RD_EXPENSE, "30.0000")));
  }

  @Test
  void whatIsMissingIsAskedForAndNotChanged() {
    var company = company().with(SHARE, "7.5");

    var ways = ways(company, atLeast("10", last(SHARE), "%"), rdShare("3"), lacks(GIANT));

    assertThat(ways).hasSize(1);
    assertThat(ways.getFirst().changes()).containsExactly(raise(SHARE, "2.5000"));
    assertThat(ways.getFirst().missing()).containsExactly(now(RD_EXPENSE), now(REVENUE));
    assertThat(ways.getFirst().missingTitles()).containsExactly(GIANT);
  }

  @Test
  void aChangeThatSparesAQuestionIsAWayOfItsOwn() {
    var company = company().with(SHARE, "7.5").with(CERTIFICATE, "no");

    var ways =
        ways(
            company,
            atLeast("10", last(SHARE), "%"),
            some(2, declared(CERTIFICATE), declared(OVERSEAS), declared(INFORMATION_SYSTEM)));

    assertThat(ways)
        .extracting(way -> way.changes().size() + "/" + way.missing().size())
        .containsExactly("1/2", "2/1");
  }

  @Test
  void theSmallestQuestionAsksForTheAlternativeThatNeedsLeast() {
    var company = company().with(CERTIFICATE, "no");

    var question = question(company, any(declared(CERTIFICATE), rdShare("3"), declared(OVERSEAS)));

    assertThat(question.missing()).containsExactly(now(OVERSEAS));
  }

  @Test
  void oneFigureThatAnswersTwoClausesIsAskedOnce() {
    var company = company().with(RD_EXPENSE, 2022, "400");

    var question =
        question(
            company,
            any(all(declared(CERTIFICATE), declared(OVERSEAS)), rdShare("3")),
            atLeast("3000", last(REVENUE), "万元"));

    assertThat(question.missing()).containsExactly(now(REVENUE));
  }

  @Test
  @DisplayName("口径不一致：要么两种口径都达到，要么先明确口径")
  void settlingTheWordingIsAQuestion() {
    var criterion =
        readings(
            atLeast("3000", last(RD_EXPENSE), "万元"), atLeast("3000", sum(RD_EXPENSE, 2), "万元"));
    var company = company().with(RD_EXPENSE, 2021, "2000").with(RD_EXPENSE, 2022, "2000");

    assertThat(question(company, criterion).pending()).containsExactly(criterion.clause());
    assertThat(question(company, criterion).missing()).isEmpty();
    assertThat(ways(company.with(SHARE, "5"), criterion, atLeast("10", last(SHARE), "%")))
        .first()
        .satisfies(way -> {
          assertThat(way.changes()).containsExactly(raise(SHARE, "5.0000"));
          assertThat(way.pending()).containsExactly(criterion.clause());
        });
  }

  @Test
  void aRatioOverNothingHasToBeChecked() {
    var company = company().with(RD_EXPENSE, 2022, "3").with(REVENUE, 2022, "0").with(SHARE, "5");

    var way = ways(company, rdShare("3"), atLeast("10", last(SHARE), "%")).getFirst();

    assertThat(way.changes()).containsExactly(raise(SHARE, "5.0000"));
    assertThat(way.pending()).containsExactly(rdShare("3").clause());
  }

  @Test
  void yearsShortMeanWaitingForTheLaterDay() {
    var company = company().with(NICHE_SINCE, "2020-02-29");
    var soon = atLeast("3", yearsUpToLastYearEnd(NICHE_SINCE), "年");
    var late = atLeast("5", yearsUpToJudgedDay(NICHE_SINCE), "年");

    assertThat(ways(company, late, soon))
        .extracting(Way::changes)
        .isEqualTo(ways(company, soon, late).stream().map(Way::changes).toList());
    assertThat(ways(company, soon, late))
        .singleElement()
        .satisfies(way ->
            assertThat(way.changes())
                .singleElement()
                .extracting("until")
                .hasToString("2025-02-28"));
  }

  @Test
  void pointsAreSoughtWhereTheyCostLeast() {
    var sheet =
        sheet(
            "30",
            scoreClass("专业化", "20", "10", tiered("20", tier("20", declared(CERTIFICATE)))),
            scoreClass("创新", "20", null, stepped(last(PATENTS), "项", "1", "5", "20")));
    var company = company().with(CERTIFICATE, "no").with(PATENTS, "1");

    assertThat(ways(company, scored(sheet)))
        .extracting(Way::changes)
        .containsExactly(List.of(declare(CERTIFICATE), raise(PATENTS, "1")));
  }

  @Test
  @DisplayName("最后一步的得分被封顶截短，也能走到")
  void aCapThatIsNoMultipleOfItsStepIsReached() {
    var sheet =
        sheet("10", scoreClass("创新", "10", null, stepped(last(PATENTS), "项", "1", "3", "10")));

    assertThat(ways(company().with(PATENTS, "1"), scored(sheet)))
        .extracting(Way::changes)
        .containsExactly(List.of(raise(PATENTS, "3")));
  }

  @Test
  void nothingLeadsToAConditionThatCannotBeMet() {
    assertThat(
            ways(
                company().with(REVENUE, 2022, "7"),
                atLeast("10", last(REVENUE), "万元"),
                lessThan("5", last(REVENUE), "万元")))
        .isEmpty();
  }

  @Test
  @DisplayName("同样多的改动，还能办到的排在改动已结束年度之前")
  void whatCanStillBeDoneGoesBeforeAClosedYear() {
    var company = company().with(REVENUE, 2022, "9999").with(CERTIFICATE, "no");

    var ways = ways(company, any(atLeast("10000", last(REVENUE), "万元"), declared(CERTIFICATE)));

    assertThat(ways)
        .extracting(Way::changes)
        .containsExactly(List.of(declare(CERTIFICATE)), List.of(raise(REVENUE, "1.0000")));
    assertThat(ways).extracting(Way::closed).containsExactly(false, true);
    assertThat(ways.getFirst().reachableIn()).isEmpty();
  }

  @Test
  @DisplayName("从没有研发机构一步升到国家级，不算比补足已结束年度更容易")
  void aLeapIsNoEasierThanAClosedYear() {
    var company = company().with(REVENUE, 2022, "9999").with(INSTITUTION, "none");
    var revenue = atLeast("10000", last(REVENUE), "万元");

    assertThat(
            ways(company, any(atLeastLevel(INSTITUTION, "national"), revenue)).getFirst().closed())
        .isTrue();
    assertThat(
            ways(company, any(atLeastLevel(INSTITUTION, "internal"), revenue)).getFirst().closed())
        .isFalse();
  }

  @Test
  @DisplayName("上年营业收入不足：2023年已定，最早2024年按2023年数据可达")
  void aClosedYearReopensWithTheNextOne() {
    var company = company().with(REVENUE, 2022, "4000");

    assertThat(ways(company, atLeast("5000", last(REVENUE), "万元")))
        .singleElement()
        .satisfies(way -> assertThat(way.reachableIn()).contains(2024));
  }

  @Test
  @DisplayName("近2年逐年都要达到：上年不足要等到它退出两年，前年不足只等一年")
  void aFailingYearHasToLeaveTheWindow() {
    var criterion =
        everyYear(
            atLeast("100", back(RD_EXPENSE, 0), "万元"), atLeast("100", back(RD_EXPENSE, 1), "万元"));
    var lastYear = company().with(RD_EXPENSE, 2022, "90").with(RD_EXPENSE, 2021, "120");
    var yearBefore = company().with(RD_EXPENSE, 2022, "120").with(RD_EXPENSE, 2021, "90");

    assertThat(ways(lastYear, criterion).getFirst().reachableIn()).contains(2025);
    assertThat(ways(yearBefore, criterion).getFirst().reachableIn()).contains(2024);
  }

  @Test
  @DisplayName("还要等年限的，不早于满年限之年")
  void aClosedYearReopensNoSoonerThanTheWaitIsOver() {
    var company = company().with(REVENUE, 2022, "4000").with(NICHE_SINCE, "2021-06-01");

    var way =
        ways(
                company,
                atLeast("5000", last(REVENUE), "万元"),
                atLeast("5", yearsUpToJudgedDay(NICHE_SINCE), "年"))
            .getFirst();

    assertThat(way.reachableIn()).contains(2026);
  }

  @Test
  @DisplayName("从业人员或营业收入低于上限之一即可：都高于上限时只说明，不建议压减，也不许诺哪一年")
  void aSizeAboveItsBoundIsStatedAndNotAdvised() {
    var company = company().with(EMPLOYEES, 2022, "1078").with(REVENUE, 2022, "77602");

    var ways =
        ways(
            company,
            any(lessThan("1000", last(EMPLOYEES), "人"), lessThan("40000", last(REVENUE), "万元")));

    assertThat(ways)
        .extracting(Way::changes)
        .containsExactly(
            List.of(
                new Change.Exceed(now(EMPLOYEES), new BigDecimal("79"), new BigDecimal("1000"))),
            List.of(
                new Change.Exceed(
                    now(REVENUE), new BigDecimal("37602.0001"), new BigDecimal("40000"))));
    assertThat(ways).allMatch(Way::exceeds);
    assertThat(ways).allSatisfy(way -> assertThat(way.reachableIn()).isEmpty());
  }

  @Test
  @DisplayName("有别的办法时，即使改动更多，也不走压减规模的路")
  void anAlternativeToShrinkingIsTheOnlyAdvice() {
    var company =
        company().with(REVENUE, 2022, "5000").with(RD_EXPENSE, 2022, "100").with(CERTIFICATE, "no");
    var criterion =
        any(
            lessThan("5000", last(REVENUE), "万元"),
            all(atLeast("150", last(RD_EXPENSE), "万元"), declared(CERTIFICATE)));

    assertThat(ways(company, criterion))
        .singleElement()
        .satisfies(way -> {
          assertThat(way.exceeds()).isFalse();
          assertThat(way.changes())
              .containsExactlyInAnyOrder(raise(RD_EXPENSE, "50.0000"), declare(CERTIFICATE));
        });
  }
}
