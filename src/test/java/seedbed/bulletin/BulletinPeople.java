package seedbed.bulletin;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.account.Account;
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
import seedbed.portfolio.Assignments;
import seedbed.sheet.SheetWork;
import seedbed.signin.Door;

/// Counties that nobody else tells anything about, with their companies and readers.
@Singleton
final class BulletinPeople {

  // Counts on through all classes of a process: they share its database.
  private static final AtomicInteger COUNTIES = new AtomicInteger();

  private static final String PASSWORD = "Gute-Reise-2026";

  private final Regions regions;
  private final Companies companies;
  private final TitleHoldings holdings;
  private final SheetWork sheets;
  private final Opening opening;
  private final Assignments assignments;
  private final Door door;
  private final Clock clock;

  BulletinPeople(
      Regions regions,
      Companies companies,
      TitleHoldings holdings,
      SheetWork sheets,
      Opening opening,
      Assignments assignments,
      Door door,
      Clock clock) {
    this.regions = regions;
    this.companies = companies;
    this.holdings = holdings;
    this.sheets = sheets;
    this.opening = opening;
    this.assignments = assignments;
    this.door = door;
    this.clock = clock;
  }

  /// A county with two towns.
  String county() {
    door.forgetLocks();
    String county = "3001%02d".formatted(COUNTIES.incrementAndGet());
    region("30", RegionLevel.PROVINCE, null);
    region("3001", RegionLevel.PREFECTURE, "30");
    region(county, RegionLevel.COUNTY, "3001");
    region(county + "001", RegionLevel.TOWNSHIP, county);
    region(county + "002", RegionLevel.TOWNSHIP, county);
    return county;
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  Period last() {
    return Period.lastQuarter(today());
  }

  Period before() {
    return Period.lastQuarter(last().firstDay());
  }

  /// Whose register of titles is complete.
  Company company(String town) {
    Company saved =
        companies.save(
            Company.named(
                "通报" + UUID.randomUUID(), town, Track.MANUFACTURING, "试验", LocalDate.EPOCH));
    companies.titlesChecked(saved.id(), LocalDate.of(2010, 1, 1));
    return saved;
  }

  /// In the pool from a day on.
  Company pooled(String town, LocalDate from) {
    Company company = company(town);
    title(company, "rugao-pool", from, from);
    return company;
  }

  void title(Company company, String title, LocalDate from, LocalDate recorded) {
    title(company, title, from, recorded, from.plusYears(30));
  }

  /// @param to the first day on which it is no longer held
  void title(Company company, String title, LocalDate from, LocalDate recorded, LocalDate to) {
    holdings.save(
        new TitleHolding(
            0,
            company.id(),
            title,
            from,
            FromPrecision.DAY,
            to,
            recorded,
            null,
            null,
            "试验文件",
            null,
            "试验"));
  }

  /// Hands an operating sheet of a period in.
  void operate(Company company, Period period, String sales, LocalDate on) {
    sheets.operate(
        new SheetWork.Operated(
            company.id(),
            period.year(),
            period.lastMonth(),
            Map.of("sales", sales, "forecast", "100000")),
        on,
        new Caller(0, 0, "试验", Role.COMPANY, company.regionCode(), company.id(), null));
  }

  void rename(Company company, String name) {
    Company now = companies.findById(company.id()).orElseThrow();
    companies.update(
        new Company(
            now.id(),
            name,
            now.shortName(),
            "",
            now.shortInitials(),
            now.creditCode(),
            now.regionCode(),
            now.industryCode(),
            now.industryName(),
            now.track(),
            now.mainProduct(),
            now.foundedOn(),
            now.origin(),
            now.recordedOn(),
            now.titlesCheckedOn(),
            now.source(),
            now.note(),
            now.version()));
  }

  String reader(Role role, String region) {
    return signedIn(account(role, region));
  }

  /// Who looks after a company.
  String leader(String region, Company company) {
    Account leader = opening.open(account(Role.LEADER, region), PASSWORD);
    assignments.link(leader.id(), List.of(company.id()), today().minusDays(30), "分工");
    return door.signIn(leader.username(), PASSWORD, "/").session();
  }

  /// A leader to whom companies are linked from a day on.
  long linked(String county, List<Company> linked, LocalDate from) {
    long leader = opening.open(account(Role.LEADER, county), PASSWORD).id();
    assignments.link(leader, linked.stream().map(Company::id).toList(), from, "试验");
    return leader;
  }

  String department(String region) {
    return signedIn(account(Role.DEPARTMENT, region).inUnit("科技局"));
  }

  String owner(Company company) {
    return signedIn(account(Role.COMPANY, company.regionCode()).ofCompany(company.id()));
  }

  /// Opens the bulletin of a period as the office does.
  ///
  /// @return its path
  String open(String office, Period period) {
    Door.Answer answer =
        door.form(
            "/bulletins",
            office,
            Map.of("csrfToken", token(office), "period", period.year() + "-" + period.quarter()));
    if (answer.code() != 303) {
      throw new AssertionError(answer.code() + answer.page().select(".errors, main").text());
    }
    return answer.location();
  }

  /// Sends a form about a bulletin as it stands now.
  Door.Answer send(String session, String path, Map<String, String> fields) {
    String bulletin = path.replaceFirst("(/bulletins/[0-9]+).*", "$1");
    Map<String, String> all = new HashMap<>();
    all.put("csrfToken", token(session));
    all.put("lock", door.page(bulletin, session).page().select("[name=lock]").attr("value"));
    all.putAll(fields);
    return door.form(path, session, all);
  }

  private String token(String session) {
    return door.page("/account", session).formToken();
  }

  private static NewAccount account(Role role, String region) {
    return NewAccount.of("b" + UUID.randomUUID().toString().substring(0, 12), role, region, "试验");
  }

  private String signedIn(NewAccount account) {
    opening.open(account, PASSWORD);
    return door.signIn(account.username(), PASSWORD, "/").session();
  }

  private void region(String code, RegionLevel level, @Nullable String parent) {
    if (regions.findByCode(code).isEmpty()) {
      regions.save(new Region(code, "通报" + code, level, parent, "试验"));
    }
  }
}
