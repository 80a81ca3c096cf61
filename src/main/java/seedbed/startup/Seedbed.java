package seedbed.startup;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A running Seedbed: the database, the container and the web server, stopped in reverse order.
public final class Seedbed implements AutoCloseable {

  private final Optional<EmbeddedDatabase> embedded;
  private final ApplicationContext context;

  private Seedbed(Optional<EmbeddedDatabase> embedded, ApplicationContext context) {
    this.embedded = embedded;
    this.context = context;
  }

  /// Starts it as the environment says, or throws the sentence that says why not.
  public static Seedbed start(Map<String, String> environment) {
    Settings settings = Settings.from(environment);
    settings.requireFreePort();
    return start(settings, context -> context.getBean(EmbeddedServer.class).start());
  }

  /// Starts the database and the container alone, for a command that serves nobody.
  public static Seedbed open(Map<String, String> environment) {
    return start(Settings.from(environment), _ -> {});
  }

  private static Seedbed start(Settings settings, Consumer<ApplicationContext> serving) {
    settings.given().ifPresent(DatabaseAddress::check);
    settings.owner().ifPresent(DatabaseAddress::check);
    Optional<EmbeddedDatabase> embedded =
        settings.given().isPresent()
            ? Optional.empty()
            : Optional.of(EmbeddedDatabase.start(settings.home()));
    ApplicationContext context =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .banner(false)
            .properties(properties(settings, embedded))
            .build();
    boolean started = false;
    try {
      context.start();
      serving.accept(context);
      started = true;
      return new Seedbed(embedded, context);
    } catch (RuntimeException e) {
      throw StartFailures.explain(e, settings);
    } finally {
      if (!started) {
        context.close();
        embedded.ifPresent(EmbeddedDatabase::close);
      }
    }
  }

  private static Map<String, Object> properties(
      Settings settings, Optional<EmbeddedDatabase> embedded) {
    Map<String, Object> properties = new HashMap<>(settings.secrets());
    DatabaseAddress pool = embedded.map(EmbeddedDatabase::pool).or(settings::given).orElseThrow();
    properties.putAll(pool.poolProperties());
    embedded
        .map(EmbeddedDatabase::address)
        .or(settings::owner)
        .ifPresent(owner -> properties.putAll(owner.ownerProperties()));
    // Others come through a proxy that speaks TLS.
    properties.put("micronaut.server.host", "127.0.0.1");
    properties.put("micronaut.server.port", settings.port());
    properties.put("seedbed.home", settings.home().toString());
    properties.put("seedbed.demo", settings.demo());
    properties.putIfAbsent("seedbed.evidence.files", settings.home().resolve("files").toString());
    properties.put("seedbed.secret.folder", settings.home().resolve("keys").toString());
    properties.put("seedbed.audit.heads", settings.home().resolve("trail-heads").toString());
    return properties;
  }

  /// Where a browser finds it.
  public String address() {
    return "http://127.0.0.1:" + context.getBean(EmbeddedServer.class).getPort();
  }

  /// A part of it, for a command.
  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
    embedded.ifPresent(EmbeddedDatabase::close);
  }
}
