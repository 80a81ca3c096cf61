package seedbed.startup;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A running Seedbed: the database, the container and the web server, stopped in reverse order.
public final class Seedbed implements AutoCloseable {

  private final Optional<EmbeddedDatabase> embedded;
  private final ApplicationContext context;
  private final EmbeddedServer server;

  private Seedbed(
      Optional<EmbeddedDatabase> embedded, ApplicationContext context, EmbeddedServer server) {
    this.embedded = embedded;
    this.context = context;
    this.server = server;
  }

  /// Starts it as the environment says, or throws the sentence that says why not.
  public static Seedbed start(Map<String, String> environment) {
    Settings settings = Settings.from(environment);
    settings.requireFreePort();
    settings.given().ifPresent(DatabaseAddress::check);

    Optional<EmbeddedDatabase> embedded =
        settings.given().isPresent()
            ? Optional.empty()
            : Optional.of(EmbeddedDatabase.start(settings.home()));
    DatabaseAddress address =
        embedded.map(EmbeddedDatabase::address).or(settings::given).orElseThrow();
    ApplicationContext context =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .banner(false)
            .properties(properties(settings, address))
            .build();
    boolean started = false;
    try {
      context.start();
      EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
      started = true;
      return new Seedbed(embedded, context, server);
    } catch (RuntimeException e) {
      throw StartFailures.explain(e, settings);
    } finally {
      if (!started) {
        context.close();
        embedded.ifPresent(EmbeddedDatabase::close);
      }
    }
  }

  private static Map<String, Object> properties(Settings settings, DatabaseAddress address) {
    Map<String, Object> properties = new HashMap<>(settings.secrets());
    properties.put("datasources.default.url", address.pooledUrl());
    properties.put("datasources.default.username", address.user());
    properties.put("datasources.default.password", address.password());
    // Others come through a proxy that speaks TLS.
    properties.put("micronaut.server.host", "127.0.0.1");
    properties.put("micronaut.server.port", settings.port());
    properties.put("seedbed.home", settings.home().toString());
    properties.put("seedbed.demo", settings.demo());
    properties.put("seedbed.secret.folder", settings.home().resolve("keys").toString());
    return properties;
  }

  /// Where a browser finds it.
  public String address() {
    return "http://127.0.0.1:" + server.getPort();
  }

  @Override
  public void close() {
    context.close();
    embedded.ifPresent(EmbeddedDatabase::close);
  }
}
