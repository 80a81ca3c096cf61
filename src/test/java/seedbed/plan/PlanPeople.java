package seedbed.plan;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/// Companies and people whom plans concern, and what they send.
@Singleton
final class PlanPeople {

  static final String COUNTY = "160101";
  static final String TOWN = "160101001";
  static final String OTHER_TOWN = "160101002";

  private static final String PASSWORD = "Gute-Reise-2026";

  private final Regions regions;
  private final Companies companies;
  private final Opening opening;
  private final Door door;

  PlanPeople(Regions regions, Companies companies, Opening opening, Door door) {
    this.regions = regions;
    this.companies = companies;
    this.opening = opening;
    this.door = door;
  }

  void settle() {
    door.forgetLocks();
    region("16", RegionLevel.PROVINCE, null);
    region("1601", RegionLevel.PREFECTURE, "16");
    region(COUNTY, RegionLevel.COUNTY, "1601");
    region(TOWN, RegionLevel.TOWNSHIP, COUNTY);
    region(OTHER_TOWN, RegionLevel.TOWNSHIP, COUNTY);
  }

  Company company() {
    return companies.save(
        Company.named(
            "方案" + UUID.randomUUID(), TOWN, Track.MANUFACTURING, "试验", java.time.LocalDate.EPOCH));
  }

  String owner(Company company) {
    return signedIn(account(Role.COMPANY, TOWN).ofCompany(company.id()));
  }

  String person(Role role, String region) {
    return signedIn(account(role, region));
  }

  private static NewAccount account(Role role, String region) {
    return NewAccount.of("p" + UUID.randomUUID().toString().substring(0, 12), role, region, "试验");
  }

  private String signedIn(NewAccount account) {
    opening.open(account, PASSWORD);
    return door.signIn(account.username(), PASSWORD, "/").session();
  }

  /// The address of a company's new plan.
  String begun(String owner, int first) {
    var answer =
        door.form(
            "/plans",
            owner,
            Map.of(
                "csrfToken",
                door.page("/plans", owner).formToken(),
                "first",
                "" + first,
                "years",
                "4"));
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
    return answer.location().replaceFirst("^https?://[^/]+", "");
  }

  /// Sends a form of a plan's page with its token and lock.
  Door.Answer send(String session, String page, String act, Map<String, String> fields) {
    var shown = door.page(page, session);
    Map<String, String> all = new HashMap<>();
    all.put("csrfToken", shown.formToken());
    all.put("lock", shown.page().select("[name=lock]").attr("value"));
    all.put("seen", shown.page().select("[name=seen]").attr("value"));
    all.put("version", shown.page().select("[name=version]").attr("value"));
    all.putAll(fields);
    return door.form(page + act, session, all);
  }

  /// What the script of a page to write on gets for what it sends.
  Door.Answer saved(String session, String page, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.put("csrfToken", door.page(page, session).formToken());
    return door.scripted(page, session, all);
  }

  void act(String session, String page, String act, Map<String, String> fields) {
    var answer = send(session, page, act, fields);
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
  }

  private void region(String code, RegionLevel level, @Nullable String parent) {
    if (regions.findByCode(code).isEmpty()) {
      regions.save(new Region(code, "方案" + code, level, parent, "试验"));
    }
  }
}
