package seedbed.archive;

import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.DefaultTransactionDefinition;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.ArchivePlan;
import seedbed.criteria.ArchivePlan.Retention;
import seedbed.evidence.ContentStore;
import seedbed.evidence.Receiving;
import seedbed.evidence.Sha256;
import seedbed.evidence.content.OfficeText;
import seedbed.web.Refusal;

/// Enters by hand what comes in, goes out or is written elsewhere, and what belongs to it. Nothing
/// of it is changed afterwards: it is corrected, moved or declared void by a line of its own.
@Singleton
public class Registering {

  private static final TransactionDefinition EACH_STATEMENT_SEES_THE_LATEST = readCommitted();

  private final TransactionOperations<Connection> transactions;
  private final Documents documents;
  private final Archiving archiving;
  private final Letters letters;
  private final StoredFiles files;
  private final Amendments amendments;
  private final Locations locations;
  private final Receiving receiving;
  private final ContentStore store;
  private final ArchivePlan plan;
  private final Clock clock;

  Registering(
      TransactionOperations<Connection> transactions,
      Documents documents,
      Archiving archiving,
      Letters letters,
      StoredFiles files,
      Amendments amendments,
      Locations locations,
      Receiving receiving,
      ContentStore store,
      ArchivePlan plan,
      Clock clock) {
    this.transactions = transactions;
    this.documents = documents;
    this.archiving = archiving;
    this.letters = letters;
    this.files = files;
    this.amendments = amendments;
    this.locations = locations;
    this.receiving = receiving;
    this.store = store;
    this.plan = plan;
    this.clock = clock;
  }

  /// What is entered.
  ///
  /// @param keep null for the term of its series
  public record Entry(
      Series series,
      String subject,
      @Nullable Retention keep,
      @Nullable Long company,
      Letter letter) {}

  private static TransactionDefinition readCommitted() {
    var definition = new DefaultTransactionDefinition();
    definition.setIsolationLevel(TransactionDefinition.Isolation.READ_COMMITTED);
    return definition;
  }

  /// Whether anybody has entered anything.
  public boolean any() {
    return letters.any();
  }

  /// Gives it the next number of its unit.
  ///
  /// @throws Refusal.Invalid when the same letter has a number already
  public Archiving.Entered enter(Entry entry, String regionCode, LocalDate on, String by) {
    if (!plan.get(entry.series().code()).byHand()) {
      throw new Refusal.Invalid("series", "这一类文件由系统在办理时归档，不能手工登记。");
    }
    return transactions.executeWrite(_ -> {
      Archiving.Entered entered = archiving.enterPaper(paper(entry, regionCode), on, by);
      // Asked behind the lock of the counter, so that the second of two sees the first; what is
      // refused here gives its number back.
      letters
          .twin(regionCode, entry.series(), entry.letter())
          .ifPresent(number -> {
            throw new Refusal.Invalid(
                "reference", "同一单位的同一文号已登记为" + number + "，没有重复登记；那一份登记有误的，请先将它作废。");
          });
      letters.add(entered.id(), entry.letter());
      return entered;
    });
  }

  private static Archiving.Paper paper(Entry entry, String regionCode) {
    return new Archiving.Paper(
        entry.series(),
        entry.subject(),
        regionCode,
        null,
        null,
        Sha256.of(entry.letter().text(entry.series(), entry.subject())),
        entry.company(),
        null,
        entry.keep(),
        null);
  }

  /// Takes a scan or a file in, checked like any upload.
  ///
  /// @return its number within the document
  /// @throws Refusal.Invalid when it cannot be taken
  public int attach(long document, String fileName, InputStream bytes, String by) {
    Receiving.Received received = receiving.receive(fileName, bytes);
    if (!received.cleared()) {
      throw new Refusal.Invalid("file", "查毒服务暂时没有应答，文件没有存入。编号已经给出，请稍后再上传。");
    }
    var scan =
        new StoredFiles.Adding(
            StoredFiles.Kind.SCAN,
            received.name(),
            received.format(),
            received.bytes(),
            received.hash(),
            words(received));
    return transactions.execute(
        EACH_STATEMENT_SEES_THE_LATEST,
        _ -> {
          await(document);
          return files.add(document, scan, by, clock.instant());
        });
  }

  // Of two files at once the second waits for the number of the first. A document cannot be locked,
  // since nobody may change it; the counter of its series can.
  private void await(long document) {
    documents
        .findById(document)
        .ifPresent(kept -> documents.latest(kept.regionCode(), kept.series(), kept.year()));
  }

  private String words(Receiving.Received received) {
    try {
      return String.join(
          "\n",
          OfficeText.of(store.verified(received.hash()), received.format(), received.bytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void correct(long document, String reason, String by) {
    amendments.correct(document, reason, by, clock.instant());
  }

  /// It keeps its number, which is never given again.
  public void cancel(long document, String reason, String by) {
    amendments.cancel(document, reason, by, clock.instant());
  }

  public void place(
      long document, String cabinet, String box, String piece, @Nullable String remark, String by) {
    locations.place(document, new Locations.Spot(cabinet, box, piece), remark, by, clock.instant());
  }
}
