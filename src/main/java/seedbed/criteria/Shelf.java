package seedbed.criteria;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.startup.StartFailure;

/// All editions that are published: the files of the config folder and those published in the
/// browser, which every node takes from the database without a new start.
@Context
public class Shelf {
  private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);
  private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";
  private static final int LONGEST_ID = 60;

  private final Rulebook rulebook;
  private final IssuedEditions issued;
  private final Clock clock;
  private volatile long version;

  Shelf(Rulebook rulebook, IssuedEditions issued, Clock clock) {
    this.rulebook = rulebook;
    this.issued = issued;
    this.clock = clock;
  }

  /// What a text says as an edition.
  ///
  /// @param edition null where it cannot be read at all
  /// @param problems everything that keeps it from being published
  public record Reading(@Nullable Edition edition, List<Problem> problems) {
    public Reading {
      problems = List.copyOf(problems);
    }
  }

  /// @param ended the edition that gets its last day by this one, if any
  public record Order(
      String id,
      String source,
      String cases,
      @Nullable String original,
      @Nullable String ended,
      String draftedBy,
      String issuedBy) {}

  @PostConstruct
  void open() {
    try {
      take();
    } catch (FaultyConfig e) {
      throw new StartFailure(String.valueOf(e.getMessage()), e);
    }
  }

  /// Takes what has been published since; costs one small query when nothing has.
  public void refresh() {
    if (issued.version() != version) {
      take();
      LOG.info("Took the editions published up to number {}", version);
    }
  }

  private synchronized void take() {
    // The number first: what is published meanwhile is taken the next time.
    var number = issued.version();
    var union = new Union(Map.of());
    union.checked();
    union.problems.refuse();
    rulebook
        .editions()
        .exchange(union.editions(), List.copyOf(union.overlays.keySet()), union.earlier());
    version = number;
  }

  public Optional<IssuedEdition> find(String id) {
    return issued.findById(id);
  }

  /// Reads a text by itself.
  public Reading alone(String id, String text) {
    var problems = new Problems();
    var edition = problems.attempt(() -> edition(text, file(id), problems));
    return new Reading(edition.orElse(null), problems.all());
  }

  /// Reads a text as it would be published, beside everything that is.
  ///
  /// @param ended the edition that it would put an end to, if any
  public Reading read(String id, String text, @Nullable String ended) {
    var problems = new Problems();
    var file = file(id);
    if (!id.matches(ID) || id.length() > LONGEST_ID) {
      problems.add(new Problem(file, 1, "id“" + id + "”不合规则", "请用由 - 连接的小写英文字母和数字，最多60个"));
      return new Reading(null, problems.all());
    }
    var edition = problems.attempt(() -> edition(text, file, problems));
    if (edition.isEmpty() || !problems.none()) {
      return new Reading(edition.orElse(null), problems.all());
    }
    if (taken(id)) {
      problems.add(new Problem(file, 1, "代码“" + id + "”已有版本使用", "请换一个版本代码"));
      return new Reading(edition.get(), problems.all());
    }
    if (ended != null) {
      succession(edition.get(), ended, problems);
    }
    if (!problems.none()) {
      return new Reading(edition.get(), problems.all());
    }
    var from = edition.get().from();
    var union = new Union(ended == null ? Map.of() : Map.of(ended, from.minusDays(1)));
    union.add(edition.get(), YamlValue.of(text, file, problems));
    return new Reading(edition.get(), union.checked());
  }

  private void succession(Edition edition, String ended, Problems problems) {
    var file = file(edition.id());
    var original = rulebook.editions().find(ended);
    if (issued.ends().stream().anyMatch(end -> end.editionId().equals(ended))) {
      problems.add(new Problem(file, 1, "原版本“" + ended + "”已由别的版本接替", "请以现行版本为底稿另行起草，或不给原版本写废止日"));
    } else if (original.filter(each -> !edition.from().isAfter(each.from())).isPresent()) {
      problems.add(new Problem(file, 1, "生效日不晚于原版本的生效日", "请核对生效日，或不给原版本写废止日"));
    }
  }

  /// Lets nobody else publish until the caller's transaction ends; its first statement.
  public void lock() {
    issued.lock();
  }

  /// Publishes within the caller's transaction, under [#lock]; [#refresh] brings it into force.
  ///
  /// @return what is in the way; empty when it is published
  public List<Problem> issue(Order order) {
    var reading = read(order.id(), order.source(), order.ended());
    var edition = reading.edition();
    if (edition == null || !reading.problems().isEmpty()) {
      return reading.problems();
    }
    var now = clock.instant();
    issued.add(
        order.id(),
        edition.contentHash(),
        order.source(),
        order.cases(),
        order.original(),
        order.draftedBy(),
        order.issuedBy(),
        now);
    if (order.ended() != null) {
      issued.end(order.ended(), edition.from().minusDays(1), order.id(), now);
    }
    issued.count();
    return List.of();
  }

  private boolean taken(String id) {
    return rulebook.sources().stream().anyMatch(source -> source.id().equals(id))
        || issued.findById(id).isPresent();
  }

  private Edition edition(String text, String file, Problems problems) {
    return new EditionReader(rulebook.dictionary()).read(YamlValue.of(text, file, problems));
  }

  private static String file(String id) {
    return "checklists/" + id + ".yml";
  }

  /// Everything together, each with the place that a complaint about it names.
  private final class Union {
    private final Problems problems = new Problems();
    private final Map<Edition, YamlValue> editions = new LinkedHashMap<>();
    private final Map<Overlay, YamlValue> overlays = new LinkedHashMap<>();
    private final List<Edition> unended = new ArrayList<>();
    private final List<IssuedEdition> inBrowser = issued.all();
    private final List<IssuedEditions.End> brought = issued.ends();
    private final Map<String, LocalDate> ends = new HashMap<>();

    /// @param more last days that are not published yet
    Union(Map<String, LocalDate> more) {
      brought.forEach(end -> ends.put(end.editionId(), end.endsOn()));
      ends.putAll(more);
      for (var source : rulebook.sources()) {
        if (source.kind() == Rulebook.Kind.EDITION) {
          add(source.text(), source.file());
        }
      }
      inBrowser.forEach(each -> add(each.source(), file(each.id())));
      var ids = new HashSet<String>();
      editions.keySet().forEach(edition -> ids.add(edition.id()));
      var reader = new OverlayReader(rulebook.dictionary(), ids);
      rulebook.sources().stream()
          .filter(source -> source.kind() == Rulebook.Kind.NOTICE)
          .forEach(source ->
              problems.attempt(() -> {
                var root = YamlValue.of(source.text(), source.file(), problems);
                return overlays.put(reader.read(root), root);
              }));
    }

    private void add(String text, String file) {
      problems.attempt(() -> {
        var root = YamlValue.of(text, file, problems);
        add(new EditionReader(rulebook.dictionary()).read(root), root);
        return root;
      });
    }

    void add(Edition edition, YamlValue root) {
      var twice = editions.keySet().stream().anyMatch(each -> each.id().equals(edition.id()));
      if (twice) {
        problems.add(new Problem(root.file(), 1, "网上已发布同一代码的版本", "请给配置文件换一个id"));
        return;
      }
      unended.add(edition);
      editions.put(ended(edition, ends), root);
    }

    private static Edition ended(Edition edition, Map<String, LocalDate> ends) {
      var last = ends.get(edition.id());
      var own = edition.to();
      return last == null || (own != null && own.isBefore(last)) ? edition : edition.until(last);
    }

    /// What was published before each publication in the browser.
    SortedMap<Instant, List<Edition>> earlier() {
      var earlier = new TreeMap<Instant, List<Edition>>();
      inBrowser.forEach(
          each -> earlier.computeIfAbsent(each.issuedAt(), moment -> publishedBefore(moment)));
      return earlier;
    }

    private List<Edition> publishedBefore(Instant moment) {
      var later =
          inBrowser.stream()
              .filter(each -> !each.issuedAt().isBefore(moment))
              .map(IssuedEdition::id)
              .collect(Collectors.toSet());
      var then =
          brought.stream()
              .filter(end -> end.endedAt().isBefore(moment))
              .collect(Collectors.toMap(IssuedEditions.End::editionId, IssuedEditions.End::endsOn));
      return unended.stream()
          .filter(edition -> !later.contains(edition.id()))
          .map(edition -> ended(edition, then))
          .toList();
    }

    List<Problem> checked() {
      Fitting.check(editions, overlays, problems);
      return problems.all();
    }

    List<Edition> editions() {
      return List.copyOf(editions.keySet());
    }
  }
}
