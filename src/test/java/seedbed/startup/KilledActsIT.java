package seedbed.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.review.DigestWitness;

/// Kills the process at random moments of long acts and looks into the database: each has happened
/// or has not. `-Dkills=20` kills twenty times during each instead of twice.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("办理中途进程被强行终止")
final class KilledActsIT {

  private static final Logger LOG = LoggerFactory.getLogger(KilledActsIT.class);

  private static final Path HOME =
      Path.of("target", "seedbed-killed-acts-" + ProcessHandle.current().pid()).toAbsolutePath();
  private static final int KILLS = Integer.getInteger("kills", 2);

  /// By so many kills chance has hit the act itself and what comes after it.
  private static final int MANY = 20;

  /// Enough companies for an opening of several transactions; many times as many where chance must
  /// hit a closing in its midst.
  private static final int COPIES = KILLS < MANY ? 4 : 40;

  private static final int ROWS = 10_000;
  private static final int REMOVED = 301;
  private static final int WRITERS = 8;
  private static final Pattern ID = Pattern.compile("\"id\":([0-9]+)");

  private final Victim victim;
  private final Rows rows;
  private long pool;

  KilledActsIT() throws SQLException {
    victim = new Victim(HOME);
    rows = victim.rows();
  }

  @BeforeAll
  void hundredsOfCompaniesAreInThePool() throws Exception {
    victim.office();
    PoolCopies.fill(rows.connection(), COPIES);
    PoolCopies.enrol(rows.connection());
    pool =
        rows.number(
            """
            SELECT COUNT(*)
            FROM title_holding t
            JOIN company c ON c.id = t.company_id
            WHERE t.title = 'rugao-pool'
              AND c.region_code LIKE '320682%'
              AND t.held_from <= ?
              AND (t.held_to IS NULL OR t.held_to > ?)
            """,
            ReviewRound.asOf(), ReviewRound.asOf());
  }

  @AfterAll
  void end() throws SQLException {
    victim.close();
  }

  // First, since the round that it opens can then be closed.
  @Test
  @Order(1)
  @DisplayName("建立到一半，下一个打开的人看到它建完，每家企业恰好一次")
  void whoeverLooksNextCompletesAnOpeningWithEverybodyOnce() throws Exception {
    ReviewRound begun = ReviewRound.begin(rows, victim.office());
    long round = begun.id();
    rows.await("SELECT COUNT(*) > 0 FROM review_member WHERE round_id = ?", round);

    victim.kill();
    assertThat(stage(round)).isEqualTo("OPENING");
    assertThat(members(round)).isBetween(1L, pool - 1);

    silence(round, "OPENING");
    assertThat(victim.office().get("/reviews/" + round).statusCode()).isEqualTo(200);
    begun.awaitStage(rows, "OPEN");
    assertThat(rows.number("SELECT members FROM review_round WHERE id = ?", round)).isEqualTo(pool);
    assertThat(members(round)).isEqualTo(pool);
    assertThat(eachMemberHasOne("review_ruling", round)).isEqualTo(pool);
    assertThat(eachMemberHasOne("review_verdict", round)).isEqualTo(pool);
  }

  private long eachMemberHasOne(String table, long round) throws SQLException {
    return rows.number(
        """
        SELECT COUNT(DISTINCT m.company_id)
        FROM review_member m
        JOIN %s d ON d.member_id = m.id
        WHERE m.round_id = ?
        """
            .formatted(table),
        round);
  }

  @Test
  @DisplayName("结束一轮：或者全部生效，或者毫无改动")
  void aClosingHasHappenedOrHasNot() throws Exception {
    ReviewRound opened = ReviewRound.open(rows, victim.office(), pool);
    opened.decideEverybody(rows, victim.office(), REMOVED - 1);
    long round = opened.id();
    var moments = new Moments(1_000);

    for (int kill = 1; kill <= KILLS; kill++) {
      String document = "试验公告" + kill + "号";
      var answer = opened.close(victim.office(), document);
      moments.sleep();
      victim.kill();

      assertThat(accepted(answer, 303)).isTrue();
      if (stage(round).equals("OPEN")) {
        assertNothingWasClosed(round, document);
        moments.before(isRunning(round));
        silence(round, "CLOSING");
      } else {
        assertAllWasClosed(round, document);
        moments.after();
        reopen(round, document);
      }
    }

    assertThat(accepted(opened.close(victim.office(), "试验公告0号"), 303)).isTrue();
    opened.awaitStage(rows, "CLOSED");
    assertAllWasClosed(round, "试验公告0号");
    moments.assertVaried("closing a round of " + pool);
  }

  @Test
  @DisplayName("导入一万家企业：或者全部登记，或者一家也没有")
  void anImportHasHappenedOrHasNot() throws Exception {
    int file = 1;
    long upload = checked(file);
    var moments = new Moments(2_000);

    for (int kill = 1; kill <= KILLS; kill++) {
      var answer = store(upload);
      moments.sleep();
      victim.kill();

      assertThat(accepted(answer, 202)).isTrue();
      boolean stored = state(upload).equals("STORED");
      assertThat(companies(file)).as("kill %d", kill).isEqualTo(stored ? ROWS : 0);
      if (stored) {
        moments.after();
        upload = checked(++file);
      } else {
        moments.before(state(upload).equals("STORING"));
        takeUp(upload);
      }
    }

    assertThat(accepted(store(upload), 202)).isTrue();
    rows.await("SELECT state = 'STORED' FROM data_import WHERE id = ?", upload);
    assertThat(companies(file)).isEqualTo(ROWS);
    moments.assertVaried("storing a file of " + ROWS);
  }

  @Test
  @DisplayName("八人同时登记文件：编号无缺无重，答复过的一份不少")
  void documentsThatEightEnterAtOnceLeaveNoGapAndLoseNothingAcknowledged() throws Exception {
    var moments = new Moments(1_500);

    for (int kill = 1; kill <= KILLS; kill++) {
      String run = "强行终止试验" + kill + "第";
      Map<String, String> acknowledged = new ConcurrentHashMap<>();
      try (var writers = Executors.newFixedThreadPool(WRITERS)) {
        TokenClient office = victim.office();
        for (int writer = 0; writer < WRITERS; writer++) {
          String first = run + writer + "人第";
          writers.execute(() -> enterUntilKilled(office, first, acknowledged));
        }
        moments.sleep();
        victim.kill();
      }

      List<String> entered =
          rows.words(
              "SELECT CONCAT(subject, ' /archive/', id) FROM archive_document WHERE subject LIKE ?",
              run + "%");
      assertThat(entered)
          .as("kill %d", kill)
          .containsAll(
              acknowledged.entrySet().stream()
                  .map(each -> each.getKey() + " " + each.getValue())
                  .toList())
          // Each writer had at most one that was not answered any more.
          .hasSizeLessThanOrEqualTo(acknowledged.size() + WRITERS);
      assertThat(
              rows.number(
                  """
                  SELECT COUNT(*)
                  FROM archive_document d
                  LEFT JOIN archive_letter l ON l.document_id = d.id
                  WHERE d.subject LIKE ?
                    AND l.document_id IS NULL
                  """,
                  run + "%"))
          .isZero();
      assertSeriesWithoutGap();
      if (acknowledged.isEmpty()) {
        moments.before(!entered.isEmpty());
      } else {
        moments.midst(entered.size() > acknowledged.size());
      }
    }
    LOG.info("{} documents were entered by eight writers", enteredByWriters());
  }

  private long enteredByWriters() throws SQLException {
    return rows.number("SELECT COUNT(*) FROM archive_document WHERE subject LIKE '强行终止试验%'");
  }

  private static void enterUntilKilled(
      TokenClient office, String first, Map<String, String> acknowledged) {
    for (int number = 1; ; number++) {
      String subject = first + number + "份";
      try {
        HttpResponse<String> answer =
            office.post(
                "/archive",
                Map.of(
                    "series", List.of(number % 3 == 0 ? "outgoing" : "incoming"),
                    "subject", List.of(subject),
                    "counterpart", List.of("试验局"),
                    "reference", List.of(subject)));
        if (answer.statusCode() != 303) {
          throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        acknowledged.put(subject, answer.headers().firstValue("Location").orElseThrow());
      } catch (IOException _) {
        // It was killed.
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void assertNothingWasClosed(long round, String document) throws SQLException {
    assertThat(ended(document)).isZero();
    assertThat(events(document)).isZero();
    assertThat(papers(round)).isEmpty();
    assertThat(
            rows.number(
                """
                SELECT digest IS NULL AND archive_number IS NULL AND document IS NULL
                FROM review_round
                WHERE id = ?
                """,
                round))
        .isOne();
    assertSeriesWithoutGap();
  }

  private void assertAllWasClosed(long round, String document) throws SQLException {
    assertThat(stage(round)).isEqualTo("CLOSED");
    assertThat(ended(document)).isEqualTo(REMOVED);
    assertThat(events(document)).isEqualTo(REMOVED);
    String digest = rows.word("SELECT digest FROM review_round WHERE id = ?", round);
    assertThat(papers(round)).containsExactly(digest);
    assertThat(DigestWitness.of(rows.connection(), round)).isEqualTo(digest);
    assertSeriesWithoutGap();
  }

  private long ended(String document) throws SQLException {
    return rows.number("SELECT COUNT(*) FROM title_holding WHERE end_document = ?", document);
  }

  private long events(String document) throws SQLException {
    return rows.number(
        "SELECT COUNT(*) FROM title_event WHERE kind = 'REMOVED' AND document = ?", document);
  }

  private List<String> papers(long round) throws SQLException {
    return rows.words(
        "SELECT digest FROM archive_document WHERE about_kind = 'review' AND about_id = ?", round);
  }

  private void assertSeriesWithoutGap() throws SQLException {
    assertThat(
            rows.words(
                """
                SELECT CONCAT(s.series, ' ', s.year)
                FROM archive_series s
                LEFT JOIN archive_document d
                  ON d.region_code = s.region_code AND d.series = s.series AND d.year = s.year
                GROUP BY s.region_code, s.series, s.year, s.latest
                HAVING COUNT(d.id) <> s.latest
                   OR COUNT(DISTINCT d.place) <> s.latest
                   OR MAX(d.place) <> s.latest
                """))
        .isEmpty();
  }

  /// As if it had never been closed.
  private void reopen(long round, String document) throws SQLException {
    rows.change("DELETE FROM title_event WHERE document = ?", document);
    rows.change(
        """
        UPDATE title_holding
        SET held_to = planned_to, planned_to = NULL, end_recorded_on = NULL, end_document = NULL
        WHERE end_document = ?
        """,
        document);
    for (String table : List.of("archive_text", "archive_file")) {
      rows.change(
          """
          DELETE FROM %s
          WHERE document_id IN (SELECT id
                                FROM archive_document
                                WHERE about_kind = 'review' AND about_id = ?)
          """
              .formatted(table),
          round);
    }
    rows.change("DELETE FROM archive_document WHERE about_kind = 'review' AND about_id = ?", round);
    rows.change(
        "DELETE FROM archive_series WHERE series = 'REVIEW' AND year = ? AND latest = 1",
        ReviewRound.today().getYear());
    rows.change(
        "UPDATE archive_series SET latest = latest - 1 WHERE series = 'REVIEW' AND year = ?",
        ReviewRound.today().getYear());
    rows.change(
        """
        UPDATE review_round
        SET stage = 'OPEN', effective_on = NULL, document = NULL, archive_number = NULL,
            digest = NULL, digest_version = NULL, closed_at = NULL, closed_by = NULL,
            closed_as = NULL
        WHERE id = ?
        """,
        round);
    rows.change("DELETE FROM review_work WHERE round_id = ? AND kind = 'CLOSING'", round);
  }

  private String stage(long round) throws SQLException {
    return rows.word("SELECT stage FROM review_round WHERE id = ?", round);
  }

  private long members(long round) throws SQLException {
    return rows.number("SELECT COUNT(*) FROM review_member WHERE round_id = ?", round);
  }

  private boolean isRunning(long round) throws SQLException {
    return rows.number(
            """
            SELECT COUNT(*)
            FROM review_work
            WHERE round_id = ?
              AND kind = 'CLOSING'
              AND state = 'RUNNING'
            """,
            round)
        == 1;
  }

  /// As if a minute had passed, after which others may take the work over.
  private void silence(long round, String kind) throws SQLException {
    rows.change(
        """
        UPDATE review_work
        SET touched_at = touched_at - INTERVAL 2 MINUTE
        WHERE round_id = ?
          AND kind = ?
        """,
        round,
        kind);
  }

  /// Uploads a file of new companies and waits until it can be stored.
  private long checked(int file) throws Exception {
    String rows =
        IntStream.range(0, ROWS)
            .mapToObj(row -> name(file) + row + "公司,如城街道,制造类\n")
            .collect(Collectors.joining("", "名称,所属镇街,类别\n", ""));
    var answer = victim.office().upload("/api/v1/imports", "companies-" + file + ".csv", rows);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    var id = ID.matcher(answer.body());
    assertThat(id.find()).as(answer.body()).isTrue();
    return awaitChecked(Long.parseLong(id.group(1)));
  }

  private long awaitChecked(long upload) throws Exception {
    rows.await("SELECT state NOT IN ('WAITING', 'CHECKING') FROM data_import WHERE id = ?", upload);
    assertThat(state(upload)).isEqualTo("CHECKED");
    assertThat(rows.number("SELECT good_rows FROM data_import WHERE id = ?", upload))
        .isEqualTo(ROWS);
    return upload;
  }

  private static String name(int file) {
    return "万家" + file + "批";
  }

  private CompletableFuture<HttpResponse<String>> store(long upload) throws Exception {
    return victim
        .office()
        .begin("/api/v1/imports/" + upload + "/storage?rows=all&accepted=true", Map.of());
  }

  /// Whoever comes back after a kill is told so, has the file checked again and can store it.
  private void takeUp(long upload) throws Exception {
    if (state(upload).equals("CHECKED")) {
      return;
    }
    rows.change(
        "UPDATE data_import SET beat_at = beat_at - INTERVAL 1 MINUTE WHERE id = ?", upload);
    String path = "/api/v1/imports/" + upload;
    assertThat(victim.office().get(path).body()).contains("\"state\":\"interrupted\"");
    assertThat(victim.office().post(path + "/check", Map.of()).statusCode()).isEqualTo(202);
    awaitChecked(upload);
  }

  private String state(long upload) throws SQLException {
    return rows.word("SELECT state FROM data_import WHERE id = ?", upload);
  }

  private long companies(int file) throws SQLException {
    return rows.number("SELECT COUNT(*) FROM company WHERE name LIKE ?", name(file) + "%");
  }

  /// Whether it was answered so, or not at all.
  private static boolean accepted(CompletableFuture<HttpResponse<String>> answer, int status) {
    return answer
        .handle((response, failure) -> failure != null || response.statusCode() == status)
        .join();
  }

  /// Chooses when to kill: anywhere from the asking for an act to a while after it, however long it
  /// takes here and now, and keeps count of what was hit.
  private static final class Moments {
    private final Random random = new Random();
    private double middle;
    private int before;
    private int midst;
    private int after;

    /// @param guess how long the act may take, in milliseconds
    Moments(long guess) {
      middle = guess;
    }

    void sleep() throws InterruptedException {
      Thread.sleep((long) (2 * middle * random.nextDouble()));
    }

    void before(boolean begun) {
      before++;
      midst += begun ? 1 : 0;
      middle *= 1.2;
    }

    void after() {
      after++;
      middle /= 1.2;
    }

    /// While many write, each kill hits some before, some after and perhaps one in its midst.
    void midst(boolean unanswered) {
      midst += unanswered ? 1 : 0;
      after++;
    }

    void assertVaried(String act) {
      String counts =
          "%d kills while %s: %d before it had happened, %d of them in its midst, %d after"
              .formatted(before + after, act, before, midst, after);
      LOG.info(counts);
      if (before + after >= MANY) {
        assertThat(List.of(midst, after)).as(counts).doesNotContain(0);
      }
    }
  }
}
