package seedbed.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seedbed.criteria.ChecklistComparison.Change;
import seedbed.criteria.ChecklistComparison.Pair;
import seedbed.criteria.rule.Checklist;

@DisplayName("版本对照")
class ChecklistComparisonTest {
  private static final Rulebook RULEBOOK = Rulebook.read(ConfigCopy.ORIGINAL);
  private static final String RG = "checklists/rg-2021.yml";

  @TempDir Path folder;

  @Test
  @DisplayName("每个版本与自身对照都没有变化")
  void nothingDiffersFromItself() {
    assertThat(RULEBOOK.editions().all().stream().flatMap(each -> each.checklists().stream()))
        .allSatisfy(checklist ->
            assertThat(ChecklistComparison.of(checklist, checklist))
                .extracting(Pair::change)
                .containsOnly(Change.UNCHANGED));
  }

  @Test
  @DisplayName("江苏2020年和2021年制造类：收入门槛由3000万元提高到5000万元是收紧")
  void aHigherFloorIsTighter() {
    var pairs = compare("js-xjr-2020", "js-xjr-2021");

    assertThat(pairs).extracting(Pair::change).contains(Change.TIGHTENED);
    assertThat(flat(pairs))
        .anySatisfy(pair -> {
          assertThat(pair.change()).isEqualTo(Change.TIGHTENED);
          assertThat(required(pair.old())).isEqualTo("≥ 3000 万元");
          assertThat(required(pair.next())).isEqualTo("≥ 5000 万元");
        });
  }

  @Test
  @DisplayName("上限提高是放宽")
  void aHigherCeilingIsLooser() {
    assertThat(
            changed(
                "quantity: rank_province\n        at_most: 5",
                "quantity: rank_province\n        at_most: 8",
                "rank"))
        .isEqualTo(Change.LOOSENED);
  }

  @Test
  @DisplayName("“以上”改为“超过”是收紧")
  void anOpenBoundIsTighter() {
    assertThat(changed("at_least: 3000", "more_than: 3000", "scale")).isEqualTo(Change.TIGHTENED);
  }

  @Test
  @DisplayName("可接受的最低级别降低是放宽")
  void aLowerAnswerIsLooser() {
    assertThat(
            changed(
                "choice: rd_institution, at_least: municipal",
                "choice: rd_institution, at_least: internal",
                "strength"))
        .isEqualTo(Change.LOOSENED);
  }

  @Test
  @DisplayName("只改文字是表述调整")
  void otherWordsAreNoOtherRule() {
    assertThat(changed("text: 在细分行业中，企业主导产品市场占有率省内排名前五", "text: 省内排名前五", "rank"))
        .isEqualTo(Change.REWORDED);
  }

  @Test
  @DisplayName("去掉并列的一项是放宽，去掉可选的一项是收紧")
  void removingAPartCountsByTheWhole() {
    assertThat(
            changed(
                "          - {id: strength.high-tech, text: 国家高新技术企业, declared: high_tech}\n",
                "",
                "strength"))
        .isEqualTo(Change.LOOSENED);
  }

  @Test
  @DisplayName("去掉一条列为删除，多出一条列为新增")
  void addedAndRemovedClausesStandWhereTheyBelong() {
    var old = checklist(RULEBOOK, "rg-2021");
    var fewer =
        new Checklist(
            old.edition(),
            old.editionHash(),
            null,
            old.title(),
            old.track(),
            old.applicant(),
            old.criteria().subList(1, old.criteria().size()));

    assertThat(ChecklistComparison.of(old, fewer).getFirst().change()).isEqualTo(Change.REMOVED);
    assertThat(ChecklistComparison.of(fewer, old).getFirst().change()).isEqualTo(Change.ADDED);
  }

  private Change changed(String text, String replacement, String id) {
    var other = new ConfigCopy(folder).replace(RG, text, replacement).read();
    return ChecklistComparison.of(checklist(RULEBOOK, "rg-2021"), checklist(other, "rg-2021"))
        .stream()
        .filter(pair -> pair.next() != null && pair.next().id().equals(id))
        .findFirst()
        .orElseThrow()
        .change();
  }

  private static List<Pair> compare(String old, String next) {
    return ChecklistComparison.of(checklist(RULEBOOK, old), checklist(RULEBOOK, next));
  }

  private static Checklist checklist(Rulebook rulebook, String edition) {
    return rulebook.editions().find(edition).orElseThrow().checklists().getFirst();
  }

  private static Stream<Pair> flat(List<Pair> pairs) {
    return pairs.stream().flatMap(pair -> Stream.concat(Stream.of(pair), flat(pair.parts())));
  }

  private static @Nullable String required(@Nullable Described row) {
    return row == null ? null : row.required();
  }
}
