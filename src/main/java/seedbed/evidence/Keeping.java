package seedbed.evidence;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.evidence.Evidence.Version;
import seedbed.web.Refusal;

/// Takes uploads of evidence in and writes them down.
@Singleton
public class Keeping {

  private final TransactionOperations<Connection> transactions;
  private final EvidenceRows rows;
  private final Receiving receiving;
  private final ContentStore store;
  private final VirusScan scanner;
  private final EvidenceSettings settings;
  private final Clock clock;

  Keeping(
      TransactionOperations<Connection> transactions,
      EvidenceRows rows,
      Receiving receiving,
      ContentStore store,
      VirusScan scanner,
      EvidenceSettings settings,
      Clock clock) {
    this.transactions = transactions;
    this.rows = rows;
    this.receiving = receiving;
    this.store = store;
    this.scanner = scanner;
    this.settings = settings;
    this.clock = clock;
  }

  /// What is sent: its name, where its bytes come from, its last day, and who sends it.
  public record Sent(
      String fileName, InputStream bytes, @Nullable LocalDate expiresOn, String by) {}

  /// What became of something new.
  public sealed interface Opened permits Kept, Known {}

  /// What became of an upload.
  ///
  /// @param waits for the scanner; until then nobody can open it
  public record Kept(long id, int number, boolean waits) implements Opened, Followed {}

  /// The same bytes prove the same already; nothing was kept.
  public record Known(Evidence evidence, Version version) implements Opened {}

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
    return take(sent, version -> opened(evidence, sent, version), 1);
  }

  /// Something new, unless there is a paper with the same bytes that proves the same.
  public Opened openOnce(Evidence evidence, Sent sent) {
    return take(
        sent,
        version ->
            transactions.executeWrite(status -> {
              // Two who send the same at once wait for each other.
              rows.lockAndMeasure(status.getConnection(), evidence.companyId());
              Optional<Known> known = known(evidence, version);
              return known.isPresent() ? known.get() : opened(evidence, sent, version);
            }),
        1);
  }

  private Kept opened(Evidence evidence, Sent sent, Version version) {
    return transactions.executeWrite(status -> {
      Connection connection = status.getConnection();
      requireRoom(rows.lockAndMeasure(connection, evidence.companyId()), version.bytes());
      long id = rows.insert(connection, evidence, sent.by(), clock.instant());
      rows.insertVersion(connection, id, version);
      return new Kept(id, version.number(), !version.cleared());
    });
  }

  private Optional<Known> known(Evidence wanted, Version sent) {
    return rows.ofCompany(wanted.companyId(), new Scope.Whole()).stream()
        .filter(each -> each.withdrawnAt() == null && each.provesTheSameAs(wanted))
        .flatMap(each ->
            each.versions().stream()
                .filter(version -> version.hash().equals(sent.hash()))
                .map(version -> new Known(each, version)))
        .findFirst();
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
              requireNews(latest, version);
              requireRoom(used, version.bytes());
              rows.insertVersion(connection, evidence.id(), version);
              return new Kept(evidence.id(), version.number(), !version.cleared());
            }),
        after + 1);
  }

  private static void requireNews(Version latest, Version sent) {
    if (latest.hash().equals(sent.hash()) && Objects.equals(latest.expiresOn(), sent.expiresOn())) {
      throw new Refusal.Invalid(
          "file", "与第 " + latest.number() + " 版的内容和有效期都相同，没有另存新版本。请核对选的是不是新的文件。");
    }
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
    Receiving.Received received = receiving.receive(sent.fileName(), sent.bytes());
    Instant now = clock.instant();
    return writing.write(
        new Version(
            number,
            received.name(),
            received.format(),
            received.bytes(),
            received.hash(),
            received.pages(),
            sent.expiresOn(),
            sent.by(),
            now,
            received.cleared() ? now : null,
            null));
  }

  /// Tries again what the scanner gave no answer about.
  void scanWaiting() {
    List<EvidenceRows.Waiting> waiting = rows.waiting();
    for (EvidenceRows.Waiting version : waiting) {
      switch (scanner.scan(store.verified(version.hash()))) {
        case VirusScan.Outcome.Clean _ -> rows.judge(version, clock.instant(), null);
        case VirusScan.Outcome.Infected(var by) ->
            rows.judge(version, null, Receiving.infected(by));
        case VirusScan.Outcome.Undecided _ -> {}
        case VirusScan.Outcome.Unavailable _ -> {
          return;
        }
      }
    }
  }
}
