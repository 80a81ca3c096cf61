package seedbed.request;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.access.Role;
import seedbed.company.Regions;
import seedbed.criteria.RequestRules;
import seedbed.web.Chips;
import seedbed.web.Choice;
import seedbed.web.PageRequest;
import seedbed.web.Pager;
import seedbed.web.Refusal;

/// Makes the list of requests.
@Singleton
class RequestLists {

  private final VisibleRequests visible;
  private final Regions regions;
  private final Permissions permissions;
  private final RequestRules rules;
  private final Clock clock;

  RequestLists(
      VisibleRequests visible,
      Regions regions,
      Permissions permissions,
      RequestRules rules,
      Clock clock) {
    this.visible = visible;
    this.regions = regions;
    this.permissions = permissions;
    this.rules = rules;
    this.clock = clock;
  }

  /// What the address of a list says, as it was typed.
  record Asked(
      @Nullable String show,
      @Nullable String town,
      @Nullable String kind,
      @Nullable String unit,
      @Nullable String q,
      @Nullable String from,
      @Nullable String until) {}

  RequestQuery query(Asked asked) {
    String show = text(asked.show());
    return new RequestQuery(
        show == null
            ? null
            : Standing.of(show)
                .orElseThrow(() -> new Refusal.Invalid("show", "没有“" + show + "”这种状态，请从页面上选择。")),
        text(asked.town()),
        text(asked.kind()),
        text(asked.unit()),
        text(asked.q()),
        day(asked.from(), "from"),
        day(asked.until(), "until"));
  }

  private static @Nullable String text(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  static @Nullable LocalDate day(@Nullable String typed, String field) {
    String text = text(typed);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      throw new Refusal.Invalid(field, "“" + text + "”不是日期，请按“年-月-日”填写。");
    }
  }

  RequestList list(RequestQuery query, PageRequest page, Permission permission) {
    Sight sight = Sight.of(permission, LocalDate.now(clock));
    VisibleRequests.Tally tally = visible.tally(query, sight);
    Standing standing = query.standing();
    long shown = standing == null ? tally.all() : visible.count(query, sight);
    LocalDate from = query.from();
    LocalDate until = query.until();
    return new RequestList(
        chips(tally, standing, shown),
        standing == null ? "" : standing.code(),
        Objects.requireNonNullElse(query.town(), ""),
        Objects.requireNonNullElse(query.kind(), ""),
        Objects.requireNonNullElse(query.unit(), ""),
        Objects.requireNonNullElse(query.named(), ""),
        from == null ? "" : from.toString(),
        until == null ? "" : until.toString(),
        period(from, until),
        towns(permission),
        kinds(),
        units(),
        tally.count(Standing.OVERDUE),
        permission.caller().role() == Role.COMPANY,
        permissions.allow(permission.caller(), Act.RAISE_REQUEST),
        permissions.allow(permission.caller(), Act.COUNT_REQUESTS),
        permissions.allow(permission.caller(), Act.EXPORT_REQUESTS),
        lines(query, sight, page.size(), page.offset()),
        Pager.of(page, shown));
  }

  private static String period(@Nullable LocalDate from, @Nullable LocalDate until) {
    return from == null && until == null
        ? ""
        : (from == null ? "" : from + " ") + "至" + (until == null ? "今" : " " + until);
  }

  private static Chips chips(VisibleRequests.Tally tally, @Nullable Standing current, long shown) {
    var all = new Chips.Chip("全部", "", tally.all(), current == null);
    // What a number led here is shown as well, so that one sees what the list is narrowed to.
    Stream<Standing> led =
        current == null || Standing.OFFERED.contains(current) ? Stream.of() : Stream.of(current);
    return new Chips(
        "状态",
        "show",
        Stream.concat(
                Stream.of(all),
                Stream.concat(Standing.OFFERED.stream(), led)
                    .map(standing ->
                        new Chips.Chip(
                            standing.label(),
                            standing.code(),
                            standing == current ? shown : tally.count(standing),
                            standing == current)))
            .toList());
  }

  private List<Choice> towns(Permission permission) {
    String home = permission.caller().regionCode();
    return permission.caller().role() == Role.COMPANY
        ? List.of()
        : regions.subtree(home).stream()
            .filter(region -> region.code().length() > home.length())
            .map(region -> new Choice(region.code(), region.name()))
            .toList();
  }

  List<Choice> kinds() {
    return rules.kinds().entrySet().stream()
        .map(kind -> new Choice(kind.getKey(), kind.getValue().label()))
        .toList();
  }

  List<Choice> units() {
    return rules.units().stream().map(unit -> new Choice(unit, unit)).toList();
  }

  List<RequestList.Line> lines(RequestQuery query, Sight sight, int limit, int offset) {
    return visible.list(query, sight, limit, offset).stream().map(this::line).toList();
  }

  /// What is open, the most pressing first, then what was over last.
  List<RequestList.Line> ofCompany(long company, Sight sight, int most) {
    return visible.ofCompany(company, sight, most).stream().map(this::line).toList();
  }

  /// Those of some numbers, in the same order.
  List<RequestList.Line> among(List<Long> ids, Sight sight) {
    return visible.among(ids, sight).stream().map(this::line).toList();
  }

  RequestList.Line line(VisibleRequests.Row row) {
    LocalDate today = LocalDate.now(clock);
    long late = Escalation.daysLate(row.stage(), row.dueOn(), today);
    String unit = row.unit();
    return new RequestList.Line(
        row.id(),
        row.subject(),
        rules.label(row.kind()),
        row.companyId(),
        row.company(),
        row.demo(),
        row.region(),
        row.raisedOn(),
        row.raisedAs(),
        row.stage().label(),
        late > 0 ? "not" : row.stage().styleClass(),
        row.stage() == Stage.HANDLING && unit != null ? unit : row.stage().owner(),
        unit == null ? "" : unit,
        row.dueOn(),
        late,
        Escalation.words(row.stage(), row.dueOn(), today, rules.escalation()),
        row.reopened(),
        row.closing() == null ? "" : row.closing().label(),
        row.satisfaction());
  }
}
