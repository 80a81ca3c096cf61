package seedbed.archive;

import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.ArchivePlan;
import seedbed.criteria.ArchivePlan.Retention;
import seedbed.evidence.ContentStore;
import seedbed.evidence.Sha256;
import seedbed.evidence.content.FileFormat;
import seedbed.secret.OpaqueToken;
import seedbed.web.PublicAddress;
import seedbed.word.Imprint;

/// Gives documents their numbers and keeps them as they were.
@Singleton
public class Archiving {

  private static final TransactionDefinition WITHIN =
      TransactionDefinition.of(TransactionDefinition.Propagation.MANDATORY);

  private final TransactionOperations<Connection> transactions;
  private final Documents documents;
  private final StoredFiles files;
  private final Amendments amendments;
  private final ContentStore store;
  private final ArchivePlan plan;
  private final PublicAddress address;
  private final Clock clock;

  Archiving(
      TransactionOperations<Connection> transactions,
      Documents documents,
      StoredFiles files,
      Amendments amendments,
      ContentStore store,
      ArchivePlan plan,
      PublicAddress address,
      Clock clock) {
    this.transactions = transactions;
    this.documents = documents;
    this.files = files;
    this.amendments = amendments;
    this.store = store;
    this.plan = plan;
    this.address = address;
    this.clock = clock;
  }

  /// What is entered.
  ///
  /// @param regionCode of the unit that answers for it, whose numbers are counted by themselves
  /// @param aboutKind a word of the glossary in ASCII, such as `review`; null with its number where
  ///   it is about nothing that Seedbed knows
  /// @param digest SHA-256 of what it says, in hexadecimal digits
  /// @param company the company it is about, where there is one
  /// @param replaces the document whose place it takes
  /// @param keep null for the term of its series
  /// @param reference the name and number that it carries beside that of the archive; null where it
  ///   has none
  public record Paper(
      Series series,
      String subject,
      String regionCode,
      @Nullable String aboutKind,
      @Nullable Long aboutId,
      String digest,
      @Nullable Long company,
      @Nullable Long replaces,
      @Nullable Retention keep,
      @Nullable String reference) {

    public Paper(
        Series series,
        String subject,
        String regionCode,
        String aboutKind,
        long aboutId,
        String digest) {
      this(series, subject, regionCode, aboutKind, aboutId, digest, null, null, null, null);
    }

    public Paper ofCompany(long id) {
      return new Paper(
          series, subject, regionCode, aboutKind, aboutId, digest, id, replaces, keep, reference);
    }

    /// With the name and number that it carries.
    public Paper called(@Nullable String document) {
      return new Paper(
          series,
          subject,
          regionCode,
          aboutKind,
          aboutId,
          digest,
          company,
          replaces,
          keep,
          document);
    }

    /// Whoever looks at the earlier one is told of this.
    public Paper replacing(long document) {
      return new Paper(
          series,
          subject,
          regionCode,
          aboutKind,
          aboutId,
          digest,
          company,
          document,
          keep,
          reference);
    }
  }

  /// The document itself, written when its number is known.
  public record Original(String fileName, FileFormat format, Writing writing) {}

  /// Writes a document that carries what proves it.
  public interface Writing {
    /// @return what it says, for those who search
    String write(Imprint imprint, OutputStream out) throws IOException;
  }

  /// A document that has its number.
  public record Entered(long id, ArchiveNumber number) {}

  /// What stands for a text among the digests of documents.
  public static String digest(String text) {
    return Sha256.of(text);
  }

  /// Enters a document under the next number of its unit and series. Only within the transaction
  /// that writes what it is about: a number is given when that commits and is free again when it
  /// does not, so that none is missing and none is given twice. Whoever else wants one waits so
  /// long; ask for it last.
  public ArchiveNumber enter(Paper paper, LocalDate on, String by) {
    return enterPaper(paper, on, by).number();
  }

  /// The same for a document whose file, if any, follows later.
  Entered enterPaper(Paper paper, LocalDate on, String by) {
    return transactions.execute(WITHIN, _ -> save(paper, next(paper, on), on, by));
  }

  /// Enters a document and keeps the bytes that were written of it. The content store has them
  /// before this commits; what a transaction leaves there that did not is swept away.
  public Entered freeze(Paper paper, Original original, LocalDate on, String by) {
    return transactions.execute(
        WITHIN,
        _ -> {
          Reserved reserved = next(paper, on);
          Written written =
              written(
                  original,
                  imprint(reserved.number().toString(), paper.digest(), reserved.token()));
          Entered entered = save(paper, reserved, on, by);
          files.add(
              entered.id(),
              new StoredFiles.Adding(
                  StoredFiles.Kind.ORIGINAL,
                  original.fileName(),
                  original.format(),
                  written.bytes(),
                  written.hash(),
                  written.words()),
              by,
              clock.instant());
          return entered;
        });
  }

  /// Says that a document stands no more; its number stays.
  public void cancel(long document, String reason, String by) {
    amendments.cancel(document, reason, by, clock.instant());
  }

  /// What the archive says of a document.
  ///
  /// @param digest SHA-256 of its content when it was entered
  public record Held(String number, String digest) {}

  /// All documents about one thing, the oldest first.
  public List<Held> about(String kind, long id) {
    return documents.findByAboutKindAndAboutIdOrderById(kind, id).stream()
        .map(document -> new Held(document.number(), document.digest()))
        .toList();
  }

  /// The newest document of a series about one thing, whatever became of it.
  public Optional<Long> newestAbout(Series series, String aboutKind, long aboutId) {
    return documents.newestAbout(series, aboutKind, aboutId);
  }

  /// The newest document of a series about one thing that still stands, to say which one a later
  /// one replaces: what was voided by hand is not replaced once more.
  public Optional<Long> standingAbout(Series series, String aboutKind, long aboutId) {
    return documents.standingAbout(series, aboutKind, aboutId);
  }

  /// What is printed at the end of the newest document of a series about one thing; empty where
  /// there is none, or where it was numbered before there were proofs.
  public Optional<Imprint> imprint(Series series, String aboutKind, long aboutId) {
    return newestAbout(series, aboutKind, aboutId)
        .flatMap(documents::findById)
        .flatMap(document ->
            Optional.ofNullable(document.token())
                .map(token -> imprint(document.number(), document.digest(), token)));
  }

  /// The bytes that were frozen, found to be the same still; empty where none were.
  public Optional<Path> frozen(Series series, String aboutKind, long aboutId) {
    return newestAbout(series, aboutKind, aboutId)
        .flatMap(files::original)
        .map(file -> store.verified(file.hash()));
  }

  /// A number that is this transaction's, with the token of its proof.
  private record Reserved(ArchiveNumber number, String token) {}

  private record Written(long bytes, String hash, String words) {}

  private Reserved next(Paper paper, LocalDate on) {
    documents.raise(paper.regionCode(), paper.series(), on.getYear());
    int place = documents.latest(paper.regionCode(), paper.series(), on.getYear()).orElseThrow();
    return new Reserved(
        new ArchiveNumber(plan.get(paper.series().code()).label(), on.getYear(), place),
        OpaqueToken.fresh().text());
  }

  private Imprint imprint(String number, String digest, String token) {
    return new Imprint(number, digest, address.printed(PublicProofPages.path(token)));
  }

  private Written written(Original original, Imprint imprint) {
    try {
      Path file = store.incoming();
      try {
        String words;
        try (OutputStream out = Files.newOutputStream(file)) {
          words = original.writing().write(imprint, out);
        }
        long bytes = Files.size(file);
        String hash = Sha256.of(file);
        store.keep(file, hash);
        return new Written(bytes, hash, words);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Entered save(Paper paper, Reserved reserved, LocalDate on, String by) {
    Retention keep = paper.keep();
    Document saved =
        documents.save(
            new Document(
                0,
                paper.series(),
                on.getYear(),
                reserved.number().place(),
                reserved.number().toString(),
                paper.subject(),
                on,
                by,
                paper.regionCode(),
                paper.aboutKind(),
                paper.aboutId(),
                paper.company(),
                paper.digest(),
                keep == null ? plan.get(paper.series().code()).keep() : keep,
                reserved.token(),
                paper.reference(),
                false));
    Long earlier = paper.replaces();
    if (earlier != null) {
      amendments.replace(earlier, saved.id(), "已由" + reserved.number() + "替代", by, clock.instant());
    }
    return new Entered(saved.id(), reserved.number());
  }
}
