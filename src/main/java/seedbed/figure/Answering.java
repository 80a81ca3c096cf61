package seedbed.figure;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import seedbed.access.Scope;

/// Takes answers to figures that wait for one; of two at once only the first.
@Singleton
class Answering {

  private final TransactionOperations<Connection> transactions;
  private final WaitingFigures waiting;

  Answering(TransactionOperations<Connection> transactions, WaitingFigures waiting) {
    this.transactions = transactions;
    this.waiting = waiting;
  }

  /// What became of answers that were given together.
  sealed interface Outcome {
    record Taken() implements Outcome {}

    /// Somebody else answered some of them first, or they were corrected: none was taken.
    record Overtaken() implements Outcome {}
  }

  /// All of them or none, each kept as a word of its own.
  Outcome answer(List<Confirmation> words, Scope scope, Set<String> indicators) {
    return transactions.executeWrite(status -> {
      Connection connection = status.getConnection();
      FigureRows.lock(connection, words.stream().map(Confirmation::companyId).distinct().toList());
      List<Long> figures = words.stream().map(Confirmation::figureId).distinct().toList();
      long open =
          waiting.standing(figures, scope, indicators).stream()
              .filter(WaitingFigure::awaited)
              .count();
      if (open < figures.size()) {
        return new Outcome.Overtaken();
      }
      FigureRows.insertWords(connection, words);
      return new Outcome.Taken();
    });
  }
}
