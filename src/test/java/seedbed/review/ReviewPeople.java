package seedbed.review;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
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
import seedbed.figure.Figure;
import seedbed.figure.Period;
import seedbed.figure.Reporting;
import seedbed.figure.Source;
import seedbed.figure.Value;
import seedbed.signin.Door;

/// A county with two towns, companies of its pool and the people whom a review concerns.
@Singleton
final class ReviewPeople {

  static final String POOL = "rugao-pool";
  private static final String PASSWORD = "Gute-Reise-2026";

  private final Regions regions;
  private final Companies companies;
  private final TitleHoldings holdings;
  private final Reporting reporting;
  private final Opening opening;
  private final Door door;
  private final Clock clock;

  ReviewPeople(
      Regions regions,
      Companies companies,
      TitleHoldings holdings,
      Reporting reporting,
      Opening opening,
      Door door,
      Clock clock) {
    this.regions = regions;
    this.companies = companies;
    this.holdings = holdings;
    this.reporting = reporting;
    this.opening = opening;
    this.door = door;
    this.clock = clock;
  }

  /// @param county six digits of a test's own; each review wants a county without others
  void settle(String county) {
    region(county.substring(0, 2), RegionLevel.PROVINCE, null);
    region(county.substring(0, 4), RegionLevel.PREFECTURE, county.substring(0, 2));
    region(county, RegionLevel.COUNTY, county.substring(0, 4));
    region(county + "001", RegionLevel.TOWNSHIP, county);
    region(county + "002", RegionLevel.TOWNSHIP, county);
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  /// A company that has been in the pool for years.
  Company member(String region) {
    Company company =
        companies.save(
            Company.named(
                "核实" + UUID.randomUUID(), region, Track.MANUFACTURING, "试验", LocalDate.EPOCH));
    admit(company, LocalDate.of(2022, 1, 1));
    return company;
  }

  private void admit(Company company, LocalDate from) {
    holdings.save(
        new TitleHolding(
            0,
            company.id(),
            POOL,
            from,
            FromPrecision.DAY,
            null,
            from,
            null,
            null,
            "试验入库文件",
            null,
            "试验"));
  }

  void rename(Company company, String name) {
    change(company, name, company.regionCode());
  }

  void move(Company company, String region) {
    change(company, company.name(), region);
  }

  private void change(Company company, String name, String region) {
    companies.update(
        new Company(
            company.id(),
            name,
            null,
            "",
            null,
            null,
            region,
            null,
            null,
            Track.MANUFACTURING,
            null,
            null,
            company.origin(),
            company.recordedOn(),
            null,
            "试验",
            null,
            company.version()));
  }

  void report(Company company, String indicator, Period period, String value) {
    report(company, indicator, period, value, clock.instant());
  }

  void report(Company company, String indicator, Period period, String value, Instant at) {
    reporting.report(
        List.of(
            Figure.reported(
                company.id(),
                indicator,
                period,
                value.equals("yes") ? Value.yes() : Value.number(value),
                new Source("试验报表", null),
                "试验",
                at)));
  }

  List<TitleHolding> places(Company company) {
    return holdings.findByCompanyIdOrderByHeldFrom(company.id());
  }

  String person(Role role, String region) {
    return signedIn(account(role, region));
  }

  String owner(Company company) {
    return signedIn(account(Role.COMPANY, company.regionCode()).ofCompany(company.id()));
  }

  private static NewAccount account(Role role, String region) {
    return NewAccount.of("r" + UUID.randomUUID().toString().substring(0, 12), role, region, "试验");
  }

  private String signedIn(NewAccount account) {
    opening.open(account, PASSWORD);
    return door.signIn(account.username(), PASSWORD, "/").session();
  }

  /// Sends a form of a page with its token and, where it has one, its version.
  Door.Answer send(String session, String page, String to, Map<String, String> fields) {
    var shown = door.page(page, session);
    Map<String, String> all = new HashMap<>();
    all.put("csrfToken", shown.formToken());
    String version = shown.page().select("[name=version]").attr("value");
    if (!version.isEmpty()) {
      all.put("version", version);
    }
    all.putAll(fields);
    return door.form(to, session, all);
  }

  void act(String session, String page, String to, Map<String, String> fields) {
    var answer = send(session, page, to, fields);
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
  }

  private void region(String code, RegionLevel level, @Nullable String parent) {
    if (regions.findByCode(code).isEmpty()) {
      regions.save(new Region(code, "核实" + code, level, parent, "试验"));
    }
  }
}
