package seedbed.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("条件的文字说明")
class DescribingTest {
  private final Editions editions = Rulebook.read(ConfigCopy.ORIGINAL).editions();

  @Test
  @DisplayName("门槛、选项、称号、年限和增长率都说得出取什么、要多少")
  void aRowSaysWhatIsLookedAtAndWhatIsNeeded() {
    assertThat(row("cn-xjr-2022", "main-share").subject()).isEqualTo("上年度主营业务收入÷上年度营业收入总额");
    assertThat(row("cn-xjr-2022", "main-share").required()).isEqualTo("≥ 70 %");
    assertThat(row("cn-xjr-2022", "debt").required()).isEqualTo("≤ 70 %");
    assertThat(row("cn-xjr-2022", "technology").required()).isEqualTo("国内领先以上");
    assertThat(row("cn-xjr-2022", "title").required()).isEqualTo("持有专精特新中小企业");
    assertThat(row("cn-xjr-2022", "niche-years").subject()).isEqualTo("自从事特定细分市场起始日期起的整年数，截至上年末");
    assertThat(row("cn-xjr-2022", "rd-small-equity").subject())
        .isEqualTo("近2年新增股权融资（合格机构投资者实缴额）合计");
    assertThat(row("js-xjr-2021", "founded").required()).isEqualTo("≥ 2016-01-01");
    assertThat(row("cn-xjr-2022", "direct-award").required()).isEqualTo("国家级（排名前三）");
  }

  @Test
  @DisplayName("增长率没有写明算法的，两种口径并列")
  void bothReadingsOfAGrowthAreShown() {
    assertThat(row("cn-xjr-2022", "growth").parts())
        .extracting(Described::subject)
        .containsExactly("近2年主营业务收入增长率（算术平均）", "近2年主营业务收入增长率（复合）");
  }

  @Test
  @DisplayName("评分表按类、项和分数段说明")
  void aScoreSheetIsShownByClassesAndLines() {
    var score = row("cn-cx-2022", "score");

    assertThat(score.required()).isEqualTo("≥ 60 分");
    assertThat(score.parts().getFirst().required()).isEqualTo("满分40分，最低20分");
    assertThat(row("cn-cx-2022", "innovation-rd").required())
        .isEqualTo("5%以上 20分；3%以上 15分；2%以上 10分；1%以上 5分；其余0分（满分20分）");
  }

  @Test
  @DisplayName("未核实的标为待核")
  void whatIsNotVerifiedIsMarked() {
    assertThat(row("cn-xjr-2022", "chain").toBeVerified()).isTrue();
    assertThat(row("cn-xjr-2022", "subject").toBeVerified()).isFalse();
    assertThat(row("cn-xjr-2022", "subject").proofLabel()).isEqualTo("政府网站页面");
  }

  private Described row(String edition, String id) {
    return editions.find(edition).orElseThrow().checklists().stream()
        .flatMap(checklist -> flat(Describing.describe(checklist)))
        .filter(row -> row.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Described> flat(List<Described> rows) {
    return rows.stream().flatMap(row -> Stream.concat(Stream.of(row), flat(row.parts())));
  }
}
