package seedbed.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.type.Argument;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLTransientConnectionException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Whatever a page's frame asks of a database that stays away, the page that says so comes out.
@MicronautTest(transactional = false)
@Property(name = "samples", value = "true")
@Property(name = "seedbed.test.unseen", value = "lost")
@DisplayName("数据库一直连不上时的出错页")
final class LostDatabaseIT {

  @Inject
  @Client("/")
  HttpClient http;

  @Inject LostMessages messages;

  /// Messages of a database that can be taken away.
  @Singleton
  @Primary
  @Requires(property = "seedbed.test.unseen", value = "lost")
  static class LostMessages implements Unseen {

    private volatile boolean lost;

    @Override
    public long of(HttpRequest<?> request) {
      if (lost) {
        throw new DataAccessException(
            "lost", new SQLTransientConnectionException("Connection is not available", "08S01"));
      }
      return 7;
    }
  }

  @AfterEach
  void findAgain() {
    messages.lost = false;
  }

  @Test
  @DisplayName("打开页面时连不上：说明原因和编号，导航仍在，不显示未读条数；恢复以后照常")
  void thePageThatSaysSoComesOut() {
    assertThat(html(page("/editions")).select(".mail").text()).contains("7");
    messages.lost = true;

    var answer = page("/editions");

    assertThat(answer.code()).isEqualTo(503);
    Document page = html(answer);
    assertThat(page.select("h1").text()).isEqualTo("暂时不能服务");
    assertThat(page.select(".failure").text()).contains("与数据库的连接断了");
    assertThat(page.select(".failure b").text()).matches("[0-9A-F]{8}");
    assertThat(page.select(".nav a").eachText()).contains("标准清单");
    assertThat(page.select(".mail").text()).doesNotContain("7");
    messages.lost = false;
    assertThat(page("/editions").code()).isEqualTo(200);
  }

  @Test
  @DisplayName("别的出错页也不因为连不上而没有内容")
  void otherErrorsKeepTheirWords() {
    messages.lost = true;

    var absent = page("/samples/companies/404");
    var wrong = page("/samples/companies/500");
    var overtaken = page("/samples/companies/409");

    assertThat(absent.code()).isEqualTo(404);
    assertThat(html(absent).select(".failure").text()).contains("没有编号为 404 的企业");
    assertThat(wrong.code()).isEqualTo(500);
    assertThat(html(wrong).select(".failure b").text()).matches("[0-9A-F]{8}");
    assertThat(overtaken.code()).isEqualTo(409);
    assertThat(html(overtaken).select("main").text()).isNotEmpty();
  }

  private HttpResponse<?> page(String path) {
    try {
      return http.toBlocking()
          .exchange(
              HttpRequest.GET(path).accept(MediaType.TEXT_HTML_TYPE),
              Argument.STRING,
              Argument.STRING);
    } catch (HttpClientResponseException e) {
      return e.getResponse();
    }
  }

  private static Document html(HttpResponse<?> answer) {
    return Jsoup.parse(answer.getBody(String.class).orElseThrow());
  }
}
