package seedbed.reminder;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/// Posts to addresses that are allowed, and does not follow where they send it.
@Singleton
final class HttpPosting implements Posting {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LONGEST_ANSWER = 16_000;

  private final AllowedAddress allowed;
  private final HttpClient http =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(PATIENCE)
          .build();

  HttpPosting(DeliverySettings settings) {
    allowed = new AllowedAddress(settings.hosts(), InetAddress::getAllByName);
  }

  @Override
  public String post(URI address, String json) throws IOException {
    Optional<String> refusal = allowed.refusal(address);
    if (refusal.isPresent()) {
      throw new IOException(refusal.get());
    }
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    return answer(http, request);
  }

  static String answer(HttpClient http, HttpRequest request) throws IOException {
    try {
      HttpResponse<String> answer =
          http.send(
              request,
              HttpResponse.BodyHandlers.limiting(
                  HttpResponse.BodyHandlers.ofString(), LONGEST_ANSWER));
      if (answer.statusCode() != 200) {
        throw new IOException("对方答复 " + answer.statusCode());
      }
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("发送被中断", e);
    }
  }
}
