package seedbed.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.criteria.PlanOutline;
import seedbed.criteria.PlanOutline.Part;
import seedbed.criteria.rule.Indicator;
import seedbed.web.FieldError;

/// What is read from a plan, and what is asked about.
final class GoalsTest {

  private static final Span SPAN = new Span(2025, 2026, 2028);
  private static final Indicator REVENUE =
      indicator("revenue", "营业收入", Indicator.Kind.AMOUNT, "万元");
  private static final Indicator PROFIT =
      indicator("net_profit", "净利润", Indicator.Kind.AMOUNT, "万元");
  private static final Indicator SHARE = indicator("share", "市场占有率", Indicator.Kind.PERCENT, "%");
  private static final Indicator RANK = indicator("rank", "排名", Indicator.Kind.RANK, "名");
  private static final Indicator PATENTS = indicator("patents", "发明专利", Indicator.Kind.COUNT, "项");

  private final Map<String, String> fields = new HashMap<>();

  private static Indicator indicator(String code, String label, Indicator.Kind kind, String unit) {
    return new Indicator(code, label, kind, Indicator.Period.YEAR, unit, List.of(), false);
  }

  private static PlanOutline outline() {
    Map<Part, List<Indicator>> targets = new EnumMap<>(Part.class);
    targets.put(Part.OPERATION, List.of(REVENUE, PROFIT));
    targets.put(Part.PRODUCT, List.of(SHARE, RANK));
    targets.put(Part.INNOVATION, List.of(PATENTS));
    return new PlanOutline(
        targets,
        Set.of("rank"),
        new PlanOutline.Limits(
            BigDecimal.valueOf(50), BigDecimal.TEN, BigDecimal.valueOf(3), BigDecimal.TEN, 2));
  }

  private void target(String code, String base, String... years) {
    fields.put(Content.targetField(code, 2025), base);
    for (int place = 0; place < years.length; place++) {
      fields.put(Content.targetField(code, 2026 + place), years[place]);
    }
  }

  private Goals goals() {
    return Goals.of(Content.of(fields), SPAN, outline());
  }

  private List<String> marks() {
    return Doubts.of(goals(), SPAN, outline()).stream().map(Doubts.Doubt::mark).toList();
  }

  private List<String> doubts() {
    return Doubts.of(goals(), SPAN, outline()).stream().map(Doubts.Doubt::sentence).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1062      | 1062
          1,062.5   | 1062.5
          １，０６２ | 1062
          1062 万元 | 1062
          12,345,678.90 | 12345678.90
          """)
  @DisplayName("数字按人们的写法读：全角、千分位、带单位")
  void numbersAreReadAsPeopleWriteThem(String typed, String value) {
    target("revenue", typed, "1", "1", "1");

    assertThat(goals().targets().get(REVENUE)).containsEntry(2025, new BigDecimal(value));
    assertThat(goals().errors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"一千万", "1,06", "1e3", "--5", "约5000", "-1"})
  @DisplayName("读不出的数字指出是哪一栏，原样保留")
  void whatIsNoNumberIsNamed(String typed) {
    target("revenue", typed, "1", "1", "1");

    assertThat(goals().errors())
        .extracting(FieldError::field)
        .containsExactly("target-revenue-2025");
    assertThat(Content.of(fields).target("revenue", 2025)).isEqualTo(typed);
  }

  @ParameterizedTest
  @CsvSource({
    "revenue, 30%, 万元",
    "revenue, 3000元, 万元",
    "revenue, 1.2 亿元, 万元",
    "share, 300万元, %",
    "patents, 15%, 项"
  })
  @DisplayName("写成别的单位的不当作本单位的数")
  void anotherUnitIsNotReadAsOurs(String code, String typed, String unit) {
    target(code, typed, "1", "1", "1");

    assertThat(goals().errors())
        .singleElement()
        .satisfies(error -> {
          assertThat(error.field()).isEqualTo("target-" + code + "-2025");
          assertThat(error.message()).contains("单位是“" + unit + "”", typed);
        });
  }

  @Test
  @DisplayName("投入以万元计，写成百分数的指出来")
  void whatIsPutInIsAnAmount() {
    fields.put("item-project-1-name", "技改");
    fields.put("item-project-1-amount", "30%");

    assertThat(goals().errors())
        .extracting(FieldError::field)
        .containsExactly("item-project-1-amount");
    fields.put("item-project-1-amount", "1,200 万元");
    assertThat(goals().errors()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2027-06-30, 2027-06-30",
    "2027年6月30日, 2027-06-30",
    "2027.6.30, 2027-06-30",
    "2027/6/30, 2027-06-30",
    "2027年6月, 2027-06-30",
    "2028-02, 2028-02-29",
    "２０２７年６月, 2027-06-30"
  })
  @DisplayName("日期按人们的写法读；只写月份的算到月末")
  void daysAreReadAsPeopleWriteThem(String typed, String day) {
    fields.put("task-1-name", "技改");
    fields.put("task-1-due", typed);

    assertThat(goals().tasks()).extracting(task -> task.due().toString()).containsExactly(day);
  }

  @ParameterizedTest
  @CsvSource({"2027-02-30", "明年底", "2027", "2029-01-01", "2017-06-30", "2025-12-31"})
  @DisplayName("不存在的、读不出的、不在方案期内的完成时间都指出来")
  void aDayThatCannotBeIsNamed(String typed) {
    fields.put("task-1-name", "技改");
    fields.put("task-1-due", typed);

    assertThat(goals().errors()).extracting(FieldError::field).containsExactly("task-1-due");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01, false",
    "2023-12-31, true",
    "1926-11-30, true",
    "2028-12-31, false",
    "2029-01-01, true"
  })
  @DisplayName("编制时间在方案期开始前两年到方案期末之间")
  void theDayOfWritingIsNearTheYearsOfThePlan(String typed, boolean wrong) {
    fields.put(Content.PREPARED, typed);

    assertThat(goals().errors())
        .extracting(FieldError::field)
        .isEqualTo(wrong ? List.of(Content.PREPARED) : List.of());
  }

  @Test
  @DisplayName("填错的年度只说填错，不再说缺这一年的目标")
  void whatCannotBeReadIsNoGap() {
    target("revenue", "100", "abc", "120", "130");

    assertThat(goals().errors()).hasSize(1);
    assertThat(marks()).doesNotContain("中断");
  }

  @Test
  @DisplayName("一项指标几年都偏高，合成一句")
  void targetsThatAreTooHighAreAskedAboutOnce() {
    target("revenue", "100", "200", "400", "800");

    assertThat(doubts())
        .filteredOn(each -> each.contains("增长"))
        .singleElement()
        .asString()
        .contains("2026 年比 2025 年增长 100%", "2027 年", "2028 年");
  }

  @Test
  @DisplayName("缺什么逐项列出：每一部分都要有可考核的目标，每项任务都要有责任人和时间")
  void whatIsMissingIsListed() {
    fields.put("task-3-name", "技改");

    assertThat(goals().gaps())
        .extracting(FieldError::field)
        .contains(
            "prepared",
            "text-strategy",
            "text-funds",
            "target-revenue-2026",
            "target-share-2026",
            "target-patents-2026",
            "task-3-owner",
            "task-3-due")
        .doesNotContain("text-quality", "task-3-name");
  }

  @Test
  @DisplayName("空的一行不算一行，中间的行号保持不变")
  void rowsKeepTheirNumbers() {
    fields.put("task-2-name", "乙");
    fields.put("task-7-owner", "某人");
    fields.put("task-1-name", " ");

    assertThat(Content.of(fields).tasks()).extracting(Content.Task::number).containsExactly(2, 7);
  }

  @ParameterizedTest
  @CsvSource({"150, false", "150.01, true"})
  @DisplayName("年增长恰好百分之五十不问，超过才问")
  void growthIsAskedAboutAboveTheLimit(String next, boolean asked) {
    target("revenue", "100", next, "151", "152");

    assertThat(marks().contains("过高")).isEqualTo(asked);
  }

  @Test
  @DisplayName("隔年的增长按年数折算")
  void growthOverAGapIsSpreadOverItsYears() {
    target("revenue", "100", "", "225", "226");

    assertThat(marks()).doesNotContain("过高").contains("中断");
  }

  @ParameterizedTest
  @CsvSource({"15, false", "15.1, true"})
  @DisplayName("占有率一年提高十个百分点以内不问")
  void aShareIsAskedAboutByPoints(String next, boolean asked) {
    target("share", "5", next, "16", "17");

    assertThat(marks().contains("过高")).isEqualTo(asked);
  }

  @ParameterizedTest
  @CsvSource({"1, 10, false", "1, 11, true", "0, 500, true", "20, 60, false", "20, 61, true"})
  @DisplayName("数量一年增到三倍以上要问，十项以内不问")
  void aCountIsAskedAboutByTimes(String base, String next, boolean asked) {
    target("patents", base, next, "", "");

    assertThat(marks().contains("过高")).isEqualTo(asked);
  }

  @Test
  @DisplayName("占有率已是百分之百、保持不变的不问，不到的照问")
  void aFullShareCannotRise() {
    target("share", "100", "100", "100", "100");
    assertThat(doubts()).noneMatch(each -> each.startsWith("市场占有率到"));

    target("share", "99", "99", "99", "99");
    assertThat(doubts()).anyMatch(each -> each.startsWith("市场占有率到 2028 年与基期持平"));
  }

  @Test
  @DisplayName("排名越小越好：由 8 到 3 是提升，由 3 到 8 要问；已是第一名的不问")
  void fallingIndicatorsRiseByFalling() {
    target("rank", "8", "6", "4", "3");
    assertThat(doubts()).noneMatch(each -> each.startsWith("排名到"));

    target("rank", "3", "4", "6", "8");
    assertThat(doubts()).anyMatch(each -> each.startsWith("排名到 2028 年不如基期"));

    target("rank", "1", "1", "1", "1");
    assertThat(doubts()).noneMatch(each -> each.startsWith("排名到"));
  }

  @Test
  @DisplayName("有升有降、各年不连续、没有基期、每部分只有一项，都要核对")
  void brokenSeriesAreAskedAbout() {
    target("revenue", "100", "90", "120", "130");
    assertThat(marks()).contains("起伏", "过空");

    fields.clear();
    fields.put(Content.targetField("patents", 2026), "3");
    assertThat(doubts())
        .anyMatch(each -> each.contains("缺 2027 、2028 年的目标"))
        .anyMatch(each -> each.contains("没有 2025 年的现状"));
  }
}
