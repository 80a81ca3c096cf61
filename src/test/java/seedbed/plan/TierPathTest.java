package seedbed.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Checklist.Applicant;
import seedbed.criteria.rule.Clause;
import seedbed.criteria.rule.Comparison;
import seedbed.criteria.rule.Criterion;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Indicator;
import seedbed.criteria.rule.Indicator.Kind;
import seedbed.criteria.rule.Indicator.Period;
import seedbed.criteria.rule.Proof;
import seedbed.criteria.rule.Quantity;
import seedbed.criteria.rule.Slots;
import seedbed.criteria.rule.Title;
import seedbed.criteria.rule.Truth;

/// Where a plan for 2026 to 2028 leads, asked on 1 June 2026. A year's title is judged at the end
/// of June, by the figures of the year before.
final class TierPathTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  private static final Span SPAN = new Span(2025, 2026, 2028);
  private static final Indicator REVENUE =
      new Indicator("revenue", "营业收入", Kind.AMOUNT, Period.YEAR, "万元", List.of(), false);
  private static final Indicator PATENTS =
      new Indicator("patents", "发明专利", Kind.COUNT, Period.DAY, "项", List.of(), false);
  private static final Indicator RANK =
      new Indicator("rank", "排名", Kind.RANK, Period.DAY, "名", List.of(), false);
  private static final Title LOW = new Title("low", "初级称号", 0);
  private static final Title HIGH = new Title("high", "高级称号", 1);
  private static final Slots SLOTS = new Slots(List.of(REVENUE, PATENTS, RANK), List.of(LOW, HIGH));

  private final Map<Title, Checklist> lists = new HashMap<>();
  private final Map<Title, LocalDate> listsFrom = new HashMap<>();
  private final Map<Integer, String> revenue = new HashMap<>();
  private final Map<Indicator, String> states = new HashMap<>();
  private final Set<Title> held = new HashSet<>();
  private final Map<Indicator, NavigableMap<Integer, BigDecimal>> targets = new LinkedHashMap<>();

  private void asks(Title title, Criterion... criteria) {
    lists.put(
        title,
        new Checklist(
            title.code() + "-list",
            "0",
            null,
            title.code(),
            "any",
            Applicant.NEW,
            List.of(criteria)));
  }

  private static Criterion threshold(Indicator indicator, Comparison comparison, String bound) {
    return new Criterion.Threshold(
        clause(indicator.code()),
        new Quantity.Value(SLOTS.cell(indicator, 0)),
        comparison,
        new BigDecimal(bound),
        indicator.unit());
  }

  private static Criterion holds(Title title) {
    return new Criterion.Holds(clause(title.code()), List.of(title));
  }

  private static Clause clause(String id) {
    return new Clause(id, "试验", "试验条件", Proof.SEED, null);
  }

  /// Targets from the base year on.
  private void plans(Indicator indicator, String... years) {
    NavigableMap<Integer, BigDecimal> goals = new TreeMap<>();
    for (int place = 0; place < years.length; place++) {
      goals.put(SPAN.base() + place, new BigDecimal(years[place]));
    }
    targets.put(indicator, goals);
  }

  private Facts facts(LocalDate on) {
    Facts.Builder facts = Facts.on(on, SLOTS);
    revenue.forEach((year, value) ->
        facts.set(SLOTS.cell(REVENUE, on.getYear() - 1 - year), new BigDecimal(value)));
    states.forEach(
        (indicator, value) -> facts.set(SLOTS.cell(indicator, 0), new BigDecimal(value)));
    for (Title title : SLOTS.titles()) {
      facts.held(title, Truth.of(held.contains(title)));
    }
    return facts.build();
  }

  private List<TierPath.Rung> rungs() {
    return rungs(TODAY);
  }

  private List<TierPath.Rung> rungs(LocalDate today) {
    return TierPath.of(
        (title, on) ->
            Optional.ofNullable(lists.get(title))
                .filter(_ -> !listsFrom.getOrDefault(title, LocalDate.MIN).isAfter(on)),
        SLOTS,
        this::facts,
        new Goals(targets, new ArrayList<>(), List.of(), List.of()),
        SPAN,
        Set.of(RANK.code()),
        today);
  }

  private TierPath.Rung rung(Title title) {
    return rungs().stream().filter(rung -> rung.title().equals(title)).findFirst().orElseThrow();
  }

  private void aCompanyThatGrows() {
    asks(LOW, threshold(REVENUE, Comparison.AT_LEAST, "100"));
    revenue.put(2025, "80");
    plans(REVENUE, "80", "90", "100", "120");
  }

  @Test
  @DisplayName("哪一年的目标达到条件，下一年可以申报；正好达到的也算")
  void theYearAfterTheTargetIsReached() {
    aCompanyThatGrows();

    assertThat(rung(LOW).year()).isEqualTo(2028);
    assertThat(rung(LOW).words()).isEmpty();
  }

  @Test
  @DisplayName("差一点的目标，要到下一年")
  void oneStepBelowIsAYearLater() {
    aCompanyThatGrows();
    plans(REVENUE, "80", "90", "99.99", "120");

    assertThat(rung(LOW).year()).isEqualTo(2029);
  }

  @Test
  @DisplayName("一项目标晚一年达到，称号推迟；不相干的目标没有影响")
  void aTargetAYearLateDelaysWhatDependsOnIt() {
    aCompanyThatGrows();
    plans(PATENTS, "1", "2", "3", "4");

    assertThat(rung(LOW).delays()).containsExactly(new TierPath.Delay(REVENUE, 2029, Truth.MET));
  }

  @Test
  @DisplayName("晚一年就在方案期内达不到的，照实说")
  void aTargetAYearLateCanPutATitleOutOfReach() {
    aCompanyThatGrows();
    plans(REVENUE, "80", "85", "90", "100");

    assertThat(rung(LOW).year()).isEqualTo(2029);
    assertThat(rung(LOW).delays())
        .containsExactly(new TierPath.Delay(REVENUE, null, Truth.NOT_MET));
  }

  @Test
  @DisplayName("以低一级称号为条件的，要在取得之后的年度")
  void theHigherTitleFollowsTheLowerOne() {
    aCompanyThatGrows();
    asks(HIGH, holds(LOW));

    assertThat(rung(HIGH).year()).isEqualTo(2029);
    assertThat(rung(HIGH).delays())
        .containsExactly(new TierPath.Delay(REVENUE, null, Truth.NOT_MET));
  }

  @Test
  @DisplayName("已有的称号按继续有效推算，不再另算年度")
  void titlesHeldAreKept() {
    aCompanyThatGrows();
    held.add(LOW);
    asks(HIGH, holds(LOW));

    assertThat(rung(LOW).held()).isTrue();
    assertThat(rung(LOW).year()).isNull();
    assertThat(rung(HIGH).year()).isEqualTo(2026);
  }

  @Test
  @DisplayName("现状已经高于目标的，不退回到目标")
  void aStateBeyondItsTargetStays() {
    asks(LOW, threshold(PATENTS, Comparison.AT_LEAST, "5"));
    states.put(PATENTS, "6");
    plans(PATENTS, "2", "3", "4", "4");

    assertThat(rung(LOW).year()).isEqualTo(2026);
  }

  @Test
  @DisplayName("名次越小越好：现在第2名、目标第3名的，按第2名")
  void ofRanksTheSmallerOneStays() {
    asks(LOW, threshold(RANK, Comparison.AT_MOST, "2"));
    states.put(RANK, "2");
    plans(RANK, "5", "3", "3", "3");

    assertThat(rung(LOW).year()).isEqualTo(2026);
  }

  @Test
  @DisplayName("现状低于目标的，从目标的年度起按目标")
  void aStateBelowItsTargetRisesToIt() {
    asks(LOW, threshold(PATENTS, Comparison.AT_LEAST, "5"));
    states.put(PATENTS, "2");
    plans(PATENTS, "2", "3", "5", "6");

    assertThat(rung(LOW).year()).isEqualTo(2028);
  }

  @Test
  @DisplayName("还没有标准的年度不推算，标准施行以后才算")
  void aYearWithoutAListGivesNothing() {
    aCompanyThatGrows();
    revenue.put(2025, "200");
    plans(REVENUE, "200", "210", "220", "230");
    listsFrom.put(LOW, LocalDate.of(2028, 1, 1));

    assertThat(rung(LOW).year()).isEqualTo(2028);
    assertThat(rungs()).extracting(TierPath.Rung::title).containsExactly(LOW);
  }

  @Test
  @DisplayName("方案期内达不到的，说到期末还差什么")
  void whatIsNotReachedSaysWhatIsInTheWay() {
    aCompanyThatGrows();
    plans(REVENUE, "80", "85", "90", "95");

    assertThat(rung(LOW).year()).isNull();
    assertThat(rung(LOW).words()).contains("营业收入", "2028", "5");
    assertThat(rung(LOW).delays()).isEmpty();
  }

  @Test
  @DisplayName("今天已经满足的写明现在可报；还不满足的不写")
  void whatSufficesTodayIsReady() {
    aCompanyThatGrows();
    assertThat(rung(LOW).ready()).isFalse();

    revenue.put(2025, "100");
    assertThat(rung(LOW).ready()).isTrue();

    held.add(LOW);
    assertThat(rung(LOW).ready()).isFalse();
  }

  @Test
  @DisplayName("今年6月30日还没有过的，今年也算；到当日仍算，次日起从明年算")
  void thisYearsDayCountsUntilItIsOver() {
    aCompanyThatGrows();
    revenue.put(2025, "100");
    plans(REVENUE, "100", "110", "115", "120");

    assertThat(rungs(LocalDate.of(2026, 6, 30))).extracting(TierPath.Rung::year).containsOnly(2026);
    assertThat(rungs(LocalDate.of(2026, 7, 1))).extracting(TierPath.Rung::year).containsOnly(2027);
  }

  @Test
  @DisplayName("方案最后一年、次年6月末以前照常推算，以后不再推算")
  void aPlanThatIsOverLeadsNowhere() {
    aCompanyThatGrows();

    assertThat(rungs(LocalDate.of(2028, 12, 31)))
        .extracting(TierPath.Rung::year)
        .containsExactly(2029);
    assertThat(rungs(LocalDate.of(2029, 6, 30))).isNotEmpty();
    assertThat(rungs(LocalDate.of(2029, 7, 1))).isEmpty();
    assertThat(rungs(LocalDate.of(2030, 3, 1))).isEmpty();
    assertThat(TierPath.over(SPAN, LocalDate.of(2029, 6, 30))).isFalse();
    assertThat(TierPath.over(SPAN, LocalDate.of(2029, 7, 1))).isTrue();
  }

  @Test
  @DisplayName("有条件缺数据的，是待定，不是未达到")
  void whatIsNotKnownIsNotAFailure() {
    aCompanyThatGrows();
    asks(LOW, threshold(REVENUE, Comparison.AT_LEAST, "100"), atLeastOnePatent());

    assertThat(rung(LOW).year()).isNull();
    assertThat(rung(LOW).end()).isEqualTo(Truth.UNKNOWN);
    assertThat(rung(LOW).words()).contains("发明专利");
    plans(REVENUE, "80", "85", "90", "95");
    assertThat(rung(LOW).end()).isEqualTo(Truth.NOT_MET);
  }

  private static Criterion atLeastOnePatent() {
    return threshold(PATENTS, Comparison.AT_LEAST, "1");
  }

  @Test
  @DisplayName("只在最后一年有目标的，晚一年就没有数据，变为待定")
  void aTargetThatSlipsOutOfThePlanIsUnknown() {
    aCompanyThatGrows();
    revenue.put(2025, "200");
    plans(REVENUE, "200", "210", "220", "230");
    asks(LOW, atLeastOnePatent());
    targets.put(PATENTS, new TreeMap<>(Map.of(2028, BigDecimal.ONE)));

    assertThat(rung(LOW).year()).isEqualTo(2029);
    assertThat(rung(LOW).delays())
        .containsExactly(new TierPath.Delay(PATENTS, null, Truth.UNKNOWN));
  }
}
