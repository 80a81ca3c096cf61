package seedbed.access;

import io.micronaut.http.MediaType;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import seedbed.account.Account;
import seedbed.account.NewAccount;
import seedbed.account.Opening;
import seedbed.signin.Session;
import seedbed.signin.Sessions;
import seedbed.web.Origin;

/// Opens accounts for a test and asks the server in their name.
@Singleton
public final class Readers {

  /// Of everybody opened here.
  public static final String PASSWORD = "Gute-Reise-2026";

  private final EmbeddedServer server;
  private final Opening opening;
  private final Sessions sessions;
  private final HttpClient http = HttpClient.newHttpClient();

  Readers(EmbeddedServer server, Opening opening, Sessions sessions) {
    this.server = server;
    this.opening = opening;
    this.sessions = sessions;
  }

  /// Somebody with a session.
  public final class Reader {
    private final Account account;
    private final String token;

    private Reader(Account account, String token) {
      this.account = account;
      this.token = token;
    }

    public Account account() {
      return account;
    }

    public Document page(String path) {
      var answer = get(path);
      if (answer.statusCode() != 200) {
        throw new AssertionError(path + " answered " + answer.statusCode());
      }
      return Jsoup.parse(text(answer));
    }

    public int code(String path) {
      return get(path).statusCode();
    }

    public String text(String path) {
      return text(get(path));
    }

    public HttpResponse<byte[]> get(String path) {
      return send(request(path).GET().build());
    }

    /// Sends a form and says how it was answered.
    public int post(String path, String form) {
      var request =
          io.micronaut.http.HttpRequest.POST(path, form)
              .contentType(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
              .accept(MediaType.TEXT_HTML_TYPE)
              .bearerAuth(token);
      try (var forms = io.micronaut.http.client.HttpClient.create(server.getURL())) {
        return forms.toBlocking().exchange(request, String.class).code();
      } catch (HttpClientResponseException e) {
        return e.code();
      }
    }

    /// Sends a form that is taken, and gives the page that it leads to.
    public Document taken(String path, String form) {
      var request =
          io.micronaut.http.HttpRequest.POST(path, form)
              .contentType(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
              .accept(MediaType.TEXT_HTML_TYPE)
              .bearerAuth(token);
      try (var forms = io.micronaut.http.client.HttpClient.create(server.getURL())) {
        return Jsoup.parse(forms.toBlocking().retrieve(request));
      }
    }

    /// Sends a form that is refused, and gives the page that says why.
    public Document refused(String path, String form) {
      var request =
          io.micronaut.http.HttpRequest.POST(path, form)
              .contentType(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
              .accept(MediaType.TEXT_HTML_TYPE)
              .bearerAuth(token);
      try (var forms = io.micronaut.http.client.HttpClient.create(server.getURL())) {
        var answer = forms.toBlocking().exchange(request, String.class);
        throw new AssertionError(path + " answered " + answer.code());
      } catch (HttpClientResponseException e) {
        return Jsoup.parse(e.getResponse().getBody(String.class).orElse(""));
      }
    }

    private HttpRequest.Builder request(String path) {
      return HttpRequest.newBuilder(server.getURI().resolve(path))
          .header("Authorization", "Bearer " + token)
          .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html, */*");
    }

    private static String text(HttpResponse<byte[]> answer) {
      return new String(answer.body(), StandardCharsets.UTF_8);
    }
  }

  /// What features are told of somebody.
  public static Caller caller(Account account) {
    return new Caller(
        account.id(),
        0,
        account.username(),
        account.role(),
        account.regionCode(),
        account.companyId(),
        account.unit());
  }

  public Reader open(Role role, String region) {
    return open(NewAccount.of(username(role), role, region, "测试人员"));
  }

  public Reader ofUnit(Role role, String region, String unit) {
    return open(NewAccount.of(username(role), role, region, "测试人员").inUnit(unit));
  }

  public Reader ofCompany(long company, String region) {
    return open(
        NewAccount.of(username(Role.COMPANY), Role.COMPANY, region, "测试人员").ofCompany(company));
  }

  private Reader open(NewAccount wanted) {
    var account = opening.open(wanted, PASSWORD);
    var opened = sessions.open(account, Session.Kind.PROGRAM, new Origin("127.0.0.1", null));
    return new Reader(account, opened.token().text());
  }

  private static String username(Role role) {
    return role.code() + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError(request.uri() + " gave no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
