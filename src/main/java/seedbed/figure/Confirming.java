package seedbed.figure;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// Lets the department that owns a fact answer for figures, or take its answer back.
@Singleton
public class Confirming {

  private final TransactionOperations<Connection> transactions;

  Confirming(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  public void confirm(Collection<Figure> figures, String by, Instant at) {
    say(words(figures, true, by, at));
  }

  public void withdraw(Collection<Figure> figures, String by, Instant at) {
    say(words(figures, false, by, at));
  }

  /// Many words at once, each with its own speaker and time.
  public void say(List<Confirmation> words) {
    transactions.executeWrite(status -> {
      FigureRows.insertWords(status.getConnection(), words);
      return words.size();
    });
  }

  private static List<Confirmation> words(
      Collection<Figure> figures, boolean confirmed, String by, Instant at) {
    return figures.stream()
        .map(figure -> new Confirmation(figure.companyId(), figure.id(), confirmed, by, at))
        .toList();
  }
}
