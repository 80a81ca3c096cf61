package seedbed.criteria;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.startup.StartFailure;

/// Publishes what is new in the config folder, and refuses to start when something published was
/// changed: verdicts were given by it, so a correction is a new edition.
@Context
public class Publication {
  private static final Logger log = LoggerFactory.getLogger(Publication.class);

  private final Rulebook rulebook;
  private final Publications publications;
  private final Clock clock;

  Publication(Rulebook rulebook, Publications publications, Clock clock) {
    this.rulebook = rulebook;
    this.publications = publications;
    this.clock = clock;
  }

  /// The YAML of a published edition or notice, as an office can keep or pass on.
  public Optional<Published> find(String id) {
    return publications.findById(id);
  }

  public List<Published> all() {
    return publications.all();
  }

  @PostConstruct
  void publish() {
    var sources = rulebook.sources();
    var published =
        publications.all().stream().collect(Collectors.toMap(Published::id, Function.identity()));
    var refusals = new ArrayList<String>();
    published.values().stream()
        .filter(each -> sources.stream().noneMatch(source -> source.id().equals(each.id())))
        .map(Publication::missing)
        .forEach(refusals::add);
    for (var source : sources) {
      var earlier = published.get(source.id());
      if (earlier == null) {
        publications.publish(source.id(), source.contentHash(), source.text(), clock.instant());
        log.info("Published {}", source.id());
      } else if (!earlier.contentHash().equals(source.contentHash())) {
        refusals.add(changed(earlier, source));
      } else if (!earlier.source().equals(source.text())) {
        publications.rewrite(source.id(), source.contentHash(), source.text());
      }
    }
    if (!refusals.isEmpty()) {
      throw new StartFailure(String.join("\n", refusals));
    }
  }

  private static String missing(Published earlier) {
    return "已发布的标准“" + earlier.id() + "”的文件不见了。请把 " + earlier.id() + ".yml 放回 config 目录后重新启动。";
  }

  private String changed(Published earlier, Rulebook.Source source) {
    var changes =
        Revision.of(earlier.source(), source, rulebook).stream()
            .map(change -> "\n  " + change)
            .collect(Collectors.joining());
    return "已发布的标准不能修改，config/"
        + source.file()
        + "的内容与发布时不同："
        + changes
        + "\n请恢复该文件的原内容；标准确有更正的，另建一个新编号的版本文件，并在原版本中写明截止日。";
  }
}
