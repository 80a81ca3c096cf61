package seedbed.audit;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.startup.Seedbed;
import seedbed.startup.TableOwner;

/// What the trail costs a request, with and without it in turns, and how fast a long one is
/// verified. `mvn test-compile exec:exec@trail-benchmark` prints both.
public final class TrailBenchmark {

  /// The system property by which a benchmark is known from a test.
  static final String RUNNING = "seedbed.benchmark";

  private static final Path HOME = Path.of("target", "trail-benchmark-home");
  private static final String PASSWORD = "Trail-Quiet-Harbour-27";
  private static final int ENTRIES = 1_000_000;
  private static final int WARM_UP = 40;
  private static final int ASKED = 200;
  private static final int AT_ONCE = 5_000;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Seedbed seedbed;

  private TrailBenchmark(Seedbed seedbed) {
    this.seedbed = seedbed;
  }

  public static void main(String[] args) throws IOException, InterruptedException, SQLException {
    int entries = args.length == 0 || args[0].isBlank() ? ENTRIES : Integer.parseInt(args[0]);
    System.setProperty(RUNNING, "true");
    try (Seedbed seedbed =
        Seedbed.start(
            Map.of(
                "SEEDBED_HOME",
                HOME.toString(),
                "MICRONAUT_SERVER_PORT",
                "0",
                "SEEDBED_DEMO",
                "true",
                "SEEDBED_ADMIN_PASSWORD",
                PASSWORD,
                "SEEDBED_DEMO_PASSWORD",
                PASSWORD))) {
      var benchmark = new TrailBenchmark(seedbed);
      benchmark.requests();
      benchmark.verification(entries);
    }
    System.exit(0);
  }

  private interface Request {
    HttpRequest make() throws IOException, InterruptedException;
  }

  @SuppressWarnings("SystemOut")
  private void requests() throws IOException, InterruptedException {
    String token = token();
    String company = firstCompany(token);
    System.out.printf(
        "%n%-44s %12s %12s %8s%n", "Median of a request", "without ms", "with ms", "+ %");
    measure("page that is not recorded", () -> get("/companies/" + company, token));
    measure("file that is recorded", () -> get("/companies.csv?q=a", token));
    measure("question that is posted", () -> ask(token));
    measure("sign-in", this::signIn);
    measure("smallest change: sign-out", () -> signOut(token()));
  }

  @SuppressWarnings("SystemOut")
  private void measure(String label, Request request) throws IOException, InterruptedException {
    SwitchedRecording recording = seedbed.part(SwitchedRecording.class);
    for (int i = 0; i < WARM_UP; i++) {
      time(request);
    }
    double[] without = new double[ASKED];
    double[] with = new double[ASKED];
    for (int i = 0; i < ASKED; i++) {
      recording.turn(false);
      without[i] = time(request);
      recording.turn(true);
      with[i] = time(request);
    }
    double before = median(without);
    double after = median(with);
    System.out.printf(
        "%-44s %12.2f %12.2f %8.1f%n", label, before, after, 100 * (after - before) / before);
  }

  private double time(Request request) throws IOException, InterruptedException {
    HttpRequest made = request.make();
    long start = System.nanoTime();
    int status = http.send(made, BodyHandlers.discarding()).statusCode();
    long took = System.nanoTime() - start;
    if (status >= 400) {
      throw new IllegalStateException(made + " was answered " + status);
    }
    return took / 1e6;
  }

  private static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  @SuppressWarnings("SystemOut")
  private void verification(int entries) throws SQLException {
    Trail trail = seedbed.part(Trail.class);
    var ids = new EntryIds();
    long there = seedbed.part(Sealer.class).sealFrom(0).seq();
    List<CompletableFuture<@Nullable Void>> stored = new ArrayList<>();
    for (long i = there; i < entries; i++) {
      stored.add(trail.add(note(ids.next(Instant.now()), i)).stored());
      if (stored.size() == AT_ONCE) {
        stored.forEach(CompletableFuture::join);
        stored.clear();
      }
    }
    trail.drain();
    for (int i = 0; i < 3; i++) {
      double plain = plainReading();
      long busy = processorMillis();
      Verification found = seedbed.part(Checks.class).run(null, _ -> {});
      System.out.printf(
          "verified %,d entries, which are %,d rows, in %,d ms: %,d entries or %,d rows a second,"
              + " %.2f of plain reading,"
              + " %d problems; processors busy %,d ms, load %.1f%n",
          found.head().seq(),
          found.rows(),
          found.took().toMillis(),
          found.rate(),
          found.rowRate(),
          found.took().toMillis() / plain,
          found.count(),
          processorMillis() - busy,
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
  }

  // Of this process and its database: what others do on the machine does not count.
  private static long processorMillis() {
    return Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().children())
        .mapToLong(process -> process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis())
        .sum();
  }

  // The same rows on one connection, every column looked at and nothing checked.
  private double plainReading() throws SQLException {
    long start = System.nanoTime();
    try (Connection connection = seedbed.part(TableOwner.class).connect();
        Statement statement = Streams.statement(connection)) {
      for (String table : List.of("trail_entry", "trail_link", "trail_detail", "trail_place")) {
        try (ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
          int columns = row.getMetaData().getColumnCount();
          while (row.next()) {
            for (int column = 1; column <= columns; column++) {
              row.getBytes(column);
            }
          }
        }
      }
    }
    return (System.nanoTime() - start) / 1e6;
  }

  // Like a day's: an act and its result, every fourth with what changed, from some places.
  private static Note note(long id, long turn) {
    return new Note(
        id,
        turn % 50,
        turn % 500,
        null,
        turn % 2 == 0 ? null : 303,
        new Note.Asked(
            "keep-accounts",
            "POST",
            "/accounts/{id}",
            new Note.Thing("account", String.valueOf(turn % 1000))),
        turn % 4 == 0 ? "状态：在用 → 停用\n电话：— → 138…" : null,
        "10.0." + turn % 4 + "." + turn % 200);
  }

  private String token() throws IOException, InterruptedException {
    return found("\"token\":\"([^\"]+)\"", signIn());
  }

  private String firstCompany(String token) throws IOException, InterruptedException {
    return found("href=\"/companies/([0-9]+)", get("/companies?demo=yes", token));
  }

  private String found(String pattern, HttpRequest request)
      throws IOException, InterruptedException {
    String body = http.send(request, BodyHandlers.ofString()).body();
    var matcher = Pattern.compile(pattern).matcher(body);
    if (!matcher.find()) {
      throw new IllegalStateException(request + " was answered " + body);
    }
    return matcher.group(1);
  }

  private HttpRequest signIn() {
    String body = "{\"username\":\"office\",\"password\":\"%s\"}".formatted(PASSWORD);
    return HttpRequest.newBuilder(uri("/api/v1/sessions"))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private HttpRequest get(String path, String token) {
    return as(token, path).header("Accept", "text/html,*/*").build();
  }

  private HttpRequest ask(String token) {
    String body =
        """
        {"title": "little-giant", "track": "general", "applicant": "new", "on": "2023-05-01",
         "figures": [{"indicator": "revenue", "year": 2022, "value": 12000}]}
        """;
    return as(token, "/api/v1/verdicts")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private HttpRequest signOut(String token) {
    return as(token, "/api/v1/sessions").DELETE().build();
  }

  private HttpRequest.Builder as(String token, String path) {
    return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token);
  }

  private URI uri(String path) {
    return URI.create(seedbed.address() + path);
  }
}
