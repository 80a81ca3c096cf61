package seedbed.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.evidence.VirusScan.Outcome;

/// What becomes of an upload for each answer of a scanner: only “OK” lets it in.
final class ClamAvTest {

  @TempDir Path folder;

  private final FakeClamd daemon = new FakeClamd();
  private Path file = Path.of("");

  @BeforeEach
  void somethingToScan() throws IOException {
    file = Files.writeString(folder.resolve("file"), "证书".repeat(100_000));
  }

  @AfterEach
  void close() throws IOException {
    daemon.close();
  }

  @Test
  void cleanFilesPass() {
    assertThat(scan()).isEqualTo(new Outcome.Clean());
  }

  @Test
  void whatIsFoundIsNamed() {
    daemon.says(FakeClamd.FOUND);

    assertThat(scan()).isEqualTo(new Outcome.Infected("Eicar-Test-Signature"));
  }

  @Test
  void silenceIsNotWaitedForForever() {
    daemon.says(FakeClamd.SILENCE);

    long begun = System.nanoTime();
    assertThat(scan()).isEqualTo(new Outcome.Unavailable());
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void aClosedDoorIsNoAnswer() throws IOException {
    daemon.close();

    assertThat(scan()).isEqualTo(new Outcome.Unavailable());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 400 Bad Request",
        "OK",
        "stream: OK but not quite",
        "INSTREAM size limit exceeded. ERROR",
        "stream: Can't allocate memory ERROR",
        " "
      })
  void whatIsNoAnswerToTheQuestionLetsNothingIn(String garbage) {
    daemon.says(garbage);

    assertThat(scan()).isEqualTo(new Outcome.Undecided());
  }

  @Test
  void whereNoneIsSetNobodyLooks() {
    assertThat(new ClamAv(settings("")).scan(file)).isEqualTo(new Outcome.Clean());
  }

  @Test
  void anAddressThatIsNoneIsRefusedAtTheStart() {
    assertThatThrownBy(() -> new ClamAv(settings("clamd")))
        .hasMessageContaining("SEEDBED_CLAMAV")
        .hasMessageContaining("主机:端口");
  }

  private Outcome scan() {
    return new ClamAv(settings(daemon.address())).scan(file);
  }

  private EvidenceSettings settings(String clamav) {
    return new EvidenceSettings(folder, 20, 300, 2000, 150, 60, 500, 2000, 30, clamav, 2);
  }
}
