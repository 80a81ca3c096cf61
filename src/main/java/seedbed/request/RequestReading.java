package seedbed.request;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.access.Reach;
import seedbed.access.Role;
import seedbed.account.AccountState;
import seedbed.account.Accounts;
import seedbed.account.People;
import seedbed.account.Person;
import seedbed.company.Company;
import seedbed.company.Known;
import seedbed.company.Region;
import seedbed.company.Regions;
import seedbed.company.VisibleCompanies;
import seedbed.criteria.RequestRules;
import seedbed.criteria.Titles;
import seedbed.evidence.EvidenceSettings;
import seedbed.evidence.content.FileFormat;
import seedbed.portfolio.Leaders;
import seedbed.web.Choice;
import seedbed.web.FormErrors;
import seedbed.web.Formats;
import seedbed.web.Refusal;

/// Finds one request for somebody and makes its page.
@Singleton
class RequestReading {

  private static final List<String> SATISFIED = List.of("很不满意", "不满意", "一般", "满意", "非常满意");
  private static final int MEGABYTE = 1024 * 1024;
  private static final int KILOBYTE = 1024;

  private final VisibleRequests visible;
  private final RequestRecords records;
  private final Entries entries;
  private final Attachments attachments;
  private final VisibleCompanies companies;
  private final Regions regions;
  private final Titles titles;
  private final Accounts accounts;
  private final People people;
  private final Leaders leaders;
  private final Permissions permissions;
  private final RequestLists lists;
  private final List<Occasion> occasions;
  private final RequestRules rules;
  private final EvidenceSettings settings;
  private final Clock clock;

  RequestReading(
      VisibleRequests visible,
      RequestRecords records,
      Entries entries,
      Attachments attachments,
      VisibleCompanies companies,
      Regions regions,
      Titles titles,
      Accounts accounts,
      People people,
      Leaders leaders,
      Permissions permissions,
      RequestLists lists,
      List<Occasion> occasions,
      RequestRules rules,
      EvidenceSettings settings,
      Clock clock) {
    this.visible = visible;
    this.records = records;
    this.entries = entries;
    this.attachments = attachments;
    this.companies = companies;
    this.regions = regions;
    this.titles = titles;
    this.accounts = accounts;
    this.people = people;
    this.leaders = leaders;
    this.permissions = permissions;
    this.lists = lists;
    this.occasions = occasions;
    this.rules = rules;
    this.settings = settings;
    this.clock = clock;
  }

  Request find(long id, Permission permission) {
    return visible
        .find(id, permission)
        .orElseThrow(() -> new Refusal.Absent("没有编号为 " + id + " 的诉求。"));
  }

  /// One that the caller's unit has in hand.
  ///
  /// @param request as it was found before files were looked through, so that what somebody else
  ///   does meanwhile is noticed
  /// @throws Refusal.Stale when another one has it
  Request inHand(Request request, Permission permission) {
    if (!holds(request, permission.caller())) {
      String unit = request.unit();
      throw new Refusal.Stale(unit == null ? "这件诉求还没有分办。" : "这件诉求现在由" + unit + "办理，不由贵单位答复。");
    }
    return request;
  }

  /// The office answers for the unit that it belongs to.
  private boolean holds(Request request, Caller caller) {
    String unit =
        caller.role() == Role.DEPARTMENT
            ? caller.unit()
            : caller.role() == Role.OFFICE ? rules.officeUnit() : null;
    return unit != null && unit.equals(request.unit());
  }

  Company company(long id, Permission permission) {
    return companies
        .find(id, Known.today(permission.scope(), clock))
        .orElseThrow(() -> new Refusal.Absent("没有编号为 " + id + " 的企业。"));
  }

  RequestPage page(Request request, Permission permission, StepForm typed, FormErrors errors) {
    Company company = company(request.companyId(), permission);
    boolean whole = permission.reach() != Reach.UNIT;
    return new RequestPage(
        head(request, company),
        occasions.stream()
            .flatMap(each -> each.of(request.id(), permission.caller()).stream())
            .findFirst()
            .orElse(null),
        lines(request),
        whole ? before(request.companyId(), request.kind(), request.id()) : List.of(),
        known(company, permission),
        doors(request, permission.caller()),
        offers(request),
        typed,
        errors);
  }

  private RequestPage.Head head(Request request, Company company) {
    LocalDate today = LocalDate.now(clock);
    boolean undelivered = request.stage() == Stage.ANSWERED && !records.told(request.id());
    // The days to speak begin when the answer is delivered.
    LocalDate due = undelivered ? null : request.dueOn();
    Request.Closing closing = request.closing();
    Integer satisfaction = request.satisfaction();
    String unit = request.unit();
    return new RequestPage.Head(
        request.id(),
        request.version(),
        company.id(),
        company.name(),
        company.demo(),
        rules.label(request.kind()),
        request.subject(),
        request.wanted(),
        request.raisedOn(),
        request.raisedBy(),
        request.raisedAs(),
        request.stage(),
        request.stage() == Stage.HANDLING && unit != null ? unit : request.stage().owner(),
        unit,
        due,
        due == null ? 0 : ChronoUnit.DAYS.between(today, due),
        Escalation.daysLate(request.stage(), due, today),
        Escalation.words(request.stage(), due, today, rules.escalation()),
        undelivered,
        request.late(),
        request.reopened(),
        request.since(),
        closing == null ? "" : closing.label(),
        satisfaction,
        satisfaction == null ? "" : satisfied(satisfaction));
  }

  static String satisfied(int satisfaction) {
    return SATISFIED.get(satisfaction - 1);
  }

  private List<RequestPage.Line> lines(Request request) {
    Map<Long, List<RequestPage.File>> files =
        attachments.of(request.id()).stream()
            .collect(
                Collectors.groupingBy(
                    Attachments.Stored::entry,
                    Collectors.mapping(RequestReading::file, Collectors.toList())));
    return entries.findByRequestIdOrderByIdDesc(request.id()).stream()
        .map(entry ->
            new RequestPage.Line(
                entry.move().label(),
                entry.late(),
                entry.doneOn(),
                entry.doneAt(),
                entry.doneBy(),
                entry.doneAs(),
                entry.move() == Move.ESCALATE ? null : entry.words(),
                detail(entry),
                files.getOrDefault(entry.id(), List.of())))
        .toList();
  }

  private static RequestPage.File file(Attachments.Stored file) {
    return new RequestPage.File(
        file.number(), file.name(), file.format().label(), size(file.bytes()));
  }

  private static String size(long bytes) {
    return bytes < MEGABYTE
        ? Math.max(1, bytes / KILOBYTE) + " KB"
        : Formats.decimals(bytes / (double) MEGABYTE, 1) + " MB";
  }

  private String detail(Entry entry) {
    String before = entry.wasKind();
    String after = entry.kind();
    String kinds =
        before == null || after == null
            ? ""
            : "类别由“%s”更正为“%s”".formatted(rules.label(before), rules.label(after));
    return Stream.of(step(entry), kinds)
        .filter(said -> !said.isEmpty())
        .collect(Collectors.joining("；"));
  }

  private static String step(Entry entry) {
    Integer satisfaction = entry.satisfaction();
    return switch (entry.move()) {
      case DIRECT, ROUTE -> "由" + entry.unit() + "办理，承诺 " + entry.dueOn() + " 前答复";
      case TRANSFER -> "转由" + entry.unit() + "办理，承诺日期 " + entry.dueOn() + " 不变";
      case EXTEND -> "承诺日期由 " + entry.wasDueOn() + " 延至 " + entry.dueOn();
      case OBJECT, REOPEN -> "由" + entry.unit() + "重新办理，承诺 " + entry.dueOn() + " 前答复";
      case ANSWER, DELIVER -> "企业在 " + entry.dueOn() + " 前确认";
      case AGREE ->
          satisfaction == null ? "" : satisfied(satisfaction) + "（" + satisfaction + " 分）";
      case SILENCE -> "企业在 " + entry.wasDueOn() + " 前没有反馈";
      case ESCALATE -> entry.words() == null ? "" : entry.words();
      case RAISE, RECLASSIFY, WITHDRAW, SUPPLEMENT -> "";
    };
  }

  List<RequestPage.Earlier> before(long company, String kind, long but) {
    return records.before(company, kind).stream()
        .filter(each -> each.id() != but)
        .map(each ->
            new RequestPage.Earlier(
                each.id(),
                each.subject(),
                each.raisedOn(),
                each.stage().label(),
                each.stage().styleClass()))
        .toList();
  }

  RequestPage.Known known(Company company, Permission permission) {
    LocalDate today = LocalDate.now(clock);
    return new RequestPage.Known(
        regions.findByCode(company.regionCode()).map(Region::name).orElse(company.regionCode()),
        companies.titles(company.id(), Known.today(permission.scope(), clock)).stream()
            .filter(held ->
                !held.heldFrom().isAfter(today)
                    && (held.heldTo() == null || held.heldTo().isAfter(today)))
            .map(held -> titles.get(held.title()).shortLabel())
            .distinct()
            .toList(),
        accounts.findByCompanyIdOrderByUsername(company.id()).stream()
            .filter(account -> account.state() == AccountState.ACTIVE)
            .map(people::of)
            .map(RequestReading::contact)
            .toList(),
        leaders.of(company.id(), today));
  }

  private static RequestPage.Contact contact(Person person) {
    return new RequestPage.Contact(person.name(), person.phone());
  }

  private RequestPage.Doors doors(Request request, Caller caller) {
    boolean handles = permissions.allow(caller, Act.HANDLE_REQUEST) && holds(request, caller);
    boolean concludes = permissions.allow(caller, Act.CONCLUDE_REQUEST);
    return new RequestPage.Doors(
        permissions.allow(caller, Act.ROUTE_REQUEST) && may(request, Move.ROUTE),
        handles && may(request, Move.ANSWER),
        handles && may(request, Move.TRANSFER),
        handles && may(request, Move.EXTEND),
        concludes && may(request, Move.AGREE),
        concludes && may(request, Move.WITHDRAW),
        concludes && may(request, Move.REOPEN),
        permissions.allow(caller, Act.SUPPLEMENT_REQUEST) && may(request, Move.SUPPLEMENT),
        permissions.allow(caller, Act.SEE_COMPANIES),
        handles ? refused(request, Move.TRANSFER) : "",
        handles ? refused(request, Move.EXTEND) : "");
  }

  private boolean may(Request request, Move move) {
    return Course.allows(request, move, LocalDate.now(clock), rules);
  }

  private String refused(Request request, Move move) {
    return Course.of(request, move, LocalDate.now(clock), rules)
            instanceof Course.Refused(var sentence)
        ? sentence
        : "";
  }

  private RequestPage.Offers offers(Request request) {
    LocalDate today = LocalDate.now(clock);
    LocalDate due = request.dueOn();
    String unit = request.unit();
    return new RequestPage.Offers(
        lists.units(),
        Objects.requireNonNullElseGet(unit, () -> usual(request)),
        lists.kinds(),
        request.kind(),
        due == null || request.stage() == Stage.RAISED || request.overdue(today) ? null : due,
        today,
        today.plusDays(rules.longestDays()),
        IntStream.iterate(
                Request.MOST_SATISFIED, each -> each >= Request.LEAST_SATISFIED, each -> each - 1)
            .mapToObj(each -> new Choice("" + each, satisfied(each)))
            .toList(),
        due == null ? null : due.plusDays(1),
        due == null ? null : due.plusDays(rules.extensionDays()),
        rules.silenceDays(),
        request.stage() == Stage.CLOSED ? request.since().plusDays(rules.reopenDays()) : null,
        FileFormat.ALLOWED,
        settings.fileMegabytes());
  }

  private String usual(Request request) {
    return rules
        .kind(request.kind())
        .map(RequestRules.Kind::unit)
        .map(RequestReading::given)
        .orElse("");
  }

  private static String given(@Nullable String unit) {
    return unit == null ? "" : unit;
  }
}
