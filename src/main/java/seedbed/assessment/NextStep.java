package seedbed.assessment;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import seedbed.company.TitleRegister.Standing;
import seedbed.criteria.Titles;
import seedbed.criteria.rule.Slots;
import seedbed.criteria.rule.Title;

/// Which title a company looks at next: the lowest one above all it holds that is a company's own,
/// not a product's, and has an edition in force.
@Singleton
public class NextStep {
  private final Titles titles;
  private final Slots slots;

  NextStep(Titles titles, Slots slots) {
    this.titles = titles;
    this.slots = slots;
  }

  /// The next rung of an assessed company; empty at the top of the ladder.
  public Optional<Rung> of(Assessment assessment) {
    return of(
            title -> assessment.rung(title.code()).filter(NextStep::held).isPresent(),
            title -> assessment.rung(title.code()).flatMap(Rung::verdict).isPresent())
        .flatMap(title -> assessment.rung(title.code()));
  }

  private static boolean held(Rung rung) {
    return rung.standing() == Standing.HELD;
  }

  /// @param held whether the company holds a title
  /// @param judged whether an edition is in force for a title
  Optional<Title> of(Predicate<Title> held, Predicate<Title> judged) {
    var top = slots.titles().stream().filter(held).mapToInt(Title::slot).max().orElse(-1);
    return slots.titles().stream()
        .filter(title -> title.slot() > top)
        .filter(title -> titles.get(title.code()).kind() != Titles.Kind.PRODUCT)
        .filter(judged)
        .findFirst();
  }

  /// The outcomes of one company with the next step marked.
  List<Outcome> marked(List<Outcome> outcomes, Predicate<Title> held) {
    var next =
        of(held, title -> outcomes.stream().anyMatch(each -> each.title().equals(title.code())))
            .map(Title::code)
            .orElse("");
    return outcomes.stream()
        .map(each -> each.title().equals(next) ? each.asNextStep() : each)
        .toList();
  }
}
