package seedbed.assessment;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.company.Company;
import seedbed.company.TitleHolding;
import seedbed.company.TitleRegister;
import seedbed.company.TitleRegister.Standing;
import seedbed.criteria.Editions;
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

  /// Judged for a title: for its renewal where it is held.
  public Rung rung(Title title) {
    var standing = register.on(title.code(), moment.on());
    return new Rung(
        title,
        standing,
        covering(title),
        shelf
            .inForce(
                title.code(), company.track().code(), Assessing.applicant(standing), moment.on())
            .map(checklist -> Verdict.of(checklist, facts)));
  }

  /// The title above all that it holds; empty at the top of the ladder.
  public Optional<Rung> next() {
    return nextStep
        .of(
            title -> register.on(title.code(), moment.on()) == Standing.HELD,
            title ->
                shelf
                    .inForce(
                        title.code(),
                        company.track().code(),
                        Assessing.applicant(register.on(title.code(), moment.on())),
                        moment.on())
                    .isPresent())
        .map(this::rung);
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
