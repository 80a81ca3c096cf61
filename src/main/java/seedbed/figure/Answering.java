package seedbed.figure;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import seedbed.access.Scope;

/// Takes the answer to a figure that waits for one; of two at once only the first.
@Singleton
class Answering {

  private final TransactionOperations<Connection> transactions;
  private final WaitingFigures waiting;

  Answering(TransactionOperations<Connection> transactions, WaitingFigures waiting) {
    this.transactions = transactions;
    this.waiting = waiting;
  }

  /// What became of an answer.
  sealed interface Outcome {
    record Taken() implements Outcome {}

    /// Somebody else was quicker, with these words.
    record Late(Confirmation first) implements Outcome {}

    /// The figure was corrected meanwhile: nobody waits for an answer to it.
    record Gone() implements Outcome {}
  }

  Outcome answer(Confirmation word, Scope scope, Set<String> indicators) {
    return transactions.executeWrite(status -> {
      Connection connection = status.getConnection();
      FigureRows.lock(connection, List.of(word.companyId()));
      if (waiting.standing(word.figureId(), scope, indicators).isEmpty()) {
        return new Outcome.Gone();
      }
      if (waiting.waiting(word.figureId(), scope, indicators).isEmpty()) {
        return new Outcome.Late(last(connection, word));
      }
      FigureRows.insertWords(connection, List.of(word));
      return new Outcome.Taken();
    });
  }

  // A figure that stands and no longer waits has a word.
  private static Confirmation last(Connection connection, Confirmation word) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT confirmed, confirmed_by, confirmed_at
            FROM figure_confirmation
            WHERE company_id = ?
              AND figure_id = ?
            ORDER BY id DESC
            LIMIT 1
            """)) {
      select.setLong(1, word.companyId());
      select.setLong(2, word.figureId());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new Confirmation(
            word.companyId(),
            word.figureId(),
            row.getBoolean("confirmed"),
            row.getString("confirmed_by"),
            FigureRows.instant(row, 3));
      }
    }
  }
}
