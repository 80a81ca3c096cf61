package seedbed.recognition;

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

/// Holders of titles, the people whom they concern, and what these send.
@Singleton
final class TitlePeople {

  static final String PROVINCE = "47";
  static final String COUNTY = "470101";
  static final String TOWN = "470101001";
  static final String OTHER_TOWN = "470101002";

  private static final String PASSWORD = "Gute-Reise-2026";

  private final Regions regions;
  private final Companies companies;
  private final TitleHoldings holdings;
  private final Opening opening;
  private final Door door;
  private final Clock clock;

  TitlePeople(
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

  /// A company in a town, and who looks at it.
  record Cast(Company company, String owner, String town, String office) {}

  Cast cast() {
    door.forgetLocks();
    region(PROVINCE, RegionLevel.PROVINCE, null);
    region("4701", RegionLevel.PREFECTURE, PROVINCE);
    region(COUNTY, RegionLevel.COUNTY, "4701");
    region(TOWN, RegionLevel.TOWNSHIP, COUNTY);
    region(OTHER_TOWN, RegionLevel.TOWNSHIP, COUNTY);
    Company company = company(TOWN);
    return new Cast(
        company,
        signedIn(account(Role.COMPANY, TOWN).ofCompany(company.id())),
        signedIn(account(Role.TOWNSHIP, TOWN)),
        signedIn(account(Role.OFFICE, COUNTY)));
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  Company company(String region) {
    return companies.save(
        Company.named(
            "称号" + UUID.randomUUID(), region, Track.MANUFACTURING, "试验", LocalDate.EPOCH));
  }

  long holding(Company holder, String title, LocalDate from, @Nullable LocalDate to) {
    return holding(holder, title, from, to, from);
  }

  long holding(
      Company holder, String title, LocalDate from, @Nullable LocalDate to, LocalDate recordedOn) {
    return holdings
        .save(
            new TitleHolding(
                0,
                holder.id(),
                title,
                from,
                FromPrecision.DAY,
                to,
                recordedOn,
                null,
                null,
                "试验文件",
                null,
                "试验"))
        .id();
  }

  void act(String session, long id, String what, Map<String, String> fields) {
    var answer = send(session, id, what, fields);
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
  }

  /// Sends a form of a title's page, as of today where it names no other day.
  Door.Answer send(String session, long id, String what, Map<String, String> fields) {
    var page = show(session, id);
    Map<String, String> all = new HashMap<>();
    all.put("csrfToken", page.formToken());
    all.put("version", page.page().select("[name=version]").attr("value"));
    all.put("happenedOn", today().toString());
    all.put("sure", "yes");
    all.putAll(fields);
    return door.form("/titles/" + id + "/" + what, session, all);
  }

  Door.Answer show(String session, long id) {
    return door.page("/titles/" + id, session);
  }

  private static NewAccount account(Role role, String region) {
    return NewAccount.of("t" + UUID.randomUUID().toString().substring(0, 12), role, region, "试验");
  }

  private String signedIn(NewAccount account) {
    opening.open(account, PASSWORD);
    return door.signIn(account.username(), PASSWORD, "/").session();
  }

  private void region(String code, RegionLevel level, @Nullable String parent) {
    if (regions.findByCode(code).isEmpty()) {
      regions.save(new Region(code, "称号" + code, level, parent, "试验"));
    }
  }
}
