package seedbed.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.BeanContext;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import seedbed.account.Account;
import seedbed.account.Accounts;
import seedbed.account.NewAccount;
import seedbed.account.Opening;
import seedbed.admission.AskedApplications;
import seedbed.archive.GivenDocuments;
import seedbed.assessment.PoolAssessment;
import seedbed.bulletin.GivenBulletins;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHolding.FromPrecision;
import seedbed.company.TitleHoldings;
import seedbed.company.Track;
import seedbed.drafting.AskedDrafts;
import seedbed.evidence.Papers;
import seedbed.figure.Figure;
import seedbed.figure.Figures;
import seedbed.figure.Period;
import seedbed.figure.Reporting;
import seedbed.figure.Source;
import seedbed.figure.Value;
import seedbed.inbox.GivenMessages;
import seedbed.inspection.GivenInspections;
import seedbed.meeting.GivenMeetings;
import seedbed.nomination.GivenNominations;
import seedbed.plan.GivenPlans;
import seedbed.portfolio.Assignment;
import seedbed.portfolio.Assignments;
import seedbed.portfolio.LeaderPeople;
import seedbed.reminder.GivenReminders;
import seedbed.report.dossier.GivenBundles;
import seedbed.request.GivenRequests;
import seedbed.review.GivenRounds;
import seedbed.reward.GivenRewards;
import seedbed.sheet.GivenSheets;
import seedbed.signin.Session;
import seedbed.signin.Sessions;
import seedbed.visit.GivenVisits;
import seedbed.web.Origin;

/// Somebody of each role, at home in one town, and one thing of each kind in every place: what the
/// routes of `access/routes.txt` are about.
@Singleton
final class Cast {

  private static final String COUNTY = "880101";
  private static final String TOWN = "880101001";
  private static final String OTHER_TOWN = "880101002";
  private static final String OTHER_COUNTY = "880102";
  private static final Origin HERE = new Origin("127.0.0.1", "matrix");

  private final BeanContext beans;
  private final Knocker knocker;
  private final Map<Role, Account> people = new EnumMap<>(Role.class);
  private final Map<Place, Company> companies = new EnumMap<>(Place.class);
  private final Map<Place, Long> uploads = new EnumMap<>(Place.class);
  private final Map<Place, Long> figures = new EnumMap<>(Place.class);
  private final Map<Place, Long> applications = new EnumMap<>(Place.class);
  private final Map<Place, Long> sheets = new EnumMap<>(Place.class);
  private final Map<Place, Long> plans = new EnumMap<>(Place.class);
  private final Map<Place, Long> requests = new EnumMap<>(Place.class);
  private final Map<Place, Long> holdings = new EnumMap<>(Place.class);
  private final Map<Place, Long> operating = new EnumMap<>(Place.class);
  private final Map<Place, Long> evidence = new EnumMap<>(Place.class);
  private final Map<Place, Long> reviews = new EnumMap<>(Place.class);
  private final Map<Place, Long> members = new EnumMap<>(Place.class);
  private final Map<Place, Long> nominations = new EnumMap<>(Place.class);
  private final Map<Place, Long> exemptions = new EnumMap<>(Place.class);
  private final Map<Place, Long> documents = new EnumMap<>(Place.class);
  private final Map<Place, Long> assignments = new EnumMap<>(Place.class);
  private final Map<Place, Long> aides = new EnumMap<>(Place.class);
  private final Map<Place, Long> visits = new EnumMap<>(Place.class);
  private final Map<Place, Long> rewards = new EnumMap<>(Place.class);
  private final Map<Place, Long> bulletins = new EnumMap<>(Place.class);
  private final Map<Place, Long> meetings = new EnumMap<>(Place.class);
  private final Map<Place, Long> decisions = new EnumMap<>(Place.class);
  private final Map<Place, Long> inspections = new EnumMap<>(Place.class);
  private final Map<Place, String> scans = new EnumMap<>(Place.class);
  private final Map<String, Account> strangers = new HashMap<>();
  private int opened;

  Cast(BeanContext beans, EmbeddedServer server) {
    this.beans = beans;
    knocker = new Knocker(server.getURI());
  }

  /// Once, before anybody knocks.
  void assemble() {
    region("88", RegionLevel.PROVINCE, null);
    region("8801", RegionLevel.PREFECTURE, "88");
    region(COUNTY, RegionLevel.COUNTY, "8801");
    region(OTHER_COUNTY, RegionLevel.COUNTY, "8801");
    region(TOWN, RegionLevel.TOWNSHIP, COUNTY);
    region(OTHER_TOWN, RegionLevel.TOWNSHIP, COUNTY);
    companies.put(Place.OWN, company("本企业", TOWN));
    companies.put(Place.OTHER_COMPANY, company("同镇别家", TOWN));
    companies.put(Place.OTHER_TOWN, company("别镇一家", OTHER_TOWN));
    companies.put(Place.OTHER_COUNTY, company("别县一家", OTHER_COUNTY));
    companies.forEach((place, company) -> figures.put(place, figure(company, "rd_expense")));
    companies.forEach((place, company) -> holdings.put(place, holding(company)));
    figures.put(Place.OTHER_UNIT, figure(own(), "tax_paid"));
    AskedApplications asked = beans.getBean(AskedApplications.class);
    companies.forEach(
        (place, company) -> applications.put(place, asked.of(company.id(), "rugao-pool", "科技局")));
    GivenSheets given = beans.getBean(GivenSheets.class);
    companies.forEach((place, company) -> {
      sheets.put(place, given.handedIn(company.id()));
      operating.put(place, given.operating(company.id()));
    });
    GivenPlans written = beans.getBean(GivenPlans.class);
    companies.forEach((place, company) -> plans.put(place, written.handedIn(company.id())));
    GivenRequests wished = beans.getBean(GivenRequests.class);
    companies.forEach(
        (place, company) -> requests.put(place, wished.withFile(company.id(), "科技局")));
    Company neighbour = Objects.requireNonNull(companies.get(Place.OTHER_COMPANY));
    applications.put(Place.OTHER_UNIT, asked.of(neighbour.id(), "jiangsu-pool", "税务局"));
    requests.put(Place.OTHER_UNIT, wished.withFile(neighbour.id(), "税务局"));
    GivenReminders reminders = beans.getBean(GivenReminders.class);
    companies.forEach((place, company) -> exemptions.put(place, reminders.exemption(company.id())));
    Papers papers = beans.getBean(Papers.class);
    companies.forEach(
        (place, company) -> evidence.put(place, papers.of(company.id(), "rd_expense")));
    evidence.put(Place.OTHER_UNIT, papers.of(neighbour.id(), "tax_paid"));
    GivenInspections inspected = beans.getBean(GivenInspections.class);
    companies.forEach((place, company) -> {
      String county = place == Place.OTHER_COUNTY ? OTHER_COUNTY : COUNTY;
      inspections.put(place, inspected.filed(company.id(), county, "应急管理局"));
      scans.put(place, inspected.code(company.id(), county));
    });
    inspections.put(Place.OTHER_UNIT, inspected.filed(neighbour.id(), COUNTY, "生态环境局"));
    GivenRewards granted = beans.getBean(GivenRewards.class);
    companies.forEach((place, company) -> rewards.put(place, granted.of(company.id(), "试验")));
    GivenDocuments archived = beans.getBean(GivenDocuments.class);
    companies.forEach((place, company) ->
        documents.put(
            place, archived.of(place == Place.OTHER_COUNTY ? OTHER_COUNTY : COUNTY, company.id())));
    for (Role role : Role.values()) {
      people.put(role, person(role));
    }
    GivenNominations planned = beans.getBean(GivenNominations.class);
    companies.forEach((place, company) ->
        nominations.put(place, planned.of(company.regionCode().substring(0, 6), company.id())));
    GivenRounds rounds = beans.getBean(GivenRounds.class);
    reviews.put(Place.OWN, rounds.open(COUNTY));
    reviews.put(Place.OTHER_COUNTY, rounds.open(OTHER_COUNTY));
    companies.forEach((place, company) -> members.put(place, rounds.member(company.id())));
    GivenBulletins told = beans.getBean(GivenBulletins.class);
    bulletins.put(Place.OWN, told.issued(COUNTY));
    bulletins.put(Place.OTHER_COUNTY, told.issued(OTHER_COUNTY));
    GivenMeetings held = beans.getBean(GivenMeetings.class);
    meetings.put(Place.OWN, held.held(COUNTY));
    meetings.put(Place.OTHER_COUNTY, held.held(OTHER_COUNTY));
    decisions.put(Place.OWN, held.decided(COUNTY, "TOWN:" + TOWN));
    decisions.put(Place.OTHER_TOWN, held.decided(COUNTY, "TOWN:" + OTHER_TOWN));
    decisions.put(Place.OTHER_UNIT, held.decided(COUNTY, "UNIT:科技局"));
    decisions.put(Place.OTHER_COUNTY, held.decided(OTHER_COUNTY, "OFFICE:" + OTHER_COUNTY));
    beans
        .getBean(Assignments.class)
        .link(person(Role.LEADER).id(), List.of(own().id()), today().withDayOfYear(1), "试验");
    companies.forEach((place, company) -> lookAfter(place, company));
    uploads.put(Place.OWN, upload(person(Role.TOWNSHIP)));
    uploads.put(Place.OTHER_UNIT, upload(person(Role.OFFICE)));
    uploads.put(Place.OTHER_TOWN, upload(stranger(Role.TOWNSHIP, OTHER_TOWN)));
    uploads.put(Place.OTHER_COUNTY, upload(stranger(Role.OFFICE, OTHER_COUNTY)));
  }

  // The leader of the cast has one company; others are looked after by somebody else.
  private void lookAfter(Place place, Company company) {
    String county = place == Place.OTHER_COUNTY ? OTHER_COUNTY : COUNTY;
    Account leader = place == Place.OWN ? person(Role.LEADER) : stranger(Role.LEADER, county);
    Assignments links = beans.getBean(Assignments.class);
    if (place != Place.OWN) {
      links.save(
          new Assignment(0, company.id(), leader.id(), today().withDayOfYear(1), null, "试验"));
    }
    assignments.put(place, links.ofCompanies(List.of(company.id()), today()).getFirst().id());
    visits.put(
        place, beans.getBean(GivenVisits.class).of(company.id(), leader.id(), leader.username()));
    if (place == Place.OWN || place == Place.OTHER_COUNTY) {
      aides.put(
          place,
          beans
              .getBean(LeaderPeople.class)
              .aide(
                  leader.id(), stranger(Role.LEADER, place == Place.OWN ? TOWN : OTHER_TOWN).id()));
    }
  }

  Knocker knocker() {
    return knocker;
  }

  /// A new session, because acts may end the one they come with.
  String token(Role role) {
    return token(person(role));
  }

  /// What stands for the first variable of a route; empty where there is no such thing in that
  /// place.
  ///
  /// @param role who asks; null for nobody
  Optional<String> thing(String about, Place place, @Nullable Role role) {
    return switch (about) {
      case "company" -> Optional.ofNullable(companies.get(place)).map(c -> "" + c.id());
      case "upload" -> Optional.ofNullable(uploads.get(place)).map(id -> "" + id);
      case "figure" -> Optional.ofNullable(figures.get(place)).map(id -> "" + id);
      case "holding" -> Optional.ofNullable(holdings.get(place)).map(id -> "" + id);
      case "application" -> Optional.ofNullable(applications.get(place)).map(id -> "" + id);
      case "sheet" -> Optional.ofNullable(sheets.get(place)).map(id -> "" + id);
      case "plan" -> Optional.ofNullable(plans.get(place)).map(id -> "" + id);
      case "request" -> Optional.ofNullable(requests.get(place)).map(id -> "" + id);
      case "operating" -> Optional.ofNullable(operating.get(place)).map(id -> "" + id);
      case "review" -> Optional.ofNullable(reviews.get(place)).map(id -> "" + id);
      case "member" -> Optional.ofNullable(members.get(place)).map(id -> "" + id);
      case "nomination" -> Optional.ofNullable(nominations.get(place)).map(id -> "" + id);
      case "evidence" -> Optional.ofNullable(evidence.get(place)).map(id -> "" + id);
      case "document" -> Optional.ofNullable(documents.get(place)).map(id -> "" + id);
      case "assignment" -> Optional.ofNullable(assignments.get(place)).map(id -> "" + id);
      case "aide" -> Optional.ofNullable(aides.get(place)).map(id -> "" + id);
      case "visit" -> Optional.ofNullable(visits.get(place)).map(id -> "" + id);
      case "reward" -> Optional.ofNullable(rewards.get(place)).map(id -> "" + id);
      case "bulletin" -> Optional.ofNullable(bulletins.get(place)).map(id -> "" + id);
      case "meeting" -> Optional.ofNullable(meetings.get(place)).map(id -> "" + id);
      case "decision" -> Optional.ofNullable(decisions.get(place)).map(id -> "" + id);
      case "inspection" -> Optional.ofNullable(inspections.get(place)).map(id -> "" + id);
      case "scan" -> Optional.ofNullable(scans.get(place));
      case "session" -> session(place, role).map(id -> "" + id);
      case "reminder" -> reminder(place, role).map(id -> "" + id);
      case "delivery" -> delivery(place).map(id -> "" + id);
      case "exemption" -> Optional.ofNullable(exemptions.get(place)).map(id -> "" + id);
      case "rule" -> only(place, "operating-sheet");
      case "bundle" -> bundle(place, role).map(id -> "" + id);
      case "message" -> message(place, role).map(id -> "" + id);
      case "account" -> account(place).map(id -> "" + id);
      case "program" -> only(place, "" + program());
      case "lock" -> only(place, "0".repeat(64));
      case "edition" -> only(place, "cn-xjr-2022");
      case "draft" -> only(place, "" + beans.getBean(AskedDrafts.class).one());
      case "run" -> only(place, "" + run());
      default ->
          throw new AssertionError(
              "access/routes.txt says that a route is about “"
                  + about
                  + "”: give the cast one in every place, in Cast.thing");
    };
  }

  private Account person(Role role) {
    Account known = people.get(role);
    return known == null ? openPerson(role) : known;
  }

  private Account openPerson(Role role) {
    String home = role == Role.TOWNSHIP || role == Role.COMPANY ? TOWN : COUNTY;
    NewAccount wanted = NewAccount.of("matrix-" + role.code(), role, home, "试验" + role.label());
    return open(
        switch (role) {
          case COMPANY -> wanted.ofCompany(own().id());
          case DEPARTMENT -> wanted.inUnit("科技局");
          case INSPECTOR -> wanted.inUnit("应急管理局");
          case OFFICE, TOWNSHIP, LEADER, ADMIN, AUDITOR -> wanted;
        });
  }

  private Account stranger(Role role, String home) {
    return strangers.computeIfAbsent(
        role.code() + home,
        name -> open(NewAccount.of("matrix-" + name, role, home, "试验别处" + role.label())));
  }

  private Account open(NewAccount wanted) {
    return beans
        .getBean(Accounts.class)
        .findByUsername(wanted.username())
        .orElseGet(() -> beans.getBean(Opening.class).open(wanted, "Matrix-2026-試驗"));
  }

  private String token(Account account) {
    return sessions().open(account, Session.Kind.PROGRAM, HERE).token().text();
  }

  private Sessions sessions() {
    return beans.getBean(Sessions.class);
  }

  private Optional<Long> session(Place place, @Nullable Role role) {
    Account holder =
        switch (place) {
          case OWN -> person(role == null ? Role.COMPANY : role);
          case OTHER_UNIT -> stranger(Role.OFFICE, OTHER_COUNTY);
          case OTHER_COMPANY, OTHER_TOWN, OTHER_COUNTY -> null;
        };
    return Optional.ofNullable(holder)
        .map(account -> sessions().open(account, Session.Kind.BROWSER, HERE).session().id());
  }

  private Optional<Long> message(Place place, @Nullable Role role) {
    return holder(place, role).map(account -> beans.getBean(GivenMessages.class).to(account.id()));
  }

  private Optional<Long> bundle(Place place, @Nullable Role role) {
    return holder(place, role).map(account -> beans.getBean(GivenBundles.class).of(account.id()));
  }

  private Optional<Long> reminder(Place place, @Nullable Role role) {
    return holder(place, role).map(account -> beans.getBean(GivenReminders.class).to(account.id()));
  }

  private Optional<Account> holder(Place place, @Nullable Role role) {
    return switch (place) {
      case OWN -> Optional.of(person(role == null ? Role.COMPANY : role));
      case OTHER_UNIT -> Optional.of(stranger(Role.OFFICE, OTHER_COUNTY));
      case OTHER_COMPANY, OTHER_TOWN, OTHER_COUNTY -> Optional.empty();
    };
  }

  // A new one each time, because trying it again changes it.
  private Optional<Long> delivery(Place place) {
    Optional<Account> to =
        switch (place) {
          case OWN -> Optional.of(person(Role.TOWNSHIP));
          case OTHER_COUNTY -> Optional.of(stranger(Role.OFFICE, OTHER_COUNTY));
          case OTHER_COMPANY, OTHER_TOWN, OTHER_UNIT -> Optional.empty();
        };
    return to.map(account -> beans.getBean(GivenReminders.class).delivery(account.id()));
  }

  // A new one each time, because acts close it or change its role.
  private Optional<Long> account(Place place) {
    String home =
        switch (place) {
          case OWN -> TOWN;
          case OTHER_TOWN -> OTHER_TOWN;
          case OTHER_COUNTY -> OTHER_COUNTY;
          case OTHER_COMPANY, OTHER_UNIT -> null;
        };
    return Optional.ofNullable(home)
        .map(region ->
            beans
                .getBean(Opening.class)
                .invited(
                    NewAccount.of(
                        "matrix-" + System.nanoTime() + "-" + ++opened,
                        Role.TOWNSHIP,
                        region,
                        "试验账号"))
                .id());
  }

  private long program() {
    Account program =
        beans
            .getBean(Opening.class)
            .program(NewAccount.of("matrix-program-" + ++opened, Role.OFFICE, COUNTY, "试验程序"));
    sessions()
        .issue(
            new Sessions.TokenOrder(
                program, "试验令牌", Instant.now(beans.getBean(Clock.class)).plusSeconds(3600), true));
    return program.id();
  }

  private long run() {
    return switch (beans.getBean(PoolAssessment.class).on(today())) {
      case PoolAssessment.Ready(var run) -> run.id();
      case PoolAssessment.Working(var run, _) -> run.id();
      case PoolAssessment.Stopped(var run, _) -> run.id();
    };
  }

  private static Optional<String> only(Place place, String id) {
    return place == Place.OWN ? Optional.of(id) : Optional.empty();
  }

  private long upload(Account by) {
    Knocker.Answer answer =
        knocker.upload("/api/v1/imports", token(by), "矩阵.csv", "企业名称,年度,营业收入总额（万元）\n没有这家,2025,1\n");
    assertThat(answer.code()).as(answer.body()).isEqualTo(202);
    String upload = answer.location();
    // With something to mark in the file that is given back.
    await(() -> knocker.send("GET", upload, token(by), "", "").body().contains("\"checked\""));
    return Long.parseLong(upload.replaceFirst(".*/", ""));
  }

  private static void await(BooleanSupplier settled) {
    long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!settled.getAsBoolean()) {
      assertThat(System.nanoTime()).as("the upload is never checked").isLessThan(deadline);
    }
  }

  private Company own() {
    return Objects.requireNonNull(companies.get(Place.OWN));
  }

  private Company company(String name, String region) {
    return beans
        .getBean(Companies.class)
        .save(
            Company.named(
                "矩阵" + name + System.nanoTime(),
                region,
                Track.MANUFACTURING,
                "试验",
                LocalDate.EPOCH));
  }

  private long holding(Company company) {
    return beans
        .getBean(TitleHoldings.class)
        .save(
            new TitleHolding(
                0,
                company.id(),
                "innovative-sme",
                today().minusYears(1),
                FromPrecision.DAY,
                today().plusYears(2),
                today().minusYears(1),
                null,
                null,
                "试验",
                null,
                "试验"))
        .id();
  }

  private long figure(Company company, String indicator) {
    Figure figure =
        Figure.reported(
            company.id(),
            indicator,
            Period.year(2025),
            Value.number(new BigDecimal("500")),
            new Source("矩阵.xlsx", "第 1 行"),
            "试验",
            Instant.parse("2026-03-01T02:00:00Z"));
    beans.getBean(Reporting.class).report(List.of(figure));
    return beans
        .getBean(Figures.class)
        .ofCompany(company.id(), Figures.LATEST)
        .ofYear(indicator, 2025)
        .orElseThrow()
        .live()
        .getFirst()
        .figure()
        .id();
  }

  private void region(String code, RegionLevel level, @Nullable String parent) {
    Regions regions = beans.getBean(Regions.class);
    if (regions.findByCode(code).isEmpty()) {
      regions.save(new Region(code, "矩阵" + code, level, parent, "试验"));
    }
  }

  private LocalDate today() {
    return LocalDate.now(beans.getBean(Clock.class));
  }
}
