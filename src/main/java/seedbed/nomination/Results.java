package seedbed.nomination;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.criteria.Targets;
import seedbed.criteria.Targets.Target;
import seedbed.criteria.Titles;
import seedbed.nomination.PlanPage.Besides;
import seedbed.nomination.PlanPage.OutcomeRow;
import seedbed.nomination.Survey.Surveyed;

/// Holds a plan against what came of it and against the region's targets, year by year.
@Singleton
class Results {

  /// So many companies beside the plan are named.
  private static final int NAMED = 12;

  private final VisiblePlans visible;
  private final Targets targets;
  private final Titles titles;
  private final Clock clock;

  Results(VisiblePlans visible, Targets targets, Titles titles, Clock clock) {
    this.visible = visible;
    this.targets = targets;
    this.titles = titles;
    this.clock = clock;
  }

  /// What counts together: a target, or a title that no target is about.
  private record Measure(String label, List<String> titles, @Nullable Target target) {
    boolean counts(String title) {
      return titles.contains(title);
    }
  }

  /// @param scope the whole region of the plan
  List<OutcomeRow> rows(Plan plan, List<Surveyed> entries, Scope scope) {
    List<Surveyed> standing = entries.stream().filter(Surveyed::stands).toList();
    // Invented companies are no part of what came of a plan for real ones.
    boolean demo = standing.stream().anyMatch(each -> each.line().demo());
    List<VisiblePlans.Won> won =
        visible.won(plan.fromYear(), plan.toYear(), scope).stream()
            .filter(each -> demo || !each.demo())
            .toList();
    return plan.years().stream()
        .flatMap(year ->
            measures(plan, year, standing).stream()
                .map(measure -> row(year, measure, standing, won)))
        .toList();
  }

  /// From the highest rung down, as plans list them.
  private List<Measure> measures(Plan plan, int year, List<Surveyed> standing) {
    List<Measure> measures = new ArrayList<>();
    Set<String> counted = new LinkedHashSet<>();
    for (Target target : targets.of(plan.regionCode(), year).reversed()) {
      measures.add(new Measure(target.label(), target.titles(), target));
      counted.addAll(target.titles());
    }
    titles.ladder().reversed().stream()
        .filter(title -> !counted.contains(title.code()))
        .filter(
            title -> standing.stream().anyMatch(each -> each.entry().title().equals(title.code())))
        .forEach(title -> measures.add(new Measure(title.label(), List.of(title.code()), null)));
    return measures;
  }

  private OutcomeRow row(
      int year, Measure measure, List<Surveyed> standing, List<VisiblePlans.Won> all) {
    List<Surveyed> planned =
        standing.stream()
            .filter(each -> each.entry().aboutYear() == year)
            .filter(each -> measure.counts(each.entry().title()))
            .toList();
    List<VisiblePlans.Won> won =
        all.stream().filter(each -> each.year() == year && measure.counts(each.title())).toList();
    List<Besides> besides =
        won.stream()
            .filter(each -> standing.stream().noneMatch(entry -> foresaw(entry, each)))
            .map(each -> new Besides(each.companyId(), each.company()))
            .distinct()
            .toList();
    // A target counts companies: two of its titles make one of them once.
    long companies = won.stream().mapToLong(VisiblePlans.Won::companyId).distinct().count();
    Target target = measure.target();
    return new OutcomeRow(
        year,
        measure.label(),
        planned.size(),
        planned.stream().filter(each -> each.applied() != null).count(),
        count(planned, kind -> kind == Outcome.Kind.WON),
        count(planned, kind -> kind == Outcome.Kind.UNDATED),
        count(planned, kind -> kind == Outcome.Kind.AGAIN),
        count(planned, kind -> kind == Outcome.Kind.MISSED || kind == Outcome.Kind.WON_LATER),
        count(planned, kind -> kind == Outcome.Kind.OPEN),
        count(planned, kind -> kind == Outcome.Kind.UNRECORDED),
        companies,
        besides.stream().limit(NAMED).toList(),
        besides.size() > NAMED ? besides.size() : 0,
        target == null ? null : target.span(),
        target == null ? null : target.citation(),
        target == null ? null : standing(target, year, companies),
        target == null ? null : styleClass(target, year, companies));
  }

  /// Whether the plan had the company for the title, in that year or an earlier one.
  private static boolean foresaw(Surveyed entry, VisiblePlans.Won won) {
    return entry.entry().companyId() == won.companyId()
        && entry.entry().title().equals(won.title())
        && entry.entry().aboutYear() <= won.year();
  }

  private static long count(List<Surveyed> planned, Predicate<Outcome.Kind> wanted) {
    return planned.stream().filter(each -> wanted.test(each.outcome().kind())).count();
  }

  private String standing(Target target, int year, long won) {
    if (won >= target.atLeast()) {
      return "达到";
    }
    String lacking = "差 " + (target.atLeast() - won) + " 家";
    return over(year) ? "未达到，" + lacking : "还" + lacking;
  }

  private String styleClass(Target target, int year, long won) {
    if (won >= target.atLeast()) {
      return "met";
    }
    return over(year) ? "not" : "unknown";
  }

  private boolean over(int year) {
    return LocalDate.now(clock).getYear() > year;
  }
}
