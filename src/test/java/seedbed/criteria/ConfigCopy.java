package seedbed.criteria;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A copy of the config folder in which a test may break things.
final class ConfigCopy {
  static final Path ORIGINAL = Path.of("config");
  private final Path folder;

  ConfigCopy(Path folder) {
    this.folder = folder;
    try (var files = Files.walk(ORIGINAL)) {
      for (var file : files.filter(each -> each.toString().endsWith(".yml")).toList()) {
        var copy = folder.resolve(ORIGINAL.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return folder;
  }

  ConfigCopy replace(String file, String text, String replacement) {
    var path = folder.resolve(file);
    try {
      var old = Files.readString(path);
      if (!old.contains(text)) {
        throw new IllegalArgumentException(file + " does not contain: " + text);
      }
      return write(
          file, old.replaceFirst(Pattern.quote(text), Matcher.quoteReplacement(replacement)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ConfigCopy write(String file, String text) {
    try {
      Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  ConfigCopy delete(String file) {
    try {
      Files.delete(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  Rulebook read() {
    return Rulebook.read(folder);
  }
}
