package seedbed.access;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Reads a table whose columns are parted by blanks; lines that begin with # say something to
/// people.
final class TableFile {

  private TableFile() {}

  /// The lines of all resources of that name: a module may bring its own.
  static List<List<String>> lines(String resource) {
    try {
      List<List<String>> lines = new ArrayList<>();
      for (URL file : Collections.list(TableFile.class.getClassLoader().getResources(resource))) {
        try (InputStream text = file.openStream()) {
          lines.addAll(parsed(new String(text.readAllBytes(), StandardCharsets.UTF_8)));
        }
      }
      if (lines.isEmpty()) {
        throw new IllegalStateException(resource + " is missing");
      }
      return lines;
    } catch (IOException e) {
      throw new IllegalStateException(resource + " cannot be read", e);
    }
  }

  private static List<List<String>> parsed(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(line -> List.of(line.split("\\s+", -1)))
        .toList();
  }
}
