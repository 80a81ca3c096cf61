package seedbed.assessment;

import java.util.List;
import java.util.Optional;
import seedbed.company.Company;
import seedbed.company.TitleRegister;
import seedbed.criteria.rule.Facts;
import seedbed.figure.FigureSheet;
import seedbed.figure.Moment;

/// Everything that can be said of one company at one moment.
public record Assessment(
    Company company,
    Moment moment,
    FigureSheet figures,
    TitleRegister register,
    Facts facts,
    List<Rung> ladder) {

  public Assessment {
    ladder = List.copyOf(ladder);
  }

  public Optional<Rung> rung(String title) {
    return ladder.stream().filter(rung -> rung.title().code().equals(title)).findFirst();
  }
}
