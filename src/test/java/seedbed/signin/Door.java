package seedbed.signin;

import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// Knocks as a browser or a program would, and does not follow where it is sent.
@Singleton
public final class Door {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final EmbeddedServer server;
  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private final LockRows locks;

  Door(EmbeddedServer server, LockRows locks) {
    this.server = server;
    this.locks = locks;
  }

  /// Whatever was tried before, the next one begins afresh.
  public void forgetLocks() {
    locks.forgetAll();
  }

  /// What was answered.
  public record Answer(int code, String location, String cookie, String body) {

    public Document page() {
      return Jsoup.parse(body);
    }

    /// The token that the forms of the page carry.
    public String formToken() {
      return page().select("[name=csrfToken]").attr("value");
    }

    /// The session as the browser sends it back.
    public String session() {
      return cookie.split(";", -1)[0];
    }
  }

  /// @param session as [Answer#session()] gives it; null when nobody is signed in
  public Answer page(String path, @Nullable String session) {
    return send(with(session, to(path)).GET());
  }

  public Answer form(String path, @Nullable String session, Map<String, String> fields) {
    return send(
        with(session, to(path))
            .header("Content-Type", FORM)
            .POST(BodyPublishers.ofString(encoded(fields))));
  }

  /// A form that the page's script sends while it is being filled in.
  public Answer scripted(String path, @Nullable String session, Map<String, String> fields) {
    return send(
        with(session, to(path))
            .header("Content-Type", FORM)
            .header("HX-Request", "true")
            .POST(BodyPublishers.ofString(encoded(fields))));
  }

  /// A form in which a field may stand more than once.
  public Answer manyForm(String path, @Nullable String session, Map<String, List<String>> fields) {
    String body =
        fields.entrySet().stream()
            .flatMap(field ->
                field.getValue().stream().map(value -> encoded(Map.of(field.getKey(), value))))
            .collect(Collectors.joining("&"));
    return send(
        with(session, to(path)).header("Content-Type", FORM).POST(BodyPublishers.ofString(body)));
  }

  public Answer signIn(String username, String password, String to) {
    return form("/sign-in", null, Map.of("username", username, "password", password, "to", to));
  }

  public Answer program(String method, String path, @Nullable String token, String json) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.getURI().resolve(path))
            .header("Accept", "application/json")
            .header("Content-Type", "application/json");
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return send(
        request.method(
            method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(server.getURI().resolve(path))
        .header("Accept", "text/html, */*;q=0.8");
  }

  private static HttpRequest.Builder with(@Nullable String session, HttpRequest.Builder request) {
    return session == null ? request : request.header("Cookie", session);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(
          answer.statusCode(),
          answer.headers().firstValue("Location").orElse(""),
          sessionFirst(answer.headers().allValues("Set-Cookie")),
          answer.body());
    } catch (IOException e) {
      throw new AssertionError("No answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  // What a page says once comes in a cookie of its own.
  private static String sessionFirst(List<String> cookies) {
    return cookies.stream()
        .filter(cookie -> cookie.contains("seedbed-session="))
        .findFirst()
        .orElse(cookies.isEmpty() ? "" : cookies.getFirst());
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
