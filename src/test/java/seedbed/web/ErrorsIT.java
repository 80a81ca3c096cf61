package seedbed.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
@Property(name = "samples", value = "true")
final class ErrorsIT {

  @Inject
  @Client("/")
  HttpClient http;

  @Test
  void absentPageSaysWhatIsAbsentInTheFrame() {
    var answer = page("/samples/companies/404");

    assertThat(answer.code()).isEqualTo(404);
    var page = html(answer);
    assertThat(page.select("h1").text()).isEqualTo("没有找到");
    assertThat(page.select(".failure").text()).contains("没有编号为 404 的企业");
    assertThat(html(page("/editions/none")).select(".nav a[aria-current=page]").text())
        .isEqualTo("标准清单");
  }

  @Test
  void whatCannotBeAnIdentifierIsAbsentToo() {
    assertThat(page("/samples/companies/abc").code()).isEqualTo(404);
    assertThat(page("/nowhere").code()).isEqualTo(404);
  }

  @Test
  void bareStatusOfAPageGetsItsWords() {
    var answer = page("/samples/companies/1/titles");

    assertThat(answer.code()).isEqualTo(404);
    assertThat(html(answer).select("h1").text()).isEqualTo("没有找到");
  }

  @Test
  void dayToComeIsRefusedWithASentence() {
    var answer = page("/samples/companies?on=2999-01-01");

    assertThat(answer.code()).isEqualTo(422);
    assertThat(html(answer).select(".failure").text()).contains("2999-01-01 还没有到");
  }

  @Test
  void programmingErrorShowsAReferenceAndNoDetail() {
    var answer = page("/samples/companies/500");

    assertThat(answer.code()).isEqualTo(500);
    var failure = html(answer).select(".failure");
    assertThat(failure.select("b").text()).matches("[0-9A-F]{8}");
    assertThat(failure.text()).doesNotContain("secret");
  }

  @Test
  void whoWritesAtOnceWithSomebodyElseIsToldSo() {
    var answer = page("/samples/companies/409");

    assertThat(answer.code()).isEqualTo(409);
    assertThat(html(answer).select(".failure").text())
        .contains("别人刚刚修改了同一内容")
        .doesNotContain("secret");
  }

  @Test
  void faultInATemplateIsAnErrorPageAndNeverHalfAPage() {
    var answer = page("/broken");

    assertThat(answer.code()).isEqualTo(500);
    assertThat(html(answer).select("h1")).hasSize(1);
  }

  @Test
  void formInErrorComesBackWithTheFieldNamed() {
    var answer =
        answer(
            HttpRequest.POST("/samples/imports", "town=1")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .accept(MediaType.TEXT_HTML));

    assertThat(answer.code()).isEqualTo(422);
    var page = html(answer);
    assertThat(page.select(".errors a[href=#name]").text()).isEqualTo("请填写企业名称");
    assertThat(page.select("#name").attr("aria-invalid")).isEqualTo("true");
  }

  @Test
  void programIsToldWhichFieldsAreInvalid() {
    assertThat(problem(json("{\"name\":\"\",\"year\":1,\"values\":[{\"year\":1}]}"), 422))
        .contains("\"title\":\"填写有误\"", "\"instance\":\"/api/v1/samples\"")
        .contains("{\"field\":\"name\",\"message\":\"请填写企业名称\"}")
        .contains("{\"field\":\"values[0].indicator\",\"message\":\"请填写指标\"}");
  }

  @Test
  void programIsToldWhichValueCannotBeRead() {
    assertThat(problem(json("{\"name\":\"a\",\"year\":1,\"values\":[{\"year\":\"x\"}]}"), 422))
        .contains("\"field\":\"values[0].year\"");
    assertThat(problem(HttpRequest.GET("/api/v1/samples/1?year=x"), 422))
        .contains("\"field\":\"year\"");
    assertThat(problem(HttpRequest.GET("/api/v1/samples/1"), 422)).contains("\"field\":\"year\"");
  }

  @Test
  void programIsToldOfEveryOtherMisuse() {
    problem(json("{\"name\":"), 400);
    problem(HttpRequest.GET("/api/v1/nowhere"), 404);
    problem(HttpRequest.GET("/api/v1/samples/x?year=1"), 404);
    problem(HttpRequest.DELETE("/api/v1/samples"), 405);
    problem(HttpRequest.POST("/api/v1/samples", "x").contentType(MediaType.TEXT_PLAIN), 415);
  }

  private String problem(HttpRequest<?> request, int status) {
    var answer = answer(request);
    assertThat(answer.code()).as("%s", request.getPath()).isEqualTo(status);
    assertThat(answer.getContentType().map(MediaType::getName))
        .contains(MediaType.APPLICATION_JSON_PROBLEM);
    var body = answer.getBody(String.class).orElse("");
    assertThat(body).contains("\"status\":" + status, "\"type\":", "\"detail\":", "\"errors\":");
    return body;
  }

  private static HttpRequest<?> json(String body) {
    return HttpRequest.POST("/api/v1/samples", body).contentType(MediaType.APPLICATION_JSON);
  }

  private HttpResponse<?> page(String path) {
    return answer(HttpRequest.GET(path).accept(MediaType.TEXT_HTML));
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
