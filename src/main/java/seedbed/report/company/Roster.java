package seedbed.report.company;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.assessment.PoolAssessment;
import seedbed.assessment.Run;
import seedbed.company.Known;
import seedbed.company.Origin;
import seedbed.company.Region;
import seedbed.company.Regions;
import seedbed.company.Track;
import seedbed.criteria.Editions;
import seedbed.criteria.Indicators;
import seedbed.criteria.Titles;
import seedbed.report.company.RosterFilter.Outcome;
import seedbed.report.company.RosterTally.Part;
import seedbed.web.Address;
import seedbed.web.Chips;
import seedbed.web.Chips.Chip;
import seedbed.web.Choice;
import seedbed.web.ChosenDay;
import seedbed.web.PageRequest;
import seedbed.web.Pager;
import seedbed.web.Progress;
import seedbed.web.Refusal;

/// Puts the list of companies together: rows, filters with counts, and how current it is.
@Singleton
class Roster {
  static final PageRequest.Sort BY_NAME = new PageRequest.Sort("name", false);

  private static final int LINES_AT_ONCE = 1000;

  private final RosterRows rows;
  private final RosterCounts counts;
  private final RosterLines lines;
  private final PoolAssessment pool;
  private final Titles titles;
  private final Editions editions;
  private final Indicators indicators;
  private final Regions regions;

  Roster(
      RosterRows rows,
      RosterCounts counts,
      RosterLines lines,
      PoolAssessment pool,
      Titles titles,
      Editions editions,
      Indicators indicators,
      Regions regions) {
    this.rows = rows;
    this.counts = counts;
    this.lines = lines;
    this.pool = pool;
    this.titles = titles;
    this.editions = editions;
    this.indicators = indicators;
    this.regions = regions;
  }

  /// Who reads the list, and where its page may lead.
  record Reader(Scope scope, boolean exports, boolean imports) {}

  RosterPage page(
      RosterFilter filter, PageRequest page, ChosenDay chosen, Address here, Reader reader) {
    check(filter);
    var sort = page.sortedBy(RosterRows.SORTS, BY_NAME);
    var judged = Judged.of(pool.on(chosen.day()));
    var run = judged.run();
    var known = new Known(reader.scope, chosen.day());
    var tally = counts.tally(filter, run, known);
    var total = tally.total(filter);
    return new RosterPage(
        filter,
        filter.title() == null ? "下一级" : titles.get(filter.title()).shortLabel(),
        rows.find(filter, run, known, sort, page.size(), page.offset()).stream()
            .map(row -> lines.line(row, judged.known()))
            .toList(),
        Pager.of(page, total),
        total,
        chips(filter, tally, chosen),
        towns(filter, tally, reader.scope),
        indicators(filter, run, known),
        judged.progress(chosen),
        judged.stale(),
        reader.exports ? download(here, "/companies.xlsx") : null,
        reader.exports ? download(here, "/companies.csv") : null,
        reader.imports);
  }

  /// All lines of the list in their order, read a slice at a time.
  Stream<RosterPage.Line> slices(
      RosterFilter filter, PageRequest page, ChosenDay chosen, Scope scope) {
    check(filter);
    var sort = page.sortedBy(RosterRows.SORTS, BY_NAME);
    var judged = Judged.of(pool.on(chosen.day()));
    var known = new Known(scope, chosen.day());
    return Stream.iterate(0L, offset -> offset + LINES_AT_ONCE)
        .map(offset -> rows.find(filter, judged.run(), known, sort, LINES_AT_ONCE, offset))
        .takeWhile(slice -> !slice.isEmpty())
        .flatMap(List::stream)
        .map(row -> lines.line(row, judged.known()));
  }

  RosterTally tally(RosterFilter filter, ChosenDay chosen, Scope scope) {
    return counts.tally(
        filter, Judged.of(pool.on(chosen.day())).run(), new Known(scope, chosen.day()));
  }

  private void check(RosterFilter filter) {
    if (filter.town() != null && !filter.unplaced() && !isRegion(filter.town())) {
      throw new Refusal.Invalid("town", "没有代码为“" + filter.town() + "”的地区。");
    }
    if (filter.title() != null && titles.find(filter.title()).isEmpty()) {
      throw new Refusal.Invalid("title", "没有“" + filter.title() + "”这个称号。");
    }
    if (filter.gap() != null && indicators.find(filter.gap()).isEmpty()) {
      throw new Refusal.Invalid("gap", "没有“" + filter.gap() + "”这个指标。");
    }
  }

  /// The column keeps digits only and cannot be asked for anything else.
  private boolean isRegion(String code) {
    return code.matches("[0-9]{2,12}") && regions.findByCode(code).isPresent();
  }

  private static Address download(Address here, String path) {
    return new Address(path, here.without("page").without("size").parameters());
  }

  /// The outcomes a list can show for its day.
  private record Judged(Optional<Run> shown, @Nullable Run working, boolean stopped) {

    static Judged of(PoolAssessment.State state) {
      return switch (state) {
        case PoolAssessment.Ready(var run) -> new Judged(Optional.of(run), null, false);
        case PoolAssessment.Working(var run, var previous) -> new Judged(previous, run, false);
        case PoolAssessment.Stopped(var run, var previous) -> new Judged(previous, run, true);
      };
    }

    /// No row has the number 0, so nothing is joined while nothing is known.
    long run() {
      return shown.map(Run::id).orElse(0L);
    }

    boolean known() {
      return shown.isPresent();
    }

    boolean stale() {
      return working != null && shown.isPresent();
    }

    @Nullable Progress progress(ChosenDay chosen) {
      return working == null
          ? null
          : Progress.share(
              stopped ? "全库判定已停止" : "正在判定全库企业",
              working.done(),
              working.companies(),
              stopped ? Progress.State.FAILED : Progress.State.RUNNING,
              null,
              Address.of("/assessment-runs/progress").with("on", chosen.day()));
    }
  }

  private List<Chips> chips(RosterFilter filter, RosterTally tally, ChosenDay chosen) {
    return List.of(
        titleChips(filter, chosen),
        outcomeChips(filter, tally),
        trackChips(filter, tally.counts(filter.withoutTrack(), Part::track)),
        originChips(filter, tally.counts(filter.withoutOrigin(), Part::origin)));
  }

  private Chips titleChips(RosterFilter filter, ChosenDay chosen) {
    var chips = new ArrayList<Chip>();
    chips.add(new Chip("下一级", "", null, filter.title() == null));
    titles.ladder().stream()
        .filter(rung ->
            editions.timeline(rung.code()).stream().anyMatch(each -> each.inForce(chosen.day())))
        .map(rung ->
            new Chip(rung.shortLabel(), rung.code(), null, rung.code().equals(filter.title())))
        .forEach(chips::add);
    return new Chips("称号", "title", List.copyOf(chips));
  }

  private static Chips outcomeChips(RosterFilter filter, RosterTally tally) {
    var chips = new ArrayList<Chip>();
    var every = filter.withoutOutcome();
    var counts = tally.counts(every, Part::outcome);
    chips.add(new Chip("全部", "", tally.total(every), filter.outcome() == null));
    Arrays.stream(Outcome.values())
        // A next step is never held already.
        .filter(each -> each != Outcome.HELD || filter.title() != null)
        .map(each ->
            new Chip(
                each.label(),
                each.code(),
                counts.getOrDefault(each, 0L),
                each.code().equals(filter.outcome())))
        .forEach(chips::add);
    return new Chips("结论", "outcome", List.copyOf(chips));
  }

  private static Chips trackChips(RosterFilter filter, Map<Track, Long> counts) {
    var chips = new ArrayList<Chip>();
    chips.add(new Chip("全部", "", total(counts), filter.track() == null));
    Arrays.stream(Track.values())
        .map(each ->
            new Chip(
                each.label(),
                each.code(),
                counts.getOrDefault(each, 0L),
                each.code().equals(filter.track())))
        .forEach(chips::add);
    return new Chips("类别", "track", List.copyOf(chips));
  }

  private static Chips originChips(RosterFilter filter, Map<Origin, Long> counts) {
    var chips = new ArrayList<Chip>();
    chips.add(new Chip("全部", "", total(counts), filter.origin() == null));
    Arrays.stream(Origin.values())
        .map(each ->
            new Chip(
                each.label(),
                each.code(),
                counts.getOrDefault(each, 0L),
                each.code().equals(filter.origin())))
        .forEach(chips::add);
    return new Chips("来源", "origin", List.copyOf(chips));
  }

  private static long total(Map<?, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private List<Choice> towns(RosterFilter filter, RosterTally tally, Scope scope) {
    var counts = tally.counts(filter.withoutTown(), Part::region);
    var choices = new ArrayList<Choice>();
    for (var region : regions.findAllOrderByCode()) {
      var count = within(region, counts);
      if (offered(region, count, scope) || region.code().equals(filter.town())) {
        choices.add(new Choice(region.code(), label(region.name(), count)));
      }
    }
    var unplaced = tally.total(filter.unplacedOnly());
    if (unplaced > 0 || filter.unplaced()) {
      choices.add(new Choice(RosterFilter.UNPLACED, label("未填所在地", unplaced)));
    }
    return List.copyOf(choices);
  }

  /// A reader of one region chooses among what lies in it; others among where their companies are.
  private static boolean offered(Region region, long count, Scope scope) {
    return scope instanceof Scope.Region(var code) ? region.code().startsWith(code) : count > 0;
  }

  private static long within(Region region, Map<String, Long> counts) {
    return counts.entrySet().stream()
        .filter(each -> region.contains(each.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static String label(String name, long count) {
    return name + "（" + count + "）";
  }

  /// Indicators that somebody lacks, the most missing first.
  private List<Choice> indicators(RosterFilter filter, long run, Known known) {
    var gaps = counts.gaps(filter.withoutGap(), run, known);
    return indicators.all().stream()
        .filter(each -> gaps.containsKey(each.code()) || each.code().equals(filter.gap()))
        .sorted(Comparator.comparingLong(each -> -gaps.getOrDefault(each.code(), 0L)))
        .map(each ->
            new Choice(each.code(), each.label() + "（" + gaps.getOrDefault(each.code(), 0L) + "）"))
        .toList();
  }
}
