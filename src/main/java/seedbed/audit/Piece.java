package seedbed.audit;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A piece of the chain with the entries that are expected in it: its links by their numbers, the
/// entries by theirs, each read once and matched as they come. Links are checked against the stored
/// hash before them, so that pieces can be read in any order.
final class Piece {

  /// So many entries of other pieces are remembered; a trail without a flaw has next to none.
  private static final int MOST_STRAY = 50_000;

  private static final int MOST_UNPLACED = 1_000;

  private final Range range;
  private final Places places;
  private final Proofs proofs;
  private final Findings findings = new Findings();
  private final Deque<Link> expected = new ArrayDeque<>();
  private final Map<Long, Link> unmatched = new HashMap<>();
  private final Map<Long, Content> strays = new HashMap<>();
  private final Deque<Content> detailed = new ArrayDeque<>();
  private final List<Content> unplaced = new ArrayList<>();
  private long last;
  private long newest;
  private byte[] hash;

  Piece(Range range, Places places, Proofs proofs) {
    this.range = range;
    this.places = places;
    this.proofs = proofs;
    last = range.after();
    hash = HexFormat.of().parseHex(range.hash());
  }

  /// Which part of the trail a piece is.
  ///
  /// @param after the number of the last link before it
  /// @param upTo the number of its last link
  /// @param hash the hash of the last link before it, in hexadecimal
  /// @param afterEntry entries of larger numbers are read
  /// @param upToEntry up to this one
  record Range(long after, long upTo, String hash, long afterEntry, long upToEntry) {}

  Piece read(Connection connection) throws SQLException {
    try (Statement statement = Streams.statement(connection)) {
      links(statement);
      entries(statement);
      details(statement);
    }
    for (Link link : expected) {
      unmatched.put(link.entry(), link);
    }
    expected.clear();
    return this;
  }

  Findings findings() {
    return findings;
  }

  Collection<Link> unmatched() {
    return unmatched.values();
  }

  /// Entries whose places were not among those read before.
  Collection<Content> unplaced() {
    return unplaced;
  }

  Collection<Content> strays() {
    return strays.values();
  }

  long links() {
    return range.upTo() - range.after();
  }

  /// The number of its last link.
  long last() {
    return last;
  }

  /// The largest number of an entry that it links.
  long newest() {
    return newest;
  }

  byte[] hash() {
    return hash;
  }

  private void links(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT %s FROM trail_link l WHERE l.seq > %d AND l.seq <= %d ORDER BY l.seq"
                .formatted(Link.SQL, range.after(), range.upTo()))) {
      while (row.next()) {
        link(new Link(row.getBytes(1), hash));
      }
    }
    if (last < range.upTo()) {
      missing(last + 1, range.upTo());
    }
  }

  private void link(Link link) {
    findings.row();
    if (link.seq() != last + 1) {
      missing(last + 1, link.seq() - 1);
    }
    if (!link.sound()) {
      findings.problem("第 %d 条不是本系统写入的。".formatted(link.seq()));
    }
    expected.add(link);
    last = link.seq();
    newest = Math.max(newest, link.entry());
    hash = link.hash();
  }

  private void missing(long from, long to) {
    findings.problem(
        from == to ? "第 %d 条缺失。".formatted(from) : "第 %d 至 %d 条缺失。".formatted(from, to));
  }

  private void entries(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT %s FROM trail_entry e WHERE e.id > %d AND e.id <= %d ORDER BY e.id"
                .formatted(Content.SQL, range.afterEntry(), range.upToEntry()))) {
      while (row.next()) {
        entry(new Content(row.getBytes(1)));
      }
    }
  }

  private void entry(Content entry) {
    findings.row();
    ByteBuffer place = entry.place();
    if (place != null && !places.holds(place)) {
      unplaced(entry);
    }
    if (entry.detail() != null) {
      detailed.add(entry);
    }
    Link link = linkOf(entry.id());
    if (link != null) {
      check(link, entry, proofs, findings);
    } else if (strays.size() < MOST_STRAY) {
      strays.put(entry.id(), entry);
    } else {
      findings.problem("记录 %d 不在审计链上应在的位置。".formatted(entry.id()));
    }
  }

  // Places were read before, so an entry that came in since may name one that came with it.
  private void unplaced(Content entry) {
    if (unplaced.size() < MOST_UNPLACED) {
      unplaced.add(entry);
    } else {
      findings.problem(Places.missing(entry.id()));
    }
  }

  // Nearly always the next one: entries are linked in the order of their numbers.
  private @Nullable Link linkOf(long entry) {
    Link next = expected.peek();
    if (next != null && next.entry() == entry) {
      return expected.poll();
    }
    Link skipped = unmatched.remove(entry);
    if (skipped != null) {
      return skipped;
    }
    while (next != null && next.entry() < entry) {
      unmatched.put(next.entry(), expected.remove());
      next = expected.peek();
    }
    return next != null && next.entry() == entry ? expected.poll() : null;
  }

  /// Whether an entry is what was linked.
  static void check(Link link, Content entry, Proofs proofs, Findings findings) {
    if (!link.fits(entry, proofs.chain())) {
      findings.problem("第 %d 条与校验值不符：内容、时间或次序被改动。".formatted(link.seq()));
    }
  }

  private void details(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            """
            SELECT CONCAT_WS('|', d.entry_id, d.sealed)
            FROM trail_detail d
            WHERE d.entry_id > %d
              AND d.entry_id <= %d
            ORDER BY d.entry_id
            """
                .formatted(range.afterEntry(), range.upToEntry()))) {
      while (row.next()) {
        var fields = new Fields(row.getBytes(1));
        detail(fields.number(), fields.rest());
      }
    }
    detailed.forEach(this::detailMissing);
  }

  private void detail(long id, byte[] sealed) {
    findings.row();
    while (!detailed.isEmpty() && detailed.getFirst().id() < id) {
      detailMissing(detailed.removeFirst());
    }
    if (detailed.isEmpty() || detailed.getFirst().id() != id) {
      findings.problem("记录 %d 多出一段前后内容。".formatted(id));
      return;
    }
    ByteBuffer digest = detailed.removeFirst().detail();
    if (ByteBuffer.wrap(proofs.sha().digest(sealed)).equals(digest)) {
      return;
    }
    Long erasure = proofs.erased().erasureOfDetail(id, sealed);
    if (erasure == null) {
      findings.problem("记录 %d 的前后内容被改动。".formatted(id));
    } else {
      findings.erased(erasure);
    }
  }

  private void detailMissing(Content entry) {
    findings.problem("记录 %d 的前后内容缺失。".formatted(entry.id()));
  }
}
