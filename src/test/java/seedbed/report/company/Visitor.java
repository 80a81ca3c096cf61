package seedbed.report.company;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// Asks the server for pages as a browser without scripts does, one step at a time.
record Visitor(HttpClient http, URI server) {

  static Visitor at(URI server) {
    return new Visitor(HttpClient.newHttpClient(), server);
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(server.resolve(path)).build());
  }

  HttpResponse<String> post(String path, String form) {
    return send(
        HttpRequest.newBuilder(server.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  Document page(String path) {
    var answer = get(path);
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + " answered " + answer.statusCode());
    }
    return Jsoup.parse(answer.body());
  }

  /// A file.
  byte[] bytes(String path) {
    return send(HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofByteArray())
        .body();
  }

  private HttpResponse<String> send(HttpRequest request) {
    return send(request, BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request, handler);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
