package seedbed.report.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import seedbed.report.portfolio.Questions.Basis;
import seedbed.report.portfolio.Questions.Ending;
import seedbed.report.portfolio.Questions.Fall;
import seedbed.report.portfolio.Questions.Gap;
import seedbed.report.portfolio.Questions.Late;

@DisplayName("可以问一问")
final class QuestionsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 12, 31);
  private static final Gap GAP =
      new Gap("研发费用占营业收入比重不低于 3%。", "皋政办发〔2021〕87号 附件2 第3条", "2.4%", "3%", "0.6 个百分点");

  private static Basis basis(
      @Nullable Gap gap,
      List<String> missing,
      List<String> warnings,
      List<Fall> falls,
      List<Late> tasks,
      List<Ending> titles,
      List<Ending> papers) {
    return new Basis("国家小巨人", false, gap, missing, warnings, falls, tasks, titles, papers);
  }

  private static Basis only(int kind) {
    return basis(
        kind == 0 ? GAP : null,
        kind == 1 ? List.of("研发费用总额 2025 年") : List.of(),
        kind == 2 ? List.of("累计销售收入 800 万元，比上年同期的 1,000 万元 下降 20%。") : List.of(),
        kind == 3 ? List.of(new Fall("营业收入", 2025, "9,000.00 万元", "8,000.00 万元")) : List.of(),
        kind == 4 ? List.of(new Late("检测中心扩建", DAY)) : List.of(),
        kind == 5 ? List.of(new Ending("专精特新称号", DAY)) : List.of(),
        kind == 6 ? List.of(new Ending("质量管理体系认证证书", DAY)) : List.of());
  }

  /// Every kind of gap asks one question, with the figure, the day and the clause in it.
  static Stream<Arguments> kinds() {
    return Stream.of(
        Arguments.of(0, List.of("国家小巨人", "研发费用占营业收入比重不低于 3%", "87号 附件2 第3条", "2.4%", "0.6 个百分点")),
        Arguments.of(1, List.of("国家小巨人", "研发费用总额 2025 年")),
        Arguments.of(2, List.of("800 万元", "下降 20%", "订单")),
        Arguments.of(3, List.of("营业收入 2025 年 8,000.00 万元", "9,000.00 万元")),
        Arguments.of(4, List.of("检测中心扩建", "2026-12-31")),
        Arguments.of(5, List.of("专精特新称号", "2026-12-31", "复核")),
        Arguments.of(6, List.of("质量管理体系认证证书", "2026-12-31")));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyGapIsAskedAboutByName(int kind, List<String> named) {
    assertThat(Questions.of(only(kind)))
        .singleElement()
        .satisfies(question -> assertThat(question).contains(named).endsWith("？"));
  }

  @Test
  @DisplayName("各类缺口各问一个，最要紧的三类在前")
  void threeKindsAreAskedAboutBeforeOneTwice() {
    List<String> asked =
        Questions.of(
            basis(
                GAP,
                List.of("研发费用总额 2025 年", "发明专利数"),
                List.of("累计销售收入下降 20%。"),
                List.of(),
                List.of(new Late("检测中心扩建", DAY)),
                List.of(),
                List.of()));

    assertThat(asked).hasSize(Questions.MOST);
    assertThat(asked.get(0)).contains("下降 20%");
    assertThat(asked.get(1)).contains("研发费用占营业收入比重");
    assertThat(asked.get(2)).contains("研发费用总额 2025 年");
  }

  @Test
  @DisplayName("只有一类缺口时，同类接着问")
  void oneKindIsAskedAboutMoreThanOnce() {
    assertThat(
            Questions.of(
                basis(
                    null,
                    List.of("甲", "乙", "丙", "丁"),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of())))
        .hasSize(3)
        .satisfiesExactly(
            first -> assertThat(first).contains("“甲”"),
            second -> assertThat(second).contains("“乙”"),
            third -> assertThat(third).contains("“丙”"));
  }

  @Test
  @DisplayName("没有数字的条款也写明条款，不写空的数")
  void aClauseWithoutNumbersIsNamedAlone() {
    assertThat(
            Questions.of(
                basis(
                    new Gap("技术达到国内先进水平", "附件2 第7条", null, null, null),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of())))
        .containsExactly("离国家小巨人最近的一条是“技术达到国内先进水平”（附件2 第7条），打算怎么补、什么时候能补上？");
  }

  @Test
  @DisplayName("条件全部满足时，问何时申报；没有可问的，不凑数")
  void whoIsReadyIsAskedWhen() {
    Basis nothing = basis(null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    Basis ready =
        new Basis(
            "单项冠军", true, null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    assertThat(Questions.of(ready)).singleElement().asString().contains("单项冠军", "申报");
    assertThat(Questions.of(nothing)).isEmpty();
  }
}
