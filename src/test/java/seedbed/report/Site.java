package seedbed.report;

import io.micronaut.http.HttpStatus;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// Asks the running server as a browser would.
@Singleton
final class Site {

  private final EmbeddedServer server;
  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

  Site(EmbeddedServer server) {
    this.server = server;
  }

  /// A page that has to be there.
  Document page(String address) {
    return page(address, HttpStatus.OK);
  }

  Document page(String address, HttpStatus expected) {
    var answer = send(HttpRequest.newBuilder(uri(address)).build(), BodyHandlers.ofString());
    if (answer.statusCode() != expected.getCode()) {
      throw new AssertionError(address + " answered " + answer.statusCode());
    }
    return Jsoup.parse(answer.body(), server.getURL().toString());
  }

  HttpResponse<byte[]> file(String address) {
    return send(HttpRequest.newBuilder(uri(address)).build(), BodyHandlers.ofByteArray());
  }

  /// Presses a button of a form without fields; follows to the page it leads to.
  Document press(String address, String body) {
    var request =
        HttpRequest.newBuilder(uri(address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return Jsoup.parse(send(request, BodyHandlers.ofString()).body(), server.getURL().toString());
  }

  private URI uri(String address) {
    return server.getURI().resolve(address);
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request, handler);
    } catch (IOException e) {
      throw new AssertionError(request.uri() + " gave no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
