package seedbed.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import seedbed.signin.Door;

/// A county with companies, leaders and their aides, for tests about links and visits.
@Singleton
public final class LeaderPeople {

  public static final String COUNTY = "260101";
  public static final String TOWN = "260101001";
  public static final String OTHER_TOWN = "260101002";
  public static final String OTHER_COUNTY = "260102";

  private static final String PASSWORD = "Gute-Reise-2026";

  private final Regions regions;
  private final Companies companies;
  private final Opening opening;
  private final Assignments assignments;
  private final Aides aides;
  private final Door door;
  private final Clock clock;

  LeaderPeople(
      Regions regions,
      Companies companies,
      Opening opening,
      Assignments assignments,
      Aides aides,
      Door door,
      Clock clock) {
    this.regions = regions;
    this.companies = companies;
    this.opening = opening;
    this.assignments = assignments;
    this.aides = aides;
    this.door = door;
    this.clock = clock;
  }

  /// Somebody with a session of a browser.
  public record Person(Account account, String session) {}

  public void settle() {
    door.forgetLocks();
    region("26", RegionLevel.PROVINCE, null);
    region("2601", RegionLevel.PREFECTURE, "26");
    region(COUNTY, RegionLevel.COUNTY, "2601");
    region(OTHER_COUNTY, RegionLevel.COUNTY, "2601");
    region(TOWN, RegionLevel.TOWNSHIP, COUNTY);
    region(OTHER_TOWN, RegionLevel.TOWNSHIP, COUNTY);
  }

  public Company company(String name, String region) {
    return companies.save(
        Company.named(
            name + UUID.randomUUID().toString().substring(0, 8),
            region,
            Track.MANUFACTURING,
            "试验",
            LocalDate.EPOCH));
  }

  public Person person(Role role, String region, String name) {
    return open(NewAccount.of(username(), role, region, name));
  }

  public Person owner(Company company) {
    return open(
        NewAccount.of(username(), Role.COMPANY, company.regionCode(), "经办人")
            .ofCompany(company.id()));
  }

  /// Of the whole county.
  public Person department(String unit) {
    return open(NewAccount.of(username(), Role.DEPARTMENT, COUNTY, "经办").inUnit(unit));
  }

  private static String username() {
    return "v" + UUID.randomUUID().toString().substring(0, 12);
  }

  private Person open(NewAccount wanted) {
    Account account = opening.open(wanted, PASSWORD);
    return new Person(account, door.signIn(account.username(), PASSWORD, "/").session());
  }

  public void link(Person leader, Company... linked) {
    assignments.link(
        leader.account().id(),
        List.of(linked).stream().map(Company::id).toList(),
        today().minusDays(30),
        "分工");
  }

  /// Since a month ago.
  public void lend(Person leader, Person aide) {
    aides.save(
        new Aide(
            0,
            leader.account().id(),
            aide.account().id(),
            today().minusDays(30),
            null,
            "试验",
            null));
  }

  /// The number of a new one that has acted for a month, for tests about other things.
  public long aide(long leader, long aide) {
    return aides.of(aide, today()).stream()
        .filter(each -> each.leaderId() == leader)
        .findFirst()
        .orElseGet(
            () -> aides.save(new Aide(0, leader, aide, today().minusDays(30), null, "试验", null)))
        .id();
  }

  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /// Sends a form with the token of a page.
  public Door.Answer send(Person by, String page, String path, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.put("csrfToken", door.page(page, by.session()).formToken());
    return door.form(path, by.session(), all);
  }

  public void done(Door.Answer answer) {
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
  }

  private void region(String code, RegionLevel level, @Nullable String parent) {
    if (regions.findByCode(code).isEmpty()) {
      try {
        regions.save(new Region(code, "走访" + code, level, parent, "试验"));
      } catch (DataAccessException e) {
        assertThat(regions.findByCode(code)).as("made by another test: " + e).isPresent();
      }
    }
  }
}
