package seedbed.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import seedbed.startup.TestDatabase;

/// Whatever the owner of the tables does to them, verification tells. `-Dtamperings=1000` tries
/// that many changes instead of two hundred, which are more than ten of each kind.
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperingIT {

  private static final int TAMPERINGS = Integer.getInteger("tamperings", 200);
  private static final int ENTRIES = 120;
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  @Inject Trail trail;
  @Inject Sealer sealer;
  @Inject Linking linking;
  @Inject Verifier verifier;
  @Inject HeadFile file;
  @Inject AuditSettings settings;

  private final EntryIds ids = new EntryIds();
  private final Random random = new Random(55);
  private final List<CompletableFuture<@Nullable Void>> stored = new ArrayList<>();

  @BeforeAll
  void writeATrail() {
    for (int i = 0; i < ENTRIES; i += 2) {
      Note begun = note(null, null, null);
      write(begun);
      write(note(begun.id(), i % 7 == 0 ? 403 : 303, i % 4 == 0 ? "状态：在用 → 停用" : null));
      if (i == ENTRIES / 2) {
        trail.drain();
        file.keep(sealer.sealFrom(0));
      }
    }
    stored.forEach(CompletableFuture::join);
    sealer.sealFrom(0);
  }

  @Test
  void anUntouchedTrailPasses() throws SQLException {
    try (Connection owner = TestDatabase.asOwner()) {
      Verification found = verify(owner);

      assertThat(found.problems()).isEmpty();
      assertThat(found.head().seq()).isGreaterThanOrEqualTo(ENTRIES);
    }
  }

  @Test
  void whatComesInMeanwhileFromANewPlaceIsNoTampering() throws SQLException {
    try (Connection owner = TestDatabase.asOwner()) {
      var readings = new AtomicInteger();

      Verification found =
          verifier.verify(
              reading -> {
                // The places have been read, the entries have not.
                if (readings.getAndIncrement() == 1) {
                  write(note(null, null, null, "10.9.9.9"));
                  stored.getLast().join();
                }
                reading.on(owner);
              },
              1,
              file.lines(),
              _ -> {});

      assertThat(readings.get()).isGreaterThan(1);
      assertThat(found.problems()).isEmpty();
    }
  }

  @Test
  void everyTamperingIsFound() throws SQLException {
    List<String> missed = new ArrayList<>();
    try (Connection owner = TestDatabase.asOwner()) {
      owner.setAutoCommit(false);
      var hand = new Tampering(owner, random);
      for (int i = 0; i < TAMPERINGS; i++) {
        String done = hand.once(i);
        if (verify(owner).sound()) {
          missed.add(done);
        }
        owner.rollback();
      }

      assertThat(missed).isEmpty();
      assertThat(verify(owner).problems()).as("after everything was put back").isEmpty();
    }
  }

  @Test
  void whatIsDoneToTheHeadsOutsideIsFound() throws SQLException {
    List<HeadFile.Line> lines = file.lines();
    HeadFile.Line line = lines.getLast();
    try (Connection owner = TestDatabase.asOwner()) {
      assertThat(problems(owner, List.of())).anyMatch(found -> found.contains("链头文件不在了"));
      assertThat(problems(owner, List.of(line))).isEmpty();
      assertThat(problems(owner, List.of(dated(line, LocalDate.now(CHINA).plusDays(2)))))
          .containsExactly("库外链头文件缺 " + LocalDate.now(CHINA) + " 的一行：文件被删改，或者本节点当天没有运行。");
      assertThat(
              problems(
                  owner, List.of(line, new HeadFile.Line("x", line.time(), line.head(), false))))
          .anyMatch(found -> found.contains("签名不符"));
    }
  }

  @Test
  void aSpoiltNewestHeadIsKeptForTheVerification() throws Exception {
    Path heads = Path.of(settings.heads());
    byte[] before = Files.readAllBytes(heads.resolve("heads.txt"));
    try {
      Files.writeString(heads.resolve("latest"), "2026-01-01T00:00:00+08:00 1 ab spoilt\n");
      write(note(null, 303, null));
      trail.drain();
      sealer.sealNew();

      assertThat(file.lines()).extracting(HeadFile.Line::genuine).contains(false);
    } finally {
      Files.write(heads.resolve("heads.txt"), before);
    }
  }

  @Test
  void aChainCutBehindAHeadThatStaysIsNoticedAtTheNextTick() throws Exception {
    Path heads = Path.of(settings.heads());
    sealer.sealNew();
    byte[] before = Files.readAllBytes(heads.resolve("heads.txt"));
    try (Connection owner = TestDatabase.asOwner();
        Statement statement = owner.createStatement()) {
      String last = " WHERE seq = " + sealer.current().seq();
      statement.execute("UPDATE trail_link SET hash = REVERSE(hash)" + last);
      try {
        sealer.sealNew();
      } finally {
        statement.execute("UPDATE trail_link SET hash = REVERSE(hash)" + last);
      }

      assertThat(file.lastKept().orElseThrow().head()).isEqualTo(sealer.current());
      assertThat(Files.readAllBytes(heads.resolve("heads.txt"))).hasSizeGreaterThan(before.length);
    } finally {
      Files.write(heads.resolve("heads.txt"), before);
    }
  }

  @Test
  void twoSealersAtOnceNeverLinkTheSameEntry() throws SQLException {
    List<CompletableFuture<?>> sealing = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      write(note(null, 303, null));
      if (i % 10 == 0) {
        sealing.add(CompletableFuture.runAsync(this::linkAsAnotherNode));
        sealing.add(CompletableFuture.runAsync(this::linkAsAnotherNode));
        trail.drain();
      }
    }
    sealing.forEach(CompletableFuture::join);
    sealer.sealFrom(0);

    try (Connection owner = TestDatabase.asOwner()) {
      assertThat(verify(owner).problems()).isEmpty();
    }
  }

  private void linkAsAnotherNode() {
    try (Connection node = TestDatabase.asOwner()) {
      node.setAutoCommit(false);
      for (int i = 0; i < 20; i++) {
        linking.link(node, 0);
        node.commit();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(Note note) {
    stored.add(trail.add(note).stored());
  }

  private static HeadFile.Line dated(HeadFile.Line line, LocalDate day) {
    return new HeadFile.Line(line.text(), day + line.time().substring(10), line.head(), true);
  }

  private List<String> problems(Connection connection, List<HeadFile.Line> lines)
      throws SQLException {
    return verifier.verify(reading -> reading.on(connection), 1, lines, _ -> {}).problems();
  }

  private Verification verify(Connection connection) throws SQLException {
    return verifier.verify(reading -> reading.on(connection), 1, file.lines(), _ -> {});
  }

  private Note note(@Nullable Long begun, @Nullable Integer result, @Nullable String detail) {
    return note(begun, result, detail, "10.0.0." + random.nextInt(1, 9));
  }

  private Note note(
      @Nullable Long begun, @Nullable Integer result, @Nullable String detail, String address) {
    return new Note(
        ids.next(Instant.now()),
        (long) random.nextInt(1, 9),
        (long) random.nextInt(1, 99),
        begun,
        result,
        new Note.Asked(
            "keep-accounts",
            "POST",
            "/accounts/{id}",
            new Note.Thing("account", String.valueOf(random.nextInt(1, 50)))),
        detail,
        address);
  }
}
