package seedbed.request;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Singleton;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import seedbed.access.Role;
import seedbed.account.Account;
import seedbed.account.NewAccount;
import seedbed.account.Opening;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.Track;
import seedbed.evidence.Postman;
import seedbed.evidence.Postman.Attached;
import seedbed.portfolio.Assignments;
import seedbed.signin.Door;

/// Companies and people whom requests concern, and what they send.
@Singleton
final class RequestPeople {

  static final String COUNTY = "200101";
  static final String OTHER_COUNTY = "200102";
  static final String TOWN = "200101001";
  static final String OTHER_TOWN = "200101002";

  private static final String PASSWORD = "Gute-Reise-2026";

  /// Steps that take files.
  private static final Set<String> MULTIPART =
      Set.of("", "/answer", "/transfer", "/objection", "/reopening", "/supplements");

  private final Regions regions;
  private final Companies companies;
  private final Opening opening;
  private final Assignments assignments;
  private final Door door;
  private final Postman postman;
  private final Clock clock;

  RequestPeople(
      Regions regions,
      Companies companies,
      Opening opening,
      Assignments assignments,
      Door door,
      Postman postman,
      Clock clock) {
    this.regions = regions;
    this.companies = companies;
    this.opening = opening;
    this.assignments = assignments;
    this.door = door;
    this.postman = postman;
    this.clock = clock;
  }

  /// What was answered.
  record Answer(int code, String location, String body) {

    Document page() {
      return Jsoup.parse(body);
    }

    /// Of the request that the answer leads to.
    long id() {
      return Long.parseLong(location.replaceFirst(".*/", ""));
    }
  }

  void settle() {
    door.forgetLocks();
    region("20", RegionLevel.PROVINCE, null);
    region("2001", RegionLevel.PREFECTURE, "20");
    region(COUNTY, RegionLevel.COUNTY, "2001");
    region(OTHER_COUNTY, RegionLevel.COUNTY, "2001");
    region(TOWN, RegionLevel.TOWNSHIP, COUNTY);
    region(OTHER_TOWN, RegionLevel.TOWNSHIP, COUNTY);
  }

  Company company() {
    return companies.save(
        Company.named("诉求" + UUID.randomUUID(), TOWN, Track.MANUFACTURING, "试验", LocalDate.EPOCH));
  }

  String owner(Company company) {
    return signedIn(account(Role.COMPANY, TOWN).ofCompany(company.id()));
  }

  String person(Role role, String region) {
    return signedIn(account(role, region));
  }

  String department(String unit, String region) {
    return signedIn(account(Role.DEPARTMENT, region).inUnit(unit));
  }

  String leader(Company company) {
    NewAccount wanted = account(Role.LEADER, COUNTY);
    Account leader = opening.open(wanted, PASSWORD);
    assignments.link(leader.id(), List.of(company.id()), LocalDate.now(clock).minusDays(1), "试验");
    return door.signIn(wanted.username(), PASSWORD, "/").session();
  }

  private static NewAccount account(Role role, String region) {
    return NewAccount.of("r" + UUID.randomUUID().toString().substring(0, 12), role, region, "试验");
  }

  private String signedIn(NewAccount account) {
    opening.open(account, PASSWORD);
    return door.signIn(account.username(), PASSWORD, "/").session();
  }

  Answer raise(String session, Map<String, String> fields, Attached... files) {
    var shown = door.page("/requests/new", session);
    return post("/requests", session, shown.formToken(), fields, files);
  }

  /// Sends a form of a request's page, with its token and the version that it shows.
  Answer send(String session, long id, String step, Map<String, String> fields, Attached... files) {
    var shown = door.page("/requests/" + id, session);
    Map<String, String> all = new HashMap<>();
    all.put("version", shown.page().select("[name=version]").attr("value"));
    all.putAll(fields);
    if (MULTIPART.contains(step)) {
      return post("/requests/" + id + step, session, shown.formToken(), all, files);
    }
    all.put("csrfToken", shown.formToken());
    var answer = door.form("/requests/" + id + step, session, all);
    return new Answer(answer.code(), answer.location(), answer.body());
  }

  Answer act(String session, long id, String step, Map<String, String> fields, Attached... files) {
    Answer answer = send(session, id, step, fields, files);
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
    return answer;
  }

  private Answer post(
      String path, String session, String token, Map<String, String> fields, Attached... files) {
    HttpResponse<byte[]> answer =
        postman.send(path, new Postman.Visitor(session, token), fields, List.of(files));
    return new Answer(
        answer.statusCode(),
        answer.headers().firstValue("Location").orElse(""),
        new String(answer.body(), StandardCharsets.UTF_8));
  }

  private void region(String code, RegionLevel level, @Nullable String parent) {
    if (regions.findByCode(code).isEmpty()) {
      regions.save(new Region(code, "诉求" + code, level, parent, "试验"));
    }
  }
}
