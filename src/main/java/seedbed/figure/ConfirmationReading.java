package seedbed.figure;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Matters;
import seedbed.access.Permission;
import seedbed.access.Reach;
import seedbed.criteria.Indicators;
import seedbed.figure.WaitingFigures.Share;
import seedbed.figure.WaitingQuery.State;
import seedbed.web.Chips;
import seedbed.web.Choice;
import seedbed.web.FormErrors;
import seedbed.web.Formats;
import seedbed.web.PageRequest;
import seedbed.web.Pager;

/// Makes the pages of those who answer for figures.
@Singleton
class ConfirmationReading {

  private final WaitingFigures waiting;
  private final Ownership ownership;
  private final Indicators indicators;
  private final List<Matters> matters;
  private final Clock clock;

  ConfirmationReading(
      WaitingFigures waiting,
      Ownership ownership,
      Indicators indicators,
      List<Matters> matters,
      Clock clock) {
    this.waiting = waiting;
    this.ownership = ownership;
    this.indicators = indicators;
    this.matters = matters;
    this.clock = clock;
  }

  ConfirmationPage page(WaitingQuery query, PageRequest page, Permission permission) {
    return page(query, page, permission, Set.of(), FormErrors.NONE);
  }

  /// @param ticked in a form that was refused
  ConfirmationPage page(
      WaitingQuery query,
      PageRequest page,
      Permission permission,
      Collection<Long> ticked,
      FormErrors errors) {
    Set<String> owned = ownership.of(permission);
    List<Share> open = waiting.shares(permission.scope(), owned, State.WAITING);
    List<Share> shown =
        query.state() == State.WAITING
            ? open
            : waiting.shares(permission.scope(), owned, query.state());
    long found = query.narrowed() ? waiting.count(permission.scope(), owned, query) : sum(shown);
    PageRequest slice = within(page, found);
    return new ConfirmationPage(
        permission.reach() == Reach.UNIT ? permission.caller().unit() : null,
        owned.size(),
        sum(open),
        open.stream()
            .map(Share::oldest)
            .min(Comparator.naturalOrder())
            .map(since -> ConfirmationPage.days(since, clock.instant()))
            .orElse(0L),
        filter(query, open, shown),
        waiting.find(permission.scope(), owned, query, slice.size(), slice.offset()).stream()
            .map(each -> ConfirmationPage.Line.of(each, indicators))
            .map(line -> line.ticked(ticked.contains(line.figureId())))
            .toList(),
        Pager.of(slice, found),
        matters.stream().flatMap(each -> each.of(permission.caller()).stream()).toList(),
        errors);
  }

  /// What was answered leaves the list: who was on its last page looks at what is the last one now.
  private static PageRequest within(PageRequest page, long found) {
    int last = Pager.of(page, found).pages();
    return page.page() <= last ? page : new PageRequest(last, page.size(), page.sort());
  }

  /// What became of the figures that somebody wanted to answer for, as it is now.
  ///
  /// @param known as they were read before
  /// @param corrected how many of those that were ticked had been corrected by then
  ConfirmationPage.Overtaken overtaken(
      List<WaitingFigure> known,
      int corrected,
      String answer,
      String said,
      WaitingQuery query,
      PageRequest page,
      Permission permission) {
    List<Long> ids = known.stream().map(each -> each.figure().id()).toList();
    Map<Long, WaitingFigure> now =
        waiting.standing(ids, permission.scope(), ownership.of(permission)).stream()
            .collect(Collectors.toMap(each -> each.figure().id(), Function.identity()));
    return new ConfirmationPage.Overtaken(
        answer,
        said,
        filter(query, List.of(), List.of()),
        Pager.of(page, 0),
        known.stream()
            .filter(each -> !awaited(now.get(each.figure().id())))
            .map(each ->
                line(now.getOrDefault(each.figure().id(), each))
                    .standing(now.containsKey(each.figure().id())))
            .toList(),
        corrected,
        known.stream()
            .filter(each -> awaited(now.get(each.figure().id())))
            .map(this::line)
            .toList());
  }

  private static boolean awaited(@Nullable WaitingFigure figure) {
    return figure != null && figure.awaited();
  }

  ConfirmationPage.Line line(WaitingFigure figure) {
    return ConfirmationPage.Line.of(figure, indicators);
  }

  private ConfirmationPage.Filter filter(WaitingQuery query, List<Share> open, List<Share> shown) {
    return new ConfirmationPage.Filter(
        chips(query, open, shown),
        query.state().code(),
        query.company(),
        query.indicator(),
        query.year() == null ? "" : query.year().toString(),
        indicators(query, shown),
        years(query, shown),
        query.state() == State.ANSWERED,
        query.narrowed());
  }

  private static Chips chips(WaitingQuery query, List<Share> open, List<Share> shown) {
    return new Chips(
        "情况",
        "show",
        Stream.of(State.values())
            .map(state ->
                new Chips.Chip(
                    state.label(),
                    state.code(),
                    state == State.WAITING
                        ? Long.valueOf(sum(open))
                        : state == query.state() ? sum(shown) : null,
                    state == query.state()))
            .toList());
  }

  // In the order of forms. What is chosen stays there when nothing of it is left.
  private List<Choice> indicators(WaitingQuery query, List<Share> shown) {
    Map<String, Long> counts =
        shown.stream()
            .collect(Collectors.groupingBy(Share::indicator, Collectors.summingLong(Share::count)));
    return indicators.entries().stream()
        .filter(entry -> counts.containsKey(entry.code()) || entry.code().equals(query.indicator()))
        .map(entry -> new Choice(entry.code(), counted(entry.label(), counts.get(entry.code()))))
        .toList();
  }

  private static List<Choice> years(WaitingQuery query, List<Share> shown) {
    Map<Integer, Long> counts =
        shown.stream()
            .collect(
                Collectors.groupingBy(
                    Share::year,
                    () -> new TreeMap<Integer, Long>(Comparator.reverseOrder()),
                    Collectors.summingLong(Share::count)));
    Integer chosen = query.year();
    if (chosen != null) {
      counts.putIfAbsent(chosen, 0L);
    }
    return counts.entrySet().stream()
        .map(year -> new Choice("" + year.getKey(), counted(year.getKey() + "年", year.getValue())))
        .toList();
  }

  private static String counted(String label, @Nullable Long count) {
    return label + "（" + Formats.count(count == null ? 0 : count) + "）";
  }

  private static long sum(List<Share> shares) {
    return shares.stream().mapToLong(Share::count).sum();
  }
}
