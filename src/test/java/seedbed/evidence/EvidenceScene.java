package seedbed.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import seedbed.access.Role;
import seedbed.account.NewAccount;
import seedbed.account.Opening;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.Track;
import seedbed.signin.Door;

/// A company with papers, and the town that reads them.
abstract class EvidenceScene {

  static final String PASSWORD = "Gute-Reise-2026";
  static final String COUNTY = "060101";
  static final String TOWN = "060101001";
  static final String OTHER_TOWN = "060101002";

  @Inject Regions regions;
  @Inject Companies companies;
  @Inject Opening opening;
  @Inject Door door;
  @Inject Postman postman;
  @Inject EvidenceRows rows;

  Company company = Company.named("无", TOWN, Track.MANUFACTURING, "试验", LocalDate.EPOCH);
  String owner = "";
  String town = "";

  @BeforeEach
  void people() {
    door.forgetLocks();
    region("06", RegionLevel.PROVINCE, null);
    region("0601", RegionLevel.PREFECTURE, "06");
    region(COUNTY, RegionLevel.COUNTY, "0601");
    region(TOWN, RegionLevel.TOWNSHIP, COUNTY);
    region(OTHER_TOWN, RegionLevel.TOWNSHIP, COUNTY);
    company =
        companies.save(
            Company.named(
                "佐证" + UUID.randomUUID(), TOWN, Track.MANUFACTURING, "试验", LocalDate.EPOCH));
    owner = signedIn(account(Role.COMPANY, TOWN).ofCompany(company.id()));
    town = signedIn(account(Role.TOWNSHIP, TOWN));
  }

  org.jsoup.nodes.Document preview() {
    return preview("");
  }

  org.jsoup.nodes.Document preview(String query) {
    var answer = door.page(download(1) + "/preview" + query, town);
    assertThat(answer.code()).as(answer.body()).isEqualTo(200);
    return answer.page();
  }

  static org.jsoup.nodes.Document page(HttpResponse<byte[]> answer) {
    return org.jsoup.Jsoup.parse(new String(answer.body(), StandardCharsets.UTF_8));
  }

  void uploaded(String name, byte[] file, Map<String, String> fields) {
    var answer = send(name, file, fields);
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(303);
  }

  HttpResponse<byte[]> send(String name, byte[] file, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.putIfAbsent("kind", "CERTIFICATE");
    return postman.send(address(), visitor(), all, name, file);
  }

  HttpResponse<byte[]> follow(String after, String name, byte[] file) {
    return follow(after, name, file, "");
  }

  HttpResponse<byte[]> follow(String after, String name, byte[] file, String until) {
    return postman.send(
        "/evidence/" + evidence().id() + "/versions",
        visitor(),
        Map.of("after", after, "expiresOn", until),
        name,
        file);
  }

  Postman.Visitor visitor() {
    return new Postman.Visitor(
        owner, door.page(address(), owner).page().select("#upload [name=csrfToken]").attr("value"));
  }

  Evidence evidence() {
    return rows.ofCompany(company.id(), new seedbed.access.Scope.Whole()).getFirst();
  }

  String download(int version) {
    return "/evidence/" + evidence().id() + "/versions/" + version;
  }

  String address() {
    return "/companies/" + company.id() + "/evidence";
  }

  static String text(String html) {
    return org.jsoup.Jsoup.parse(html).text();
  }

  static NewAccount account(Role role, String region) {
    return NewAccount.of(
        "e" + UUID.randomUUID().toString().substring(0, 12), role, region, "佐证经办人");
  }

  String signedIn(NewAccount account) {
    opening.open(account, PASSWORD);
    return door.signIn(account.username(), PASSWORD, "/").session();
  }

  void region(String code, RegionLevel level, @Nullable String parent) {
    if (regions.findByCode(code).isEmpty()) {
      regions.save(new Region(code, "佐证" + code, level, parent, "试验"));
    }
  }
}
