package seedbed.startup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A program that acts as somebody, with a token and therefore without a form's own.
public final class TokenClient {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String BOUNDARY = "----seedbed-test";

  private final URI server;
  private final String token;

  private TokenClient(URI server, String token) {
    this.server = server;
    this.token = token;
  }

  public static TokenClient signedIn(URI server, String name, String password)
      throws IOException, InterruptedException {
    String body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password);
    String answer =
        HTTP.send(
                HttpRequest.newBuilder(server.resolve("/api/v1/sessions"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body))
                    .build(),
                BodyHandlers.ofString())
            .body();
    var token = TOKEN.matcher(answer);
    if (!token.find()) {
      throw new AssertionError(name + " was not let in: " + answer);
    }
    return new TokenClient(server, token.group(1));
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HTTP.send(asking(path).build(), BodyHandlers.ofString());
  }

  public HttpResponse<String> delete(String path) throws IOException, InterruptedException {
    return HTTP.send(asking(path).DELETE().build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, Map<String, List<String>> fields)
      throws IOException, InterruptedException {
    return HTTP.send(posting(path, FORM, form(fields)), BodyHandlers.ofString());
  }

  /// The same without waiting for the answer, which may never come.
  CompletableFuture<HttpResponse<String>> begin(String path, Map<String, List<String>> fields) {
    return HTTP.sendAsync(posting(path, FORM, form(fields)), BodyHandlers.ofString());
  }

  /// Sends a file as the field `file`.
  HttpResponse<String> upload(String path, String name, String content)
      throws IOException, InterruptedException {
    String body =
        """
        --%1$s\r
        Content-Disposition: form-data; name="file"; filename="%2$s"\r
        Content-Type: application/octet-stream\r
        \r
        %3$s\r
        --%1$s--\r
        """
            .formatted(BOUNDARY, name, content);
    return HTTP.send(
        posting(
            path,
            "multipart/form-data; boundary=" + BOUNDARY,
            BodyPublishers.ofString(body, UTF_8)),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder asking(String path) {
    return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", "Bearer " + token);
  }

  private HttpRequest posting(String path, String type, BodyPublisher body) {
    return asking(path).header("Content-Type", type).POST(body).build();
  }

  private static BodyPublisher form(Map<String, List<String>> fields) {
    return BodyPublishers.ofString(
        fields.entrySet().stream()
            .flatMap(field ->
                field.getValue().stream()
                    .map(value -> field.getKey() + "=" + URLEncoder.encode(value, UTF_8)))
            .collect(Collectors.joining("&")));
  }
}
