package seedbed.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a crash leaves is swept, and nothing else.
final class DirectoryStoreTest {

  private static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");
  private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
  private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(2));

  @TempDir Path folder;

  private DirectoryStore store = store(Path.of("."));

  @BeforeEach
  void open() {
    store = store(folder);
  }

  @Test
  void whatIsKeptComesBack() throws IOException {
    String hash = kept("证书", NOW);

    assertThat(store.verified(hash)).hasContent("证书");
    assertThat(folder.resolve("incoming")).isEmptyDirectory();
  }

  @Test
  void theSameContentIsKeptOnce() throws IOException {
    String hash = kept("证书", LONG_AGO);

    assertThat(kept("证书", NOW)).isEqualTo(hash);
    assertThat(store.sweep(YESTERDAY, _ -> false)).as("wanted again just now").isZero();
  }

  @Test
  void anUploadThatBrokeOffIsSwept() throws IOException {
    Path broken = store.incoming();
    Path arriving = store.incoming();
    age(broken, LONG_AGO);
    age(arriving, NOW);

    assertThat(store.sweep(YESTERDAY, _ -> true)).isEqualTo(1);
    assertThat(broken).doesNotExist();
    assertThat(arriving).exists();
  }

  @Test
  void contentThatWasNeverWrittenDownIsSwept() throws IOException {
    String hash = kept("没有登记", LONG_AGO);

    assertThat(store.sweep(YESTERDAY, _ -> false)).isEqualTo(1);
    assertThatThrownBy(() -> store.verified(hash)).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void contentThatIsReferredToStays() throws IOException {
    String hash = kept("登记了", LONG_AGO);

    assertThat(store.sweep(YESTERDAY, hash::equals)).isZero();
    assertThat(store.verified(hash)).exists();
  }

  @Test
  void contentOfAnUploadUnderWayStays() throws IOException {
    String hash = kept("正在登记", NOW);

    assertThat(store.sweep(YESTERDAY, _ -> false)).isZero();
    assertThat(store.verified(hash)).exists();
  }

  @Test
  void contentThatIsWrittenDownDuringTheSweepComesBack() throws IOException {
    String hash = kept("同时", LONG_AGO);
    AtomicInteger asked = new AtomicInteger();

    assertThat(store.sweep(YESTERDAY, _ -> asked.getAndIncrement() > 0)).isZero();
    assertThat(asked).hasValue(2);
    assertThat(store.verified(hash)).exists();
  }

  @Test
  void whatACrashedSweepPutAsideIsSwept() throws IOException {
    Path aside = Files.createDirectories(folder.resolve("swept")).resolve("0".repeat(64));
    Files.writeString(aside, "放在一边");
    age(aside, LONG_AGO);

    assertThat(store.sweep(YESTERDAY, _ -> false)).isEqualTo(1);
    assertThat(aside).doesNotExist();
  }

  @Test
  void aChangedByteIsFound() throws IOException {
    String hash = kept("原样", NOW);
    Files.writeString(folder.resolve(hash.substring(0, 2)).resolve(hash), "改过");

    assertThatThrownBy(() -> store.verified(hash)).hasMessageContaining("has changed");
  }

  private String kept(String content, Instant at) throws IOException {
    Path incoming = store.incoming();
    Files.writeString(incoming, content);
    String hash = Sha256.of(incoming);
    store.keep(incoming, hash);
    Files.deleteIfExists(incoming);
    age(folder.resolve(hash.substring(0, 2)).resolve(hash), at);
    return hash;
  }

  private static void age(Path file, Instant at) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(at));
  }

  private static DirectoryStore store(Path folder) {
    return new DirectoryStore(
        new EvidenceSettings(folder, 20, 300, 2000, 150, 60, 500, 2000, 30, null, 60),
        Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")));
  }
}
