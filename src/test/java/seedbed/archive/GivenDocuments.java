package seedbed.archive;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import seedbed.evidence.Sha256;
import seedbed.evidence.content.FileFormat;

/// Documents in the archive, for tests of other packages.
@Singleton
public final class GivenDocuments {

  private final TransactionOperations<Connection> transactions;
  private final Archiving archiving;
  private final Clock clock;

  GivenDocuments(TransactionOperations<Connection> transactions, Archiving archiving, Clock clock) {
    this.transactions = transactions;
    this.archiving = archiving;
    this.clock = clock;
  }

  /// The number of a new one with one file.
  ///
  /// @param unit the region whose office answers for it
  public long of(String unit, @Nullable Long company) {
    return frozen(unit, company, "试验入库决定", "试验正文").id();
  }

  /// So many without a file, of two series and with few subjects.
  void many(String unit, int count) {
    transactions.executeWrite(_ -> {
      for (int each = 0; each < count; each++) {
        archiving.enter(
            new Archiving.Paper(
                each % 3 == 0 ? Series.ADMISSION : Series.REMOVAL,
                "试验成批" + each % 7,
                unit,
                null,
                null,
                Sha256.of("成批" + each),
                null,
                null,
                null,
                null),
            LocalDate.now(clock).minusDays(each % 5),
            "试验");
      }
      return count;
    });
  }

  Archiving.Entered frozen(String unit, @Nullable Long company, String subject, String words) {
    Archiving.Paper paper =
        new Archiving.Paper(
            Series.ADMISSION,
            subject,
            unit,
            null,
            null,
            Sha256.of(words),
            company,
            null,
            null,
            null);
    return transactions.executeWrite(_ ->
        archiving.freeze(
            paper,
            new Archiving.Original(
                "入库决定.txt",
                FileFormat.TEXT,
                (imprint, out) -> {
                  out.write((imprint.number() + "\n" + words).getBytes(StandardCharsets.UTF_8));
                  return words;
                }),
            LocalDate.now(clock),
            "试验"));
  }

  long replacing(String unit, long earlier) {
    Archiving.Paper paper =
        new Archiving.Paper(Series.ADMISSION, "试验新决定", unit, "test", 0, Sha256.of("新" + earlier))
            .replacing(earlier);
    return transactions.executeWrite(
        _ -> archiving.enterPaper(paper, LocalDate.now(clock), "试验").id());
  }
}
