package seedbed.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.http.client.multipart.MultipartBody;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.account.Accounts;
import seedbed.account.NewAccount;
import seedbed.account.Opening;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.Track;
import seedbed.signin.Session;
import seedbed.signin.Sessions;
import seedbed.web.Origin;

/// An import belongs to the region of whoever uploaded it, and reaches no further.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
final class ImportScopeIT {

  private static final String COUNTY = "910101";
  private static final String TOWN = "910101001";
  private static final String OTHER_TOWN = "910101002";

  @Inject
  @Client("/")
  HttpClient http;

  @Inject Regions regions;
  @Inject Companies companies;
  @Inject Accounts accounts;
  @Inject Opening opening;
  @Inject Sessions sessions;

  @BeforeEach
  void twoTowns() {
    region("91", RegionLevel.PROVINCE, null);
    region("9101", RegionLevel.PREFECTURE, "91");
    region(COUNTY, RegionLevel.COUNTY, "9101");
    region(TOWN, RegionLevel.TOWNSHIP, COUNTY);
    region(OTHER_TOWN, RegionLevel.TOWNSHIP, COUNTY);
  }

  @Test
  void aCompanyElsewhereIsLikeOneThatThereIsNot() {
    company("甲镇企业", TOWN);
    company("乙镇企业", OTHER_TOWN);

    JsonNode checked =
        uploaded(
            township(TOWN), "企业名称,年度,营业收入总额（万元）\n甲镇企业,2025,500\n乙镇企业,2025,600\n没有过的企业,2025,700\n");

    assertThat(checked.at("/counts/good").asInt()).isEqualTo(1);
    assertThat(checked.at("/counts/wrong").asInt()).isEqualTo(2);
    assertThat(checked.at("/problems/0/reason").asText()).isEqualTo("管辖范围内没有这家企业");
    assertThat(checked.at("/problems/0/reason")).isEqualTo(checked.at("/problems/1/reason"));
    assertThat(checked.at("/problems/0/remedy")).isEqualTo(checked.at("/problems/1/remedy"));
  }

  @Test
  void aCompanyThatIsRegisteredElsewhereIsRefusedInASentenceWithoutData() {
    company("丙镇企业", OTHER_TOWN);

    JsonNode checked = uploaded(township(TOWN), "企业名称,所属镇（区、街道）,类别\n丙镇企业,范围" + TOWN + ",制造类\n");

    assertThat(checked.at("/counts/wrong").asInt()).isEqualTo(1);
    assertThat(checked.at("/problems/0/reason").asText()).isEqualTo("不在您的管辖范围");
    assertThat(checked.at("/problems").toString()).doesNotContain(OTHER_TOWN);
  }

  @Test
  void suggestionsNameNobodyElsewhere() {
    company("建议对象甲镇", TOWN);
    company("建议对象乙镇", OTHER_TOWN);

    JsonNode checked = uploaded(township(TOWN), "企业名称,年度,营业收入总额（万元）\n建议对象,2025,500\n");

    assertThat(checked.at("/problems/0/remedy").asText())
        .contains("建议对象甲镇")
        .doesNotContain("建议对象乙镇");
  }

  @Test
  void aNewCompanyIsRegisteredOnlyAtHome() {
    JsonNode checked =
        uploaded(township(TOWN), "企业名称,所属镇（区、街道）,类别\n新来企业,范围" + OTHER_TOWN + ",制造类\n");

    assertThat(checked.at("/counts/wrong").asInt()).isEqualTo(1);
    assertThat(checked.at("/problems/0/reason").asText()).isEqualTo("不在您的管辖范围");
  }

  @Test
  void anImportIsSeenAboveButNotBeside() {
    long upload = uploaded(township(TOWN), "企业名称,年度,营业收入总额（万元）\n无此企业,2025,1\n").get("id").asLong();

    assertThat(status(township(TOWN), upload)).isEqualTo(200);
    assertThat(status(token(Role.OFFICE, COUNTY), upload)).isEqualTo(200);
    assertThat(status(township(OTHER_TOWN), upload)).isEqualTo(404);
    assertThat(listed(township(TOWN))).contains(upload);
    assertThat(listed(token(Role.OFFICE, COUNTY))).contains(upload);
    assertThat(listed(township(OTHER_TOWN))).doesNotContain(upload);
  }

  @Test
  void thePageNamesWhoUploaded() {
    long upload = uploaded(township(TOWN), "企业名称,年度,营业收入总额（万元）\n无此企业,2025,2\n").get("id").asLong();

    assertThat(page("/imports/" + upload, township(TOWN)).select("dl.facts").text())
        .contains("试验" + Role.TOWNSHIP.label());
  }

  @Test
  void aTownshipIsToldThatItMayOnlyCheckRewards() {
    company("甲镇受奖企业", TOWN);
    String town = township(TOWN);
    assertThat(page("/imports", town).select("main").text()).contains("由培育办登记，您上传的只作检查");

    long upload =
        uploaded(town, "企业名称,年度,奖励项目,级别,依据文件,决定日期\n甲镇受奖企业,2025,首超奖,市级,激励意见,2026-04-28\n")
            .get("id")
            .asLong();

    Document page = page("/imports/" + upload, town);
    assertThat(page.select("main").text()).contains("只供检查").doesNotContain("没有执行");
    assertThat(page.select("form[action$=storage]")).isEmpty();
    assertThat(
            page("/imports/" + upload, token(Role.OFFICE, COUNTY)).select("form[action$=storage]"))
        .hasSize(1);
  }

  private Document page(String path, String token) {
    return Jsoup.parse(
        http.toBlocking()
            .retrieve(HttpRequest.GET(path).accept(MediaType.TEXT_HTML_TYPE).bearerAuth(token)));
  }

  @Test
  void whoMayNotImportFindsNoImports() {
    String leader = token(Role.LEADER, COUNTY);

    assertThatThrownBy(
            () -> http.toBlocking().exchange(HttpRequest.GET("/api/v1/imports").bearerAuth(leader)))
        .isInstanceOfSatisfying(
            HttpClientResponseException.class,
            refused -> assertThat(refused.getStatus().getCode()).isEqualTo(404));
  }

  private JsonNode uploaded(String token, String csv) {
    MultipartBody body =
        MultipartBody.builder()
            .addPart(
                "file",
                "范围.csv",
                MediaType.APPLICATION_OCTET_STREAM_TYPE,
                csv.getBytes(StandardCharsets.UTF_8))
            .build();
    String accepted =
        http.toBlocking()
            .retrieve(
                HttpRequest.POST("/api/v1/imports", body)
                    .contentType(MediaType.MULTIPART_FORM_DATA_TYPE)
                    .bearerAuth(token));
    return settled(token, ImportClient.json(accepted).get("id").asLong());
  }

  private JsonNode settled(String token, long id) {
    long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    JsonNode now = show(token, id);
    while (Set.of("waiting", "checking").contains(now.get("state").asText())
        && System.nanoTime() < deadline) {
      now = show(token, id);
    }
    assertThat(now.get("state").asText()).as(now.toString()).isEqualTo("checked");
    return now;
  }

  private JsonNode show(String token, long id) {
    return ImportClient.json(
        http.toBlocking().retrieve(HttpRequest.GET("/api/v1/imports/" + id).bearerAuth(token)));
  }

  private int status(String token, long id) {
    try {
      return http.toBlocking()
          .exchange(HttpRequest.GET("/api/v1/imports/" + id).bearerAuth(token))
          .code();
    } catch (HttpClientResponseException refused) {
      return refused.getStatus().getCode();
    }
  }

  private List<Long> listed(String token) {
    JsonNode list =
        ImportClient.json(
            http.toBlocking().retrieve(HttpRequest.GET("/api/v1/imports").bearerAuth(token)));
    return list.get("items").valueStream().map(item -> item.get("id").asLong()).toList();
  }

  private String township(String town) {
    return token(Role.TOWNSHIP, town);
  }

  private String token(Role role, String region) {
    String username = "imports-" + role.code() + "-" + region;
    var account =
        accounts
            .findByUsername(username)
            .orElseGet(() ->
                opening.open(
                    NewAccount.of(username, role, region, "试验" + role.label()), "Imports-2026-試驗"));
    return sessions
        .open(account, Session.Kind.PROGRAM, new Origin("127.0.0.1", null))
        .token()
        .text();
  }

  private void company(String name, String region) {
    if (companies.findByName(name).isEmpty()) {
      companies.save(Company.named(name, region, Track.MANUFACTURING, "试验", LocalDate.EPOCH));
    }
  }

  private void region(String code, RegionLevel level, @Nullable String up) {
    if (regions.findByCode(code).isEmpty()) {
      regions.save(new Region(code, "范围" + code, level, up, "试验"));
    }
  }
}
