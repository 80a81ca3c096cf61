package seedbed.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
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
import seedbed.company.TitleHolding;
import seedbed.company.TitleHolding.FromPrecision;
import seedbed.company.TitleHoldings;
import seedbed.company.Track;
import seedbed.signin.Door;

/// Companies, towns and people whom sheets concern, and what they send.
@Singleton
final class SheetPeople {

  private static final String PASSWORD = "Gute-Reise-2026";

  private final Regions regions;
  private final Companies companies;
  private final TitleHoldings holdings;
  private final Opening opening;
  private final Door door;
  private final Clock clock;

  SheetPeople(
      Regions regions,
      Companies companies,
      TitleHoldings holdings,
      Opening opening,
      Door door,
      Clock clock) {
    this.regions = regions;
    this.companies = companies;
    this.holdings = holdings;
    this.opening = opening;
    this.door = door;
    this.clock = clock;
  }

  /// @param province two digits of a test's own
  void settle(String province) {
    region(province, RegionLevel.PROVINCE, null);
    region(province + "01", RegionLevel.PREFECTURE, province);
    region(county(province), RegionLevel.COUNTY, province + "01");
    region(town(province), RegionLevel.TOWNSHIP, county(province));
    region(otherTown(province), RegionLevel.TOWNSHIP, county(province));
  }

  static String county(String province) {
    return province + "0101";
  }

  static String town(String province) {
    return county(province) + "001";
  }

  static String otherTown(String province) {
    return county(province) + "002";
  }

  /// A company that has been in a pool for years.
  Company member(String region) {
    Company company =
        companies.save(
            Company.named(
                "填报" + UUID.randomUUID(), region, Track.MANUFACTURING, "试验", LocalDate.EPOCH));
    holdings.save(
        new TitleHolding(
            0,
            company.id(),
            "rugao-pool",
            LocalDate.of(2022, 1, 1),
            FromPrecision.DAY,
            null,
            LocalDate.of(2022, 1, 1),
            null,
            null,
            "试验",
            null,
            "试验"));
    return company;
  }

  String owner(Company company) {
    return signedIn(account(Role.COMPANY, company.regionCode()).ofCompany(company.id()));
  }

  String person(Role role, String region) {
    return signedIn(account(role, region));
  }

  private static NewAccount account(Role role, String region) {
    return NewAccount.of("s" + UUID.randomUUID().toString().substring(0, 12), role, region, "试验");
  }

  private String signedIn(NewAccount account) {
    opening.open(account, PASSWORD);
    return door.signIn(account.username(), PASSWORD, "/").session();
  }

  int lastYear() {
    return LocalDate.now(clock).getYear() - 1;
  }

  /// The number of a company's new sheet.
  long begun(String owner) {
    var answer =
        door.form("/sheets", owner, Map.of("csrfToken", door.page("/sheets", owner).formToken()));
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
    return Long.parseLong(answer.location().replaceFirst(".*/", ""));
  }

  /// Sends a form of a page with its token and version.
  Door.Answer send(String session, String page, String to, Map<String, String> fields) {
    var shown = door.page(page, session);
    Map<String, String> all = new HashMap<>();
    all.put("csrfToken", shown.formToken());
    all.put("version", shown.page().select("#version").attr("value"));
    all.putAll(fields);
    return door.form(to, session, all);
  }

  void act(String session, String page, String to, Map<String, String> fields) {
    var answer = send(session, page, to, fields);
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
  }

  private void region(String code, RegionLevel level, @Nullable String parent) {
    if (regions.findByCode(code).isEmpty()) {
      regions.save(new Region(code, "填报" + code, level, parent, "试验"));
    }
  }
}
