package seedbed.report;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.assessment.Impact;
import seedbed.assessment.Patience;
import seedbed.assessment.PoolImpact;
import seedbed.criteria.ChecklistComparison;
import seedbed.criteria.ChecklistComparison.Change;
import seedbed.criteria.ChecklistComparison.Pair;
import seedbed.criteria.Described;
import seedbed.criteria.Edition;
import seedbed.criteria.Editions;
import seedbed.criteria.Titles;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Comparison;
import seedbed.web.Address;

/// Tells which standards changed in the last twelve months, and for whom that matters.
@Singleton
final class NewsDesk {

  private static final int MONTHS = 12;
  private static final int NAMED = 4;
  private static final Set<String> BOUND =
      Set.of(
          Comparison.AT_LEAST.sign(),
          Comparison.AT_MOST.sign(),
          Comparison.MORE_THAN.sign(),
          Comparison.LESS_THAN.sign());

  private final Editions editions;
  private final Titles titles;
  private final PoolImpact pool;
  private final Patience patience;
  private final Clock clock;

  NewsDesk(Editions editions, Titles titles, PoolImpact pool, Patience patience, Clock clock) {
    this.editions = editions;
    this.titles = titles;
    this.pool = pool;
    this.patience = patience;
    this.clock = clock;
  }

  /// All of it together waits no longer than one page is patient.
  List<News> on(LocalDate day, Scope scope) {
    var since = day.minusMonths(MONTHS);
    var reader = new Reader(day, scope, clock.instant().plus(patience.aside()));
    return editions.all().reversed().stream()
        .filter(edition -> edition.from().isAfter(since) && !edition.from().isAfter(day))
        .map(edition -> news(edition, reader))
        .toList();
  }

  /// @param deadline until when the reader waits
  private record Reader(LocalDate day, Scope scope, Instant deadline) {}

  private News news(Edition edition, Reader reader) {
    return editions.timeline(edition.title()).stream()
        .filter(each -> each.from().isBefore(edition.from()))
        .reduce((_, later) -> later)
        .map(before -> ComparisonQuery.between(before, edition))
        .flatMap(query -> news(query, reader))
        .orElseGet(() ->
            new News(
                edition.id(),
                edition.name(),
                titles.get(edition.title()).label(),
                edition.from(),
                "",
                List.of(),
                List.of(),
                null));
  }

  private Optional<News> news(ComparisonQuery query, Reader reader) {
    var old = query.checklist(query.from());
    var next = query.checklist(query.to());
    if (old == null || next == null) {
      return Optional.empty();
    }
    var pairs = ChecklistComparison.of(old, next);
    var comparison =
        Address.of("/editions/comparison")
            .with("from", query.from().id())
            .with("to", query.to().id());
    return Optional.of(
        new News(
            query.to().id(),
            query.to().name(),
            titles.get(query.title()).label(),
            query.to().from(),
            tightened(pairs),
            changes(pairs, comparison),
            lists(old, next, comparison, reader),
            comparison));
  }

  /// What weighs on the companies; mere wording does not.
  private static List<News.Changed> changes(List<Pair> pairs, Address comparison) {
    return Stream.of(Change.values())
        .filter(change -> change != Change.REWORDED && change != Change.UNCHANGED)
        .map(change ->
            new News.Changed(
                change.label(),
                pairs.stream().filter(pair -> pair.change() == change).count(),
                comparison.with("change", change.code())))
        .filter(changed -> changed.count() > 0)
        .toList();
  }

  /// The figures that moved come before the clauses that are new.
  private static String tightened(List<Pair> pairs) {
    var moved = pairs.stream().flatMap(NewsDesk::moved);
    var added =
        pairs.stream()
            .filter(pair -> pair.change() == Change.ADDED)
            .flatMap(pair -> Stream.ofNullable(pair.next()))
            .map(next -> "新增“" + next.text() + "”");
    var all = Stream.concat(moved, added).distinct().toList();
    var shown = all.stream().limit(NAMED).collect(Collectors.joining("；"));
    return all.size() > NAMED ? shown + "等 " + all.size() + " 处" : shown;
  }

  private static Stream<String> moved(Pair pair) {
    if (pair.change() == Change.UNCHANGED) {
      return Stream.of();
    }
    var inside = pair.parts().stream().flatMap(NewsDesk::moved).toList();
    return inside.isEmpty() && pair.change() == Change.TIGHTENED
        ? moved(pair.old(), pair.next())
        : inside.stream();
  }

  private static Stream<String> moved(@Nullable Described old, @Nullable Described next) {
    if (old == null || next == null || old.required() == null || next.required() == null) {
      return Stream.of();
    }
    var subject = next.subject() == null ? next.text() : next.subject();
    return bound(old) && bound(next) && !old.required().equals(next.required())
        ? Stream.of(subject + " " + old.required() + " → " + next.required())
        : Stream.of();
  }

  private static boolean bound(Described clause) {
    var required = clause.required();
    return required != null && BOUND.contains(required.substring(0, 1));
  }

  private List<News.Listed> lists(
      Checklist old, Checklist next, Address comparison, Reader reader) {
    return switch (pool.on(old, next, reader.day, reader.scope, left(reader.deadline))) {
      case PoolImpact.Ready(var impact) ->
          ImpactPart.lists(impact, Impact.Kind.NEITHER).stream()
              .filter(list -> list.kind() != Impact.Kind.NEITHER)
              .map(list ->
                  new News.Listed(
                      list.kind(),
                      list.count(),
                      list.styleClass(),
                      comparison.with("list", list.kind().code())))
              .toList();
      case PoolImpact.Working _, PoolImpact.Stopped _ -> List.of();
    };
  }

  private Duration left(Instant deadline) {
    var left = Duration.between(clock.instant(), deadline);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
