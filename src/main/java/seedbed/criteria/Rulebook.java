package seedbed.criteria;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import seedbed.criteria.rule.Slots;

/// Everything the config folder says: the words, the editions and the yearly notices.
public record Rulebook(Indicators indicators, Titles titles, Slots slots, Editions editions) {

  /// Reads the folder; throws [FaultyConfig] with all that is wrong with it.
  public static Rulebook read(Path folder) {
    var problems = new Problems();
    var dictionary = dictionary(folder, problems);
    var editions = new LinkedHashMap<Edition, YamlValue>();
    var reader = new EditionReader(dictionary);
    for (var file : files(folder, "checklists", problems)) {
      problems.attempt(() -> reader.read(file)).ifPresent(edition -> editions.put(edition, file));
    }
    var overlays = new LinkedHashMap<Overlay, YamlValue>();
    var ids = editions.keySet().stream().map(Edition::id).collect(Collectors.toSet());
    var overlayReader = new OverlayReader(dictionary, ids);
    for (var file : files(folder, "overlays", problems)) {
      problems
          .attempt(() -> overlayReader.read(file))
          .ifPresent(overlay -> overlays.put(overlay, file));
    }
    Fitting.check(editions, overlays, problems);
    problems.refuse();
    return new Rulebook(
        dictionary.indicators(),
        dictionary.titles(),
        dictionary.slots(),
        new Editions(
            dictionary.titles(), List.copyOf(editions.keySet()), List.copyOf(overlays.keySet())));
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

  private static List<YamlValue> files(Path folder, String kind, Problems problems) {
    var files = new ArrayList<YamlValue>();
    for (var path : paths(folder.resolve(kind))) {
      problems
          .attempt(() -> YamlValue.of(path, kind + "/" + path.getFileName(), problems))
          .ifPresent(files::add);
    }
    return files;
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
