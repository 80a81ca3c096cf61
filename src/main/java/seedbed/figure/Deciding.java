package seedbed.figure;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import seedbed.access.Scope;

/// Decides between sources that disagree: the chosen figure is confirmed, and what was confirmed
/// beside it is not any more. Nothing is removed, so that it can be decided otherwise.
@Singleton
public class Deciding {

  /// What came of it.
  public sealed interface Outcome {}

  public record Decided(Entry entry, Figure figure) implements Outcome {}

  /// Somebody corrected the figure meanwhile, or the company never had it or is out of scope.
  public record NotLive() implements Outcome {}

  private final TransactionOperations<Connection> transactions;
  private final VisibleFigures figures;
  private final Confirming confirming;
  private final Clock clock;

  Deciding(
      TransactionOperations<Connection> transactions,
      VisibleFigures figures,
      Confirming confirming,
      Clock clock) {
    this.transactions = transactions;
    this.figures = figures;
    this.confirming = confirming;
    this.clock = clock;
  }

  /// Of two decisions at once the second sees what the first has confirmed.
  public Outcome decide(long companyId, long figureId, Scope scope, String by) {
    return transactions.executeWrite(status -> {
      FigureRows.lock(status.getConnection(), List.of(companyId));
      return decided(companyId, figureId, scope, by);
    });
  }

  private Outcome decided(long companyId, long figureId, Scope scope, String by) {
    Optional<Entry> found =
        figures.latest(companyId, scope).stream()
            .flatMap(sheet -> sheet.entries().stream())
            .filter(entry -> entry.live().stream().anyMatch(each -> each.figure().id() == figureId))
            .findFirst();
    if (found.isEmpty()) {
      return new NotLive();
    }
    Entry entry = found.get();
    confirming.say(words(entry, figureId, by, clock.instant()));
    return new Decided(
        entry,
        entry.live().stream()
            .map(Attested::figure)
            .filter(figure -> figure.id() == figureId)
            .findFirst()
            .orElseThrow());
  }

  private static List<Confirmation> words(Entry entry, long figureId, String by, Instant at) {
    List<Confirmation> words = new ArrayList<>();
    for (Attested attested : entry.live()) {
      Figure figure = attested.figure();
      boolean chosen = figure.id() == figureId;
      if (chosen != attested.confirmed()) {
        words.add(new Confirmation(figure.companyId(), figure.id(), chosen, by, at));
      }
    }
    return words;
  }
}
