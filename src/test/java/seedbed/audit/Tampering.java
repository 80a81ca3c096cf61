package seedbed.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// The hand of somebody who owns the tables but has no key.
final class Tampering {

  private static final List<String> ENTRY_EDITS =
      List.of(
          "id = id + 1000007",
          "at = at + INTERVAL 1 SECOND",
          "at = at + INTERVAL 1000 MICROSECOND",
          "account_id = account_id + 1",
          "account_id = NULL",
          "session_id = session_id + 1",
          "begun = IF(begun IS NULL, 1, NULL)",
          "result = IF(result IS NULL, 200, NULL)",
          "result = IF(result = 403, 303, 403)",
          "act = 'sign-in'",
          "act = NULL",
          "method = 'PUT'",
          "route = CONCAT(route, '/')",
          "route = NULL",
          "object_kind = 'company'",
          "object_id = object_id + 1",
          "object_kind = CONCAT(object_kind, object_id), object_id = ''",
          "place = NULL",
          "place = UNHEX(REPEAT('ab', 32))",
          "detail_digest = IF(detail_digest IS NULL, UNHEX(REPEAT('ab', 32)), NULL)",
          "mac = UNHEX(REPEAT('ab', 32))");

  private static final List<String> LINK_EDITS =
      List.of(
          "seq = seq + 1000000",
          "entry_id = entry_id + 1000007",
          "sound = NOT sound",
          "hash = UNHEX(REPEAT('ab', 32))");

  private static final List<String> HEAD_EDITS =
      List.of("seq = seq + 1", "seq = seq - 1", "entry_id = entry_id - 1", "hash = REVERSE(hash)");

  /// As if it had been erased by law.
  private static final String ERASED = "CONCAT('erased.%d.', REPEAT('ab', 32))";

  private final Connection owner;
  private final Random random;

  Tampering(Connection owner, Random random) {
    this.owner = owner;
    this.random = random;
  }

  private interface Act {
    String done() throws SQLException;
  }

  /// One change, of each kind in turn; says what it was.
  String once(int turn) throws SQLException {
    List<Act> acts =
        List.of(
            this::editEntry,
            this::editEntry,
            this::editEntry,
            this::editLink,
            this::editHead,
            this::editDetail,
            this::editPlace,
            this::delete,
            this::insertForged,
            this::insertCopy,
            this::insertLinked,
            this::swapEntries,
            this::swapLinks,
            this::swapDetails,
            this::cutTail,
            this::oldDump,
            this::removeAndRenumber);
    return acts.get(turn % acts.size()).done();
  }

  private String editEntry() throws SQLException {
    return execute("UPDATE trail_entry SET " + one(ENTRY_EDITS) + " WHERE id = " + entry());
  }

  private String editLink() throws SQLException {
    return execute("UPDATE trail_link SET " + one(LINK_EDITS) + " WHERE entry_id = " + entry());
  }

  private String editHead() throws SQLException {
    return execute("UPDATE trail_head SET " + one(HEAD_EDITS));
  }

  private String editDetail() throws SQLException {
    return execute(
        one(
            List.of(
                "UPDATE trail_detail SET sealed = REVERSE(sealed) WHERE entry_id = " + detail(),
                "UPDATE trail_detail SET sealed = '' WHERE entry_id = " + detail(),
                "UPDATE trail_detail SET entry_id = entry_id + 1000007 WHERE entry_id = "
                    + detail(),
                "DELETE FROM trail_detail WHERE entry_id = " + detail(),
                "UPDATE trail_detail SET sealed = "
                    + ERASED.formatted(detail())
                    + " WHERE entry_id = "
                    + detail(),
                "INSERT INTO trail_detail (entry_id, sealed) VALUES (7, 'x')")));
  }

  private String editPlace() throws SQLException {
    String one = " WHERE digest = (SELECT place FROM trail_entry WHERE id = " + entry() + ")";
    return execute(
        one(
            List.of(
                "UPDATE trail_place SET sealed = REVERSE(sealed)" + one,
                "UPDATE trail_place SET digest = REVERSE(digest)" + one,
                "UPDATE trail_place SET sealed = " + ERASED.formatted(entry()) + one,
                "DELETE FROM trail_place" + one)));
  }

  private String delete() throws SQLException {
    long entry = entry();
    List<String> tables =
        new ArrayList<>(
            List.of(
                "DELETE FROM trail_entry WHERE id = " + entry,
                "DELETE FROM trail_link WHERE entry_id = " + entry));
    Collections.shuffle(tables, random);
    String done = execute(tables.getFirst());
    return random.nextBoolean() ? done : done + "; " + execute(tables.getLast());
  }

  private String insertForged() throws SQLException {
    long near = entry();
    return execute(
        """
        INSERT INTO trail_entry (id, at, account_id, result, act, method, route, place, mac)
        SELECT id + 1000003, at, 1, 200, 'sign-in', 'POST', '/sign-in', place, UNHEX(REPEAT('cd', 32))
        FROM trail_entry
        WHERE id = %d
        """
            .formatted(near));
  }

  private String insertCopy() throws SQLException {
    return execute(
        """
        INSERT INTO trail_entry (id, at, account_id, session_id, result, act, method, route,
                                 object_kind, object_id, place, mac)
        SELECT id + 1000005, at, account_id, session_id, result, act, method, route, object_kind,
               object_id, place, mac
        FROM trail_entry
        WHERE id = %d
        """
            .formatted(entry()));
  }

  private String insertLinked() throws SQLException {
    String forged = insertForged();
    return forged
        + "; "
        + execute(
            """
            INSERT INTO trail_link (seq, entry_id, sound, hash)
            SELECT (SELECT MAX(seq) + 1 FROM trail_link), MIN(e.id), TRUE, UNHEX(REPEAT('cd', 32))
            FROM trail_entry e
            LEFT JOIN trail_link l ON l.entry_id = e.id
            WHERE l.seq IS NULL
            """)
        + "; "
        + execute(
            """
            UPDATE trail_head
            SET seq = seq + 1, hash = UNHEX(REPEAT('cd', 32)),
                entry_id = (SELECT MAX(entry_id) FROM trail_link)
            """);
  }

  private String swapEntries() throws SQLException {
    long a = entry();
    long b = otherThan(a);
    return execute("UPDATE trail_entry SET id = -1 WHERE id = " + a)
        + execute("UPDATE trail_entry SET id = " + a + " WHERE id = " + b)
        + execute("UPDATE trail_entry SET id = " + b + " WHERE id = -1");
  }

  private String swapLinks() throws SQLException {
    long a = entry();
    long b = otherThan(a);
    return execute("UPDATE trail_link SET entry_id = -1 WHERE entry_id = " + a)
        + execute("UPDATE trail_link SET entry_id = " + a + " WHERE entry_id = " + b)
        + execute("UPDATE trail_link SET entry_id = " + b + " WHERE entry_id = -1");
  }

  private String swapDetails() throws SQLException {
    long a = detail();
    long b = number("SELECT MIN(entry_id) FROM trail_detail WHERE entry_id <> " + a);
    return execute("UPDATE trail_detail SET entry_id = -1 WHERE entry_id = " + a)
        + execute("UPDATE trail_detail SET entry_id = " + a + " WHERE entry_id = " + b)
        + execute("UPDATE trail_detail SET entry_id = " + b + " WHERE entry_id = -1");
  }

  /// The last links with or without their entries, the head left alone or moved back.
  private String cutTail() throws SQLException {
    long kept = head() - random.nextInt(1, 20);
    String done = execute("DELETE FROM trail_link WHERE seq > " + kept);
    if (random.nextBoolean()) {
      done += execute("UPDATE trail_head SET seq = " + kept);
    }
    return done;
  }

  /// Everything as it was when the chain was shorter, without a flaw in itself.
  private String oldDump() throws SQLException {
    // So far that there are details among what goes.
    long kept = head() - random.nextInt(50, 80);
    return execute(
            "DELETE d FROM trail_detail d JOIN trail_link l ON l.entry_id = d.entry_id"
                + " WHERE l.seq > "
                + kept)
        + execute(
            "DELETE e FROM trail_entry e JOIN trail_link l ON l.entry_id = e.id WHERE l.seq > "
                + kept)
        + execute("DELETE FROM trail_link WHERE seq > " + kept)
        + execute(
            """
            UPDATE trail_head
            SET seq = %d, hash = (SELECT hash FROM trail_link WHERE seq = %d),
                entry_id = (SELECT MAX(entry_id) FROM trail_link)
            """
                .formatted(kept, kept));
  }

  /// One taken out and the gap closed.
  private String removeAndRenumber() throws SQLException {
    long gone = head() - random.nextInt(1, 30);
    return execute(
            "DELETE e FROM trail_entry e JOIN trail_link l ON l.entry_id = e.id WHERE l.seq = "
                + gone)
        + execute("DELETE FROM trail_link WHERE seq = " + gone)
        + execute("UPDATE trail_link SET seq = seq - 1 WHERE seq > " + gone + " ORDER BY seq")
        + execute("UPDATE trail_head SET seq = seq - 1");
  }

  private long head() throws SQLException {
    return number("SELECT seq FROM trail_head");
  }

  /// One of the later entries, since they have everything that the test wrote.
  private long entry() throws SQLException {
    return number(
        "SELECT entry_id FROM trail_link WHERE seq = " + (head() - random.nextInt(0, 100)));
  }

  private long otherThan(long one) throws SQLException {
    long other = entry();
    return other == one ? otherThan(one) : other;
  }

  private long detail() throws SQLException {
    return number(
        "SELECT MIN(entry_id) FROM trail_detail WHERE entry_id >= "
            + number(
                "SELECT entry_id FROM trail_detail ORDER BY entry_id DESC LIMIT 1 OFFSET "
                    + random.nextInt(0, 20)));
  }

  private long number(String sql) throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private String execute(String sql) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      if (statement.executeUpdate(sql) == 0) {
        throw new IllegalStateException("Nothing was changed by " + sql);
      }
      return sql + "; ";
    }
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
