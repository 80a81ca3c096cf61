package seedbed.audit;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import seedbed.startup.TableOwner;

/// Erases what is personal on the trail about one account, as the law on personal data may demand:
/// what changed in deeds of it or to it, and from where it came. The entries stay, and say that
/// something was erased; an entry of its own says who ordered it, why, and how much it was.
@Singleton
class Erasure {

  static final String ACT = "erase-details";
  static final String LABEL = "依法删除个人信息";

  /// The law on network security wants the trail for as long.
  private static final int MONTHS_KEPT = 6;

  private static final String HERE = "命令行";

  private static final String DETAILS =
      """
      SELECT d.entry_id
      FROM trail_detail d
      JOIN trail_entry e ON e.id = d.entry_id
      WHERE (e.account_id = ?
          OR (e.object_kind = 'account' AND e.object_id = ?)
          OR (e.object_kind = 'name' AND e.object_id = ?))
        AND (e.act IS NULL OR e.act <> 'erase-details')
        AND d.sealed NOT LIKE 'erased.%'
      """;

  // A place is of one account, or of one entry of somebody who was not signed in yet.
  private static final String PLACES =
      """
      SELECT p.digest, MAX(used.id) AS newest
      FROM (
        SELECT e.id, e.place
        FROM trail_entry e
        WHERE e.account_id = ?
        UNION ALL
        SELECT e.id, e.place
        FROM trail_entry e
        WHERE e.object_kind = 'name'
          AND e.object_id = ?
        UNION ALL
        SELECT b.id, b.place
        FROM trail_entry r
        JOIN trail_entry b ON b.id = r.begun
        WHERE r.account_id = ?
          OR (r.object_kind = 'name' AND r.object_id = ?)
      ) used
      JOIN trail_place p ON p.digest = used.place
      WHERE p.sealed NOT LIKE 'erased.%'
      GROUP BY p.digest
      """;

  private final TableOwner owner;
  private final Trail trail;
  private final TrailKeys keys;
  private final Names names;
  private final Clock clock;
  private final EntryIds ids = new EntryIds();

  Erasure(TableOwner owner, Trail trail, TrailKeys keys, Names names, Clock clock) {
    this.owner = owner;
    this.trail = trail;
    this.keys = keys;
    this.names = names;
    this.clock = clock;
  }

  /// What was erased, and what has to stay for now.
  ///
  /// @param kept details and places that are not old enough
  /// @param before what was done on this day and later has been kept
  record Erasing(long entry, int details, int places, int kept, LocalDate before) {}

  /// Erases by an order. Its beginning is on the trail before anything is erased; the rows change
  /// in one transaction, so that an erasure cut short is done again as a whole.
  Erasing erase(long account, String orderedBy, String reason) throws SQLException {
    String order = "决定人：" + orderedBy + "\n理由：" + reason;
    Note begun = note(account, null, null, order);
    trail.add(begun).stored().join();
    Erasing done;
    try (Connection connection = owner.connect()) {
      connection.setAutoCommit(false);
      done = new Rows(connection, account, begun.id()).erase();
      connection.commit();
    }
    String sentence =
        "删除前后内容 %d 处、来源地址 %d 处；%s 起的 %d 处未满六个月，保留"
            .formatted(done.details, done.places, done.before, done.kept);
    trail.add(note(account, begun.id(), 200, sentence + "\n" + order)).stored().join();
    return done;
  }

  private Note note(long account, @Nullable Long begun, @Nullable Integer result, String detail) {
    return new Note(
        ids.next(clock.instant()),
        null,
        null,
        begun,
        result,
        new Note.Asked(ACT, "COMMAND", null, new Note.Thing("account", String.valueOf(account))),
        detail,
        HERE);
  }

  /// The rows of one erasure.
  private final class Rows {
    private final Connection connection;
    private final long account;
    private final long entry;
    private final String pseudonym;
    private final Erased erased = new Erased(keys);
    private final LocalDate before = LocalDate.now(clock).minusMonths(MONTHS_KEPT);
    private final long limit = EntryIds.first(before.atStartOfDay(clock.getZone()).toInstant());
    private int kept;

    Rows(Connection connection, long account, long entry) {
      this.connection = connection;
      this.account = account;
      this.entry = entry;
      pseudonym = names.username(account).map(keys::pseudonym).orElse("");
    }

    Erasing erase() throws SQLException {
      int details = details();
      int places = places();
      return new Erasing(entry, details, places, kept, before);
    }

    private int details() throws SQLException {
      try (PreparedStatement select = connection.prepareStatement(DETAILS);
          PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE trail_detail SET sealed = ? WHERE entry_id = ?")) {
        select.setLong(1, account);
        select.setString(2, String.valueOf(account));
        select.setString(3, pseudonym);
        int count = 0;
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            long id = row.getLong(1);
            if (old(id)) {
              update.setString(1, erased.detail(id, entry));
              update.setLong(2, id);
              update.addBatch();
              count++;
            }
          }
        }
        update.executeBatch();
        return count;
      }
    }

    private int places() throws SQLException {
      try (PreparedStatement select = connection.prepareStatement(PLACES);
          PreparedStatement update =
              connection.prepareStatement("UPDATE trail_place SET sealed = ? WHERE digest = ?")) {
        select.setLong(1, account);
        select.setString(2, pseudonym);
        select.setLong(3, account);
        select.setString(4, pseudonym);
        int count = 0;
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            if (old(row.getLong("newest"))) {
              byte[] digest = row.getBytes("digest");
              update.setString(1, erased.place(digest, entry));
              update.setBytes(2, digest);
              update.addBatch();
              count++;
            }
          }
        }
        update.executeBatch();
        return count;
      }
    }

    private boolean old(long id) {
      boolean old = id < limit;
      kept += old ? 0 : 1;
      return old;
    }
  }
}
