package seedbed.nomination;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.assessment.Candidacies;
import seedbed.criteria.Titles;
import seedbed.figure.Moment;

/// Checks entries and finds out what came of them.
@Singleton
class Survey {

  private final VisiblePlans visible;
  private final Steps steps;
  private final Candidacies candidacies;
  private final Titles titles;
  private final NominationSettings settings;
  private final Clock clock;

  Survey(
      VisiblePlans visible,
      Steps steps,
      Candidacies candidacies,
      Titles titles,
      NominationSettings settings,
      Clock clock) {
    this.visible = visible;
    this.steps = steps;
    this.candidacies = candidacies;
    this.titles = titles;
    this.settings = settings;
    this.clock = clock;
  }

  /// An entry with all that is to be said of it.
  ///
  /// @param concerns the gravest first; empty for one that was dropped
  /// @param applied the day the application was made; null while nobody has said so
  record Surveyed(
      VisiblePlans.Line line,
      List<Concern> concerns,
      Outcome outcome,
      @Nullable LocalDate applied,
      @Nullable Step dropped) {

    Nomination entry() {
      return line.entry();
    }

    boolean stands() {
      return entry().stands();
    }

    Concern gravest() {
      return concerns.getFirst();
    }
  }

  /// The entries of a plan, in the order of the plan.
  List<Surveyed> plan(Plan plan, Scope scope) {
    return of(visible.ofPlan(plan.id(), scope), visible.beside(plan, scope), LocalDate.now(clock));
  }

  /// All entries of one company.
  List<Surveyed> company(long company, Scope scope) {
    return company(company, scope, LocalDate.now(clock));
  }

  /// The same as they were when a day ended: what was entered later is not among them, what was
  /// moved or dropped later stands where it stood.
  List<Surveyed> company(long company, Scope scope, LocalDate day) {
    List<VisiblePlans.Line> lines = visible.ofCompany(company, scope);
    Map<Long, List<Step>> steps = steps(lines, day);
    List<VisiblePlans.Line> then =
        lines.stream()
            .flatMap(line -> asOf(line, steps.getOrDefault(line.entry().id(), List.of())).stream())
            .toList();
    return of(then, then.stream().filter(line -> line.entry().stands()).toList(), day);
  }

  private static Optional<VisiblePlans.Line> asOf(VisiblePlans.Line line, List<Step> known) {
    Nomination entry = line.entry();
    for (Step step : known) {
      entry =
          switch (step.move()) {
            case ENTERED -> entry.standingIn(step.aboutYear());
            case MOVED, APPLIED -> entry.movedTo(step.aboutYear(), entry.place());
            case DROPPED -> entry.dropped();
          };
    }
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(new VisiblePlans.Line(entry, line.company(), line.region(), line.demo()));
  }

  /// What was known of each entry when a day ended, in order.
  private Map<Long, List<Step>> steps(List<VisiblePlans.Line> lines, LocalDate day) {
    Map<Long, List<Step>> known = new HashMap<>();
    if (!lines.isEmpty()) {
      steps
          .findByNominationIdInOrderById(lines.stream().map(line -> line.entry().id()).toList())
          .stream()
          .filter(step -> step.known(day, clock.getZone()))
          .forEach(
              step -> known.computeIfAbsent(step.nominationId(), _ -> new ArrayList<>()).add(step));
    }
    return known;
  }

  private List<Surveyed> of(
      List<VisiblePlans.Line> lines, List<VisiblePlans.Line> standing, LocalDate today) {
    Set<Long> companies = new HashSet<>();
    lines.forEach(line -> companies.add(line.entry().companyId()));
    var known =
        new Known(candidacies.of(companies.stream().sorted().toList(), Moment.on(today, clock)));
    Map<Long, List<Concern>> concerns =
        new LadderCheck(titles, known, settings.day(), today)
            .check(standing.stream().map(VisiblePlans.Line::checked).toList());
    Map<Long, Step> applied = new HashMap<>();
    Map<Long, Step> dropped = new HashMap<>();
    Map<Long, Integer> years = new HashMap<>();
    lines.forEach(line -> years.put(line.entry().id(), line.entry().aboutYear()));
    steps(lines, today)
        .values()
        .forEach(all ->
            all.forEach(step -> {
              switch (step.move()) {
                // One of another year is no application of this entry.
                case APPLIED -> {
                  if (Objects.equals(years.get(step.nominationId()), step.doneOn().getYear())) {
                    applied.put(step.nominationId(), step);
                  }
                }
                case DROPPED -> dropped.put(step.nominationId(), step);
                case ENTERED, MOVED -> {}
              }
            }));
    return lines.stream()
        .map(line -> {
          long id = line.entry().id();
          Step made = applied.get(id);
          return new Surveyed(
              line,
              concerns.getOrDefault(id, List.of()),
              Outcome.of(line.entry(), known.of(line.entry().companyId()).register(), today),
              made == null ? null : made.doneOn(),
              dropped.get(id));
        })
        .toList();
  }
}
