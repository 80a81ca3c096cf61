package seedbed.audit;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Reads the whole trail once and says what does not fit: entries edited, taken out, put in or
/// swapped, a tail cut off, an old copy put back.
///
/// It reads pieces of the chain, several at a time, so that memory stays small however long the
/// trail is. Readers need not see the same moment: the head is read first, and what is linked up to
/// there only ever stays as it is.
@Singleton
class Verifier {

  private static final int LARGEST_PIECE = 20_000;
  private static final int FEWEST_PIECES = 8;

  private final TrailKeys keys;

  Verifier(TrailKeys keys) {
    this.keys = keys;
  }

  /// Gives a connection within a transaction for as long as something is read.
  @FunctionalInterface
  interface Reader {
    void read(Reading reading) throws SQLException;
  }

  /// What is done with a connection.
  @FunctionalInterface
  interface Reading {
    void on(Connection connection) throws SQLException;
  }

  /// @param readers how many connections are read at once
  /// @param outside the heads kept outside the database
  /// @param progress is told how many links are done
  Verification verify(
      Reader reader, int readers, List<HeadFile.Line> outside, LongConsumer progress)
      throws SQLException {
    var pass = new Pass(reader, progress);
    reader.read(pass::survey);
    pass.pieces(readers);
    pass.leftovers();
    reader.read(connection -> pass.surroundings(connection, outside));
    return pass.verification();
  }

  /// One reading of the trail.
  private final class Pass {
    private final long start = System.nanoTime();
    private final Reader reader;
    private final LongConsumer progress;
    private final Proofs proofs = Proofs.of(keys);
    private final Findings findings = new Findings();
    private final AtomicLong done = new AtomicLong();
    private Head head = Head.NONE;
    private long headEntry;
    private long reached;
    private Places places = new Places();
    private List<Piece.Range> ranges = List.of();
    private Piece[] pieces = {};
    private @Nullable Long waiting;

    Pass(Reader reader, LongConsumer progress) {
      this.reader = reader;
      this.progress = progress;
    }

    void survey(Connection connection) throws SQLException {
      head = Linking.head(connection);
      headEntry = Linking.newest(connection);
      reached = number(connection, "SELECT MAX(seq) FROM trail_link");
      if (reached < head.seq()) {
        findings.problem("审计链缺尾：链头记到第 %d 条，实际只有 %d 条。".formatted(head.seq(), reached));
      } else if (reached > head.seq()) {
        findings.problem("链头记到第 %d 条，审计链却到第 %d 条。".formatted(head.seq(), reached));
      }
      places = Places.read(connection, proofs.erased(), findings);
      ranges = Borders.read(connection, reached, pieceSize(reached));
      pieces = new Piece[ranges.size()];
    }

    private static long pieceSize(long links) {
      return Math.clamp(links / FEWEST_PIECES, 1, LARGEST_PIECE);
    }

    void pieces(int readers) throws SQLException {
      Queue<Integer> open = new ConcurrentLinkedQueue<>();
      for (int i = 0; i < ranges.size(); i++) {
        open.add(i);
      }
      List<CompletableFuture<Void>> others = new ArrayList<>();
      for (int i = 1; i < readers; i++) {
        others.add(
            CompletableFuture.runAsync(
                () -> readAside(open), task -> Thread.ofPlatform().start(task)));
      }
      reader.read(connection -> take(open, connection));
      others.forEach(CompletableFuture::join);
    }

    private void readAside(Queue<Integer> open) {
      try {
        reader.read(connection -> take(open, connection));
      } catch (SQLException e) {
        throw new IllegalStateException("The trail could not be read", e);
      }
    }

    private void take(Queue<Integer> open, Connection connection) throws SQLException {
      Proofs own = Proofs.of(keys);
      for (Integer next = open.poll(); next != null; next = open.poll()) {
        Piece piece = new Piece(ranges.get(next), places, own).read(connection);
        pieces[next] = piece;
        progress.accept(done.addAndGet(piece.links()));
      }
    }

    /// Links and entries that lie in different pieces: entries linked late, and whatever somebody
    /// has moved. An entry without a link is one that came in while this verification began, or
    /// late.
    void leftovers() {
      byte[] hash = {};
      long newest = 0;
      Map<Long, Content> strays = new TreeMap<>();
      for (Piece piece : pieces) {
        findings.add(piece.findings());
        piece.strays().forEach(entry -> strays.put(entry.id(), entry));
        newest = Math.max(newest, piece.newest());
        hash = piece.hash();
      }
      if (reached == head.seq()
          && (newest != headEntry || !head.hash().equals(HexFormat.of().formatHex(hash)))) {
        findings.problem("链头与最后一环（第 %d 条）不符。".formatted(reached));
      }
      for (Piece piece : pieces) {
        piece.unmatched().forEach(link -> match(link, strays.remove(link.entry())));
      }
      strays.values().forEach(this::unlinked);
    }

    private void match(Link link, @Nullable Content entry) {
      if (entry == null) {
        findings.problem("第 %d 条的内容缺失。".formatted(link.seq()));
      } else {
        Piece.check(link, entry, proofs, findings);
      }
    }

    private void unlinked(Content entry) {
      if (!entry.sound(proofs.entries())) {
        findings.problem("记录 %d 不是本系统写入的，或在入链前被改动。".formatted(entry.id()));
      } else if (waiting == null) {
        waiting = entry.id();
      }
    }

    /// What must fit around the chain: the entries that say what was erased, the heads outside.
    void surroundings(Connection connection, List<HeadFile.Line> outside) throws SQLException {
      for (Piece piece : pieces) {
        places.askAgain(connection, piece.unplaced(), findings);
      }
      for (Long erasure : findings.erasures()) {
        if (number(connection, "SELECT COUNT(*) FROM trail_entry WHERE id = " + erasure) == 0) {
          findings.problem("有内容被标为依法删除，但说明删除的记录 %d 不在。".formatted(erasure));
        }
      }
      if (head.seq() > 0 && outside.isEmpty()) {
        findings.problem("库外链头文件不在了，审计链却已有 %d 条。".formatted(head.seq()));
      } else {
        for (LocalDate day : HeadDays.missing(connection, outside)) {
          findings.problem("库外链头文件缺 %s 的一行：文件被删改，或者本节点当天没有运行。".formatted(day));
        }
      }
      for (HeadFile.Line line : outside) {
        outside(line, Linking.hashAt(connection, line.head().seq()));
      }
    }

    private void outside(HeadFile.Line line, @Nullable String hash) {
      if (!line.genuine()) {
        findings.problem("库外链头文件有一行签名不符：" + shown(line.text()));
      } else if (line.head().seq() > 0 && !line.head().hash().equals(hash)) {
        findings.problem(
            "库外链头（%s，第 %d 条）不在现在的审计链上：记录被截断、改写，或数据库是旧的备份。"
                .formatted(line.time(), line.head().seq()));
      }
    }

    private static String shown(String line) {
      byte[] text = line.getBytes(StandardCharsets.UTF_8);
      return line.substring(0, Math.min(40, line.length())) + "（" + text.length + " 字节）";
    }

    Verification verification() {
      return new Verification(
          head,
          findings.rows(),
          findings.erased(),
          waiting,
          Duration.ofNanos(System.nanoTime() - start),
          findings.problems(),
          findings.count());
    }

    private static long number(Connection connection, String sql) throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery(sql)) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
