package seedbed.evidence;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permissions;
import seedbed.figure.Moment;

/// What is said to hold while the paper on file that proves it has ended, or will before it is
/// decided: no verdict changes by that, somebody has to look.
@Singleton
public class LapsedPapers {

  private final VisibleEvidence evidence;
  private final Permissions permissions;

  LapsedPapers(VisibleEvidence evidence, Permissions permissions) {
    this.evidence = evidence;
    this.permissions = permissions;
  }

  /// A day to come until which papers should hold.
  ///
  /// @param words how a warning calls it, such as `公示期满`
  public record Ahead(LocalDate day, String words) {}

  /// The warning for each indicator of which every paper on file has ended, as far as the reader
  /// sees papers. Figures of a year are proved by what was true then.
  public Map<String, String> of(long company, Moment moment, Caller caller) {
    return of(company, moment, null, caller);
  }

  /// @param ahead what ends before it is warned of too; null where only what has ended matters
  public Map<String, String> of(long company, Moment moment, @Nullable Ahead ahead, Caller caller) {
    return warnings(
        papers(company, moment, caller), Evidence::indicator, moment, ahead, "，与所报情况不符");
  }

  /// The same for papers that stand under a clause itself, by the number of the clause.
  public Map<String, String> ofClauses(
      long company, String title, Moment moment, @Nullable Ahead ahead, Caller caller) {
    return warnings(
        papers(company, moment, caller).filter(paper -> title.equals(paper.title())),
        paper -> paper.indicator() == null ? paper.clause() : null,
        moment,
        ahead,
        "");
  }

  private Stream<Evidence> papers(long company, Moment moment, Caller caller) {
    return permissions.of(caller, Act.SEE_EVIDENCE).stream()
        .flatMap(may -> evidence.ofCompany(company, moment.known(), may).stream())
        .filter(paper -> !paper.yearly() && paper.withdrawnAt() == null && paper.current() != null);
  }

  private static Map<String, String> warnings(
      Stream<Evidence> papers,
      Function<Evidence, @Nullable String> proved,
      Moment moment,
      @Nullable Ahead ahead,
      String against) {
    LocalDate needed =
        ahead == null || ahead.day().isBefore(moment.on()) ? moment.on() : ahead.day();
    Map<String, Evidence> last = new HashMap<>();
    papers.forEach(paper -> {
      String what = proved.apply(paper);
      if (what != null) {
        last.merge(what, paper, (one, other) -> end(one).isBefore(end(other)) ? other : one);
      }
    });
    Map<String, String> warnings = new HashMap<>();
    last.forEach((what, paper) -> {
      if (end(paper).isBefore(needed)) {
        warnings.put(what, warning(paper, moment.on(), ahead, against));
      }
    });
    return Map.copyOf(warnings);
  }

  private static String warning(
      Evidence paper, LocalDate on, @Nullable Ahead ahead, String against) {
    LocalDate end = end(paper);
    return ahead == null || end.isBefore(on)
        ? "佐证“%s”有效期至 %s，已过期%s".formatted(paper.name(), end, against)
        : "佐证“%s”有效期至 %s，在%s（%s）以前到期".formatted(paper.name(), end, ahead.words(), ahead.day());
  }

  private static LocalDate end(Evidence paper) {
    Evidence.Version current = paper.current();
    LocalDate end = current == null ? null : current.expiresOn();
    return end == null ? LocalDate.MAX : end;
  }
}
