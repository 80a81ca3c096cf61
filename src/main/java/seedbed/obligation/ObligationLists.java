package seedbed.obligation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.access.Reach;
import seedbed.access.Role;
import seedbed.calendar.WorkingDays;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.obligation.Obligations.Obligation;
import seedbed.obligation.Obligations.Query;
import seedbed.obligation.Obligations.Tally;
import seedbed.web.Chips;
import seedbed.web.Choice;
import seedbed.web.PageRequest;
import seedbed.web.Pager;
import seedbed.web.Refusal;

/// Makes lists of what is due for somebody.
@Singleton
class ObligationLists {

  static final String OVERDUE = "overdue";
  private static final String ALL = "all";
  static final String MINE = "mine";
  private static final int BACK = 365;
  private static final int AHEAD = 92;
  private static final int YEARS = 4;

  private final Obligations obligations;
  private final Kinds kinds;
  private final Rules rules;
  private final Regions regions;
  private final Permissions permissions;
  private final Clock clock;

  ObligationLists(
      Obligations obligations,
      Kinds kinds,
      Rules rules,
      Regions regions,
      Permissions permissions,
      Clock clock) {
    this.obligations = obligations;
    this.kinds = kinds;
    this.rules = rules;
    this.regions = regions;
    this.permissions = permissions;
    this.clock = clock;
  }

  /// What an address says.
  ///
  /// @param span a year of due days; empty for those around today
  /// @param whose `mine` or empty
  record Typed(
      @Nullable String show,
      @Nullable String kind,
      @Nullable String span,
      @Nullable String town,
      @Nullable String named,
      @Nullable String whose) {}

  ObligationList list(Typed typed, PageRequest page, Permission permission) {
    LocalDate today = LocalDate.now(clock);
    String show = show(typed);
    Query base = base(typed, permission, today);
    Among among = Among.of(permission, clock);
    Tally tally = obligations.tally(base, among, today);
    Query wanted = wanted(base, show, today);
    boolean canExcuse = permissions.allow(permission.caller(), Act.EXCUSE_OBLIGATION);
    return new ObligationList(
        tally,
        chips(tally, show),
        kinds(),
        given(typed.kind()),
        spans(today),
        given(typed.span()),
        towns(permission),
        given(typed.town()),
        given(typed.named()),
        List.of(new Choice("", "全部"), new Choice(MINE, "本人办理的")),
        base.owner() == null ? "" : MINE,
        show,
        permission.caller().role() == Role.COMPANY,
        permissions.allow(permission.caller(), Act.SEE_OBLIGATION_RATES),
        canExcuse,
        unknownYears(base.due(), today),
        obligations.list(wanted, among, page.size(), page.offset()).stream()
            .map(each -> line(each, today, canExcuse))
            .toList(),
        Pager.of(page, total(tally, show)));
  }

  /// A part of the same list, for whoever wants all of it.
  List<ObligationList.Line> lines(Typed typed, Permission permission, int limit, int offset) {
    LocalDate today = LocalDate.now(clock);
    Query wanted = wanted(base(typed, permission, today), show(typed), today);
    return obligations.list(wanted, Among.of(permission, clock), limit, offset).stream()
        .map(each -> line(each, today, false))
        .toList();
  }

  /// What somebody asks for, as a file says above its rows.
  String words(Typed typed) {
    String kind = kind(typed.kind());
    String show = show(typed);
    return (kind == null ? "全部事项" : kinds.label(kind))
        + "，"
        + switch (show) {
          case ALL -> "全部状态";
          case OVERDUE -> "逾期未报";
          default -> State.of(show).map(State::label).orElse(show);
        };
  }

  private static String show(Typed typed) {
    return typed.show() == null || typed.show().isBlank() ? "missing" : typed.show();
  }

  /// The filters but for the state.
  Query base(Typed typed, Permission permission, LocalDate today) {
    Role role = permission.caller().role();
    boolean own = permission.reach() == Reach.UNIT;
    // What others owe about a company is not the company's to see: inspections come unannounced.
    boolean mine = own || role == Role.COMPANY || MINE.equals(typed.whose());
    return new Query(
        window(typed.span(), today),
        kind(typed.kind()),
        null,
        null,
        mine ? Owner.of(role).orElse(null) : null,
        own ? permission.caller().unit() : null,
        town(typed.town()),
        typed.named() == null || typed.named().isBlank() ? null : typed.named().strip());
  }

  private static Query wanted(Query base, String show, LocalDate today) {
    return switch (show) {
      case ALL -> base;
      case OVERDUE -> base.before(today);
      default ->
          base.state(
              State.of(show)
                  .orElseThrow(() -> new Refusal.Invalid("show", "没有“" + show + "”这种状态，请从页面上选择。")));
    };
  }

  private static long total(Tally tally, String show) {
    return switch (show) {
      case ALL -> tally.all();
      case OVERDUE -> tally.overdue();
      default -> State.of(show).map(tally::of).orElseThrow();
    };
  }

  private @Nullable String kind(@Nullable String code) {
    if (code == null || code.isBlank()) {
      return null;
    }
    return kinds
        .find(code)
        .map(Kind::code)
        .orElseThrow(() -> new Refusal.Invalid("kind", "没有“" + code + "”这种应报事项，请从页面上选择。"));
  }

  private static @Nullable String town(@Nullable String code) {
    if (code == null || code.isBlank()) {
      return null;
    }
    if (!code.matches("[0-9]{2,12}")) {
      throw new Refusal.Invalid("town", "没有“" + code + "”这个镇（街道），请从页面上选择。");
    }
    return code;
  }

  List<Choice> kinds() {
    return kinds.all().stream().map(kind -> new Choice(kind.code(), kind.label())).toList();
  }

  static Window window(@Nullable String span, LocalDate today) {
    if (span == null || span.isBlank()) {
      return new Window(today.minusDays(BACK), today.plusDays(AHEAD));
    }
    if (!span.matches("20[0-9]{2}")) {
      throw new Refusal.Invalid("span", "没有“" + span + "”这个年度，请从页面上选择。");
    }
    return Window.ofYear(Integer.parseInt(span));
  }

  static List<Choice> spans(LocalDate today) {
    List<Choice> spans = new ArrayList<>();
    spans.add(new Choice("", "近一年至三个月后"));
    for (int year = today.getYear() + 1; year > today.getYear() + 1 - YEARS; year--) {
      spans.add(new Choice("" + year, "期限在 " + year + " 年"));
    }
    return spans;
  }

  private List<Choice> towns(Permission permission) {
    return permission.caller().role() != Role.OFFICE
        ? List.of()
        : regions.subtree(permission.caller().regionCode()).stream()
            .filter(region -> region.level() == RegionLevel.TOWNSHIP)
            .map(region -> new Choice(region.code(), region.name()))
            .toList();
  }

  private static Chips chips(Tally tally, String show) {
    Stream<Chips.Chip> first =
        Stream.of(
            chip("未报", "missing", tally.missing(), show),
            chip("其中逾期", OVERDUE, tally.overdue(), show));
    Stream<Chips.Chip> states =
        Stream.of(State.ON_TIME, State.LATE, State.EXCUSED, State.NOT_OWED)
            .map(state -> chip(state.label(), state.code(), tally.of(state), show));
    Stream<Chips.Chip> last = Stream.of(chip("全部", ALL, tally.all(), show));
    return new Chips("状态", "show", Stream.concat(Stream.concat(first, states), last).toList());
  }

  private static Chips.Chip chip(String label, String value, long count, String show) {
    return new Chips.Chip(label, value, count, value.equals(show));
  }

  /// The years of a window whose days off are not known, as far as something falls due in them.
  List<Integer> unknownYears(Window window, LocalDate today) {
    WorkingDays days = rules.days();
    return IntStream.rangeClosed(today.getYear(), window.to().getYear())
        .filter(year -> !days.known(year))
        .boxed()
        .toList();
  }

  private ObligationList.Line line(Obligation each, LocalDate today, boolean canExcuse) {
    String unit = each.unit();
    return new ObligationList.Line(
        each.title(),
        each.path(),
        each.company(),
        each.demo(),
        each.region(),
        unit == null ? each.owner().label() : unit,
        each.dueOn(),
        each.doneOn(),
        each.state().label(),
        late(each, today) ? "not" : each.state() == State.MISSING ? "" : each.state().styleClass(),
        words(each, today),
        canExcuse
                && each.state() == State.MISSING
                && kinds.find(each.kind()).filter(Periodic.class::isInstance).isPresent()
            ? each.kind() + "/" + each.period() + "/" + each.companyId()
            : null);
  }

  private static boolean late(Obligation each, LocalDate today) {
    return each.state() == State.MISSING && today.isAfter(each.dueOn());
  }

  static String words(Obligation each, LocalDate today) {
    LocalDate done = each.doneOn();
    String excuse = each.excuse();
    return switch (each.state()) {
      case MISSING -> {
        long days = ChronoUnit.DAYS.between(today, each.dueOn());
        yield days < 0 ? "逾期 " + -days + " 天" : days == 0 ? "今天到期" : "还有 " + days + " 天";
      }
      case LATE -> "迟 " + ChronoUnit.DAYS.between(each.dueOn(), done) + " 天";
      case EXCUSED -> excuse == null ? "" : excuse;
      case NOT_OWED -> "期末不在库";
      case ON_TIME -> "";
    };
  }

  private static String given(@Nullable String typed) {
    return typed == null ? "" : typed;
  }
}
