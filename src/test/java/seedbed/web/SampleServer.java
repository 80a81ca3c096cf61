package seedbed.web;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;

/// Serves the sample pages to a browser: `SampleServer 18090`.
final class SampleServer {

  private SampleServer() {}

  public static void main(String[] args) {
    var server =
        ApplicationContext.builder()
            .properties(
                Map.of(
                    "samples",
                    true,
                    "micronaut.server.port",
                    args[0],
                    "datasources.default.enabled",
                    false))
            .run(EmbeddedServer.class);
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
  }
}
