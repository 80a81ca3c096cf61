package seedbed.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import seedbed.startup.Launcher;
import seedbed.startup.TokenClient;

/// Kills the process and its database in the middle of acts: what was answered is on the trail.
final class KilledIT {

  private static final Path HOME =
      Path.of("target", "seedbed-killed-" + ProcessHandle.current().pid()).toAbsolutePath();
  private static final String PASSWORD = "Killed-Quiet-Harbour-27";
  private static final int CLIENTS = 4;
  private static final int ROUNDS = 2;

  private final Launcher launcher =
      new Launcher(
          HOME,
          Map.of(
              "SEEDBED_DEMO", "true",
              "SEEDBED_ADMIN_PASSWORD", PASSWORD,
              "SEEDBED_DEMO_PASSWORD", PASSWORD));

  @AfterEach
  void killWhatIsLeft() {
    launcher.killAll();
  }

  @Test
  void everyActThatWasAnsweredIsOnTheTrailAndTheChainIsWhole() throws Exception {
    int answered = 0;
    for (int round = 0; round < ROUNDS; round++) {
      answered += actUntilKilled(round);
    }

    Process process = launcher.launch(Launcher.freePort());
    URI server = Launcher.awaitStart(process);
    int onTheTrail = signOutsOf(signIn(server, "auditor"));
    stop(process);

    assertThat(answered).isPositive();
    // What was cut off before its answer may be there too.
    assertThat(onTheTrail).isBetween(answered, answered + ROUNDS * CLIENTS);
    assertThat(verify()).contains("没有发现改动").doesNotContain("处问题");
  }

  /// Signs in and out until the process is gone; says how many signings-out were answered.
  private int actUntilKilled(int round) throws Exception {
    Process process = launcher.launch(Launcher.freePort());
    URI server = Launcher.awaitStart(process);
    var answered = new AtomicInteger();
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<TokenClient> offices = new ArrayList<>();
      for (int i = 0; i < 12 * CLIENTS; i++) {
        offices.add(signIn(server, "office"));
      }
      offices.forEach(office -> clients.execute(() -> signOut(office, answered)));
      while (answered.get() < 2 * CLIENTS) {
        Thread.sleep(1);
      }
      process.destroyForcibly();
      if (round % 2 == 1) {
        launcher.servers().forEach(ProcessHandle::destroyForcibly);
      }
    }
    process.waitFor();
    return answered.get();
  }

  private static void signOut(TokenClient office, AtomicInteger answered) {
    try {
      assertThat(office.delete("/api/v1/sessions").statusCode()).isEqualTo(204);
      answered.incrementAndGet();
    } catch (IOException _) {
      // Killed before it answered.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static int signOutsOf(TokenClient auditor) throws IOException, InterruptedException {
    String trail = auditor.get("/trail.csv?account=office").body();
    return (int) trail.lines().filter(line -> line.contains("DELETE /api/v1/sessions")).count();
  }

  private static TokenClient signIn(URI server, String name)
      throws IOException, InterruptedException {
    return TokenClient.signedIn(server, name, PASSWORD);
  }

  private String verify() throws IOException, InterruptedException {
    Process process = launcher.start("seedbed.VerifyTrail", 0);
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }

  private static void stop(Process process) throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }
}
