package seedbed.evidence.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What wants something else than to be read is refused, before it costs anything.
final class HostileFilesTest {

  private static final FileLimits LIMITS = FileLimits.ofMegabytes(20, 200, 2000, 150, 60, 500);

  /// What one step may inflate beyond the limit before it is counted.
  private static final long STEP = 64 * 1024;

  @TempDir Path folder;

  static List<HostileFiles.Case> all() throws IOException {
    return HostileFiles.all();
  }

  @Test
  void theTableIsLong() throws IOException {
    assertThat(HostileFiles.all()).hasSizeGreaterThanOrEqualTo(60);
  }

  @ParameterizedTest
  @MethodSource("all")
  @DisplayName("拒收")
  void isRefused(HostileFiles.Case hostile) throws IOException {
    Path file = Files.write(folder.resolve("upload"), hostile.file().bytes());
    Effort effort = new Effort(LIMITS);

    Throwable thrown = catchThrowable(() -> Examination.of(hostile.file().name(), file, effort));

    assertThat(thrown).as(hostile.what()).isInstanceOf(FileRefused.class);
    assertThat(thrown.getMessage())
        .contains("。")
        .contains(hostile.says())
        .matches("(?s).*[\\u4e00-\\u9fa5]{4}.*");
    assertThat(effort.inflated()).isLessThanOrEqualTo(LIMITS.unpackedBytes() + STEP);
  }

  @Test
  void tooLargeIsRefusedByItsSizeAlone() throws IOException {
    Path file = folder.resolve("upload");
    try (var sparse = new java.io.RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(LIMITS.fileBytes() + 1);
    }
    Effort effort = new Effort(LIMITS);

    assertThat(catchThrowable(() -> Examination.of("大.pdf", file, effort)))
        .isInstanceOf(FileRefused.class)
        .hasMessageContaining("20 MB");
    assertThat(effort.inflated()).isZero();
  }
}
