package seedbed.nomination;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.assessment.Candidacies;
import seedbed.criteria.Titles;

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
    return of(visible.ofPlan(plan.id(), scope), visible.beside(plan, scope));
  }

  /// All entries of one company.
  List<Surveyed> company(long company, Scope scope) {
    List<VisiblePlans.Line> lines = visible.ofCompany(company, scope);
    return of(lines, lines.stream().filter(line -> line.entry().stands()).toList());
  }

  private List<Surveyed> of(List<VisiblePlans.Line> lines, List<VisiblePlans.Line> standing) {
    LocalDate today = LocalDate.now(clock);
    Set<Long> companies = new HashSet<>();
    lines.forEach(line -> companies.add(line.entry().companyId()));
    var known = new Known(candidacies.of(companies.stream().sorted().toList(), today));
    Map<Long, List<Concern>> concerns =
        new LadderCheck(titles, known, settings.day(), today)
            .check(standing.stream().map(VisiblePlans.Line::checked).toList());
    Map<Long, Step> applied = new HashMap<>();
    Map<Long, Step> dropped = new HashMap<>();
    if (!lines.isEmpty()) {
      steps
          .findByNominationIdInOrderById(lines.stream().map(line -> line.entry().id()).toList())
          .forEach(step -> {
            switch (step.move()) {
              case APPLIED -> applied.put(step.nominationId(), step);
              case DROPPED -> dropped.put(step.nominationId(), step);
              case ENTERED, MOVED -> {}
            }
          });
    }
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
