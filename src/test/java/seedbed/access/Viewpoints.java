package seedbed.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import seedbed.access.Readers.Reader;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.Track;
import seedbed.figure.Figure;
import seedbed.figure.Period;
import seedbed.figure.Reporting;
import seedbed.figure.Source;
import seedbed.figure.Value;
import seedbed.portfolio.Assignment;
import seedbed.portfolio.Assignments;
import seedbed.seed.DemoPool;

/// The demonstration pool as one of each role sees it, with a company in every place.
@Singleton
final class Viewpoints {

  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final String COUNTY = "320682";
  private static final String ELSEWHERE = "970101";

  private final Readers readers;
  private final DemoPool demo;
  private final Regions regions;
  private final Companies companies;
  private final Assignments assignments;
  private final Reporting reporting;
  private final TransactionOperations<Connection> transactions;
  private final Map<Whose, Company> asked = new EnumMap<>(Whose.class);
  private final Map<Role, Reader> people = new EnumMap<>(Role.class);

  Viewpoints(
      Readers readers,
      DemoPool demo,
      Regions regions,
      Companies companies,
      Assignments assignments,
      Reporting reporting,
      TransactionOperations<Connection> transactions) {
    this.readers = readers;
    this.demo = demo;
    this.regions = regions;
    this.companies = companies;
    this.assignments = assignments;
    this.reporting = reporting;
    this.transactions = transactions;
  }

  /// Seen from the company's account.
  enum Whose {
    OWN,
    SAME_TOWN,
    OTHER_TOWN,
    OTHER_COUNTY
  }

  static Clock clock() {
    return Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
  }

  /// Once, before anybody looks.
  void assemble() {
    demo.refill();
    chooseCompanies();
    var town = company(Whose.OWN).regionCode();
    people.put(Role.OFFICE, readers.open(Role.OFFICE, COUNTY));
    people.put(Role.TOWNSHIP, readers.open(Role.TOWNSHIP, town));
    people.put(Role.COMPANY, readers.ofCompany(company(Whose.OWN).id(), town));
    var leader = readers.open(Role.LEADER, COUNTY);
    people.put(Role.LEADER, leader);
    assignments.link(
        leader.account().id(),
        List.of(company(Whose.OWN).id(), company(Whose.OTHER_TOWN).id()),
        TODAY,
        null);
    var begin = TODAY.minusYears(1);
    assignments.save(
        new Assignment(
            0, company(Whose.SAME_TOWN).id(), leader.account().id(), begin, TODAY, "调整分工"));
  }

  private void chooseCompanies() {
    var placed =
        companies.inRegion(COUNTY).stream()
            .filter(company -> company.demo() && company.regionCode().length() == 9)
            .toList();
    var own = placed.getFirst();
    asked.put(Whose.OWN, own);
    asked.put(
        Whose.SAME_TOWN,
        placed.stream()
            .filter(each -> each.id() != own.id() && each.regionCode().equals(own.regionCode()))
            .findFirst()
            .orElseThrow());
    asked.put(
        Whose.OTHER_TOWN,
        placed.stream()
            .filter(each -> !each.regionCode().equals(own.regionCode()))
            .findFirst()
            .orElseThrow());
    if (regions.findByCode(ELSEWHERE).isEmpty()) {
      regions.save(new Region("97", "外省", RegionLevel.PROVINCE, null, "试验"));
      regions.save(new Region("9701", "外市", RegionLevel.PREFECTURE, "97", "试验"));
      regions.save(new Region(ELSEWHERE, "外县", RegionLevel.COUNTY, "9701", "试验"));
    }
    asked.put(
        Whose.OTHER_COUNTY,
        companies
            .findByName("外县轴承有限公司")
            .orElseGet(() ->
                companies.save(
                    Company.named(
                        "外县轴承有限公司", ELSEWHERE, Track.MANUFACTURING, "试验", LocalDate.EPOCH))));
    reporting.report(
        asked.values().stream().flatMap(each -> Stream.of(said(each, 1), said(each, 2))).toList());
  }

  /// Two sources that disagree.
  private static Figure said(Company company, int source) {
    return Figure.reported(
        company.id(),
        "revenue",
        Period.year(2025),
        Value.number(Integer.toString(5000 + source)),
        new Source("来源" + source, null),
        "试验",
        NOW.minusSeconds(60));
  }

  void clear() {
    demo.clear();
  }

  void execute(String sql) {
    transactions.executeWrite(status -> {
      try (var statement = status.getConnection().createStatement()) {
        return statement.executeUpdate(sql);
      }
    });
  }

  Reader reader(Role role) {
    return Objects.requireNonNull(people.get(role));
  }

  Company company(Whose whose) {
    return Objects.requireNonNull(asked.get(whose));
  }

  /// What the role should see, found another way.
  Set<Long> idsOf(Role role) {
    var own = company(Whose.OWN);
    return new TreeSet<>(
        switch (role) {
          case OFFICE -> companies.inRegion(COUNTY).stream().map(Company::id).toList();
          case TOWNSHIP -> companies.inRegion(own.regionCode()).stream().map(Company::id).toList();
          case LEADER -> List.of(own.id(), company(Whose.OTHER_TOWN).id());
          case COMPANY -> List.of(own.id());
          case DEPARTMENT, INSPECTOR, ADMIN, AUDITOR -> List.of();
        });
  }

  Set<String> names(Set<Long> ids) {
    return companies.findByIdIn(ids).stream().map(Company::name).collect(Collectors.toSet());
  }

  JsonNode json(Role role, String path) throws IOException {
    return new JsonMapper().readTree(reader(role).get(path).body());
  }

  static Set<Long> ids(JsonNode answer) {
    Set<Long> ids = new TreeSet<>();
    answer.path("items").forEach(item -> ids.add(item.path("id").asLong()));
    return ids;
  }

  static long number(String href) {
    return Long.parseLong(href.replaceAll("/companies/(\\d+).*", "$1"));
  }
}
