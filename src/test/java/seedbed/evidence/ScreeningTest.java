package seedbed.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seedbed.evidence.VirusScan.Outcome;
import seedbed.evidence.content.FileRefused;

/// What is read at once is only read when the scanner has said that it may.
final class ScreeningTest {

  private static final Path FILE = Path.of("方案.docx");

  private static String refusal(Outcome outcome) {
    return catchThrowableOfType(FileRefused.class, () -> new Screening(_ -> outcome).pass(FILE))
        .sentence();
  }

  @Test
  void cleanFilesPass() {
    assertThatCode(() -> new Screening(_ -> new Outcome.Clean()).pass(FILE))
        .doesNotThrowAnyException();
  }

  @Test
  void whatWasFoundIsNamed() {
    assertThat(refusal(new Outcome.Infected("Eicar-Test-Signature")))
        .contains("Eicar-Test-Signature", "没有受理");
  }

  static Outcome[] silences() {
    return new Outcome[] {new Outcome.Unavailable(), new Outcome.Undecided()};
  }

  @ParameterizedTest
  @MethodSource("silences")
  void withoutAnAnswerOneIsAskedToTryLater(Outcome silence) {
    assertThat(refusal(silence)).contains("没有读取", "稍后再上传");
  }
}
