package seedbed.audit;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/// Reads the whole trail once and says what does not fit: entries edited, taken out, put in or
/// swapped, a tail cut off, an old copy put back.
///
/// It reads slices by number, within one transaction of the caller, so that memory and locks stay
/// small however long the trail is.
@Singleton
class Verifier {

  private static final int SLICE = 20_000;

  private final TrailKeys keys;

  Verifier(TrailKeys keys) {
    this.keys = keys;
  }

  /// @param outside the heads kept outside the database
  /// @param progress is told how many links are done
  Verification verify(Connection connection, List<HeadFile.Line> outside, LongConsumer progress)
      throws SQLException {
    long start = System.nanoTime();
    Head head = Linking.head(connection);
    try (Statement statement = connection.createStatement()) {
      var pass = new Pass(statement, head, progress);
      pass.places();
      pass.chain();
      pass.unlinked();
      pass.details();
      for (HeadFile.Line line : outside) {
        pass.outside(line, Linking.hashAt(connection, line.head().seq()));
      }
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      return new Verification(head, pass.rows, took, pass.problems, pass.count);
    }
  }

  /// One reading of the trail.
  private final class Pass {
    private final Statement statement;
    private final Head head;
    private final LongConsumer progress;
    private final Mac chain = keys.ofChain();
    private final Content content = new Content();
    private final List<String> problems = new ArrayList<>();
    private final Set<ByteBuffer> places = new HashSet<>();
    private int count;
    private long rows;
    private long linked;
    private long withDetail;
    private long last;
    private long newest;
    private byte[] previous = HexFormat.of().parseHex(Head.NONE.hash());

    Pass(Statement statement, Head head, LongConsumer progress) {
      this.statement = statement;
      this.head = head;
      this.progress = progress;
    }

    private void found(String problem) {
      count++;
      if (problems.size() < Verification.LISTED) {
        problems.add(problem);
      }
    }

    void places() throws SQLException {
      try (ResultSet row = statement.executeQuery("SELECT digest, sealed FROM trail_place")) {
        while (row.next()) {
          rows++;
          byte[] digest = row.getBytes(1);
          if (!Arrays.equals(digest, Digests.raw(row.getBytes(2)))) {
            found("一处来源地址被改动（摘要 " + HexFormat.of().formatHex(digest, 0, 8) + "）。");
          }
          places.add(ByteBuffer.wrap(digest));
        }
      }
    }

    void chain() throws SQLException {
      long reached = 0;
      boolean more = true;
      while (more) {
        try (ResultSet row = statement.executeQuery(links(reached))) {
          int read = 0;
          while (row.next()) {
            read++;
            link(row);
          }
          more = read == SLICE;
        }
        reached = last;
        progress.accept(reached);
      }
      if (last < head.seq()) {
        found("审计链缺尾：链头记到第 %d 条，实际只有 %d 条。".formatted(head.seq(), last));
      } else if (last > head.seq()
          || !head.hash().equals(HexFormat.of().formatHex(previous))
          || newest != number("SELECT entry_id FROM trail_head WHERE id = 1")) {
        found("链头与最后一环（第 %d 条）不符。".formatted(last));
      }
    }

    private static String links(long after) {
      return """
      SELECT l.seq, l.entry_id, l.sound, l.hash, %s, e.mac
      FROM trail_link l
      LEFT JOIN trail_entry e ON e.id = l.entry_id
      WHERE l.seq > %d
      ORDER BY l.seq
      LIMIT %d
      """
          .formatted(Content.COLUMNS, after, SLICE);
    }

    private void link(ResultSet row) throws SQLException {
      long seq = row.getLong(1);
      boolean sound = row.getBoolean(3);
      byte[] hash = row.getBytes(4);
      rows += 2;
      newest = Math.max(newest, row.getLong(2));
      if (seq != last + 1) {
        found(
            seq == last + 2
                ? "第 %d 条缺失。".formatted(last + 1)
                : "第 %d 至 %d 条缺失。".formatted(last + 1, seq - 1));
      }
      last = seq;
      if (row.getBytes(5) == null) {
        found("第 %d 条的内容缺失。".formatted(seq));
      } else {
        linked++;
        if (!Arrays.equals(hash, Linking.hash(content, chain, previous, seq, sound, row, 5))) {
          found("第 %d 条与校验值不符：内容、时间或次序被改动。".formatted(seq));
        }
        parts(seq, row);
      }
      if (!sound) {
        found("第 %d 条不是本系统写入的。".formatted(seq));
      }
      previous = hash;
    }

    private void parts(long seq, ResultSet row) throws SQLException {
      byte[] place = row.getBytes(4 + Content.PLACE);
      if (place != null && !places.contains(ByteBuffer.wrap(place))) {
        found("第 %d 条的来源地址缺失。".formatted(seq));
      }
      if (row.getBytes(4 + Content.DETAIL_DIGEST) != null) {
        withDetail++;
      }
    }

    /// Entries without a link: only what came in while this verification began may be so, and must
    /// have been written by Seedbed.
    void unlinked() throws SQLException {
      if (number("SELECT COUNT(*) FROM trail_entry") == linked) {
        return;
      }
      try (ResultSet row =
          statement.executeQuery(
              """
              SELECT %s, e.mac
              FROM trail_entry e
              LEFT JOIN trail_link l ON l.entry_id = e.id
              WHERE l.seq IS NULL
              LIMIT %d
              """
                  .formatted(Content.COLUMNS, SLICE))) {
        Mac entries = keys.ofEntries();
        while (row.next()) {
          byte[] mac = content.clear().columns(row, 1, Content.COUNT).mac(entries);
          withDetail += row.getBytes(Content.DETAIL_DIGEST) == null ? 0 : 1;
          if (!Arrays.equals(mac, row.getBytes(Content.COUNT + 1))) {
            found("记录 %d 不是本系统写入的，或在入链前被改动。".formatted(row.getLong(1)));
          }
        }
      }
    }

    void details() throws SQLException {
      long reached = Long.MIN_VALUE;
      long fitting = 0;
      boolean more = true;
      while (more) {
        int read = 0;
        try (ResultSet row = statement.executeQuery(detailsAfter(reached))) {
          while (row.next()) {
            read++;
            reached = row.getLong(1);
            fitting += detail(reached, row.getBytes(2), row.getBytes(3)) ? 1 : 0;
          }
        }
        rows += read;
        more = read == SLICE;
      }
      if (fitting < withDetail) {
        found("%d 条记录的前后内容缺失。".formatted(withDetail - fitting));
      }
    }

    private static String detailsAfter(long reached) {
      return """
      SELECT d.entry_id, d.sealed, e.detail_digest
      FROM trail_detail d
      LEFT JOIN trail_entry e ON e.id = d.entry_id
      WHERE d.entry_id > %d
      ORDER BY d.entry_id
      LIMIT %d
      """
          .formatted(reached, SLICE);
    }

    private boolean detail(long entry, byte[] sealed, byte @Nullable [] digest) {
      if (digest == null) {
        found("记录 %d 多出一段前后内容。".formatted(entry));
        return false;
      }
      if (!Arrays.equals(digest, Digests.raw(sealed))) {
        found("记录 %d 的前后内容被改动。".formatted(entry));
      }
      return true;
    }

    void outside(HeadFile.Line line, @Nullable String hash) {
      if (!line.genuine()) {
        found("库外链头文件有一行签名不符：" + shown(line.text()));
      } else if (line.head().seq() > 0 && !line.head().hash().equals(hash)) {
        found(
            "库外链头（%s，第 %d 条）不在现在的审计链上：记录被截断、改写，或数据库是旧的备份。"
                .formatted(line.time(), line.head().seq()));
      }
    }

    private static String shown(String line) {
      byte[] text = line.getBytes(StandardCharsets.UTF_8);
      return line.substring(0, Math.min(40, line.length())) + "（" + text.length + " 字节）";
    }

    private long number(String sql) throws SQLException {
      try (ResultSet row = statement.executeQuery(sql)) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
