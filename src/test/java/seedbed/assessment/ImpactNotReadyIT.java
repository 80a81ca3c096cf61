package seedbed.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import seedbed.company.Companies;
import seedbed.company.VisibleCompanies;
import seedbed.criteria.Editions;
import seedbed.criteria.Selection;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Checklist.Applicant;

@MicronautTest(transactional = false)
class ImpactNotReadyIT {

  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final Duration NO_TIME = Duration.ofMillis(1);
  private static final String GIANT =
      "/api/v1/impact?from=cn-xjr-2022&to=cn-xjr-2026&on=2026-11-21";

  /// All work waits behind a gate, so that it can be looked at undone.
  private final CountDownLatch gate = new CountDownLatch(1);

  private final ExecutorService oneAtATime = Executors.newSingleThreadExecutor();

  @Inject
  @Client("/")
  HttpClient client;

  @Inject PoolImpact pool;
  @Inject Editions editions;

  @MockBean(PoolImpact.class)
  PoolImpact impact(Companies companies, VisibleCompanies visible, Dossiers dossiers, Basis basis) {
    oneAtATime.execute(this::waitAtTheGate);
    return new PoolImpact(
        companies,
        visible,
        dossiers,
        basis,
        oneAtATime,
        new Turn(),
        new Patience(NO_TIME, NO_TIME, 500),
        Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")));
  }

  private void waitAtTheGate() {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void openTheGate() {
    gate.countDown();
    oneAtATime.close();
  }

  @Test
  void unfinishedImpactAsksToComeAgainAndAStoppedOneSaysSo() {
    var unfinished = client.toBlocking().exchange(HttpRequest.GET(GIANT), String.class);

    assertThat(unfinished.code()).isEqualTo(202);
    assertThat(unfinished.header("Retry-After")).matches("\\d+");
    assertThat(unfinished.body()).contains("\"working\"").contains("\"percent\":0");

    pool.stop(checklist("cn-xjr-2022"), checklist("cn-xjr-2026"), TODAY);
    var stopped =
        assertThrows(
            HttpClientResponseException.class,
            () ->
                client
                    .toBlocking()
                    .exchange(HttpRequest.GET(GIANT), Argument.STRING, Argument.STRING));

    assertThat(stopped.getStatus().getCode()).isEqualTo(409);
    assertThat(stopped.getResponse().getContentType().orElseThrow().getName())
        .isEqualTo("application/problem+json");
    assertThat(stopped.getResponse().getBody(String.class).orElseThrow()).contains("已被停止");
  }

  private Checklist checklist(String edition) {
    return switch (editions.checklist(edition, "general", Applicant.NEW, TODAY)) {
      case Selection.Found(var checklist) -> checklist;
      case Selection other -> throw new AssertionError(other);
    };
  }
}
