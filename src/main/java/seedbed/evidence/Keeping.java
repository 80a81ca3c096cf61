package seedbed.evidence;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.evidence.Evidence.Version;
import seedbed.evidence.content.Examination;
import seedbed.evidence.content.FileLimits;
import seedbed.evidence.content.FileRefused;
import seedbed.web.Refusal;

/// Takes uploads in: streamed to disk, examined, looked at by the scanner, kept, then written down.
/// A crash before the last step leaves a file that nobody refers to; a sweep removes it.
@Singleton
public class Keeping {

  private static final int CHUNK = 64 * 1024;

  private final TransactionOperations<Connection> transactions;
  private final EvidenceRows rows;
  private final ContentStore store;
  private final VirusScan scanner;
  private final EvidenceSettings settings;
  private final Clock clock;

  Keeping(
      TransactionOperations<Connection> transactions,
      EvidenceRows rows,
      ContentStore store,
      VirusScan scanner,
      EvidenceSettings settings,
      Clock clock) {
    this.transactions = transactions;
    this.rows = rows;
    this.store = store;
    this.scanner = scanner;
    this.settings = settings;
    this.clock = clock;
  }

  /// What is sent: its name, where its bytes come from, its last day, and who sends it.
  public record Sent(
      String fileName, InputStream bytes, @Nullable LocalDate expiresOn, String by) {}

  /// What became of an upload.
  ///
  /// @param waits for the scanner; until then nobody can open it
  public record Kept(long id, int number, boolean waits) implements Followed {}

  /// What became of a newer version.
  public sealed interface Followed permits Kept, Overtaken {}

  /// Somebody else uploaded or withdrew meanwhile; nothing was kept.
  ///
  /// @param now what there is instead
  /// @param fileName what was sent, with its size
  /// @param same whether it has the bytes of the newest version
  public record Overtaken(Evidence now, String fileName, long bytes, boolean same)
      implements Followed {}

  /// Something new.
  public Kept open(Evidence evidence, Sent sent) {
    return take(
        sent,
        version ->
            transactions.executeWrite(status -> {
              Connection connection = status.getConnection();
              requireRoom(rows.lockAndMeasure(connection, evidence.companyId()), version.bytes());
              long id = rows.insert(connection, evidence, sent.by(), clock.instant());
              rows.insertVersion(connection, id, version);
              return new Kept(id, version.number(), !version.cleared());
            }),
        1);
  }

  /// A newer version of what is there.
  ///
  /// @param after the number of the version that its sender had in front of him
  public Followed follow(Evidence evidence, int after, Sent sent) {
    return take(
        sent,
        version ->
            transactions.executeWrite(status -> {
              Connection connection = status.getConnection();
              long used = rows.lockAndMeasure(connection, evidence.companyId());
              Evidence now = rows.find(evidence.id(), new Scope.Whole()).orElseThrow();
              Version latest = now.versions().getFirst();
              if (now.withdrawnAt() != null || latest.number() != after) {
                return new Overtaken(
                    now, version.fileName(), version.bytes(), latest.hash().equals(version.hash()));
              }
              requireRoom(used, version.bytes());
              rows.insertVersion(connection, evidence.id(), version);
              return new Kept(evidence.id(), version.number(), !version.cleared());
            }),
        after + 1);
  }

  private void requireRoom(long used, long more) {
    if (used + more > settings.quotaBytes()) {
      throw new Refusal.Invalid(
          "file", "本企业的佐证材料已接近上限 " + settings.quotaMegabytes() + " MB，这个文件放不下。请压缩图片后再上传，或联系培育办。");
    }
  }

  private interface Writing<T> {
    T write(Version version);
  }

  private <T> T take(Sent sent, Writing<T> writing, int number) {
    try {
      Path incoming = store.incoming();
      try {
        receive(sent.bytes(), incoming);
        Examination found = Examination.of(sent.fileName(), incoming, settings.limits());
        boolean cleared = cleared(incoming);
        long bytes = Files.size(incoming);
        String hash = Sha256.of(incoming);
        store.keep(incoming, hash);
        Instant now = clock.instant();
        return writing.write(
            new Version(
                number,
                found.name(),
                found.format(),
                bytes,
                hash,
                found.pages(),
                sent.expiresOn(),
                sent.by(),
                now,
                cleared ? now : null,
                null));
      } finally {
        Files.deleteIfExists(incoming);
      }
    } catch (FileRefused refused) {
      throw new Refusal.Invalid("file", refused.sentence());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void receive(InputStream bytes, Path incoming) throws IOException, FileRefused {
    FileLimits limits = settings.limits();
    byte[] chunk = new byte[CHUNK];
    long received = 0;
    try (OutputStream out = Files.newOutputStream(incoming)) {
      for (int count = bytes.read(chunk); count >= 0; count = bytes.read(chunk)) {
        received += count;
        if (received > limits.fileBytes()) {
          throw Examination.tooLarge(limits);
        }
        out.write(chunk, 0, count);
      }
    }
  }

  private boolean cleared(Path file) throws FileRefused {
    return switch (scanner.scan(file)) {
      case VirusScan.Outcome.Clean _ -> true;
      case VirusScan.Outcome.Unavailable _, VirusScan.Outcome.Undecided _ -> false;
      case VirusScan.Outcome.Infected(var by) -> throw new FileRefused(infected(by));
    };
  }

  private static String infected(String by) {
    return "文件查出病毒（" + by + "），没有受理。请在本机查杀后，用原始材料重新生成文件再上传。";
  }

  /// Tries again what the scanner gave no answer about.
  void scanWaiting() {
    List<EvidenceRows.Waiting> waiting = rows.waiting();
    for (EvidenceRows.Waiting version : waiting) {
      switch (scanner.scan(store.verified(version.hash()))) {
        case VirusScan.Outcome.Clean _ -> rows.judge(version, clock.instant(), null);
        case VirusScan.Outcome.Infected(var by) -> rows.judge(version, null, infected(by));
        case VirusScan.Outcome.Undecided _ -> {}
        case VirusScan.Outcome.Unavailable _ -> {
          return;
        }
      }
    }
  }
}
