package seedbed.evidence;

import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Sends forms with a file, and fetches files, as a browser would.
@Singleton
public final class Postman {

  private static final String BOUNDARY = "a-line-between";

  private final EmbeddedServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  Postman(EmbeddedServer server) {
    this.server = server;
  }

  /// What a signed-in browser sends: the token of its page and who it is.
  public record Visitor(String session, String token) {}

  /// A file in a field of a form.
  public record Attached(String field, String name, ByteBuffer bytes) {
    public Attached(String field, String name, byte[] bytes) {
      this(field, name, ByteBuffer.wrap(bytes));
    }
  }

  public HttpResponse<byte[]> send(
      String path, Visitor visitor, Map<String, String> fields, String name, byte[] file) {
    return send(path, visitor, fields, List.of(new Attached("file", name, file)));
  }

  public HttpResponse<byte[]> send(
      String path, Visitor visitor, Map<String, String> fields, List<Attached> files) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    writeField(body, "csrfToken", visitor.token());
    fields.forEach((field, value) -> writeField(body, field, value));
    for (Attached file : files) {
      write(
          body,
          "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
              .formatted(BOUNDARY, file.field(), file.name()));
      body.writeBytes(file.bytes().array());
      write(body, "\r\n");
    }
    write(body, "--" + BOUNDARY + "--\r\n");
    return answer(
        request(path, visitor.session())
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  public HttpResponse<byte[]> fetch(String path, String session) {
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

  private static void writeField(ByteArrayOutputStream body, String field, String value) {
    write(
        body,
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
            .formatted(BOUNDARY, field, value));
  }

  private static void write(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
