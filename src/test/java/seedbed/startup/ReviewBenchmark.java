package seedbed.startup;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// How long a review of a province takes: the demonstration pool copied over and over, everybody in
/// the pool, a round opened, decided and closed over HTTP, beside a plain insertion of the rows
/// that opening writes. `mvn test-compile exec:exec@review-benchmark` prints a table of it.
public final class ReviewBenchmark {

  private static final Path HOME = Path.of("target", "review-benchmark-home");
  private static final int LEAVING = 400;
  private static final int AT_ONCE = 200;
  private static final double NANOS = 1e9;

  /// What opening writes, by the condition that finds the rows of some members.
  private static final Map<String, String> TABLES =
      Map.of("review_member", "id", "review_verdict", "member_id", "review_ruling", "member_id");

  private final Rows rows;
  private final TokenClient office;

  private ReviewBenchmark(Rows rows, TokenClient office) {
    this.rows = rows;
    this.office = office;
  }

  public static void main(String[] args) throws Exception {
    MeasuredPool.measure(
        HOME,
        args,
        pool -> {
          PoolCopies.fill(pool.connection(), pool.copies());
          PoolCopies.enrol(pool.connection());
          new ReviewBenchmark(new Rows(pool.connection()), pool.office()).print();
        });
  }

  @SuppressWarnings("SystemOut")
  private void print() throws SQLException, IOException, InterruptedException {
    long begun = System.nanoTime();
    ReviewRound round = ReviewRound.begin(rows, office);
    round.awaitStage(rows, "OPEN");
    double opening = secondsSince(begun);

    begun = System.nanoTime();
    round.decideEverybody(rows, office, LEAVING);
    double deciding = secondsSince(begun);

    begun = System.nanoTime();
    var _ = round.close(office, "试验公告〔" + round.id() + "〕1号");
    round.awaitStage(rows, "CLOSED");
    double closing = secondsSince(begun);

    double raw = insertedRaw(round);
    System.out.printf(
        "%n%-52s %9s %9s%n",
        "Review of "
            + rows.number("SELECT members FROM review_round WHERE id = ?", round.id())
            + " companies, load "
            + "%.1f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()),
        "s",
        "x raw");
    line("opening: list, figures, verdicts", opening, raw);
    line("bulk decisions", deciding, raw);
    line("closing, %d of them removed".formatted(LEAVING + 1), closing, raw);
    line("raw insertion of the rows of the opening", raw, raw);
  }

  @SuppressWarnings("SystemOut")
  private static void line(String what, double seconds, double raw) {
    System.out.printf("%-52s %9.2f %9.1f%n", what, seconds, seconds / raw);
  }

  /// Inserts the rows of a round into tables of the same shape; reading them does not count.
  private double insertedRaw(ReviewRound round) throws SQLException {
    Connection connection = rows.connection();
    for (String table : TABLES.keySet()) {
      rows.change("DROP TABLE IF EXISTS raw_" + table);
      rows.change("CREATE TABLE raw_" + table + " LIKE " + table);
    }
    List<String> members =
        rows.words("SELECT id FROM review_member WHERE round_id = ? ORDER BY id", round.id());
    connection.setAutoCommit(false);
    long nanos = 0;
    for (int from = 0; from < members.size(); from += AT_ONCE) {
      List<String> some = members.subList(from, Math.min(members.size(), from + AT_ONCE));
      for (var table : TABLES.entrySet()) {
        List<String> columns = columns(table.getKey());
        List<Object[]> values = read(table.getKey(), columns, table.getValue(), some);
        long begun = System.nanoTime();
        insert("raw_" + table.getKey(), columns, values);
        nanos += System.nanoTime() - begun;
      }
      long begun = System.nanoTime();
      connection.commit();
      nanos += System.nanoTime() - begun;
    }
    connection.setAutoCommit(true);
    for (String table : TABLES.keySet()) {
      rows.change("DROP TABLE raw_" + table);
    }
    return nanos / NANOS;
  }

  private List<String> columns(String table) throws SQLException {
    return rows.words(
        """
        SELECT column_name
        FROM information_schema.columns
        WHERE table_schema = DATABASE()
          AND table_name = ?
        ORDER BY ordinal_position
        """,
        table);
  }

  private List<Object[]> read(String table, List<String> columns, String key, List<String> some)
      throws SQLException {
    String sql =
        "SELECT %s FROM %s WHERE %s IN (%s)"
            .formatted(String.join(", ", columns), table, key, String.join(", ", some));
    try (PreparedStatement select = rows.connection().prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      List<Object[]> values = new ArrayList<>();
      while (row.next()) {
        Object[] value = new Object[columns.size()];
        for (int column = 0; column < value.length; column++) {
          value[column] = row.getObject(column + 1);
        }
        values.add(value);
      }
      return values;
    }
  }

  private void insert(String table, List<String> columns, List<Object[]> values)
      throws SQLException {
    String sql =
        "INSERT INTO %s (%s) VALUES (%s)"
            .formatted(
                table,
                String.join(", ", columns),
                String.join(", ", Collections.nCopies(columns.size(), "?")));
    try (PreparedStatement insert = rows.connection().prepareStatement(sql)) {
      for (Object[] value : values) {
        for (int column = 0; column < value.length; column++) {
          insert.setObject(column + 1, value[column]);
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static double secondsSince(long begun) {
    return (System.nanoTime() - begun) / NANOS;
  }
}
