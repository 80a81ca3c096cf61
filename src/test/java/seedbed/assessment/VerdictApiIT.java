package seedbed.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.criteria.Editions;

@MicronautTest(transactional = false)
class VerdictApiIT {
  private static final JsonMapper JSON = new JsonMapper();

  @Inject
  @Client("/")
  HttpClient client;

  @Inject Editions editions;

  /// The figures of a company that meets every clause of the little giant of 2022.
  private static final String GIANT =
      """
      {"title": "little-giant", "track": "general", "applicant": "new", "on": "2023-05-01",
       "edition": "cn-xjr-2022",
       "figures": [
         {"indicator": "revenue", "year": 2022, "value": 12000},
         {"indicator": "revenue", "year": 2021, "value": "11000.00"},
         {"indicator": "main_revenue", "year": 2022, "value": 11000},
         {"indicator": "main_revenue", "year": 2021, "value": 10000},
         {"indicator": "main_revenue", "year": 2020, "value": 9000},
         {"indicator": "rd_expense", "year": 2022, "value": %s},
         {"indicator": "rd_expense", "year": 2021, "value": 330},
         {"indicator": "total_assets", "year": 2022, "value": 20000},
         {"indicator": "total_liabilities", "year": 2022, "value": 14000},
         {"indicator": "market_share_national", "year": 2022, "value": 10},
         {"indicator": "independent_entity", "day": "2023-04-01", "value": true},
         {"indicator": "no_bad_record", "day": "2023-04-01", "value": true},
         {"indicator": "niche_since", "day": "2023-04-01", "value": "2015-03-01"},
         {"indicator": "technology_level", "day": "2023-04-01", "value": "national_leading"},
         {"indicator": "information_system", "day": "2023-04-01", "value": true},
         {"indicator": "management_certificate", "day": "2023-04-01", "value": true},
         {"indicator": "proprietary_technology", "day": "2023-04-01", "value": true},
         {"indicator": "market_leading", "day": "2023-04-01", "value": true},
         {"indicator": "brand", "day": "2023-04-01", "value": "own"},
         {"indicator": "class1_ip", "day": "2023-04-01", "value": 2},
         {"indicator": "rd_institution", "day": "2023-04-01", "value": "provincial"},
         {"indicator": "science_award", "day": "2023-04-01", "value": "none"},
         {"indicator": "maker_contest", "day": "2023-04-01", "value": "none"},
         {"indicator": "fills_gap", "day": "2023-04-01", "value": true},
         {"indicator": "key_field", "day": "2023-04-01", "value": true}],
       "titles": [{"title": "specialised-sme", "from": "2022-12-01", "to": "2025-11-30"}]}
      """;

  @Test
  void aCompanyOnEveryBorderMeetsTheStandard() throws Exception {
    var answer = judge(GIANT.formatted("360"));

    assertThat(answer.path("verdict").asText()).isEqualTo("met");
    assertThat(answer.path("edition").asText()).isEqualTo("cn-xjr-2022");
    assertThat(answer.path("overlay").isNull()).isTrue();
    assertThat(answer.path("number").asText()).matches("[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}");
  }

  @Test
  void aShortfallIsNamedWithTheChangeThatWouldDo() throws Exception {
    var answer = judge(GIANT.formatted("300"));

    assertThat(answer.path("verdict").asText()).isEqualTo("not-met");
    var change = answer.at("/distance/0/changes/0");
    assertThat(change.path("indicator").asText()).isEqualTo("rd_expense");
    assertThat(change.path("year").asInt()).isEqualTo(2022);
    assertThat(change.path("by").asText()).isEqualTo("60");
    assertThat(change.path("unit").asText()).isEqualTo("万元");
    var ratio = leaf(answer.path("findings"), "2.5");
    assertThat(ratio.path("required").asText()).isEqualTo("≥ 3");
    assertThat(ratio.path("shortfall").asText()).isEqualTo("0.5");
    assertThat(ratio.path("unit").asText()).isEqualTo("%");
    assertThat(ratio.path("clause").asText()).contains("工信部企业〔2022〕63号");
    assertThat(answer.at("/cliffs/0/at").asText()).isIn("10000", "5000");
  }

  @Test
  void aMissingFigureIsUnknownAndAskedFor() throws Exception {
    var answer = judge(GIANT.formatted("null"));

    assertThat(answer.path("verdict").asText()).isEqualTo("unknown");
    assertThat(answer.path("missing")).hasSize(1);
    assertThat(answer.at("/missing/0/indicator").asText()).isEqualTo("rd_expense");
    assertThat(answer.at("/missing/0/year").asInt()).isEqualTo(2022);
  }

  @Test
  void theSameInputGivesTheSameNumberAndAnotherFigureAnotherOne() throws Exception {
    var first = judge(GIANT.formatted("360")).path("number").asText();

    assertThat(judge(GIANT.formatted("\"360.00\"")).path("number").asText()).isEqualTo(first);
    assertThat(judge(GIANT.formatted("361")).path("number").asText()).isNotEqualTo(first);
  }

  @Test
  void titlesThatAreNotListedAreNotHeldAndTitlesNotToldAreUnknown() throws Exception {
    var untold = GIANT.formatted("360").replaceAll("(?s),\\s*\"titles\".*", "}");
    var none = untold.replaceAll("(?s)}\\s*$", ", \"titles\": []}");

    assertThat(judge(untold).path("verdict").asText()).isEqualTo("unknown");
    assertThat(judge(untold).at("/missing/0/title").asText()).isEqualTo("specialised-sme");
    assertThat(judge(none).path("verdict").asText()).isEqualTo("not-met");
    assertThat(judge(none).at("/distance/0/changes/0/title").asText()).isEqualTo("specialised-sme");
  }

  @Test
  void everyEditionAndNoticeAnswersForEveryTrackAndApplicant() throws Exception {
    for (var edition : editions.all()) {
      for (var checklist : edition.checklists()) {
        var answer =
            judge(
                question(
                    edition.id(),
                    checklist.track(),
                    checklist.applicant().code(),
                    edition.from().plusMonths(1).toString()));

        assertThat(answer.path("edition").asText()).isEqualTo(edition.id());
        assertThat(answer.path("verdict").asText()).isEqualTo("unknown");
        assertThat(answer.path("findings").size()).isEqualTo(checklist.criteria().size());
        assertThat(answer.path("missing")).isNotEmpty();
      }
    }
    for (var notice : editions.notices()) {
      for (var rule : notice.rules()) {
        var answer =
            judge(question(notice.id(), "general", rule.applicant().code(), notice.from() + ""));

        assertThat(answer.path("overlay").asText()).isEqualTo(notice.id());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "new, 2025-05-10, cn-xjr-2022, cn-xjr-2025-ovl",
    "renewal, 2025-05-10, cn-xjr-2022, cn-xjr-2025-ovl",
    "new, 2026-05-10, cn-xjr-2026, cn-xjr-2026-ovl",
    "renewal, 2026-05-10, cn-xjr-2022, cn-xjr-2026-ovl",
    "new, 2023-05-10, cn-xjr-2022,",
    "new, 2021-05-10, cn-xjr-2021,",
    "new, 2020-05-10, cn-xjr-2020,",
  })
  void theDayAndTheApplicantChooseTheEdition(
      String applicant, String on, String edition, String overlay) throws Exception {
    var answer =
        judge(
            """
            {"title": "little-giant", "applicant": "%s", "on": "%s", "figures": []}
            """
                .formatted(applicant, on));

    assertThat(answer.path("edition").asText()).isEqualTo(edition);
    assertThat(answer.path("overlay").asText(null)).isEqualTo(overlay);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"title\":\"giant\",\"on\":\"2023-05-01\"} | title",
        "{\"title\":\"little-giant\",\"on\":\"2023-13-01\"} | on",
        "{\"title\":\"little-giant\"} | on",
        "{\"on\":\"2023-05-01\"} | title",
        "{\"edition\":\"cn-xjr-1999\",\"on\":\"2023-05-01\"} | edition",
        "{\"edition\":\"rg-2021\",\"on\":\"2023-05-01\",\"track\":\"general\"} | track",
        "{\"title\":\"little-giant\",\"on\":\"2023-05-01\",\"track\":\"x\"} | track",
        "{\"title\":\"little-giant\",\"on\":\"2023-05-01\",\"applicant\":\"x\"} | applicant",
        "{\"title\":\"little-giant\",\"on\":\"2023-05-01\",\"colour\":1} | colour",
        "FIGURE{\"indicator\":\"x\",\"year\":2022,\"value\":1} | figures[0].indicator",
        "FIGURE{\"indicator\":\"revenue\",\"value\":1} | figures[0].year",
        "FIGURE{\"indicator\":\"revenue\",\"day\":\"2022-01-01\",\"value\":1} | figures[0].day",
        "FIGURE{\"indicator\":\"class1_ip\",\"year\":2022,\"value\":1} | figures[0].year",
        "FIGURE{\"indicator\":\"class1_ip\",\"day\":\"2022-02-30\",\"value\":1} | figures[0].day",
        "FIGURE{\"indicator\":\"class1_ip\",\"day\":\"2022-02-01\",\"value\":1.5} |"
            + " figures[0].value",
        "FIGURE{\"indicator\":\"revenue\",\"year\":2022,\"value\":\"abc\"} | figures[0].value",
        "FIGURE{\"indicator\":\"revenue\",\"year\":2022,\"value\":true} | figures[0].value",
        "FIGURE{\"indicator\":\"revenue\",\"year\":2022,\"value\":1e400} | figures[0].value",
        "FIGURE{\"indicator\":\"key_field\",\"day\":\"2022-02-01\",\"value\":1} | figures[0].value",
        "FIGURE{\"indicator\":\"brand\",\"day\":\"2022-02-01\",\"value\":\"x\"} | figures[0].value",
        "FIGURE{\"indicator\":\"rank_national\",\"year\":2022,\"value\":0} | figures[0].value",
        "FIGURE{\"indicator\":\"revenue\",\"year\":2022,\"value\":-5} | figures[0].value",
        "FIGURE{\"indicator\":\"rd_expense\",\"year\":2022,\"value\":\"-1\"} | figures[0].value",
        "FIGURE{\"indicator\":\"employees\",\"year\":2022,\"value\":-3} | figures[0].value",
        "FIGURE{\"indicator\":\"market_share_national\",\"year\":2022,\"value\":150} |"
            + " figures[0].value",
        "FIGURE{\"indicator\":\"platform_score\",\"year\":2022,\"value\":100.5} |"
            + " figures[0].value",
        "FIGURE{\"indicator\":\"provincial_feature_score\",\"year\":2022,\"value\":16} |"
            + " figures[0].value",
      })
  void whatCannotBeUsedIsNamedByItsField(String body, String field) {
    var refusal = refused(body);

    assertThat(refusal.getStatus().getCode()).isEqualTo(422);
    assertThat(refusal.getResponse().getContentType().orElseThrow().getName())
        .isEqualTo("application/problem+json");
    assertThat(problem(refusal).findValuesAsText("field")).contains(field);
  }

  @Test
  void aLossIsANumberLikeAnother() throws Exception {
    var losing =
        GIANT
            .formatted("360")
            .replace(
                "\"figures\": [",
                "\"figures\": [{\"indicator\": \"net_profit\", \"year\": 2022, \"value\": -20.5},");

    assertThat(judge(losing).path("verdict").asText()).isEqualTo("met");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"title\":\"rugao-pool\",\"on\":\"2026-05-01\"} | 请指明类别：manufacturing、innovation。",
        "{\"title\":\"jiangsu-giant\",\"on\":\"2021-09-01\"} | 请指明类别：manufacturing、innovation。",
        "{\"edition\":\"rg-2021\",\"on\":\"2023-05-01\"} | 请指明类别：manufacturing、innovation。",
        "{\"title\":\"little-giant\",\"on\":\"2023-05-01\",\"track\":\"innovation\"} |"
            + " 没有“innovation”这个类别，可用的有：general。",
        "{\"edition\":\"cn-xjr-2022\",\"on\":\"2023-05-01\",\"track\":\"product\"} |"
            + " 没有“product”这个类别，可用的有：general。",
      })
  @DisplayName("分类别的称号须指明类别，没有的类别不以别的代替")
  void theTrackIsAskedForAndNeverReplaced(String body, String sentence) {
    var errors = problem(refused(body)).path("errors");

    assertThat(errors.findValuesAsText("field")).containsExactly("track");
    assertThat(errors.findValuesAsText("message")).containsExactly(sentence);
  }

  @Test
  @DisplayName("空请求一次说清所有要填的")
  void everythingWrongIsToldAtOnce() {
    var many =
        """
        {"title": "giant", "track": "x", "applicant": "y", "on": "2023-13-01",
         "figures": [{"indicator": "revenue", "year": 2022, "value": "abc"}],
         "titles": [{"title": "none", "from": "2022-12-01"}]}
        """;

    assertThat(problem(refused("{}")).path("errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder("on", "title");
    assertThat(problem(refused(many)).path("errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder(
            "on", "title", "track", "applicant", "figures[0].value", "titles[0].title");
  }

  @Test
  void whatWasSentIsQuotedOnce() {
    var body = "{\"title\":\"little-giant\",\"on\":\"2023-13-01\"}";

    assertThat(problem(refused(body)).at("/errors/0/message").asText())
        .isEqualTo("“2023-13-01”不是有效日期，应写作 2023-05-01。");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1900-01-01", "2016-12-31", "2100-01-01"})
  void dayThatNoStandardCoversIsRefused(String on) {
    var body = "{\"edition\":\"cn-xjr-2022\",\"on\":\"" + on + "\"}";

    assertThat(problem(refused(body)).at("/errors/0/field").asText()).isEqualTo("on");
  }

  @Test
  void examplesOfTheDocumentationAreAnswered() throws Exception {
    assertThat(judge(VerdictApi.EXAMPLE).path("edition").asText()).isEqualTo("cn-xjr-2022");
    assertThat(judge(VerdictApi.POOL_EXAMPLE).path("edition").asText()).isEqualTo("js-pool-2020");
  }

  @Test
  @DisplayName("没有终止日的称号，过了有效年数即不明")
  void openTitleIsUnknownAfterItsTerm() throws Exception {
    var open = GIANT.formatted("360").replace(", \"to\": \"2025-11-30\"", "");
    var older = open.replace("\"from\": \"2022-12-01\"", "\"from\": \"2019-12-01\"");

    assertThat(judge(open).path("verdict").asText()).isEqualTo("met");
    assertThat(judge(older).path("verdict").asText()).isEqualTo("unknown");
    assertThat(judge(older).at("/missing/0/title").asText()).isEqualTo("specialised-sme");
  }

  @Test
  @DisplayName("已结束年度的改动标明，并说最早哪一年可达")
  void changeOfAClosedYearIsMarked() throws Exception {
    var way = judge(GIANT.formatted("300")).at("/distance/0");

    assertThat(way.path("closed").asBoolean()).isTrue();
    assertThat(way.at("/changes/0/closed").asBoolean()).isTrue();
    // The tier below 5000万元 does not look back at the year that fell short.
    assertThat(way.path("reachableIn").asInt()).isEqualTo(2024);
  }

  @Test
  void brokenJsonIsARefusalWithItsPlace() {
    var refusal = refused("{\"title\": ");

    assertThat(refusal.getStatus().getCode()).isEqualTo(422);
    assertThat(problem(refusal).path("detail").asText()).contains("JSON");
  }

  private static String question(String edition, String track, String applicant, String on) {
    return """
    {"edition": "%s", "track": "%s", "applicant": "%s", "on": "%s", "figures": []}
    """
        .formatted(edition, track, applicant, on);
  }

  private JsonNode judge(String body) throws Exception {
    HttpResponse<String> response = client.toBlocking().exchange(post(body), String.class);
    assertThat(response.code()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private HttpClientResponseException refused(String body) {
    var whole =
        body.startsWith("FIGURE")
            ? "{\"title\":\"little-giant\",\"on\":\"2023-05-01\",\"figures\":["
                + body.substring("FIGURE".length())
                + "]}"
            : body;
    return assertThrows(
        HttpClientResponseException.class,
        () -> client.toBlocking().exchange(post(whole), Argument.STRING, Argument.STRING));
  }

  private static JsonNode problem(HttpClientResponseException refusal) {
    try {
      return JSON.readTree(refusal.getResponse().getBody(String.class).orElseThrow());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static HttpRequest<String> post(String body) {
    return HttpRequest.POST("/api/v1/verdicts", body).contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  /// The first finding without parts whose actual value is this.
  private static JsonNode leaf(JsonNode findings, String actual) {
    return flat(findings)
        .filter(each -> each.path("parts").isEmpty())
        .filter(each -> each.path("actual").asText().equals(actual))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<JsonNode> flat(JsonNode findings) {
    return Stream.iterate(0, i -> i < findings.size(), i -> i + 1)
        .map(findings::get)
        .flatMap(each -> Stream.concat(Stream.of(each), flat(each.path("parts"))));
  }
}
