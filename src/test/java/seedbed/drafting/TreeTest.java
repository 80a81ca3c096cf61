package seedbed.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.drafting.Tree.Path;

@DisplayName("草案文件的读写")
final class TreeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "普通文字",
        "3000",
        "-3",
        "0.5",
        "2021-06-18",
        "null",
        "~",
        "带 # 号",
        "键: 值",
        "- 列表",
        "'单引号'",
        "\"双引号\"",
        "%开头",
        "多行\n文字",
        "尾随空格 ",
        "{a: b}",
        "[1, 2]",
        "true",
        "&a",
        "*a",
        "!tag",
        "制表\t符",
        "反斜杠\\",
        "，全角：标点",
        "😀"
      })
  void everyWordComesBackAsItWas(String word) {
    var document =
        Tree.Group.empty()
            .with("a", Tree.leaf(word))
            .with("list", Tree.words(List.of(word, word)))
            .with("parts", new Tree.Items(List.of(Tree.Group.empty().with("b", Tree.leaf(word)))));

    assertThat(TreeReader.read(TreeWriter.write(document).text())).isEqualTo(document);
  }

  @Test
  void everyLineKnowsWhatStandsOnIt() {
    var written = TreeWriter.write(TreeReader.read("id: x\nlist:\n  - a: 1\n    b: [2, 3]\n"));

    assertThat(written.lines())
        .extracting(Path::toString)
        .containsExactly("id", "list", "list.0.a", "list.0.b");
  }

  @Test
  void partsAreExchangedTakenAwayAndAdded() {
    Tree tree = TreeReader.read("list: [a, b]");

    assertThat(tree.put(path("list.0"), null)).isEqualTo(TreeReader.read("list: [b]"));
    assertThat(tree.put(path("list.2"), Tree.leaf("c")))
        .isEqualTo(TreeReader.read("list: [a, b, c]"));
    assertThat(tree.put(path("list.7"), Tree.leaf("c"))).isEqualTo(tree);
    assertThat(tree.put(path("more.x"), Tree.leaf("c")).at(path("more.x")))
        .contains(Tree.leaf("c"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing",
        "just words",
        "- a\n- b",
        "a: &x 1",
        "a: &x [*x]",
        "a: &x 1\nb: *x",
        "a: !!java.net.URL ['http://localhost']",
        "a: !!str 1",
        "!!map {a: b}",
        "a: 1\na: 2",
        "? [a]\n: b",
        "? &k a\n: b",
        "a: 1\n---\nb: 2",
        "a: [",
        "%YAML 1.1\n%TAG ! tag:x,2000:\n---\na: !y 1"
      })
  void whatHasNoPlaceInAChecklistIsRefusedInWords(String text) {
    assertThatExceptionOfType(TreeReader.Refused.class)
        .isThrownBy(() -> TreeReader.read(text))
        .satisfies(refused -> assertThat(refused.sentence()).endsWith("。"));
  }

  @Test
  void bombsAreRefusedBeforeTheyAreBuilt() {
    var deep = "a: " + "[".repeat(200) + "]".repeat(200);
    var wide = "a: [" + "1,".repeat(30_000) + "1]";
    var large = "a: '" + "长".repeat(TreeReader.LARGEST) + "'";
    var word = "a: '" + "长".repeat(5_000) + "'";
    var laughs = "a: &a [1,1]\nb: &b [*a,*a]\nc: &c [*b,*b]\n";

    for (var text : List.of(deep, wide, large, word, laughs)) {
      assertThatExceptionOfType(TreeReader.Refused.class).isThrownBy(() -> TreeReader.read(text));
    }
  }

  private static Path path(String text) {
    return Path.of(text).orElseThrow();
  }
}
