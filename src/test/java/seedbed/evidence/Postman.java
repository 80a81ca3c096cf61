package seedbed.evidence;

import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Sends forms with a file, and fetches files, as a browser would.
@Singleton
final class Postman {

  private static final String BOUNDARY = "a-line-between";

  private final EmbeddedServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  Postman(EmbeddedServer server) {
    this.server = server;
  }

  HttpResponse<byte[]> send(
      String path, String session, Map<String, String> fields, String name, byte[] file) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach((field, value) ->
        write(
            body,
            "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(BOUNDARY, field, value)));
    write(
        body,
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            .formatted(BOUNDARY, name));
    body.writeBytes(file);
    write(body, "\r\n--" + BOUNDARY + "--\r\n");
    return answer(
        request(path, session)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  HttpResponse<byte[]> fetch(String path, String session) {
    return answer(request(path, session).GET());
  }

  private HttpRequest.Builder request(String path, String session) {
    return HttpRequest.newBuilder(server.getURI().resolve(path))
        .header("Accept", "text/html,*/*")
        .header("Cookie", session);
  }

  private HttpResponse<byte[]> answer(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError("No answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static void write(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
