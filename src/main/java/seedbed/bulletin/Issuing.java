package seedbed.bulletin;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import seedbed.access.Caller;
import seedbed.archive.ArchiveNumber;
import seedbed.archive.Archiving;
import seedbed.archive.Series;
import seedbed.evidence.content.FileFormat;

/// Issues a bulletin: content, lists, digest, number and paper in one transaction. From then on it
/// is read from what was frozen and from nothing else.
@Singleton
class Issuing {

  /// What the archive calls it.
  static final String KIND = "bulletin";

  private final TransactionOperations<Connection> transactions;
  private final Bulletins bulletins;
  private final Contents contents;
  private final Lines lines;
  private final Packing packing;
  private final Drafting drafting;
  private final Archiving archiving;
  private final Clock clock;

  Issuing(
      TransactionOperations<Connection> transactions,
      Bulletins bulletins,
      Contents contents,
      Lines lines,
      Packing packing,
      Drafting drafting,
      Archiving archiving,
      Clock clock) {
    this.transactions = transactions;
    this.bulletins = bulletins;
    this.contents = contents;
    this.lines = lines;
    this.packing = packing;
    this.drafting = drafting;
    this.archiving = archiving;
    this.clock = clock;
  }

  /// @param version as the caller saw it
  /// @return the number
  String issue(Bulletin bulletin, long version, Caller by) {
    return issue(bulletin, version, by, clock.instant());
  }

  String issue(Bulletin bulletin, long version, Caller by, Instant at) {
    LocalDate today = LocalDate.ofInstant(at, clock.getZone());
    return transactions.executeWrite(_ -> {
      if (bulletins.take(bulletin.id(), version, at, by.username()) == 0) {
        throw drafting.stale(bulletin.id());
      }
      Content content = contents.draft(bulletin.id());
      lines.freeze(bulletin.id());
      String digest = digest(bulletin.id(), content);
      // The number last: whoever else wants one waits until this is over.
      ArchiveNumber number =
          archiving
              .freeze(
                  new Archiving.Paper(
                      Series.BULLETIN,
                      content.title() + "（" + content.period() + "）",
                      bulletin.regionCode(),
                      KIND,
                      bulletin.id(),
                      digest),
                  new Archiving.Original(
                      BulletinWord.fileName(content),
                      FileFormat.DOCX,
                      (imprint, out) -> BulletinWord.issued(content, imprint, today, at, out)),
                  today,
                  by.username())
              .number();
      String unit = by.unit();
      contents.issue(
          bulletin.id(),
          new Contents.Issue(
              content,
              digest,
              number.toString(),
              today,
              at,
              by.username(),
              unit == null ? by.role().label() : unit));
      bulletins.issue(bulletin.id());
      return number.toString();
    });
  }

  /// What the digest of an issued bulletin comes to now, of the very text that is kept: a later
  /// version of this product may write it otherwise.
  String frozen(long bulletin) {
    return digest(bulletin, contents.text(bulletin));
  }

  /// Of content and lists, as they were frozen.
  String digest(long bulletin, Content content) {
    return digest(bulletin, packing.text(content));
  }

  private String digest(long bulletin, String content) {
    MessageDigest digest = sha();
    digest.update(content.getBytes(StandardCharsets.UTF_8));
    lines.issued(bulletin, line -> digest.update(("\n" + line).getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
