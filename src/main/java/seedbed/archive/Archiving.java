package seedbed.archive;

import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.LocalDate;

/// Gives documents their numbers.
@Singleton
public class Archiving {

  private static final TransactionDefinition WITHIN =
      TransactionDefinition.of(TransactionDefinition.Propagation.MANDATORY);

  private final TransactionOperations<Connection> transactions;
  private final Documents documents;

  Archiving(TransactionOperations<Connection> transactions, Documents documents) {
    this.transactions = transactions;
    this.documents = documents;
  }

  /// What is entered.
  ///
  /// @param aboutKind a word of the glossary in ASCII, such as `review`
  /// @param digest SHA-256 of the content, in hexadecimal digits
  public record Paper(
      Series series,
      String subject,
      String regionCode,
      String aboutKind,
      long aboutId,
      String digest) {}

  /// Enters a document under the next number of its series. Only within the transaction that writes
  /// what it is about: a number is given when that commits and is free again when it does not, so
  /// that none is missing and none is given twice. Whoever else wants one waits so long; ask for it
  /// last.
  public ArchiveNumber enter(Paper paper, LocalDate on, String by) {
    return transactions.execute(
        WITHIN,
        _ -> {
          int year = on.getYear();
          documents.raise(paper.series(), year);
          int place = documents.latest(paper.series(), year).orElseThrow();
          documents.save(
              new Document(
                  0,
                  paper.series(),
                  year,
                  place,
                  paper.subject(),
                  on,
                  by,
                  paper.regionCode(),
                  paper.aboutKind(),
                  paper.aboutId(),
                  paper.digest()));
          return new ArchiveNumber(paper.series(), year, place);
        });
  }
}
