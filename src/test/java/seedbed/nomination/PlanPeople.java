package seedbed.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
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
import seedbed.company.TitleHolding;
import seedbed.company.TitleHolding.FromPrecision;
import seedbed.company.TitleHoldings;
import seedbed.company.Track;
import seedbed.signin.Door;

/// Companies of a county of their own, and the people who plan for them.
@Singleton
final class PlanPeople {

  static final String COUNTY = "189601";
  static final String TOWN = "189601001";
  static final String OTHER_TOWN = "189601002";

  /// Of another county of the same prefecture.
  static final String SISTER_TOWN = "189602001";

  private static final String PASSWORD = "Gute-Reise-2026";

  private final Regions regions;
  private final Companies companies;
  private final TitleHoldings holdings;
  private final Opening opening;
  private final NominationCasework casework;
  private final Door door;
  private final Clock clock;

  PlanPeople(
      Regions regions,
      Companies companies,
      TitleHoldings holdings,
      Opening opening,
      NominationCasework casework,
      Door door,
      Clock clock) {
    this.regions = regions;
    this.companies = companies;
    this.holdings = holdings;
    this.opening = opening;
    this.casework = casework;
    this.door = door;
    this.clock = clock;
  }

  void settle() {
    door.forgetLocks();
    region("18", RegionLevel.PROVINCE, null);
    region("1896", RegionLevel.PREFECTURE, "18");
    region(COUNTY, RegionLevel.COUNTY, "1896");
    region(TOWN, RegionLevel.TOWNSHIP, COUNTY);
    region(OTHER_TOWN, RegionLevel.TOWNSHIP, COUNTY);
    region("189602", RegionLevel.COUNTY, "1896");
    region(SISTER_TOWN, RegionLevel.TOWNSHIP, "189602");
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  int year() {
    return today().getYear();
  }

  /// Whose register of titles is complete.
  Company company(String town) {
    Company saved =
        companies.save(
            Company.named(
                "计划" + UUID.randomUUID(), town, Track.MANUFACTURING, "试验", LocalDate.EPOCH));
    companies.titlesChecked(saved.id(), LocalDate.of(2010, 1, 1));
    return saved;
  }

  void won(Company company, String title, LocalDate from) {
    holdings.save(
        new TitleHolding(
            0,
            company.id(),
            title,
            from,
            FromPrecision.DAY,
            from.plusYears(3),
            from,
            null,
            null,
            "试验文件",
            null,
            "试验"));
  }

  /// A plan of last year, this one and the next.
  long plan() {
    return casework.open(
        new NominationCasework.Wanted(
            COUNTY, "试验计划" + UUID.randomUUID(), year() - 1, year() + 1, "试验办〔2025〕1号"),
        today(),
        "试验");
  }

  long entry(long plan, int year, String title, Company company) {
    return casework
        .enter(
            plan,
            List.of(new NominationCasework.Wish(year, title, company.id(), null)),
            today(),
            "试验")
        .getFirst();
  }

  String office() {
    return signedIn(account(Role.OFFICE, COUNTY));
  }

  String prefecture() {
    return signedIn(account(Role.OFFICE, "1896"));
  }

  String township(String town) {
    return signedIn(account(Role.TOWNSHIP, town));
  }

  String owner(Company company) {
    return signedIn(account(Role.COMPANY, company.regionCode()).ofCompany(company.id()));
  }

  /// Sends a form of the page of an entry.
  Door.Answer send(String session, long entry, String what, Map<String, String> fields) {
    Door.Answer page = door.page("/nominations/" + entry, session);
    Map<String, String> all = new HashMap<>();
    all.put("csrfToken", door.page("/account", session).formToken());
    all.put("version", page.page().select("[name=version]").attr("value"));
    all.putAll(fields);
    return door.form("/nominations/" + entry + "/" + what, session, all);
  }

  void act(String session, long entry, String what, Map<String, String> fields) {
    Door.Answer answer = send(session, entry, what, fields);
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
  }

  private static NewAccount account(Role role, String region) {
    return NewAccount.of("p" + UUID.randomUUID().toString().substring(0, 12), role, region, "试验");
  }

  private String signedIn(NewAccount account) {
    opening.open(account, PASSWORD);
    return door.signIn(account.username(), PASSWORD, "/").session();
  }

  private void region(String code, RegionLevel level, @Nullable String parent) {
    if (regions.findByCode(code).isEmpty()) {
      regions.save(new Region(code, "计划" + code, level, parent, "试验"));
    }
  }
}
