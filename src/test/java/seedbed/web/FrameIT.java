package seedbed.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
@Property(name = "samples", value = "true")
@Property(name = "micronaut.http.client.follow-redirects", value = "false")
final class FrameIT {

  @Inject
  @Client("/")
  HttpClient http;

  @Inject EmbeddedServer server;

  @Test
  void navigationShowsOnlyWhatExistsAndWhereOneIs() {
    var page = html(get("/editions/cn-xjr-2022"));

    assertThat(page.select(".nav a").eachText()).contains("工作台", "标准清单", "版本比对");
    assertThat(page.select(".nav a[aria-current=page]").eachText()).containsExactly("标准清单");
    assertThat(html(get("/editions")).select(".crumbs")).isEmpty();
    assertThat(html(get("/samples/companies/1")).select(".crumbs li").eachText())
        .containsExactly("企业", "城南街道", "示例精工轴承有限公司");
  }

  @Test
  void pastDayIsSaidAndCarriedThroughEveryLink() {
    var page = html(get("/samples/companies?on=2025-05-01&sort=name"));

    assertThat(page.select(".past").text())
        .startsWith("正在查看 2025-05-01 的情况：企业名单、标准、称号和数据均按当日所知显示。");
    assertThat(page.select(".past a").attr("href")).isEqualTo("/samples/companies?sort=name");
    assertThat(page.select(".nav a, .mark, a.opens, .chip, .pager a, thead a").eachAttr("href"))
        .isNotEmpty()
        .allMatch(href -> href.contains("on=2025-05-01"));
    assertThat(page.select(".find input[name=on]").val()).isEqualTo("2025-05-01");
    assertThat(page.select(".day input[name=sort]").val()).isEqualTo("name");
  }

  @Test
  void aPageThatOnlyKnowsThePresentDoesNotSayOtherwise() {
    assertThat(html(get("/imports?on=2025-01-01")).select(".past")).isEmpty();
  }

  @Test
  void todayLeavesNoTraceInLinks() {
    var page = html(get("/samples/companies"));

    assertThat(page.select(".past")).isEmpty();
    assertThat(page.select("a").eachAttr("href")).noneMatch(href -> href.contains("on="));
  }

  @Test
  void sentenceAfterAChangeIsShownOnce() {
    var sent =
        answer(
            HttpRequest.POST("/samples/imports", "name=a")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED));
    assertThat(sent.code()).isEqualTo(303);
    var cookie = sent.getCookie(Flash.COOKIE).orElseThrow();
    assertThat(cookie.isHttpOnly()).isTrue();

    var shown = answer(request("/samples/imports").cookie(cookie));

    assertThat(html(shown).select(".notice").text()).contains("已导入 20 家企业");
    assertThat(shown.getCookie(Flash.COOKIE).orElseThrow().getMaxAge()).isZero();
  }

  @Test
  void everyAnswerForbidsInlineCodeAndFraming() {
    for (var path :
        new String[] {"/samples", "/nowhere", "/samples/companies/500", "/api/v1/nowhere"}) {
      var headers = get(path).getHeaders();
      assertThat(headers.get("Content-Security-Policy"))
          .as(path)
          .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(headers.get("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(headers.get(HttpHeaders.CACHE_CONTROL)).isEqualTo("no-store");
    }
  }

  @Test
  void nameThatIsNotThisMachineIsRefused() {
    assertThat(answer(request("/samples").header(HttpHeaders.HOST, "seedbed.example")).code())
        .isEqualTo(421);
    assertThat(answer(request("/samples").header(HttpHeaders.HOST, "127.0.0.1:1")).code())
        .isEqualTo(200);
    assertThat(answer(request("/samples").header(HttpHeaders.HOST, "[::1]:8080")).code())
        .isEqualTo(200);
  }

  @Test
  void changeFromAnotherSiteIsRefused() {
    assertThat(post().header("Sec-Fetch-Site", "cross-site")).satisfies(this::isForbidden);
    assertThat(post().header("Sec-Fetch-Site", "same-site")).satisfies(this::isForbidden);
    assertThat(post().header(HttpHeaders.ORIGIN, "https://other.example"))
        .satisfies(this::isForbidden);
    assertThat(post().header(HttpHeaders.ORIGIN, "null")).satisfies(this::isForbidden);
    assertThat(answer(post().header("Sec-Fetch-Site", "same-origin")).code()).isEqualTo(303);
  }

  @Test
  void assetIsKeptForeverUnderItsHash() {
    var sheet = html(get("/samples")).select("link[rel=stylesheet]").attr("href");
    var answer = get(sheet);

    assertThat(sheet).matches("/assets/seedbed-[0-9a-f]{12}\\.css");
    assertThat(answer.getHeaders().get(HttpHeaders.CACHE_CONTROL)).contains("immutable");
    assertThat(answer.getHeaders().get(HttpHeaders.CONTENT_TYPE))
        .isEqualTo("text/css; charset=utf-8");
    assertThat(answer.getBody(String.class).orElse(""))
        .startsWith("@layer tokens, base, layout, components, print;")
        .contains(".pager")
        .doesNotContain("@import");
    assertThat(get("/assets/seedbed-000000000000.css").code()).isEqualTo(404);
  }

  @Test
  void assetIsSentCompressed() throws IOException, InterruptedException {
    var sheet = html(get("/samples")).select("link[rel=stylesheet]").attr("href");
    try (var plain = java.net.http.HttpClient.newHttpClient()) {
      var request =
          java.net.http.HttpRequest.newBuilder(server.getURI().resolve(sheet))
              .header("Accept-Encoding", "gzip")
              .build();

      var answer = plain.send(request, BodyHandlers.discarding());

      assertThat(answer.headers().firstValue("content-encoding")).contains("gzip");
    }
  }

  private void isForbidden(HttpRequest<?> request) {
    assertThat(answer(request).code()).isEqualTo(403);
  }

  private static MutableHttpRequest<?> post() {
    return HttpRequest.POST("/samples/imports", "name=a")
        .contentType(MediaType.APPLICATION_FORM_URLENCODED);
  }

  private static MutableHttpRequest<?> request(String path) {
    return HttpRequest.GET(path).accept(MediaType.TEXT_HTML_TYPE, MediaType.ALL_TYPE);
  }

  private HttpResponse<?> get(String path) {
    return answer(request(path));
  }

  private HttpResponse<?> answer(HttpRequest<?> request) {
    try {
      return http.toBlocking().exchange(request, Argument.STRING, Argument.STRING);
    } catch (HttpClientResponseException refused) {
      return refused.getResponse();
    }
  }

  private static Document html(HttpResponse<?> answer) {
    return Jsoup.parse(answer.getBody(String.class).orElse(""));
  }
}
