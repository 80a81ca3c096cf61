package seedbed.criteria;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import seedbed.criteria.rule.Slots;

/// Everything the config folder says: the words, the editions and the yearly notices.
///
/// @param sources the files of editions and notices
public record Rulebook(
    Indicators indicators, Titles titles, Slots slots, Editions editions, List<Source> sources) {

  public Rulebook {
    sources = List.copyOf(sources);
  }

  /// The file of an edition or a yearly notice.
  ///
  /// @param file its place in the config folder, e.g. `checklists/rg-2021.yml`
  public record Source(String id, String file, String text, String contentHash, Kind kind) {}

  public enum Kind {
    EDITION,
    NOTICE
  }

  /// Reads the folder; throws [FaultyConfig] with all that is wrong with it.
  public static Rulebook read(Path folder) {
    var problems = new Problems();
    var dictionary = dictionary(folder, problems);
    var sources = new ArrayList<Source>();

    var editions = new LinkedHashMap<Edition, YamlValue>();
    var editionReader = new EditionReader(dictionary);
    var ids = new HashSet<String>();
    for (var path : paths(folder.resolve("checklists"))) {
      ids.add(path.getFileName().toString().replace(".yml", ""));
      read(path, problems, editionReader::read, editions)
          .map(file -> file.source(file.value().id(), file.value().contentHash(), Kind.EDITION))
          .ifPresent(sources::add);
    }
    var overlays = new LinkedHashMap<Overlay, YamlValue>();
    var overlayReader = new OverlayReader(dictionary, ids);
    for (var path : paths(folder.resolve("overlays"))) {
      read(path, problems, overlayReader::read, overlays)
          .map(file -> file.source(file.value().id(), file.value().contentHash(), Kind.NOTICE))
          .ifPresent(sources::add);
    }
    Fitting.check(editions, overlays, problems);
    problems.refuse();
    return new Rulebook(
        dictionary.indicators(),
        dictionary.titles(),
        dictionary.slots(),
        new Editions(
            dictionary.titles(), List.copyOf(editions.keySet()), List.copyOf(overlays.keySet())),
        sources);
  }

  private record Read<T>(T value, String name, String text) {
    Source source(String id, String hash, Kind kind) {
      return new Source(id, name, text, hash, kind);
    }
  }

  private static <T> Optional<Read<T>> read(
      Path path, Problems problems, Function<YamlValue, T> reader, Map<T, YamlValue> all) {
    var name = path.getName(path.getNameCount() - 2) + "/" + path.getFileName();
    return problems.attempt(() -> {
      var text = YamlValue.text(path, name);
      var root = YamlValue.of(text, name, problems);
      var value = reader.apply(root);
      all.put(value, root);
      return new Read<>(value, name, text);
    });
  }

  Dictionary dictionary() {
    return new Dictionary(indicators, titles, slots);
  }

  private static Dictionary dictionary(Path folder, Problems problems) {
    var dictionary =
        problems.attempt(() ->
            Dictionary.read(
                YamlValue.of(folder.resolve("indicators.yml"), "indicators.yml", problems),
                YamlValue.of(folder.resolve("titles.yml"), "titles.yml", problems)));
    problems.refuse();
    return dictionary.orElseThrow();
  }

  static List<Path> paths(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
    } catch (IOException e) {
      throw new FaultyConfig("读不出配置目录" + folder + "。请检查服务账户是否有读取权限。");
    }
  }
}
