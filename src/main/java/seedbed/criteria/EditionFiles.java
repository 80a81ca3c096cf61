package seedbed.criteria;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Hands out editions and yearly notices as the files they are written in.
@Singleton
public final class EditionFiles {
  private final Path folder;
  private final Editions editions;
  private final Map<String, Long> cases;
  private final Rulebook rulebook;
  private final Shelf shelf;

  EditionFiles(
      @Property(name = "seedbed.config", defaultValue = "config") String folder,
      Rulebook rulebook,
      Shelf shelf) {
    this.folder = ConfigFolder.find(folder);
    this.rulebook = rulebook;
    this.shelf = shelf;
    editions = rulebook.editions();
    cases =
        WorkedCases.read(this.folder, rulebook).stream()
            .collect(Collectors.groupingBy(WorkedCase::edition, Collectors.counting()));
  }

  /// The YAML of an edition or notice that is known; nothing else can be named.
  public Optional<String> yaml(String id) {
    var issued = shelf.find(id);
    if (issued.isPresent()) {
      return issued.map(IssuedEdition::source);
    }
    if (editions.find(id).isPresent()) {
      return Optional.of(read("checklists", id));
    }
    return editions.notice(id).map(notice -> read("overlays", notice.id()));
  }

  /// How many worked cases an edition or notice has.
  public long cases(String id) {
    return shelf
        .find(id)
        .map(issued -> (long) WorkedCases.read(issued.cases(), "cases", rulebook).size())
        .orElseGet(() -> cases.getOrDefault(id, 0L));
  }

  /// The YAML of the worked cases of an edition or notice.
  public Optional<String> casesYaml(String id) {
    var issued = shelf.find(id);
    if (issued.isPresent()) {
      return issued.map(IssuedEdition::cases);
    }
    return cases.containsKey(id) ? Optional.of(read("cases", id)) : Optional.empty();
  }

  private String read(String kind, String id) {
    try {
      return Files.readString(folder.resolve(kind).resolve(id + ".yml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
