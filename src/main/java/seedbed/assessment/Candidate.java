package seedbed.assessment;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.company.Company;
import seedbed.company.TitleHolding;
import seedbed.company.TitleRegister;
import seedbed.company.TitleRegister.Standing;
import seedbed.criteria.Editions;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Checklist.Applicant;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Title;
import seedbed.criteria.rule.Verdict;
import seedbed.figure.FigureSheet;
import seedbed.figure.Moment;

/// One company among many, with all that is known of it at a moment. Its titles are judged when
/// they are asked for, since explaining one takes far longer than reading it.
public final class Candidate {
  private final Company company;
  private final Moment moment;
  private final FigureSheet sheet;
  private final TitleRegister register;
  private final Facts facts;
  private final Editions shelf;
  private final NextStep nextStep;

  Candidate(Dossiers.Dossier dossier, Moment moment, Editions shelf, NextStep nextStep) {
    company = dossier.company();
    sheet = dossier.sheet();
    register = dossier.register();
    facts = dossier.facts();
    this.moment = moment;
    this.shelf = shelf;
    this.nextStep = nextStep;
  }

  public Company company() {
    return company;
  }

  /// Judged for the renewal of a title it is known to hold, whatever its register proves.
  public Rung held(Title title) {
    return rung(title, Standing.HELD, Applicant.RENEWAL);
  }

  /// The title above all that it holds, of which one is known; empty at the top of the ladder.
  public Optional<Rung> above(Title known) {
    return nextStep
        .of(
            title -> title.equals(known) || standing(title) == Standing.HELD,
            title -> checklist(title, Assessing.applicant(standing(title))).isPresent())
        .map(title -> rung(title, standing(title), Assessing.applicant(standing(title))));
  }

  private Standing standing(Title title) {
    return register.on(title.code(), moment.on());
  }

  private Rung rung(Title title, Standing standing, Applicant applicant) {
    return new Rung(
        title,
        standing,
        covering(title),
        checklist(title, applicant).map(checklist -> Verdict.of(checklist, facts)));
  }

  private Optional<Checklist> checklist(Title title, Applicant applicant) {
    return shelf.inForce(title.code(), company.track().code(), applicant, moment.on());
  }

  /// With some of its titles judged, for those who show them.
  public Assessment showing(List<Rung> rungs) {
    return new Assessment(company, moment, sheet, register, facts, rungs);
  }

  private @Nullable TitleHolding covering(Title title) {
    return register.holdings().stream()
        .filter(holding -> holding.title().equals(title.code()) && holding.covers(moment.on()))
        .reduce((_, newer) -> newer)
        .orElse(null);
  }
}
