package seedbed.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.account.AccountSettings;
import seedbed.account.Accounts;
import seedbed.account.NewAccount;
import seedbed.account.Opening;
import seedbed.signin.Sessions;

@MicronautTest(transactional = false)
final class ServingIT {

  @Inject
  @Client("/")
  HttpClient http;

  @Inject Accounts accounts;
  @Inject Opening opening;
  @Inject AccountSettings settings;
  @Inject Sessions sessions;
  @Inject List<Flyway> migrations;

  @Test
  void healthIsUpWhenTheDatabaseAnswers() {
    assertThat(get("/health")).isEqualTo("{\"status\":\"UP\"}");
  }

  @Test
  void metricsAreServedForWhoKeepsTheSystem() {
    var prometheus =
        accounts
            .findByUsername("prometheus")
            .orElseGet(() ->
                opening.program(
                    NewAccount.of("prometheus", Role.ADMIN, settings.region(), "监控系统")));
    var order = new Sessions.TokenOrder(prometheus, "监控", Instant.now().plusSeconds(60), true);
    var token = sessions.issue(order).token().text();

    var asked = HttpRequest.GET("/prometheus").bearerAuth(token);

    assertThat(http.toBlocking().retrieve(asked)).contains("# TYPE jvm_memory_used_bytes gauge");
    assertThatThrownBy(() -> get("/prometheus")).hasMessageContaining("没有找到");
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
