package seedbed.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VendoredFilesTest {

  private static final Path VENDOR = Path.of("src/main/resources/static/vendor");

  @Test
  void everyVendoredFileIsTheOneItsManifestNames() throws Exception {
    var lines = entries();

    assertThat(lines).isNotEmpty();
    for (var line : lines) {
      var words = line.split("\\s+", -1);
      assertThat(hash(VENDOR.resolve(words[0]))).as(words[0]).isEqualTo(words[3]);
    }
  }

  private static List<String> entries() throws IOException {
    return Files.readAllLines(VENDOR.resolve("manifest.txt")).stream()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .toList();
  }

  private static String hash(Path file) throws IOException, NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }
}
