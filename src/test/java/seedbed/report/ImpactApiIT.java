package seedbed.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seedbed.company.Companies;
import seedbed.seed.DemoPool;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ImpactApiIT {

  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  private static final String GIANT = "/api/v1/impact?from=cn-xjr-2022&to=cn-xjr-2026";

  @Inject Site site;
  @Inject DemoPool demo;
  @Inject Companies companies;

  @MockBean(Clock.class)
  Clock clock() {
    return Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
  }

  @BeforeAll
  void demonstrationPool() {
    demo.refill();
  }

  @AfterAll
  void nothingIsLeft() {
    demo.clear();
  }

  @Test
  void everyCompanyIsCountedOnce() throws IOException {
    var impact = ready(GIANT);

    var counts =
        IntStream.of(
            impact.at("/counts/still-meets").asInt(),
            impact.at("/counts/newly-meets").asInt(),
            impact.at("/counts/falls-out").asInt(),
            impact.at("/counts/undecided").asInt(),
            impact.at("/counts/neither").asInt());
    assertThat(counts.sum()).isEqualTo((int) companies.count());
    assertThat(impact.path("companies").asLong()).isEqualTo(companies.count());
  }

  @Test
  void whoFallsOutIsNamedWithBothVerdictsAndAReason() throws IOException {
    var impact = ready(GIANT);

    assertThat(impact.path("list").asText()).isEqualTo("falls-out");
    assertThat(impact.path("total").asInt())
        .isPositive()
        .isEqualTo(impact.at("/counts/falls-out").asInt());
    assertThat(impact.path("items"))
        .isNotEmpty()
        .allSatisfy(line -> {
          assertThat(line.path("before").asText()).isEqualTo("met");
          assertThat(line.path("after").asText()).isEqualTo("not-met");
          assertThat(line.path("reason").asText()).startsWith("不满足：");
          assertThat(line.path("region").asText()).matches("\\d{6,12}");
          assertThat(line.path("regionName").asText()).isNotBlank();
        });
  }

  @Test
  void listIsPaged() throws IOException {
    var first = ready(GIANT + "&list=neither&size=1");
    var second = ready(GIANT + "&list=neither&size=1&page=2");

    assertThat(first.path("items")).hasSize(1);
    assertThat(second.at("/items/0/id").asLong()).isNotEqualTo(first.at("/items/0/id").asLong());
    assertThat(ready(GIANT + "&list=neither&page=900").path("items")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "from=cn-xjr-2022, to",
    "from=cn-xjr-1999&to=cn-xjr-2026, from",
    "from=cn-xjr-2022&to=cn-xjr-2022, to",
    "from=cn-xjr-2022&to=cn-xjr-2026&title=nobel-prize, title",
    "from=cn-xjr-2022&to=cn-xjr-2026&track=sideways, track",
    "from=cn-xjr-2022&to=cn-xjr-2026&applicant=nobody, applicant",
    "from=cn-xjr-2022&to=cn-xjr-2026&list=all, list",
    "from=cn-xjr-2022&to=cn-xjr-2026&on=yesterday, on",
    "from=cn-xjr-2022&to=cn-xjr-2026&size=0, size",
  })
  void wrongParameterIsNamed(String query, String field) throws IOException {
    var answer = site.file("/api/v1/impact?" + query);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo(field);
  }

  @Test
  void everyMissingEditionIsNamedAtOnce() throws IOException {
    assertThat(json(site.file("/api/v1/impact")).path("errors").findValuesAsText("field"))
        .containsExactly("from", "to");
  }

  /// A pool that takes longer than the server's patience is asked for again.
  private JsonNode ready(String address) throws IOException {
    var answer = site.file(address);
    while (answer.statusCode() == 202) {
      assertThat(json(answer).path("state").asText()).isEqualTo("working");
      answer = site.file(address);
    }
    assertThat(answer.statusCode()).isEqualTo(200);
    return json(answer);
  }

  private static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
    return new JsonMapper().readTree(answer.body());
  }
}
