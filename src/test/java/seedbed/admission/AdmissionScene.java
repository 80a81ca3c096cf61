package seedbed.admission;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
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
import seedbed.figure.Confirming;
import seedbed.figure.Figure;
import seedbed.figure.Figures;
import seedbed.figure.Period;
import seedbed.figure.Reporting;
import seedbed.figure.Source;
import seedbed.figure.Value;
import seedbed.signin.Door;

/// A county, a company that applies, and those who handle its application.
abstract class AdmissionScene {

  static final String PASSWORD = "Gute-Reise-2026";
  static final String COUNTY = "850101";
  static final String TOWN = "850101001";
  static final String OTHER_TOWN = "850101002";
  static final String POOL = "rugao-pool";

  @Inject Regions regions;
  @Inject Companies companies;
  @Inject Figures figures;
  @Inject Opening opening;
  @Inject Door door;
  @Inject Clock clock;
  @Inject Applications applications;
  @Inject Reporting reporting;
  @Inject Confirming confirming;

  Company company = Company.named("无", TOWN, Track.MANUFACTURING, "试验", LocalDate.EPOCH);
  String owner = "";
  String town = "";
  String office = "";

  @BeforeEach
  void people() {
    door.forgetLocks();
    region("85", RegionLevel.PROVINCE, null);
    region("8501", RegionLevel.PREFECTURE, "85");
    region(COUNTY, RegionLevel.COUNTY, "8501");
    region(TOWN, RegionLevel.TOWNSHIP, COUNTY);
    region(OTHER_TOWN, RegionLevel.TOWNSHIP, COUNTY);
    company =
        companies.save(
            Company.named(
                "申请" + UUID.randomUUID(), TOWN, Track.MANUFACTURING, "试验", LocalDate.EPOCH));
    owner = signedIn(account(Role.COMPANY, TOWN).ofCompany(company.id()));
    town = signedIn(account(Role.TOWNSHIP, TOWN));
    office = signedIn(account(Role.OFFICE, COUNTY));
  }

  static String problems(Door.Answer answer) {
    assertThat(answer.code()).isEqualTo(422);
    return answer.page().select("#problems").text();
  }

  long begun() {
    var answer =
        door.form(
            "/applications",
            owner,
            Map.of("title", POOL, "csrfToken", door.page("/applications/new", owner).formToken()));
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
    return Long.parseLong(answer.location().replaceFirst(".*/", ""));
  }

  long submitted(String field, String typed) {
    long id = begun();
    keep(owner, id, field, typed);
    act(owner, id, "submission", Map.of(field, typed));
    assertThat(stage(id)).isEqualTo(Stage.TOWNSHIP);
    return id;
  }

  long decided() {
    long id = submitted("revenue-2025", "12000");
    act(town, id, "review", Map.of("answer", "pass"));
    act(office, id, "continuation", Map.of("note", "逾期未答复"));
    return id;
  }

  long announced() {
    long id = decided();
    announce(id);
    return id;
  }

  /// For a time that is over.
  void announce(long id) {
    act(
        office,
        id,
        "notice",
        notice(
            Map.of("from", LocalDate.now(clock).minusDays(8).toString(), "backdated", "公示已先行张贴")));
  }

  /// All that a notice wants, with what is said otherwise.
  static Map<String, String> notice(Map<String, String> otherwise) {
    Map<String, String> fields = new HashMap<>();
    fields.put("days", "7");
    fields.put("document", "试验公示〔2026〕5号");
    fields.put("despite", "数据由企业补齐凭证");
    fields.putAll(otherwise);
    return fields;
  }

  void answerAll(long id) {
    for (String unit : units(id)) {
      String person = signedIn(account(Role.DEPARTMENT, COUNTY).inUnit(unit));
      act(person, id, "check", Map.of("opinion", "true"));
    }
  }

  List<String> units(long id) {
    return show(office, id).page().select("section:has(h2:contains(部门核实)) tbody th").eachText();
  }

  /// By another document than the application.
  void confirmed(String indicator, int year, String value) {
    var reported =
        reporting.report(
            List.of(
                Figure.reported(
                    company.id(),
                    indicator,
                    Period.year(year),
                    Value.number(value),
                    new Source("试验审计报告", null),
                    "试验",
                    clock.instant())));
    confirming.confirm(reported.added(), "试验", clock.instant());
  }

  Door.Answer keep(String session, long id, String field, String typed) {
    return send(session, id, "", Map.of(field, typed));
  }

  void act(String session, long id, String what, Map<String, String> fields) {
    var answer = send(session, id, what, fields);
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
  }

  /// Sends a form of the page with its token and version.
  Door.Answer send(String session, long id, String what, Map<String, String> fields) {
    var page = show(session, id);
    Map<String, String> all = new HashMap<>();
    all.put("csrfToken", page.formToken());
    all.put("version", page.page().select("#version").attr("value"));
    all.putAll(fields);
    return door.form("/applications/" + id + (what.isEmpty() ? "" : "/" + what), session, all);
  }

  Door.Answer show(String session, long id) {
    return door.page("/applications/" + id, session);
  }

  Stage stage(long id) {
    return applications.findById(id).orElseThrow().stage();
  }

  static Value number(String number) {
    return Value.number(new BigDecimal(number));
  }

  String today() {
    return LocalDate.now(clock).toString();
  }

  static NewAccount account(Role role, String region) {
    return NewAccount.of("a" + UUID.randomUUID().toString().substring(0, 12), role, region, "试验");
  }

  String signedIn(NewAccount account) {
    opening.open(account, PASSWORD);
    return door.signIn(account.username(), PASSWORD, "/").session();
  }

  void region(String code, RegionLevel level, @Nullable String parent) {
    if (regions.findByCode(code).isEmpty()) {
      regions.save(new Region(code, "申请" + code, level, parent, "试验"));
    }
  }
}
