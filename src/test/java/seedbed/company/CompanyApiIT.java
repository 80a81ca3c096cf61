package seedbed.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seedbed.company.TitleHolding.FromPrecision;
import seedbed.figure.Figure;
import seedbed.figure.Period;
import seedbed.figure.Reporting;
import seedbed.figure.Source;
import seedbed.figure.Value;

@MicronautTest(transactional = false)
class CompanyApiIT {
  /// A province of its own, so that whatever else the database holds is out of the way.
  private static final String TOWN = "980101101";

  private static final Instant REPORTED = Instant.parse("2026-04-01T02:00:00Z");

  @Inject
  @Client("/")
  HttpClient http;

  @Inject Regions regions;
  @Inject Companies companies;
  @Inject Registration registration;
  @Inject Reporting reporting;

  private long bearings;

  @BeforeEach
  void oneCompanyWithATitleAndAFigure() {
    var known = companies.findByName("接口轴承有限公司");
    if (known.isPresent()) {
      bearings = known.get().id();
      return;
    }
    regions.save(new Region("98", "试省", RegionLevel.PROVINCE, null, "试验"));
    regions.save(new Region("9801", "试市", RegionLevel.PREFECTURE, "98", "试验"));
    regions.save(new Region("980101", "试县", RegionLevel.COUNTY, "9801", "试验"));
    regions.save(new Region(TOWN, "东镇", RegionLevel.TOWNSHIP, "980101", "试验"));
    bearings =
        registration
            .register(
                List.of(
                    Company.named("接口轴承有限公司", TOWN, Track.MANUFACTURING, "试验", LocalDate.EPOCH),
                    Company.named("接口软件有限公司", TOWN, Track.INNOVATION, "试验", LocalDate.EPOCH)))
            .getFirst();
    registration.hold(
        List.of(
            new TitleHolding(
                0,
                bearings,
                "innovative-sme",
                LocalDate.of(2025, 1, 1),
                FromPrecision.DAY,
                LocalDate.of(2028, 1, 1),
                LocalDate.of(2025, 1, 1),
                null,
                null,
                "试验文件",
                null,
                "试验")));
    reporting.report(
        List.of(
            Figure.reported(
                bearings,
                "revenue",
                Period.year(2025),
                Value.number("9860.5"),
                new Source("审计报告", "第12页"),
                "试验",
                REPORTED)));
  }

  @Test
  void companiesAreFilteredCountedAndPaged() throws IOException {
    var all = get("/companies?region=980101&size=1&sort=-name");

    assertThat(all.path("total").asInt()).isEqualTo(2);
    assertThat(all.path("items")).hasSize(1);
    assertThat(get("/companies?region=98&page=99").path("items").isArray()).isTrue();
    assertThat(get("/companies?region=98&track=innovation").at("/items/0/name").asText())
        .isEqualTo("接口软件有限公司");
    assertThat(get("/companies?region=98&title=innovative-sme").path("total").asInt()).isEqualTo(1);
    assertThat(get("/companies?region=98&q=JKZC").at("/items/0/id").asLong()).isEqualTo(bearings);
  }

  @Test
  void aCompanyComesWithItsTitlesUpToTheirLastDay() throws IOException {
    var company = get("/companies/" + bearings);

    assertThat(company.path("track").asText()).isEqualTo("manufacturing");
    assertThat(company.at("/titles/0/title").asText()).isEqualTo("innovative-sme");
    assertThat(company.at("/titles/0/to").asText()).isEqualTo("2027-12-31");
  }

  @Test
  void aPastDayShowsTheTitlesKnownThen() throws IOException {
    assertThat(get("/companies/" + bearings + "?on=2024-12-31").path("titles")).isEmpty();
    assertThat(get("/companies/" + bearings + "?on=2025-01-01").path("titles")).hasSize(1);
  }

  @Test
  void figuresNameTheirSourceAndWhetherTheyAreConfirmed() throws IOException {
    var figures = get("/companies/" + bearings + "/figures?indicator=revenue");

    assertThat(figures).hasSize(1);
    assertThat(figures.at("/0/year").asInt()).isEqualTo(2025);
    assertThat(figures.at("/0/value").asText()).isEqualTo("9860.5");
    assertThat(figures.at("/0/given/0/document").asText()).isEqualTo("审计报告");
    assertThat(figures.at("/0/given/0/confirmed").asBoolean()).isFalse();
  }

  @Test
  void aPastDaySeesOnlyWhatWasKnownThen() throws IOException {
    assertThat(get("/companies/" + bearings + "/figures?on=2026-03-31")).isEmpty();
    assertThat(get("/companies/" + bearings + "/figures?on=2026-04-01")).hasSize(1);
  }

  @Test
  void theLadderOfACompanyIsJudgedByTheEditionsOfTheDay() throws IOException {
    var verdicts = get("/companies/" + bearings + "/verdicts?on=2026-05-10");

    var giant =
        verdicts
            .valueStream()
            .filter(each -> each.path("title").asText().equals("little-giant"))
            .findFirst()
            .orElseThrow();
    assertThat(giant.path("edition").asText()).isEqualTo("cn-xjr-2026");
    assertThat(giant.path("overlay").asText()).isEqualTo("cn-xjr-2026-ovl");
    assertThat(giant.path("verdict").asText()).isEqualTo("unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "/companies/999999, 404",
    "/companies/999999/figures, 404",
    "/companies/999999/verdicts, 404",
    "/companies/x, 404",
    "/companies?track=x, 422",
    "/companies?region=%E5%A6%82%E7%9A%8B, 422",
    "/companies?title=%E5%B0%8F%E5%B7%A8%E4%BA%BA, 422",
    "/companies?title=foo, 422",
    "/companies?region=999999, 422",
    "/companies?page=0, 422",
    "/companies?size=1000, 422",
    "/companies?sort=colour, 422",
    "/companies?on=2026-02-30, 422",
    "/editions/cn-xjr-1999, 404",
    "/nothing, 404",
  })
  void whatIsNotThereOrWrongIsAProblemDocument(String path, int status) throws IOException {
    var refusal =
        assertThrows(
            HttpClientResponseException.class, () -> http.toBlocking().retrieve("/api/v1" + path));

    assertThat(refusal.getStatus().getCode()).isEqualTo(status);
    assertThat(refusal.getResponse().getContentType().orElseThrow().getName())
        .isEqualTo("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource({
    "'/companies?outcome=ready&region=98', outcome, size",
    "'/companies?origin=demo', origin, region",
    "/companies/%d?year=2025, year, on",
    "/companies/%d/figures?year=2025, year, indicator",
    "/companies/%d/figures?indicator=foo, indicator, foo",
    "/companies/%d/verdicts?title=foo, title, on",
    "/companies?title=foo, title, little-giant",
    "/editions?level=national, level, status",
    "/editions?title=foo, title, little-giant",
    "/editions?status=foo, status, in-force",
    "/editions/cn-xjr-2026?title=foo, title, on",
    "/impact?from=cn-xjr-2022&to=cn-xjr-2026&change=foo, change, list",
    "/imports?kind=figures, kind, size",
  })
  void aParameterOrValueThatNobodyReadsIsNamedWithThoseThereAre(
      String path, String field, String offered) throws IOException {
    var refusal =
        assertThrows(HttpClientResponseException.class, () -> get(path.formatted(bearings)));

    assertThat(refusal.getStatus().getCode()).isEqualTo(422);
    var problem =
        new JsonMapper().readTree(refusal.getResponse().getBody(String.class).orElseThrow());
    assertThat(problem.at("/errors")).hasSize(1);
    assertThat(problem.at("/errors/0/field").asText()).isEqualTo(field);
    assertThat(problem.at("/errors/0/message").asText()).contains(offered);
  }

  @Test
  void editionsAreListedAndShownWithTheirCriteria() throws IOException {
    var editions = get("/editions?title=little-giant&on=2026-05-10");

    assertThat(editions.findValuesAsText("id"))
        .contains("cn-xjr-2020", "cn-xjr-2021", "cn-xjr-2022", "cn-xjr-2026", "cn-xjr-2026-ovl");
    var edition = get("/editions/cn-xjr-2026");
    assertThat(edition.path("id").asText()).isEqualTo("cn-xjr-2026");
    assertThat(edition.path("document").asText()).contains("工信部企业〔2026〕2号");
    assertThat(edition.path("criteria")).isNotEmpty();
    assertThat(edition.path("checklists").findValuesAsText("applicant")).contains("new", "renewal");
    assertThat(get("/editions/cn-xjr-2026-ovl").path("rules")).isNotEmpty();
  }

  private JsonNode get(String path) throws IOException {
    return new JsonMapper().readTree(http.toBlocking().retrieve("/api/v1" + path));
  }
}
