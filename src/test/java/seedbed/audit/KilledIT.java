package seedbed.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Kills the process and its database in the middle of acts: what was answered is on the trail.
final class KilledIT {

  private static final Path HOME =
      Path.of("target", "seedbed-killed-" + ProcessHandle.current().pid()).toAbsolutePath();
  private static final String PASSWORD = "Killed-Quiet-Harbour-27";
  private static final int CLIENTS = 4;
  private static final int ROUNDS = 2;

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void killWhatIsLeft() {
    processes.forEach(Process::destroyForcibly);
    servers().forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void everyActThatWasAnsweredIsOnTheTrailAndTheChainIsWhole() throws Exception {
    int answered = 0;
    for (int round = 0; round < ROUNDS; round++) {
      answered += actUntilKilled(round);
    }

    Process process = launch(freePort());
    URI server = awaitStart(process);
    String auditor = signIn(server, "auditor");
    int onTheTrail = signOutsOf(server, auditor);
    stop(process);

    assertThat(answered).isPositive();
    // What was cut off before its answer may be there too.
    assertThat(onTheTrail).isBetween(answered, answered + ROUNDS * CLIENTS);
    assertThat(verify()).contains("没有发现改动").doesNotContain("处问题");
  }

  /// Signs in and out until the process is gone; says how many signings-out were answered.
  private int actUntilKilled(int round) throws Exception {
    Process process = launch(freePort());
    URI server = awaitStart(process);
    var answered = new AtomicInteger();
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<String> tokens = new ArrayList<>();
      for (int i = 0; i < 12 * CLIENTS; i++) {
        tokens.add(signIn(server, "office"));
      }
      tokens.forEach(token -> clients.execute(() -> signOut(server, token, answered)));
      while (answered.get() < 2 * CLIENTS) {
        Thread.sleep(1);
      }
      process.destroyForcibly();
      if (round % 2 == 1) {
        servers().forEach(ProcessHandle::destroyForcibly);
      }
    }
    process.waitFor();
    return answered.get();
  }

  private void signOut(URI server, String token, AtomicInteger answered) {
    try {
      HttpResponse<Void> response =
          http.send(
              HttpRequest.newBuilder(server.resolve("/api/v1/sessions"))
                  .header("Authorization", "Bearer " + token)
                  .DELETE()
                  .build(),
              BodyHandlers.discarding());
      assertThat(response.statusCode()).isEqualTo(204);
      answered.incrementAndGet();
    } catch (IOException _) {
      // Killed before it answered.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private int signOutsOf(URI server, String auditor) throws IOException, InterruptedException {
    String body =
        http.send(
                HttpRequest.newBuilder(server.resolve("/trail.csv?account=office"))
                    .header("Authorization", "Bearer " + auditor)
                    .build(),
                BodyHandlers.ofString())
            .body();
    return (int) body.lines().filter(line -> line.contains("DELETE /api/v1/sessions")).count();
  }

  private String signIn(URI server, String name) throws IOException, InterruptedException {
    String body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, PASSWORD);
    String answer =
        http.send(
                HttpRequest.newBuilder(server.resolve("/api/v1/sessions"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body))
                    .build(),
                BodyHandlers.ofString())
            .body();
    var token = Pattern.compile("\"token\":\"([^\"]+)\"").matcher(answer);
    assertThat(token.find()).as(answer).isTrue();
    return token.group(1);
  }

  private String verify() throws IOException, InterruptedException {
    Process process = start("seedbed.VerifyTrail", 0);
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }

  private Process launch(int port) throws IOException {
    return start("seedbed.Application", port);
  }

  private Process start(String main, int port) throws IOException {
    var builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-classpath",
            classPath(),
            main);
    builder.environment().keySet().removeIf(name -> name.startsWith("SEEDBED_"));
    builder.environment().put("SEEDBED_HOME", HOME.toString());
    builder.environment().put("SEEDBED_DEMO", "true");
    builder.environment().put("SEEDBED_ADMIN_PASSWORD", PASSWORD);
    builder.environment().put("SEEDBED_DEMO_PASSWORD", PASSWORD);
    builder.environment().put("MICRONAUT_SERVER_PORT", String.valueOf(port));
    builder.environment().put("JAVA_TOOL_OPTIONS", "-Dstdout.encoding=UTF-8");
    Process process = builder.redirectErrorStream(true).start();
    processes.add(process);
    return process;
  }

  /// Without the classes of tests, which would give the process the database of the tests.
  private static String classPath() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(all.split(File.pathSeparator, -1))
        .filter(entry -> !entry.contains("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static URI awaitStart(Process process) throws IOException {
    List<String> printed = new ArrayList<>();
    var output = process.inputReader(UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      printed.add(line);
      var address = Pattern.compile("http://[^ /，。]+").matcher(line);
      if (line.startsWith("培育库已启动") && address.find()) {
        Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
        return URI.create(address.group());
      }
    }
    throw new AssertionError("Did not start: " + String.join("\n", printed));
  }

  private static void stop(Process process) throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  private static List<ProcessHandle> servers() {
    return ProcessHandle.allProcesses()
        .filter(p -> p.info().command().filter(c -> c.startsWith(HOME.toString())).isPresent())
        .toList();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
