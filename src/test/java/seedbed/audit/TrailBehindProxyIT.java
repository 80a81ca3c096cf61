package seedbed.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/// From where, as the trail has it behind a proxy: what the proxy saw, not what a browser claims.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@Property(name = "seedbed.web.public-url", value = "https://pool.example.gov.cn")
final class TrailBehindProxyIT {

  @Inject EmbeddedServer server;
  @Inject TrailRows rows;
  @Inject Trail trail;

  @Test
  void fromWhereIsTheLastThatTheProxySaw() throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      http.send(
          HttpRequest.newBuilder(server.getURI().resolve("/api/v1/sessions"))
              .header("Content-Type", "application/json")
              .header("Authorization", "Bearer of-nobody")
              .header("Forwarded", "for=6.6.6.6")
              .header("X-Forwarded-For", "6.6.6.6, 203.0.113.7")
              .POST(BodyPublishers.ofString("{\"username\":\"x\",\"password\":\"wrong\"}"))
              .build(),
          BodyHandlers.ofString());
    }
    trail.drain();

    var everything = new TrailFilter(null, null, null, null, null, null, null);
    assertThat(rows.list(everything, 1).getFirst().address()).isEqualTo("203.0.113.7");
  }
}
