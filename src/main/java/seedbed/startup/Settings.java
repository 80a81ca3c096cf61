package seedbed.startup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the environment says about this start.
///
/// @param home data directory of the embedded database
/// @param given the database to use instead of the embedded one
/// @param owner the same database for the user that owns its tables, when it is another one
/// @param port the port to listen on; 0 takes any free one
/// @param demo whether to load the demonstration pool into an empty database
/// @param secrets what goes on as it is, keys and first passwords among it, by property
record Settings(
    Path home,
    Optional<DatabaseAddress> given,
    Optional<DatabaseAddress> owner,
    int port,
    boolean demo,
    Map<String, String> secrets) {

  /// What comes from the environment alone, and the property it becomes.
  private static final Map<String, String> SECRETS =
      Map.of(
          "SEEDBED_KEY", "seedbed.secret.key",
          "SEEDBED_ADMIN_PASSWORD", "seedbed.account.admin-password",
          "SEEDBED_DEMO_PASSWORD", "seedbed.account.demo-password",
          "SEEDBED_FILES", "seedbed.evidence.files",
          "SEEDBED_FONT", "seedbed.pdf.font",
          "SEEDBED_CLAMAV", "seedbed.evidence.clamav",
          "SEEDBED_ROBOTS", "seedbed.reminder.robots");

  private static final Map<String, String> MAIL =
      Map.of(
          "SEEDBED_MAIL_FROM", "seedbed.reminder.mail-from",
          "SEEDBED_MAIL_HOST", "javamail.properties.mail.smtp.host",
          "SEEDBED_MAIL_PORT", "javamail.properties.mail.smtp.port",
          "SEEDBED_MAIL_USER", "javamail.authentication.username",
          "SEEDBED_MAIL_PASSWORD", "javamail.authentication.password");

  static Settings from(Map<String, String> environment) {
    Optional<DatabaseAddress> given =
        value(environment, "SEEDBED_JDBC_URL")
            .map(url ->
                new DatabaseAddress(
                    url,
                    value(environment, "SEEDBED_JDBC_USER").orElse("root"),
                    value(environment, "SEEDBED_JDBC_PASSWORD").orElse("")));
    return new Settings(
        home(value(environment, "SEEDBED_HOME").orElse(".seedbed")),
        given,
        given.flatMap(pool -> owner(pool, environment)),
        port(value(environment, "MICRONAUT_SERVER_PORT").orElse("8080")),
        value(environment, "SEEDBED_DEMO").map(Settings::flag).orElse(given.isEmpty()),
        secrets(environment));
  }

  private static Optional<DatabaseAddress> owner(
      DatabaseAddress pool, Map<String, String> environment) {
    return value(environment, "SEEDBED_JDBC_OWNER_USER")
        .map(user ->
            new DatabaseAddress(
                pool.url(), user, value(environment, "SEEDBED_JDBC_OWNER_PASSWORD").orElse("")));
  }

  private static Map<String, String> secrets(Map<String, String> environment) {
    Map<String, String> secrets = new HashMap<>();
    SECRETS.forEach((name, property) ->
        value(environment, name).ifPresent(secret -> secrets.put(property, secret)));
    MAIL.forEach((name, property) ->
        value(environment, name).ifPresent(setting -> secrets.put(property, setting)));
    if (secrets.containsKey("javamail.authentication.username")) {
      secrets.put("javamail.properties.mail.smtp.auth", "true");
      secrets.put("javamail.properties.mail.smtp.starttls.required", "true");
    }
    secrets.putAll(Choices.of(environment));
    return Map.copyOf(secrets);
  }

  /// Without the secrets, so that they never reach a log.
  @Override
  public String toString() {
    return home + ", port " + port;
  }

  /// Tried before anything else starts, so that a second start fails at once.
  void requireFreePort() {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw portRefused(port, e);
    }
  }

  static StartFailure portRefused(int port, Throwable cause) {
    if (String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("permission")) {
      return new StartFailure(
          "没有权限使用端口 " + port + "：请用 MICRONAUT_SERVER_PORT 指定 1024 以上的端口，例如 8081。", cause);
    }
    return new StartFailure(
        "端口 " + port + " 已被占用：请先停止占用它的程序，或用 MICRONAUT_SERVER_PORT 指定另一个端口，例如 8081。", cause);
  }

  static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private static Path home(String value) {
    try {
      return Path.of(value).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new StartFailure("SEEDBED_HOME 应为一个目录，现在是“" + value + "”。", e);
    }
  }

  private static int port(String value) {
    if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65535) {
      throw new StartFailure("MICRONAUT_SERVER_PORT 应为 0 到 65535 之间的整数，现在是“" + value + "”。");
    }
    return Integer.parseInt(value);
  }

  private static boolean flag(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new StartFailure("SEEDBED_DEMO 只能是 true 或 false，现在是“" + value + "”。");
    };
  }
}
