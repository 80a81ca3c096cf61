package seedbed.evidence.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What offices send every day is taken.
final class HonestFilesTest {

  private static final FileLimits LIMITS = FileLimits.ofMegabytes(20, 300, 2000, 150, 60, 500);

  @TempDir Path folder;

  @Test
  @DisplayName("两百份正常的办公文件全部受理")
  void twoHundredAreTaken() throws IOException {
    List<HonestFiles.Sent> files = HonestFiles.of(15);
    List<String> refused = new java.util.ArrayList<>();
    Set<FileFormat> formats = new TreeSet<>();

    for (HonestFiles.Sent sent : files) {
      Path file = Files.write(folder.resolve("upload"), sent.bytes());
      try {
        formats.add(Examination.of(sent.name(), file, LIMITS).format());
      } catch (FileRefused refusal) {
        refused.add(sent.name() + "：" + refusal.sentence());
      }
    }

    assertThat(refused).isEmpty();
    assertThat(files).hasSizeGreaterThanOrEqualTo(200);
    assertThat(formats)
        .containsExactlyInAnyOrder(
            FileFormat.PDF,
            FileFormat.DOCX,
            FileFormat.XLSX,
            FileFormat.PPTX,
            FileFormat.DOC,
            FileFormat.XLS,
            FileFormat.PPT,
            FileFormat.JPEG,
            FileFormat.PNG,
            FileFormat.TEXT);
  }

  @Test
  void aVersionedNameIsNoDoubleExtension() throws IOException, FileRefused {
    Path file = Files.write(folder.resolve("upload"), HonestFiles.pdf(3));

    var found = Examination.of("2025.12.31 审计报告v2.1.pdf", file, LIMITS);

    assertThat(found.pages()).isEqualTo(3);
    assertThat(found.name()).isEqualTo("2025.12.31 审计报告v2.1.pdf");
  }
}
