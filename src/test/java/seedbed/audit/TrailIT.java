package seedbed.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.annotation.Property;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import seedbed.access.Role;
import seedbed.account.Accounts;
import seedbed.account.NewAccount;
import seedbed.account.Opening;
import seedbed.secret.Sealing;

/// What requests leave on the trail, and what the auditor sees of it.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrailIT {

  private static final String PASSWORD = "Trail-Quiet-Harbour-27";
  private static final TrailFilter EVERYTHING =
      new TrailFilter(null, null, null, null, null, null, null);

  @Inject EmbeddedServer server;
  @Inject TrailRows rows;
  @Inject DataSource dataSource;
  @Inject Sealing sealing;
  @Inject TrailKeys keys;
  @Inject Trail trail;
  @Inject Sealer sealer;
  @Inject Checks checks;
  @Inject Accounts accounts;
  @Inject Opening opening;

  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  void openAccounts() {
    for (Role role : List.of(Role.AUDITOR, Role.OFFICE, Role.INSPECTOR)) {
      if (!accounts.existsByUsername("trail-" + role.code())) {
        opening.open(
            NewAccount.of("trail-" + role.code(), role, "320682", "某某").inUnit("某局"), PASSWORD);
      }
    }
  }

  @Test
  void aSignInIsThereWithWhoAndFromWhereAndAFailedOneWithoutTheName() throws Exception {
    token(Role.OFFICE);
    TrailRow done = newest();
    signIn("trail-office", "wrong");
    TrailRow wrong = newest();

    assertThat(done.account()).isEqualTo(number(Role.OFFICE));
    assertThat(done.asked().act()).isEqualTo("sign-in");
    assertThat(done.address()).isEqualTo("127.0.0.1");
    assertThat(done.outcome()).isEqualTo(Outcome.DONE);
    assertThat(wrong.account()).isNull();
    assertThat(wrong.result()).isEqualTo(401);
    assertThat(wrong.asked().about())
        .isEqualTo(done.asked().about())
        .satisfies(about -> assertThat(about.toString()).doesNotContain("trail-office"));
  }

  /// Nobody stands before this server: whatever a request says about itself is not believed.
  @Test
  void fromWhereIsNotWhatTheRequestClaims() throws Exception {
    http.send(
        HttpRequest.newBuilder(server.getURI().resolve("/api/v1/sessions"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer of-nobody")
            .header("Forwarded", "for=6.6.6.6")
            .header("X-Forwarded-For", "6.6.6.6")
            .POST(BodyPublishers.ofString("{\"username\":\"x\",\"password\":\"wrong\"}"))
            .build(),
        BodyHandlers.ofString());

    assertThat(newest().address()).isEqualTo("127.0.0.1");
  }

  @Test
  void whatIsRefusedIsThere() throws Exception {
    String inspector = token(Role.INSPECTOR);

    assertThat(get("/trail", inspector).statusCode()).isEqualTo(404);

    TrailRow refused = newest();
    assertThat(refused.account()).isEqualTo(number(Role.INSPECTOR));
    assertThat(refused.asked().act()).isEqualTo("read-trail");
    assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void aFileThatLeavesIsThereAndAPageIsNot() throws Exception {
    String office = token(Role.OFFICE);
    get("/companies.csv?q=abcdef", office);
    TrailRow file = newest();

    get("/companies", office);

    assertThat(file.asked().route()).isEqualTo("/companies.csv");
    assertThat(file.outcome()).isEqualTo(Outcome.DONE);
    assertThat(newest().id()).isEqualTo(file.id());
  }

  @Test
  void anActWithoutResultIsShownAsUnknown() throws Exception {
    var ids = new EntryIds();
    Note begun =
        new Note(
            ids.next(Instant.now()),
            number(Role.OFFICE),
            null,
            null,
            null,
            new Note.Asked("import", "POST", "/imports", null),
            null,
            "127.0.0.1");

    trail.add(begun).stored().join();

    assertThat(newest().id()).isEqualTo(begun.id());
    assertThat(newest().outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void whatIsStoredAlreadyIsNoFailureWhenItComesAgain() {
    Note note =
        new Note(
            new EntryIds().next(Instant.now()),
            null,
            null,
            null,
            200,
            new Note.Asked("import", "POST", "/imports", null),
            "一次",
            "127.0.0.1");
    trail.add(note).stored().join();

    assertThatCode(() -> trail.add(note).stored().join()).doesNotThrowAnyException();
  }

  @Test
  void anErrorEndsNoWriterAndIsTold() throws Exception {
    var troubles = new AtomicInteger(8);
    var troubled =
        (DataSource)
            Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (_, method, arguments) -> {
                  if (troubles.getAndDecrement() > 0) {
                    throw new StackOverflowError("made up");
                  }
                  return method.invoke(
                      DelegatingDataSource.unwrapDataSource(dataSource), arguments);
                });
    var own = new Trail(troubled, sealing, keys);
    var ids = new EntryIds();

    for (int i = 0; i < 8; i++) {
      var stored = own.add(refused(ids)).stored();
      assertThatThrownBy(() -> stored.get(10, TimeUnit.SECONDS))
          .hasCauseInstanceOf(StackOverflowError.class);
    }
    assertThatCode(() -> own.add(refused(ids)).stored().get(10, TimeUnit.SECONDS))
        .doesNotThrowAnyException();
  }

  private static Note refused(EntryIds ids) {
    return new Note(
        ids.next(Instant.now()),
        null,
        null,
        null,
        403,
        new Note.Asked("import", "POST", "/imports", null),
        null,
        "127.0.0.1");
  }

  @Test
  void nobodyWaitsForEver() {
    var never = new CompletableFuture<@Nullable Void>();

    assertThatThrownBy(() -> Trail.await(never, Duration.ofMillis(20)))
        .hasCauseInstanceOf(TimeoutException.class);
    assertThat(never).isNotDone();
  }

  @Test
  void theAuditorSeesNarrowsVerifiesAndExports() throws Exception {
    String auditor = token(Role.AUDITOR);
    get("/trail", auditor);
    trail.drain();
    Verification found = checks.run(null, _ -> {});

    var page = Jsoup.parse(get("/trail?account=trail-auditor&result=done", auditor).body());

    assertThat(found.problems()).isEmpty();
    assertThat(page.select("h1 + p").text()).contains("没有发现改动");
    assertThat(page.select("tbody th").eachText()).isNotEmpty().containsOnly("trail-auditor");
    assertThat(get("/trail.csv", auditor).body()).contains("链校验值", "查阅审计记录");
    assertThat(get("/trail.xlsx", auditor).statusCode()).isEqualTo(200);
    assertThat(get("/api/v1/trail", auditor).body()).contains("\"hash\"", "\"entries\"");
  }

  @Test
  void olderEntriesAreOnThePageAfter() throws Exception {
    String auditor = token(Role.AUDITOR);
    long last = newest().id();

    String page = get("/trail?before=" + last, auditor).body();
    String first = get("/api/v1/trail?before=" + last, auditor).body();

    assertThat(Jsoup.parse(page).select("h1").text()).isEqualTo("审计记录");
    assertThat(first).contains("\"entries\"");
    assertThat(rows.list(EVERYTHING, 1).getFirst().id()).isGreaterThan(last);
  }

  @Test
  void theHeadStandsOnPapers() throws Exception {
    sealer.sealFrom(0);

    var page = Jsoup.parse(get("/editions/cn-xjr-2022", token(Role.OFFICE)).body());

    assertThat(page.select(".imprint").text())
        .matches(Pattern.compile("审计链 [0-9]+-[0-9a-f]{16}，.*"));
  }

  private TrailRow newest() {
    trail.drain();
    return rows.list(EVERYTHING, 1).getFirst();
  }

  private Long number(Role role) {
    return accounts.findByUsername("trail-" + role.code()).orElseThrow().id();
  }

  private String token(Role role) throws Exception {
    var matcher =
        Pattern.compile("\"token\":\"([^\"]+)\"")
            .matcher(signIn("trail-" + role.code(), PASSWORD).body());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private HttpResponse<String> signIn(String name, String password) throws Exception {
    var body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password);
    return http.send(
        HttpRequest.newBuilder(server.getURI().resolve("/api/v1/sessions"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer of-nobody")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path, String token) throws Exception {
    URI uri = server.getURI().resolve(path);
    return http.send(
        HttpRequest.newBuilder(uri)
            .header("Authorization", "Bearer " + token)
            .header("Accept", "text/html,application/json,*/*")
            .build(),
        BodyHandlers.ofString());
  }
}
