package seedbed.assessment;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Predicate;
import seedbed.criteria.Editions;
import seedbed.figure.Moment;

/// Goes over many companies as they were known at one moment, for work that judges a few titles of
/// each and explains them. For work of the system only: it asks for no scope.
@Singleton
public final class Surveying {
  private final Dossiers dossiers;
  private final Editions editions;
  private final NextStep nextStep;
  private final Turn turn;

  Surveying(Dossiers dossiers, Editions editions, NextStep nextStep, Turn turn) {
    this.dossiers = dossiers;
    this.editions = editions;
    this.nextStep = nextStep;
    this.turn = turn;
  }

  /// In the order of the numbers, a slice at a time, all by the editions of its beginning, until
  /// the taker wants no more. Waits while the whole pool is judged: two at once would only be
  /// slower.
  public void walk(List<Long> ids, Moment moment, Predicate<List<Candidate>> taker) {
    var shelf = editions.frozen();
    turn.take();
    try {
      dossiers.walkSourced(
          ids,
          moment,
          slice ->
              taker.test(
                  slice.stream()
                      .map(dossier -> new Candidate(dossier, moment, shelf, nextStep))
                      .toList()));
    } finally {
      turn.giveBack();
    }
  }
}
