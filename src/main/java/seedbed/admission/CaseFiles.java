package seedbed.admission;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import seedbed.access.Scope;
import seedbed.assessment.Assessing;
import seedbed.assessment.Assessment;
import seedbed.assessment.Rung;
import seedbed.company.TitleHolding;
import seedbed.criteria.rule.Verdict;
import seedbed.figure.Figures;
import seedbed.figure.Moment;
import seedbed.verdict.FactFields;
import seedbed.web.Refusal;

/// Puts together what an application says and what is known.
@Singleton
class CaseFiles {

  private final Assessing assessing;
  private final FactFields fields;
  private final CaseRows rows;
  private final Steps steps;
  private final Clock clock;

  CaseFiles(Assessing assessing, FactFields fields, CaseRows rows, Steps steps, Clock clock) {
    this.assessing = assessing;
    this.fields = fields;
    this.rows = rows;
    this.steps = steps;
    this.clock = clock;
  }

  CaseFile of(Application application, Scope scope) {
    return of(
        application,
        scope,
        application.stage().writable() ? rows.answers(application.id()) : Map.of());
  }

  /// @param typed in place of what was kept
  CaseFile of(Application application, Scope scope, Map<String, String> typed) {
    return of(application, scope, typed, moment(application));
  }

  /// As it was known when it came to a stage, judged on the day it had been handed in.
  CaseFile then(Application application, Scope scope, Milestone milestone) {
    return of(
        application,
        scope,
        Map.of(),
        new Moment(milestone.judgedOn(), milestone.at(), milestone.handedIn()));
  }

  private CaseFile of(
      Application application, Scope scope, Map<String, String> typed, Moment moment) {
    Predicate<TitleHolding> held = application::judgedWith;
    Assessment known =
        assessing
            .assess(application.companyId(), scope, moment, held, facts -> facts)
            .orElseThrow(() -> new Refusal.Absent("没有编号为 " + application.id() + " 的申请。"));
    Verdict verdict = known.rung(application.title()).flatMap(Rung::verdict).orElse(null);
    // Titles are on the register; nobody acquires one by writing it here.
    var chosen =
        new FactFields.Chosen(
            fields.chosen(verdict, Map.of(), moment.on()).cells(), new LinkedHashSet<>());
    var entered = fields.read(chosen, typed, known.facts());
    var claims = new Claims(entered.cells(), known.figures(), application.source());
    Assessment judged =
        entered.cells().isEmpty()
            ? known
            : assessing
                .assess(application.companyId(), scope, moment, held, claims::applied)
                .orElseThrow();
    return new CaseFile(application, known, judged, chosen, entered, claims, typed);
  }

  // What was submitted is judged as of that day and by the editions published then, by what has
  // been confirmed since; once it is over it stays as it was decided.
  private Moment moment(Application application) {
    if (application.stage().writable()) {
      return Moment.on(LocalDate.now(clock), clock);
    }
    // One that a list has ended may never have been handed in.
    LocalDate day = Objects.requireNonNullElse(application.judgedOn(), application.since());
    List<Step> course = steps.findByApplicationIdOrderById(application.id());
    Instant known = application.stage().over() ? course.getLast().doneAt() : Figures.LATEST;
    return course.stream()
        .filter(step -> step.move() == Move.SUBMIT)
        .reduce((_, later) -> later)
        .map(handedIn -> new Moment(day, known, handedIn.doneAt()))
        .orElseGet(() -> new Moment(day, known));
  }
}
