package seedbed.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.nomination.Concern.Kind;

@DisplayName("申报计划逐级衔接")
final class LadderCheckTest {

  private static final LocalDate LONG_AGO = LocalDate.of(2015, 1, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

  private final Pool pool = new Pool();

  private List<Concern> of(long id, Entry... entries) {
    return new LadderCheck(Pool.TITLES, pool, MonthDay.of(6, 30), TODAY)
        .check(List.of(entries))
        .getOrDefault(id, List.of());
  }

  private static Entry entry(long id, int year, String title) {
    return new Entry(id, 1, year, title);
  }

  @Test
  @DisplayName("先列国家小巨人、后列单项冠军，逐级衔接")
  void theRungBelowInAnEarlierYearWillDo() {
    var found = of(2, entry(1, 2021, "little-giant"), entry(2, 2022, "champion"));

    assertThat(found)
        .singleElement()
        .satisfies(concern -> {
          assertThat(concern.kind()).isEqualTo(Kind.CLEAN);
          assertThat(concern.sentence()).isEqualTo("逐级衔接：2021年国家小巨人 → 2022年单项冠军。");
        });
  }

  @Test
  @DisplayName("没有国家小巨人，营业收入未填：待定，缺的是上一年营业收入")
  void withoutTheRungBelowTheRevenueIsAskedFor() {
    var found = of(1, entry(1, 2021, "champion"), entry(2, 2022, "little-giant"));

    assertThat(found)
        .singleElement()
        .satisfies(concern -> {
          assertThat(concern.kind()).isEqualTo(Kind.UNKNOWN);
          assertThat(concern.sentence()).isEqualTo("待定，需要年销售收入超过4亿元，或先取得国家小巨人（本计划列在2022年）。");
          assertThat(concern.clause()).isEqualTo("皋政办发〔2021〕87号 附件4 国家单项冠军 第4项");
          assertThat(concern.missing()).containsExactly("2020年营业收入总额");
        });
  }

  @Test
  @DisplayName("4亿元以下含本数：恰为4亿元的仍须为国家小巨人，多0.01万元即可")
  void theRevenueIsHeldAgainstTheClause() {
    pool.checked(1);
    assertThat(revenue("39999.99")).isEqualTo(Kind.MISSING_PREREQUISITE);
    assertThat(revenue("40000")).isEqualTo(Kind.MISSING_PREREQUISITE);
    assertThat(revenue("40000.01")).isEqualTo(Kind.CLEAN);
  }

  private Kind revenue(String value) {
    var one = new Pool().checked(1).with(1, "revenue", 2020, value);
    return new LadderCheck(Pool.TITLES, one, MonthDay.of(6, 30), TODAY)
        .check(List.of(entry(1, 2021, "champion")))
        .getOrDefault(1L, List.of())
        .getFirst()
        .kind();
  }

  @Test
  @DisplayName("收入已知不够、称号不明：问的是称号")
  void whereTheRevenueIsTooLowTheTitleIsAskedFor() {
    pool.with(1, "revenue", 2020, "30000");

    var found = of(1, entry(1, 2021, "champion"));

    assertThat(found.getFirst().kind()).isEqualTo(Kind.UNKNOWN);
    assertThat(found.getFirst().missing()).containsExactly("国家专精特新“小巨人”企业的持有情况");
  }

  @Test
  @DisplayName("持有国家小巨人的，可以申报单项冠军")
  void aHeldTitleWillDo() {
    pool.holding(1, "little-giant", LONG_AGO, LocalDate.of(2022, 12, 31));

    assertThat(of(1, entry(1, 2022, "champion")).getFirst().sentence()).isEqualTo("逐级衔接：已持有国家小巨人。");
  }

  @Test
  @DisplayName("以前年度列入而确知没有取得的，不能再当作前一级")
  void anEarlierEntryThatFailedSupportsNothing() {
    pool.checked(1).with(1, "revenue", 2020, "30000").with(1, "revenue", 2021, "30000");

    var found = of(2, entry(1, 2021, "little-giant"), entry(2, 2022, "champion"));

    assertThat(found.getFirst().kind()).isEqualTo(Kind.MISSING_PREREQUISITE);
  }

  @Test
  @DisplayName("还没到的年度先按能够取得计算")
  void anEntryOfAYearToComeIsSupposedToSucceed() {
    pool.checked(1).holding(1, "innovative-sme", LONG_AGO, null);

    var found = of(2, entry(1, 2027, "specialised-sme"), entry(2, 2028, "little-giant"));

    assertThat(found.getFirst().kind()).isEqualTo(Kind.CLEAN);
  }

  @Test
  @DisplayName("2022年8月以前，国家小巨人不要求专精特新中小企业；以后要求")
  void prerequisitesAreThoseOfTheYear() {
    pool.checked(1);

    assertThat(of(1, entry(1, 2022, "little-giant")).getFirst().kind()).isEqualTo(Kind.CLEAN);
    assertThat(of(1, entry(1, 2023, "little-giant")).getFirst().kind())
        .isEqualTo(Kind.MISSING_PREREQUISITE);
  }

  @Test
  @DisplayName("省小巨人应在省培育库：确知不在的缺前置，登记不明的只提醒")
  void aPlaceInAPoolThatNobodyRecordedIsANote() {
    assertThat(of(1, entry(1, 2021, "jiangsu-giant")))
        .singleElement()
        .satisfies(concern -> {
          assertThat(concern.kind()).isEqualTo(Kind.CLEAN);
          assertThat(concern.notes()).singleElement().asString().contains("省培育库", "三（三）13");
        });

    pool.checked(1);

    assertThat(of(1, entry(1, 2021, "jiangsu-giant")).getFirst().kind())
        .isEqualTo(Kind.MISSING_PREREQUISITE);
  }

  @Test
  @DisplayName("同一称号列了两年：没有结果的重复，确知未认定的可以再列")
  void theSameTitleTwiceWithoutAnOutcome() {
    var entries =
        new Entry[] {entry(1, 2021, "jiangsu-product"), entry(2, 2022, "jiangsu-product")};

    assertThat(kinds(of(2, entries))).containsExactly(Kind.TWICE);
    assertThat(kinds(of(1, entries))).containsExactly(Kind.CLEAN);

    pool.checked(1).holding(1, "jiangsu-pool", LONG_AGO, null);

    assertThat(kinds(of(2, entries))).containsExactly(Kind.CLEAN);
  }

  @Test
  @DisplayName("年初已持有的不必再列")
  void aTitleThatIsHeldNeedNotBePlanned() {
    pool.holding(1, "champion", LocalDate.of(2024, 5, 1), LocalDate.of(2027, 5, 1));

    assertThat(kinds(of(1, entry(1, 2025, "champion")))).contains(Kind.TWICE);
    assertThat(kinds(of(1, entry(1, 2024, "champion")))).doesNotContain(Kind.TWICE);
  }

  @Test
  @DisplayName("同一年列两级：说的是高的一级")
  void twoRungsInOneYear() {
    var entries = new Entry[] {entry(1, 2022, "champion"), entry(2, 2022, "little-giant")};

    assertThat(kinds(of(1, entries))).containsExactly(Kind.UNKNOWN, Kind.SAME_YEAR);
    assertThat(kinds(of(2, entries))).containsExactly(Kind.CLEAN);
  }

  @Test
  @DisplayName("现有称号在申报前到期：待定，须先通过复核，不是缺前置")
  void aTitleThatRunsOutBeforehandIsAQuestion() {
    pool.checked(1)
        .with(1, "revenue", 2026, "30000")
        .holding(1, "little-giant", LONG_AGO, LocalDate.of(2027, 5, 1));

    assertThat(of(1, entry(1, 2027, "champion")))
        .singleElement()
        .satisfies(concern -> {
          assertThat(concern.kind()).isEqualTo(Kind.UNKNOWN);
          assertThat(concern.sentence()).contains("国家小巨人（现有的在申报前到期，须先通过复核）");
        });
  }

  @Test
  @DisplayName("今年以前已经到期的，不再待定")
  void aTitleThatHasRunOutIsNotHeld() {
    pool.checked(1)
        .with(1, "revenue", 2025, "30000")
        .holding(1, "little-giant", LONG_AGO, LocalDate.of(2026, 5, 1));

    assertThat(of(1, entry(1, 2026, "champion")).getFirst().sentence())
        .contains("国家小巨人")
        .doesNotContain("须先通过复核");
  }

  @Test
  @DisplayName("前一级以前列入过没有取得：写明年度，不写“没有列入”")
  void whatWasListedInVainIsSaid() {
    pool.checked(1);

    var found = of(2, entry(1, 2024, "specialised-sme"), entry(2, 2025, "little-giant"));

    assertThat(found.getFirst().kind()).isEqualTo(Kind.MISSING_PREREQUISITE);
    assertThat(found.getFirst().sentence()).doesNotContain("没有列入");
  }

  private static List<Kind> kinds(List<Concern> concerns) {
    return concerns.stream().map(Concern::kind).toList();
  }
}
