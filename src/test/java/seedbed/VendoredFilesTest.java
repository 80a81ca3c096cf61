package seedbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Scripts and styles of others are exactly what the manifest says they are.
final class VendoredFilesTest {

  private static final Path FOLDER = Path.of("src/main/resources/static/vendor");

  @Test
  void everyVendoredFileIsListedWithItsHash() throws Exception {
    assertThat(present()).isEqualTo(listed());
  }

  private static Map<String, String> listed() throws IOException {
    Map<String, String> listed = new TreeMap<>();
    for (String line : Files.readAllLines(FOLDER.resolve("manifest.txt"))) {
      if (!line.startsWith("#")) {
        String[] words = line.split(" ", -1);
        listed.put(words[0], words[3]);
      }
    }
    return listed;
  }

  private static Map<String, String> present() throws IOException, NoSuchAlgorithmException {
    Map<String, String> present = new TreeMap<>();
    var sha256 = MessageDigest.getInstance("SHA-256");
    try (var files = Files.walk(FOLDER)) {
      for (Path file : files.filter(VendoredFilesTest::isServed).toList()) {
        String name = FOLDER.relativize(file).toString().replace('\\', '/');
        present.put(name, HexFormat.of().formatHex(sha256.digest(Files.readAllBytes(file))));
      }
    }
    return present;
  }

  private static boolean isServed(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".js") || name.endsWith(".css");
  }
}
