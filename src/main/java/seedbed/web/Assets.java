package seedbed.web;

import io.micronaut.core.io.ResourceLoader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The style sheet, scripts and pictures, each under an address that holds the hash of its content.
@Singleton
final class Assets {

  private static final Pattern IMPORT = Pattern.compile("@import url\\(\"([^\"]+)\"\\);");
  private static final Map<String, String> SOURCES =
      Map.of(
          "seedbed.css", "text/css; charset=utf-8",
          "seedbed.js", "text/javascript; charset=utf-8",
          "vendor/htmx.min.js", "text/javascript; charset=utf-8",
          "icon.svg", "image/svg+xml");

  private final Map<String, Asset> byName;
  private final Map<String, Asset> byFile;

  /// One file as it is served.
  static final class Asset {

    private final String name;
    private final String file;
    private final String type;
    private final byte[] content;

    private Asset(String name, String file, String type, byte[] content) {
      this.name = name;
      this.file = file;
      this.type = type;
      this.content = content;
    }

    String file() {
      return file;
    }

    String type() {
      return type;
    }

    byte[] content() {
      return content;
    }
  }

  Assets(ResourceLoader resources) {
    byName =
        SOURCES.entrySet().stream()
            .map(source -> asset(source.getKey(), source.getValue(), resources))
            .collect(Collectors.toUnmodifiableMap(asset -> asset.name, Function.identity()));
    byFile =
        byName.values().stream()
            .collect(Collectors.toUnmodifiableMap(asset -> asset.file, Function.identity()));
  }

  String url(String name) {
    return "/assets/" + Objects.requireNonNull(byName.get(name), name).file();
  }

  @Nullable Asset file(String file) {
    return byFile.get(file);
  }

  private static Asset asset(String source, String type, ResourceLoader resources) {
    var content = read(source, resources);
    if (source.endsWith(".css")) {
      content = joined(content, resources);
    }
    var name = source.substring(source.lastIndexOf('/') + 1);
    var dot = name.lastIndexOf('.');
    var file = name.substring(0, dot) + "-" + hash(content) + name.substring(dot);
    return new Asset(name, file, type, content);
  }

  // One request instead of one for each component of the style sheet.
  private static byte[] joined(byte[] entry, ResourceLoader resources) {
    var text = new String(entry, StandardCharsets.UTF_8);
    var parts =
        IMPORT
            .matcher(text)
            .results()
            .map(found -> new String(read(found.group(1), resources), StandardCharsets.UTF_8));
    return Stream.concat(Stream.of(IMPORT.matcher(text).replaceAll("").strip()), parts)
        .collect(Collectors.joining("\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] read(String source, ResourceLoader resources) {
    try (var stream = resources.getResourceAsStream("classpath:static/" + source).orElseThrow()) {
      return stream.readAllBytes();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static String hash(byte[] content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException(absent);
    }
  }
}
