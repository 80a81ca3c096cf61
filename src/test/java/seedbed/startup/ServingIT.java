package seedbed.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
final class ServingIT {

  @Inject
  @Client("/")
  HttpClient http;

  @Inject List<Flyway> migrations;

  @Test
  void healthIsUpWhenTheDatabaseAnswers() {
    assertThat(get("/health")).isEqualTo("{\"status\":\"UP\"}");
  }

  @Test
  void metricsAreServedForPrometheus() {
    assertThat(get("/prometheus")).contains("# TYPE jvm_memory_used_bytes gauge");
  }

  @Test
  void interfaceIsDescribedAndShownWithoutTheInternet() {
    assertThat(get("/openapi/seedbed.yml")).startsWith("openapi: 3.");
    assertThat(get("/openapi/index.html"))
        .contains("/static/vendor/swagger-ui/swagger-ui-bundle.js")
        .doesNotContain("://");
    assertThat(get("/static/vendor/swagger-ui/swagger-ui-bundle.js")).contains("SwaggerUIBundle");
  }

  @Test
  void everyMigrationHasRun() {
    assertThat(migrations)
        .isNotEmpty()
        .allSatisfy(each -> {
          assertThat(each.info().applied()).isNotEmpty();
          assertThat(each.info().pending()).isEmpty();
        });
  }

  private String get(String path) {
    return http.toBlocking().retrieve(path);
  }
}
