package seedbed.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("群机器人的答复")
final class HttpPostingTest {

  private static final int ENDLESS = 64 * 1024 * 1024;

  private final AtomicLong sent = new AtomicLong();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/short",
        exchange -> {
          byte[] body = "{\"errcode\":0}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.createContext(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] piece = new byte[8192];
          try (OutputStream body = exchange.getResponseBody()) {
            while (sent.addAndGet(piece.length) < ENDLESS) {
              body.write(piece);
            }
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String post(String path) throws IOException {
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    try (HttpClient http = HttpClient.newHttpClient()) {
      return HttpPosting.answer(http, HttpRequest.newBuilder(address).build());
    }
  }

  @Test
  @DisplayName("正常的答复原样读到")
  void aShortAnswerIsRead() throws IOException {
    assertThat(post("/short")).isEqualTo("{\"errcode\":0}");
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  @DisplayName("没完没了的答复读到上限就断开")
  void anAnswerWithoutEndIsCutOff() {
    assertThatThrownBy(() -> post("/endless")).isInstanceOf(IOException.class);
    assertThat(sent.get()).isLessThan(ENDLESS);
  }
}
