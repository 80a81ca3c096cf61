package seedbed.report;

import io.micronaut.http.HttpRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.assessment.Impact;
import seedbed.criteria.ChecklistComparison.Change;
import seedbed.criteria.Edition;
import seedbed.criteria.Editions;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Checklist.Applicant;
import seedbed.web.Address;
import seedbed.web.Refusal;

/// Which two editions are compared, for which title, track and kind of applicant, and what of it is
/// shown.
///
/// @param change only clauses that changed like this; null for all
/// @param list the companies shown
record ComparisonQuery(
    Edition from,
    Edition to,
    String title,
    List<String> tracks,
    String track,
    Applicant applicant,
    @Nullable Change change,
    Impact.Kind list) {

  private static final String USUAL_TITLE = "little-giant";

  /// @param day by which an edition must have been published to be compared unasked
  static ComparisonQuery of(HttpRequest<?> request, Editions editions, LocalDate day) {
    var asked = Address.of(request);
    var to = edition(asked.value("to"), editions);
    var from = edition(asked.value("from"), editions);
    var later = to == null ? latest(from, editions, day) : to;
    var earlier = from == null ? before(later, editions) : from;
    var title = title(asked.value("title"), earlier, later);
    var tracks = tracks(title, earlier, later);
    return new ComparisonQuery(
        earlier,
        later,
        title,
        tracks,
        track(asked.value("track"), tracks),
        applicant(asked.value("applicant")),
        change(asked.value("change")),
        list(asked.value("list")));
  }

  /// The same comparison as when nothing but two editions is asked for.
  static ComparisonQuery between(Edition from, Edition to) {
    var title = to.title();
    var tracks = tracks(title, from, to);
    return new ComparisonQuery(
        from, to, title, tracks, tracks.getFirst(), Applicant.NEW, null, Impact.Kind.FALLS_OUT);
  }

  public boolean same() {
    return from.id().equals(to.id());
  }

  /// The checklist of one of the two; null where it has none for the track and applicant.
  @Nullable Checklist checklist(Edition edition) {
    var ofTitle =
        edition.checklists().stream()
            .filter(each -> !edition.titles().contains(title) || each.title().equals(title))
            .filter(each -> each.applicant() == applicant)
            .toList();
    return ofTitle.stream()
        .filter(each -> each.track().equals(track))
        .findFirst()
        .or(() -> ofTitle.stream().filter(each -> each.track().equals("general")).findFirst())
        .orElse(null);
  }

  /// Where this comparison is; without what merely narrows the view.
  Address address(String path) {
    return Address.of(path)
        .with("from", from.id())
        .with("to", to.id())
        .with("title", title)
        .with("track", track)
        .with("applicant", applicant.code());
  }

  private static @Nullable Edition edition(@Nullable String id, Editions editions) {
    if (id == null || id.isEmpty()) {
      return null;
    }
    return editions
        .find(id)
        .orElseThrow(() -> new Refusal.Absent("没有编号为“" + id + "”的标准版本，请从列表中选择。"));
  }

  private static Edition latest(@Nullable Edition from, Editions editions, LocalDate day) {
    var title = from == null ? USUAL_TITLE : from.title();
    return Stream.concat(editions.all().stream(), editions.timeline(title).stream())
        .filter(each -> each.publishedBy(day))
        .reduce((_, newer) -> newer)
        .orElse(editions.all().getFirst());
  }

  private static Edition before(Edition later, Editions editions) {
    return editions.timeline(later.title()).stream()
        .filter(each -> each.from().isBefore(later.from()))
        .reduce((_, newer) -> newer)
        .orElse(later);
  }

  private static String title(@Nullable String asked, Edition from, Edition to) {
    if (asked == null || asked.isEmpty()) {
      return to.title();
    }
    if (!from.titles().contains(asked) && !to.titles().contains(asked)) {
      throw new Refusal.Invalid("title", "这两个版本都没有“" + asked + "”这一称号的条件。");
    }
    return asked;
  }

  private static List<String> tracks(String title, Edition from, Edition to) {
    return Stream.of(from, to)
        .flatMap(edition -> edition.checklists().stream())
        .filter(each ->
            each.title().equals(title)
                || !from.titles().contains(title)
                || !to.titles().contains(title))
        .map(Checklist::track)
        .distinct()
        .toList();
  }

  private static String track(@Nullable String asked, List<String> tracks) {
    if (asked == null || asked.isEmpty()) {
      return tracks.getFirst();
    }
    if (!tracks.contains(asked)) {
      throw new Refusal.Invalid("track", "这两个版本都没有“" + asked + "”这一类别的条件。");
    }
    return asked;
  }

  private static Applicant applicant(@Nullable String asked) {
    return asked == null || asked.isEmpty() ? Applicant.NEW : EditionSheet.of(asked);
  }

  private static @Nullable Change change(@Nullable String asked) {
    return asked == null || asked.isEmpty()
        ? null
        : Arrays.stream(Change.values())
            .filter(each -> each.code().equals(asked))
            .findFirst()
            .orElseThrow(() -> new Refusal.Invalid("change", "没有“" + asked + "”这一变化类型。"));
  }

  private static Impact.Kind list(@Nullable String asked) {
    return asked == null || asked.isEmpty()
        ? Impact.Kind.FALLS_OUT
        : Arrays.stream(Impact.Kind.values())
            .filter(each -> each.code().equals(asked))
            .findFirst()
            .orElseThrow(() -> new Refusal.Invalid("list", "没有“" + asked + "”这一份名单。"));
  }
}
