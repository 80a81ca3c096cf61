package seedbed.meeting;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
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

/// Counties of their own, and who meets there.
@Singleton
final class MeetingPeople {

  // Counts on through all classes of a process: they share its database.
  private static final AtomicInteger COUNTIES = new AtomicInteger();

  private static final String PASSWORD = "Gute-Reise-2026";

  private final Regions regions;
  private final Companies companies;
  private final TitleHoldings holdings;
  private final Opening opening;
  private final Door door;
  private final Clock clock;

  MeetingPeople(
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

  /// A county with two towns.
  String county() {
    door.forgetLocks();
    String county = "3002%02d".formatted(COUNTIES.incrementAndGet());
    region("30", RegionLevel.PROVINCE, null);
    region("3002", RegionLevel.PREFECTURE, "30");
    region(county, RegionLevel.COUNTY, "3002");
    region(county + "001", RegionLevel.TOWNSHIP, county);
    region(county + "002", RegionLevel.TOWNSHIP, county);
    return county;
  }

  Company company(String town) {
    return companies.save(
        Company.named("会议" + UUID.randomUUID(), town, Track.MANUFACTURING, "试验", LocalDate.EPOCH));
  }

  /// A title that ended on a day without anybody asking for its renewal. Of a company whose
  /// register is checked, so that a renewal would be known.
  void endingTitle(Company company, LocalDate end) {
    companies.titlesChecked(company.id(), end.minusYears(3));
    holdings.save(
        new TitleHolding(
            0,
            company.id(),
            "little-giant",
            end.minusYears(3),
            FromPrecision.DAY,
            end.plusDays(1),
            end.minusYears(3),
            null,
            null,
            "试验文件",
            null,
            "试验"));
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  String reader(Role role, String region) {
    return signedIn(account(role, region));
  }

  String department(String region, String unit) {
    return signedIn(account(Role.DEPARTMENT, region).inUnit(unit));
  }

  /// Sends a form about a meeting or decision as it stands now.
  Door.Answer send(String session, String path, Map<String, String> fields) {
    String page = path.replaceFirst("(/[a-z]+/[0-9]+).*", "$1");
    Map<String, String> all = new HashMap<>();
    all.put("csrfToken", door.page("/account", session).formToken());
    all.put("lock", door.page(page, session).page().select("[name=lock]").attr("value"));
    all.putAll(fields);
    return door.form(path, session, all);
  }

  private static NewAccount account(Role role, String region) {
    return NewAccount.of("m" + UUID.randomUUID().toString().substring(0, 12), role, region, "试验");
  }

  private String signedIn(NewAccount account) {
    opening.open(account, PASSWORD);
    return door.signIn(account.username(), PASSWORD, "/").session();
  }

  private void region(String code, RegionLevel level, @Nullable String parent) {
    if (regions.findByCode(code).isEmpty()) {
      regions.save(new Region(code, "会议" + code, level, parent, "试验"));
    }
  }
}
