package seedbed.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seedbed.startup.TestDatabase;

/// What is personal can be erased by law, and nothing else, and never without a word.
@MicronautTest(transactional = false)
class ErasureIT {

  private static final TrailFilter EVERYTHING =
      new TrailFilter(null, null, null, null, null, null, null);
  private static final Duration LONG_AGO = Duration.ofDays(300);

  @Inject Erasure erasure;
  @Inject ErasureCommand command;
  @Inject Trail trail;
  @Inject TrailRows rows;
  @Inject Checks checks;
  @Inject Clock clock;

  private final EntryIds ids = new EntryIds();
  private long account;
  private long somebodyElse;
  private long old;
  private long recent;
  private long ofOthers;

  @BeforeEach
  void writeATrail() {
    account = 1_000_000 + ids.next(clock.instant()) % 1_000_000_000;
    somebodyElse = account + 1;
    // The chain begins today, as the heads outside do.
    write(clock.instant(), somebodyElse, somebodyElse, "电话：— → 135…");
    checks.run(null, _ -> {});
    Instant then = clock.instant().minus(LONG_AGO);
    old = write(then, somebodyElse, account, "电话：138… → 139…");
    write(then, account, somebodyElse, "备注：— → 本人填写");
    recent = write(clock.instant(), somebodyElse, account, "电话：139… → 137…");
    ofOthers = write(then, somebodyElse, somebodyElse, "电话：— → 136…");
    checks.run(null, _ -> {});
  }

  @Test
  void whatIsOldIsErasedSaysSoAndTheTrailStillVerifies() throws SQLException {
    Erasure.Erasing done = erasure.erase(account, "某局长", "本人申请，个人信息保护法第四十七条");

    assertThat(done.details()).isEqualTo(2);
    assertThat(done.places()).isEqualTo(1);
    assertThat(done.kept()).isEqualTo(1);
    assertThat(row(old).detail()).isEqualTo(Erased.SHOWN);
    assertThat(row(recent).detail()).contains("137");
    assertThat(row(ofOthers).detail()).contains("136");
    Verification found = checks.run(null, _ -> {});
    assertThat(found.problems()).isEmpty();
    assertThat(found.erased()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void theTrailSaysWhoOrderedItWhyAndHowMuch() throws SQLException {
    erasure.erase(account, "某局长", "本人申请" + "。".repeat(1_500));

    TrailRow said =
        rows.list(EVERYTHING, 50).stream()
            .filter(row -> ("账号 " + account).equals(row.about()))
            .filter(row -> Erasure.ACT.equals(row.asked().act()))
            .findFirst()
            .orElseThrow();
    assertThat(said.what()).isEqualTo("依法删除个人信息");
    assertThat(said.outcome()).isEqualTo(Outcome.DONE);
    assertThat(said.detail()).contains("某局长", "本人申请", "前后内容 2 处", "来源地址 1 处", "1 处未满六个月");
  }

  @Test
  void anErasureDoneAgainErasesNothingMore() throws SQLException {
    erasure.erase(account, "某局长", "本人申请");

    Erasure.Erasing again = erasure.erase(account, "某局长", "再次申请");

    assertThat(again.details() + again.places()).isZero();
    assertThat(checks.run(null, _ -> {}).problems()).isEmpty();
  }

  @Test
  void nobodyWithoutTheKeyCanCallATextErased() throws SQLException {
    Erasure.Erasing done = erasure.erase(account, "某局长", "本人申请");
    try (Connection owner = TestDatabase.asOwner();
        Statement statement = owner.createStatement()) {
      String kept = text(statement, ofOthers);
      String erased = text(statement, old);

      assertThat(problemsWith(statement, ofOthers, erased)).hasSize(1);
      assertThat(
              problemsWith(statement, ofOthers, "erased." + done.entry() + "." + "ab".repeat(32)))
          .hasSize(1);

      assertThat(problemsWith(statement, ofOthers, kept)).isEmpty();
    }
  }

  @Test
  void anErasureWhoseEntryIsGoneIsFound() throws SQLException {
    Erasure.Erasing done = erasure.erase(account, "某局长", "本人申请");
    checks.run(null, _ -> {});
    try (Connection owner = TestDatabase.asOwner();
        Statement statement = owner.createStatement()) {
      statement.executeUpdate("UPDATE trail_entry SET id = -5 WHERE id = " + done.entry());

      List<String> problems = checks.run(null, _ -> {}).problems();

      statement.executeUpdate("UPDATE trail_entry SET id = " + done.entry() + " WHERE id = -5");
      assertThat(problems).anyMatch(problem -> problem.contains("说明删除的记录"));
      assertThat(checks.run(null, _ -> {}).problems()).isEmpty();
    }
  }

  @Test
  void anOrderThatDoesNotSayWhyIsRefused(@TempDir Path folder) throws IOException {
    Path order = folder.resolve("order.properties");
    Files.writeString(order, "account=" + account + "\nordered-by=某局长\n");

    assertThat(command.erase(order)).isFalse();
    assertThat(row(old).detail()).contains("139");

    Files.writeString(order, "account=" + account + "\nordered-by=某局长\nreason=本人申请\n");
    assertThat(command.erase(order)).isTrue();
    assertThat(row(old).detail()).isEqualTo(Erased.SHOWN);
  }

  private List<String> problemsWith(Statement statement, long entry, String sealed)
      throws SQLException {
    statement.executeUpdate(
        "UPDATE trail_detail SET sealed = '%s' WHERE entry_id = %d".formatted(sealed, entry));
    return checks.run(null, _ -> {}).problems();
  }

  private static String text(Statement statement, long entry) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SELECT sealed FROM trail_detail WHERE entry_id = " + entry)) {
      row.next();
      return row.getString(1);
    }
  }

  private TrailRow row(long id) {
    return rows.list(new TrailFilter(null, null, null, null, null, null, String.valueOf(id + 1)), 1)
        .getFirst();
  }

  private long write(Instant at, long by, @Nullable Long about, String detail) {
    long id = new EntryIds().next(at);
    trail
        .add(
            new Note(
                id,
                by,
                null,
                null,
                303,
                new Note.Asked(
                    "keep-accounts",
                    "POST",
                    "/accounts/{id}",
                    new Note.Thing("account", String.valueOf(about))),
                detail,
                "10.0.0.1"))
        .stored()
        .join();
    return id;
  }
}
