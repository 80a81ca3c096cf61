package seedbed.access;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads a table whose columns are parted by blanks; lines that begin with # say something to
/// people.
final class TableFile {

  private TableFile() {}

  static List<List<String>> lines(String resource) {
    try (InputStream file = TableFile.class.getClassLoader().getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalStateException(resource + " is missing");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(line -> List.of(line.split("\\s+")))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(resource + " cannot be read", e);
    }
  }
}
