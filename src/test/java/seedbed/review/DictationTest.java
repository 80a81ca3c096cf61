package seedbed.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DictationTest {

  @Test
  void nothingIsNotAnEmptyText() {
    assertThat(digest(line("a", null))).isNotEqualTo(digest(line("a", "")));
  }

  @Test
  void whatMovesFromOneFieldToTheNextIsAnotherContent() {
    assertThat(digest(line("ab", "c"))).isNotEqualTo(digest(line("a", "bc")));
    assertThat(digest(line("1:a"))).isNotEqualTo(digest(line("1", "a")));
    assertThat(digest(line("a\u001f", "b"))).isNotEqualTo(digest(line("a", "\u001fb")));
  }

  @Test
  void oneLineIsNotTwo() {
    assertThat(digest(line("a", "b"))).isNotEqualTo(digest(line("a"), line("b")));
    assertThat(digest(line("a"))).isNotEqualTo(digest(line("a"), line()));
  }

  /// `3;1:a-3:核` is what is hashed; a hash of it from elsewhere holds the form for good.
  @Test
  void theFormNeverChanges() {
    assertThat(new Dictation().line(line("a", null, "核")).digest())
        .isEqualTo("7c5c7559abfb7c4eb0299c1cc805919dfa74ab71702c47adff631d176338ba9b");
  }

  private static List<@Nullable String> line(@Nullable String... fields) {
    return Arrays.asList(fields);
  }

  @SafeVarargs
  private static String digest(List<@Nullable String>... lines) {
    var dictation = new Dictation();
    for (var line : lines) {
      dictation.line(line);
    }
    return dictation.digest();
  }
}
