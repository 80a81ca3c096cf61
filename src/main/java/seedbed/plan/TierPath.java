package seedbed.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import seedbed.assessment.Outlook;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Indicator;
import seedbed.criteria.rule.Judging;
import seedbed.criteria.rule.Slots;
import seedbed.criteria.rule.Title;
import seedbed.criteria.rule.Truth;
import seedbed.criteria.rule.Verdict;
import seedbed.verdict.Missing;

/// A plan laid over the ladder: which title its targets would earn in which year, and what a target
/// reached a year late would cost. Known figures go before targets; a figure of a year that has no
/// target stays as it was last, states hold on unless a target is better, and titles held are taken
/// to be kept.
final class TierPath {

  /// When a year's figures are all there and most titles are applied for.
  private static final int MONTH = 6;

  private static final int DAY = 30;

  /// A title on the way.
  ///
  /// @param held whether the company has it today
  /// @param ready whether what is known today suffices for it today
  /// @param year in which it could be applied for with success; null when that is not sure within
  ///   the plan
  /// @param end met when it is held or has a year; otherwise what can be said of it at the plan's
  ///   end: that it fails, or that something is missing to tell
  /// @param words what is in the way at the plan's end; empty when nothing is
  /// @param delays what one target reached a year late would change
  record Rung(
      Title title,
      boolean held,
      boolean ready,
      @Nullable Integer year,
      Truth end,
      String words,
      List<Delay> delays) {

    Rung {
      delays = List.copyOf(delays);
    }
  }

  /// @param year instead of the planned one; null when that is not sure within the plan
  /// @param end of the title then, as that of a rung
  record Delay(Indicator indicator, @Nullable Integer year, Truth end) {}

  private final Lists lists;
  private final Slots slots;
  private final Set<String> falling;
  private final LocalDate today;
  private final int firstYear;
  private final int lastYear;
  private final Map<Integer, Facts> known = new HashMap<>();
  private final Set<Title> held = new HashSet<>();
  private final Set<Title> ready = new HashSet<>();

  /// The list by which a title is judged on a day; empty where none is in force.
  interface Lists {
    Optional<Checklist> of(Title title, LocalDate on);
  }

  /// @param facts what is known today of the years that a day looks back at
  private TierPath(
      Lists lists,
      Slots slots,
      Function<LocalDate, Facts> facts,
      Set<String> falling,
      Span span,
      LocalDate today) {
    this.lists = lists;
    this.slots = slots;
    this.falling = falling;
    this.today = today;
    firstYear = next(today);
    lastYear = span.last() + 1;
    Facts now = facts.apply(today);
    for (Title title : slots.titles()) {
      if (now.holds(title) == Truth.MET) {
        held.add(title);
      } else if (lists
          .of(title, today)
          .filter(list -> Judging.judge(list.criteria(), now) == Truth.MET)
          .isPresent()) {
        ready.add(title);
      }
    }
    for (int year = firstYear; year <= lastYear; year++) {
      known.put(year, facts.apply(day(year)));
    }
  }

  /// From the lowest title to the highest; those for which no list is in force are left out. None
  /// when the plan is over.
  ///
  /// @param falling indicators of which less is more
  static List<Rung> of(
      Outlook.Course course, Goals goals, Span span, Set<String> falling, LocalDate today) {
    return of(course::checklist, course.slots(), course::facts, goals, span, falling, today);
  }

  static List<Rung> of(
      Lists lists,
      Slots slots,
      Function<LocalDate, Facts> facts,
      Goals goals,
      Span span,
      Set<String> falling,
      LocalDate today) {
    return over(span, today)
        ? List.of()
        : new TierPath(lists, slots, facts, falling, span, today).rungs(goals.targets(), span);
  }

  /// Whether none of the days on which a plan is looked at is still to come.
  static boolean over(Span span, LocalDate today) {
    return next(today) > span.last() + 1;
  }

  /// The year of the next day on which titles are looked at.
  private static int next(LocalDate today) {
    return today.isAfter(day(today.getYear())) ? today.getYear() + 1 : today.getYear();
  }

  private static LocalDate day(int year) {
    return LocalDate.of(year, MONTH, DAY);
  }

  private List<Rung> rungs(Map<Indicator, NavigableMap<Integer, BigDecimal>> targets, Span span) {
    Map<Title, Integer> planned = years(targets);
    Map<Title, List<Delay>> delays = new HashMap<>();
    for (Indicator indicator : targets.keySet()) {
      var lateTargets = late(targets, indicator, span);
      Map<Title, Integer> late = years(lateTargets);
      planned.forEach((title, year) -> {
        Integer then = late.get(title);
        if (!Objects.equals(then, year)) {
          Truth end = then == null ? end(title, facts(lastYear, lateTargets, late)) : Truth.MET;
          delays
              .computeIfAbsent(title, _ -> new ArrayList<>())
              .add(new Delay(indicator, then, end));
        }
      });
    }
    Facts end = facts(lastYear, targets, planned);
    List<Rung> rungs = new ArrayList<>();
    for (Title title : slots.titles()) {
      Optional<Checklist> list = lists.of(title, day(lastYear));
      Integer year = planned.get(title);
      if (held.contains(title) || year != null) {
        rungs.add(
            new Rung(
                title,
                held.contains(title),
                ready.contains(title),
                year,
                Truth.MET,
                "",
                delays.getOrDefault(title, List.of())));
      } else if (list.isPresent()) {
        rungs.add(
            new Rung(
                title,
                false,
                ready.contains(title),
                null,
                end(title, end),
                words(list.get(), end),
                List.of()));
      }
    }
    return rungs;
  }

  private Truth end(Title title, Facts facts) {
    return lists
        .of(title, day(lastYear))
        .map(list -> Judging.judge(list.criteria(), facts))
        .orElse(Truth.UNKNOWN);
  }

  private static String words(Checklist list, Facts facts) {
    return Missing.words(Verdict.of(list, facts));
  }

  /// The first year of each title that is not held yet.
  private Map<Title, Integer> years(Map<Indicator, NavigableMap<Integer, BigDecimal>> targets) {
    Map<Title, Integer> reached = new LinkedHashMap<>();
    for (int year = firstYear; year <= lastYear; year++) {
      Facts facts = facts(year, targets, reached);
      Map<Title, Integer> now = new LinkedHashMap<>();
      for (Title title : slots.titles()) {
        if (!held.contains(title)
            && !reached.containsKey(title)
            && lists
                .of(title, day(year))
                .filter(list -> Judging.judge(list.criteria(), facts) == Truth.MET)
                .isPresent()) {
          now.put(title, year);
        }
      }
      reached.putAll(now);
    }
    return reached;
  }

  private Facts facts(
      int year,
      Map<Indicator, NavigableMap<Integer, BigDecimal>> targets,
      Map<Title, Integer> reached) {
    Facts base = Objects.requireNonNull(known.get(year));
    Facts.Builder planned = base.but();
    for (Indicator indicator : slots.indicators()) {
      NavigableMap<Integer, BigDecimal> goals = targets.getOrDefault(indicator, new TreeMap<>());
      if (indicator.period() == Indicator.Period.YEAR) {
        lay(base, planned, indicator, goals);
      } else {
        Map.Entry<Integer, BigDecimal> goal = goals.floorEntry(year - 1);
        // What the record says of a state is older than any target that has come due.
        if (goal != null && goal.getKey() >= today.getYear()) {
          Cell cell = slots.cell(indicator, 0);
          if (!better(indicator, base.value(cell), goal.getValue())) {
            planned.set(cell, goal.getValue());
          }
        }
      }
    }
    held.forEach(title -> planned.held(title, Truth.MET));
    reached.forEach((title, since) -> {
      if (since < year) {
        planned.held(title, Truth.MET);
      }
    });
    return planned.build();
  }

  // Who has more already than he aims at does not fall back to it.
  private boolean better(Indicator indicator, @Nullable BigDecimal now, BigDecimal goal) {
    return now != null && now.compareTo(goal) * (falling.contains(indicator.code()) ? -1 : 1) > 0;
  }

  private void lay(
      Facts base,
      Facts.Builder planned,
      Indicator indicator,
      NavigableMap<Integer, BigDecimal> goals) {
    @Nullable BigDecimal last = null;
    for (int back = Slots.YEARS - 1; back >= 0; back--) {
      Cell cell = slots.cell(indicator, back);
      int year = cell.year(base.on());
      BigDecimal value = base.value(cell);
      if (value == null) {
        value = goals.get(year);
        if (value == null && year >= today.getYear()) {
          value = last;
        }
        if (value != null) {
          planned.set(cell, value);
        }
      }
      last = value == null ? last : value;
    }
  }

  /// The same plan with one indicator a year behind.
  private static Map<Indicator, NavigableMap<Integer, BigDecimal>> late(
      Map<Indicator, NavigableMap<Integer, BigDecimal>> targets, Indicator indicator, Span span) {
    NavigableMap<Integer, BigDecimal> shifted = new TreeMap<>();
    NavigableMap<Integer, BigDecimal> goals = Objects.requireNonNull(targets.get(indicator));
    goals.forEach((year, goal) -> {
      if (year < span.last()) {
        shifted.put(year == span.base() ? span.first() : year + 1, goal);
      }
    });
    BigDecimal base = goals.get(span.base());
    if (base != null) {
      shifted.put(span.base(), base);
    }
    Map<Indicator, NavigableMap<Integer, BigDecimal>> late = new LinkedHashMap<>(targets);
    late.put(indicator, shifted);
    return late;
  }
}
