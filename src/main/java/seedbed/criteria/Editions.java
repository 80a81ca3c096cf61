package seedbed.criteria;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Checklist.Applicant;

/// All editions and yearly notices, and which of them applies when. Every combination is made when
/// they are read; asking for one only looks it up.
///
/// Editions published while the server runs are in force without a new start: the whole shelf is
/// exchanged at once. Long work that has to judge by one state of it takes [#frozen].
public final class Editions {
  private final Titles titles;
  private volatile Contents contents;
  private volatile List<Former> former = List.of();

  Editions(Titles titles, List<Edition> editions, List<Overlay> overlays) {
    this.titles = titles;
    contents = new Contents(editions, overlays);
  }

  private Editions(Titles titles, Contents contents) {
    this.titles = titles;
    this.contents = contents;
  }

  /// One edition by itself, such as a draft that is tried.
  public static Editions only(Edition edition, Titles titles) {
    return new Editions(titles, List.of(edition), List.of());
  }

  /// As they are now, whatever is published later.
  public Editions frozen() {
    return new Editions(titles, contents);
  }

  /// As they were published at a moment: what was published in the browser later is not seen, and
  /// puts no end to anything.
  public Editions publishedBy(Instant moment) {
    return former.stream()
        .filter(each -> moment.isBefore(each.until()))
        .findFirst()
        .map(each -> new Editions(titles, each.contents()))
        .orElse(this);
  }

  /// @param earlier what was published before each publication, by its moment
  void exchange(
      List<Edition> editions, List<Overlay> overlays, SortedMap<Instant, List<Edition>> earlier) {
    former =
        earlier.entrySet().stream()
            .map(each -> new Former(each.getKey(), new Contents(each.getValue(), overlays)))
            .toList();
    contents = new Contents(editions, overlays);
  }

  /// What was published until a moment.
  private record Former(Instant until, Contents contents) {}

  /// Everything in its order, never changed.
  private static final class Contents {
    private final Map<String, Edition> editions = new LinkedHashMap<>();
    private final Map<String, Overlay> overlays = new LinkedHashMap<>();
    private final Map<Subject, List<Checklist>> bySubject = new HashMap<>();
    private final Map<Overlaid, Checklist> overlaid = new HashMap<>();

    Contents(List<Edition> all, List<Overlay> notices) {
      all.stream()
          .sorted(Comparator.comparing(Edition::from).thenComparing(Edition::id))
          .forEach(edition -> editions.put(edition.id(), edition));
      notices.stream()
          .sorted(Comparator.comparing(Overlay::from).thenComparing(Overlay::id))
          .forEach(overlay -> overlays.put(overlay.id(), overlay));
      editions.values().stream().flatMap(each -> each.checklists().stream()).forEach(this::add);
    }

    private void add(Checklist checklist) {
      var subject = new Subject(checklist.title(), checklist.track(), checklist.applicant());
      bySubject.computeIfAbsent(subject, _ -> new ArrayList<>()).add(checklist);
      for (var overlay : overlays.values()) {
        if (overlay.title().equals(checklist.title())) {
          overlay
              .ruleFor(checklist.applicant())
              .ifPresent(rule ->
                  overlaid.put(
                      new Overlaid(overlay.id(), checklist), rule.overlay(checklist, overlay)));
        }
      }
    }
  }

  /// What a checklist is for.
  private record Subject(String title, String track, Applicant applicant) {}

  private record Overlaid(String overlay, Checklist checklist) {}

  /// All editions, oldest first.
  public List<Edition> all() {
    return List.copyOf(contents.editions.values());
  }

  /// All yearly notices, oldest first.
  public List<Overlay> notices() {
    return List.copyOf(contents.overlays.values());
  }

  public Optional<Edition> find(String id) {
    return Optional.ofNullable(contents.editions.get(id));
  }

  public Optional<Overlay> notice(String id) {
    return Optional.ofNullable(contents.overlays.get(id));
  }

  /// The editions about a title, oldest first.
  public List<Edition> timeline(String title) {
    return contents.editions.values().stream()
        .filter(each -> each.titles().contains(title))
        .toList();
  }

  /// The yearly notices about a title, oldest first.
  public List<Overlay> notices(String title) {
    return contents.overlays.values().stream().filter(each -> each.title().equals(title)).toList();
  }

  /// The tracks that any edition has criteria for the title on.
  public List<String> tracks(String title) {
    return contents.editions.values().stream()
        .flatMap(edition -> edition.checklists().stream())
        .filter(checklist -> checklist.title().equals(title))
        .map(Checklist::track)
        .distinct()
        .toList();
  }

  /// The checklist that applies to a title on a day, with the round's notice. Where the title has
  /// no criteria of the company's own track, those for all tracks apply.
  public Optional<Checklist> inForce(
      String title, String track, Applicant applicant, LocalDate on) {
    var notice =
        contents.overlays.values().stream()
            .filter(each -> each.title().equals(title) && each.covers(on))
            .filter(each -> each.ruleFor(applicant).isPresent())
            .findFirst();
    return notice.isPresent()
        ? underNotice(notice.get(), track, applicant, on)
        : candidates(title, track, applicant).filter(each -> applies(each, on)).findFirst();
  }

  private Optional<Checklist> underNotice(
      Overlay notice, String track, Applicant applicant, LocalDate on) {
    var rule = notice.ruleFor(applicant).orElseThrow();
    return candidates(notice.title(), track, applicant)
        .filter(each ->
            rule.edition() == null ? applies(each, on) : each.edition().equals(rule.edition()))
        .findFirst()
        .map(each -> contents.overlaid.getOrDefault(new Overlaid(notice.id(), each), each));
  }

  /// Checklists of the track itself before those that stand in for it.
  private Stream<Checklist> candidates(String title, String track, Applicant applicant) {
    return Stream.of(track, ChecklistTrack.GENERAL.code(), standIn(title))
        .distinct()
        .flatMap(each ->
            contents
                .bySubject
                .getOrDefault(new Subject(title, each, applicant), List.of())
                .stream());
  }

  private String standIn(String title) {
    return titles.find(title).map(Titles.Rung::kind).orElse(null) == Titles.Kind.PRODUCT
        ? ChecklistTrack.PRODUCT.code()
        : ChecklistTrack.GENERAL.code();
  }

  private boolean applies(Checklist checklist, LocalDate on) {
    var edition = contents.editions.get(checklist.edition());
    return edition != null && edition.inForce(on);
  }

  /// The checklist of one edition, in force or not; or of a yearly notice, over the edition it
  /// names or else the one in force on the day.
  public Selection checklist(String id, String track, Applicant applicant, LocalDate on) {
    var edition = contents.editions.get(id);
    if (edition != null) {
      return of(edition, track, applicant);
    }
    var notice = contents.overlays.get(id);
    return notice == null ? new Selection.NoSuchEdition(id) : of(notice, track, applicant, on);
  }

  private Selection of(Edition edition, String track, Applicant applicant) {
    return pick(edition, track, applicant)
        .<Selection>map(Selection.Found::new)
        .orElseGet(() ->
            new Selection.NoSuchChecklist(edition.id(), edition.tracks(), edition.applicants()));
  }

  private static Optional<Checklist> pick(Edition edition, String track, Applicant applicant) {
    var suitable =
        edition.checklists().stream().filter(each -> each.applicant() == applicant).toList();
    return with(suitable, track).or(() -> with(suitable, ChecklistTrack.GENERAL.code()));
  }

  private static Optional<Checklist> with(List<Checklist> checklists, String track) {
    return checklists.stream().filter(each -> each.track().equals(track)).findFirst();
  }

  private Selection of(Overlay notice, String track, Applicant applicant, LocalDate on) {
    var rule = notice.ruleFor(applicant);
    if (rule.isEmpty()) {
      return new Selection.NoSuchChecklist(
          notice.id(), List.of(), notice.rules().stream().map(Overlay.Rule::applicant).toList());
    }
    return underNotice(notice, track, applicant, on)
        .<Selection>map(Selection.Found::new)
        .orElseGet(() -> new Selection.NothingInForce(notice.id()));
  }
}
