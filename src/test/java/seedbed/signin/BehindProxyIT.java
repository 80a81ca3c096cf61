package seedbed.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.account.Account;
import seedbed.account.NewAccount;
import seedbed.account.Opening;

/// Behind a proxy that speaks TLS: its name is answered to, its word on who asks is believed.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@Property(name = "seedbed.web.public-url", value = "https://pool.example.gov.cn")
@Property(name = "seedbed.session.secure", value = "true")
@Property(name = "micronaut.server.host", value = "127.0.0.1")
final class BehindProxyIT {

  private static final String PASSWORD = "Gute-Reise-2026";

  @Inject EmbeddedServer server;
  @Inject Opening opening;
  @Inject Sessions sessions;
  @Inject LockRows locks;

  @BeforeEach
  void begin() {
    locks.forgetAll();
  }

  @Test
  void theCookieIsBoundToThisHostAndTls() throws IOException {
    Account account = anOfficer();

    String answer = signIn(account, "pool.example.gov.cn", "");

    assertThat(answer)
        .startsWith("HTTP/1.1 303")
        .containsIgnoringCase("set-cookie: __Host-seedbed-session=")
        .containsIgnoringCase("; Secure")
        .containsIgnoringCase("HttpOnly")
        .containsIgnoringCase("Strict-Transport-Security: max-age=31536000");
  }

  @Test
  void otherNamesAreNotAnsweredTo() throws IOException {
    assertThat(signIn(anOfficer(), "evil.example", "")).startsWith("HTTP/1.1 421");
  }

  @Test
  void whoAsksIsTheLastThatTheProxySaw() throws IOException {
    Account account = anOfficer();

    signIn(account, "pool.example.gov.cn", "X-Forwarded-For: 6.6.6.6, 203.0.113.7\r\n");

    assertThat(sessions.of(account.id()).getFirst().address()).isEqualTo("203.0.113.7");
  }

  @Test
  void whatIsNoAddressIsNotBelieved() throws IOException {
    Account account = anOfficer();

    signIn(account, "pool.example.gov.cn", "X-Forwarded-For: <script>\r\n");

    assertThat(sessions.of(account.id()).getFirst().address()).isEqualTo("127.0.0.1");
  }

  private Account anOfficer() {
    String name = "u" + UUID.randomUUID().toString().substring(0, 8);
    return opening.open(NewAccount.of(name, Role.OFFICE, "320682", "测试"), PASSWORD);
  }

  // Written by hand: an HTTP client does not let its user choose the host's name.
  private String signIn(Account account, String host, String more) throws IOException {
    String body =
        "username="
            + account.username()
            + "&password="
            + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
    String request =
        "POST /sign-in HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nAccept: text/html\r\n%s"
                .formatted(host, more)
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(body.length(), body);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
