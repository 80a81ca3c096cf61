package seedbed.access;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Sends requests with somebody's token, or with none, and does not follow where it is sent.
final class Knocker {

  private static final String BOUNDARY = "seedbed-matrix";

  private final URI server;
  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  Knocker(URI server) {
    this.server = server;
  }

  record Answer(int code, String location, String body) {}

  Answer send(String method, String path, @Nullable String token, String type, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .header(
                "Accept",
                path.startsWith("/api/") ? "application/json, */*;q=0.5" : "text/html, */*;q=0.5");
    // A token that nobody has: what comes without any is taken for the office of the other tests.
    request.header("Authorization", "Bearer " + (token == null ? "of-nobody" : token));
    if (body.isEmpty()) {
      return send(request.method(method, BodyPublishers.noBody()));
    }
    return send(
        request
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
  }

  Answer upload(String path, @Nullable String token, String name, String content) {
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
    return send("POST", path, token, "multipart/form-data; boundary=" + BOUNDARY, body);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(
          answer.statusCode(),
          answer.headers().firstValue("Location").orElse(""),
          new String(answer.body(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError("No answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
