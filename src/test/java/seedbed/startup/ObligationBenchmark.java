package seedbed.startup;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import seedbed.reminder.TimedScan;

/// How long what is due takes in a province: the demonstration pool copied over and over, everybody
/// in the pool with an account, most of what is owed handed in; over HTTP, beside a plain reading
/// or a plain insertion of the same rows. `mvn test-compile exec:exec@obligation-benchmark` prints
/// a table of it.
public final class ObligationBenchmark {

  private static final Path HOME = Path.of("target", "obligation-benchmark-home");
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final int ASKED = 5;
  private static final int AT_ONCE = 5_000;
  private static final int LATE_BY = 7;
  private static final double NANOS = 1e9;

  /// What lists of what is due are made of.
  private static final List<String> READ =
      List.of(
          "company",
          "title_holding",
          "operating_sheet",
          "operating_step",
          "sheet",
          "sheet_step",
          "plan",
          "plan_task");

  /// What a scan writes.
  private static final Map<String, String> TOLD =
      Map.of(
          "reminder_digest", "TRUE",
          "reminder", "TRUE",
          "message", "kind = '应报提醒'");

  private final Rows rows;
  private final TokenClient office;
  private final TimedScan scan;

  private ObligationBenchmark(Rows rows, TokenClient office, TimedScan scan) {
    this.rows = rows;
    this.office = office;
    this.scan = scan;
  }

  public static void main(String[] args) throws Exception {
    MeasuredPool.measure(
        HOME,
        args,
        pool -> {
          PoolCopies.fill(pool.connection(), pool.copies());
          PoolCopies.enrol(pool.connection());
          Rows rows = new Rows(pool.connection());
          ReportedSheets.write(rows, LocalDate.now(CHINA));
          new ObligationBenchmark(rows, pool.office(), pool.seedbed().part(TimedScan.class))
              .print();
        });
  }

  @SuppressWarnings("SystemOut")
  private void print() throws SQLException, IOException, InterruptedException {
    System.out.printf(
        "%n%-52s %9s %9s%n",
        "What is due in %s companies, load %.1f"
            .formatted(
                rows.word("SELECT COUNT(*) FROM company"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()),
        "s",
        "x raw");
    double read = read();
    line("raw reading of the rows that lists are made of", read, read);
    for (String path :
        List.of(
            "/obligations",
            "/obligations?show=all&page=200",
            "/obligations?show=overdue",
            "/obligations/rates",
            "/obligations/calendar",
            "/obligations.xlsx?show=all",
            "/overview")) {
      line(path, asked(path), read);
    }
    line("calendar feed of the office", asked(feed()), read);
    line("agenda of a month", drafted(), read);
    double counted = counted();
    double inserted = inserted(Map.of("bulletin_line", "bulletin_id = " + draft()));
    line("bulletin, counted", counted, inserted);
    line("raw insertion of the bulletin's lines", inserted, inserted);
    double told = told();
    inserted = inserted(TOLD);
    line(
        "scan, %s people, %s reminders"
            .formatted(
                rows.word("SELECT COUNT(*) FROM reminder_digest"),
                rows.word("SELECT COUNT(*) FROM reminder")),
        told,
        inserted);
    line("raw insertion of what the scan wrote", inserted, inserted);
  }

  @SuppressWarnings("SystemOut")
  private static void line(String what, double seconds, double raw) {
    System.out.printf("%-52s %9.2f %9.1f%n", what, seconds, seconds / raw);
  }

  private double read() throws SQLException {
    long begun = System.nanoTime();
    for (String table : READ) {
      try (Statement statement = streaming();
          ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
        int columns = row.getMetaData().getColumnCount();
        while (row.next()) {
          for (int column = 1; column <= columns; column++) {
            row.getObject(column);
          }
        }
      }
    }
    return secondsSince(begun);
  }

  // One row after the other, so that no table is in memory as a whole.
  private Statement streaming() throws SQLException {
    Statement statement =
        rows.connection().createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
    statement.setFetchSize(Integer.MIN_VALUE);
    return statement;
  }

  /// The median.
  private double asked(String path) throws IOException, InterruptedException {
    long[] nanos = new long[ASKED];
    for (int time = 0; time < ASKED; time++) {
      long begun = System.nanoTime();
      expect(200, office.get(path));
      nanos[time] = System.nanoTime() - begun;
    }
    return LongStream.of(nanos).sorted().skip(ASKED / 2).findFirst().orElseThrow() / NANOS;
  }

  private String feed() throws IOException, InterruptedException {
    expect(303, office.post("/calendar-feed", Map.of()));
    String page = expect(200, office.get("/calendar-feed")).body();
    return page.substring(page.indexOf("/calendars/")).replaceFirst("(?s)[\"<\\s].*", "");
  }

  private double drafted() throws SQLException, IOException, InterruptedException {
    YearMonth next = YearMonth.now(CHINA).plusMonths(1);
    String earlier =
        "about_year = %d AND about_month = %d".formatted(next.getYear(), next.getMonthValue());
    rows.change(
        "DELETE FROM meeting_item WHERE meeting_id IN (SELECT id FROM meeting WHERE "
            + earlier
            + ")");
    rows.change("DELETE FROM meeting WHERE " + earlier);
    long begun = System.nanoTime();
    expect(303, office.post("/meetings", Map.of("month", List.of(next.toString()))));
    return secondsSince(begun);
  }

  private String draft() throws SQLException {
    return rows.word("SELECT MAX(id) FROM bulletin WHERE stage = 'DRAFT'");
  }

  private double counted() throws SQLException, IOException, InterruptedException {
    String id = draft();
    long begun = System.nanoTime();
    expect(
        303,
        office.post(
            "/bulletins/" + id + "/refreshment",
            Map.of("lock", List.of(rows.word("SELECT version FROM bulletin WHERE id = ?", id)))));
    return secondsSince(begun);
  }

  private double told() throws SQLException {
    for (String table : List.of("reminder_delivery", "reminder", "reminder_digest")) {
      rows.change("DELETE FROM " + table);
    }
    rows.change("DELETE FROM message WHERE kind = '应报提醒'");
    rows.change("UPDATE reminder_recipient SET told_on = NULL");
    LocalDate day =
        ReportedSheets.lastQuarter(LocalDate.now(CHINA)).plusMonths(1).atDay(15).plusDays(LATE_BY);
    while (true) {
      long begun = System.nanoTime();
      if (scan.on(day) > 0) {
        return secondsSince(begun);
      }
      // A day off.
      day = day.plusDays(1);
    }
  }

  /// Inserts rows into tables of the same shape; reading them does not count.
  private double inserted(Map<String, String> tables) throws SQLException {
    Connection connection = rows.connection();
    long nanos = 0;
    for (var table : tables.entrySet()) {
      String copy = "raw_" + table.getKey();
      rows.change("DROP TABLE IF EXISTS " + copy);
      rows.change("CREATE TABLE " + copy + " LIKE " + table.getKey());
      connection.setAutoCommit(false);
      try (Statement select = connection.createStatement();
          ResultSet row =
              select.executeQuery(
                  "SELECT * FROM " + table.getKey() + " WHERE " + table.getValue())) {
        nanos += copied(row, copy);
      }
      connection.setAutoCommit(true);
      rows.change("DROP TABLE " + copy);
    }
    return nanos / NANOS;
  }

  private long copied(ResultSet row, String copy) throws SQLException {
    int columns = row.getMetaData().getColumnCount();
    String sql =
        "INSERT INTO %s VALUES (%s)"
            .formatted(copy, String.join(", ", Collections.nCopies(columns, "?")));
    long nanos = 0;
    try (PreparedStatement insert = rows.connection().prepareStatement(sql)) {
      boolean more = true;
      while (more) {
        int waiting = 0;
        while (waiting < AT_ONCE && (more = row.next())) {
          for (int column = 1; column <= columns; column++) {
            insert.setObject(column, row.getObject(column));
          }
          insert.addBatch();
          waiting++;
        }
        long begun = System.nanoTime();
        insert.executeBatch();
        rows.connection().commit();
        nanos += System.nanoTime() - begun;
      }
    }
    return nanos;
  }

  private static HttpResponse<String> expect(int code, HttpResponse<String> answer) {
    if (answer.statusCode() != code) {
      throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode());
    }
    return answer;
  }

  private static double secondsSince(long begun) {
    return (System.nanoTime() - begun) / NANOS;
  }
}
