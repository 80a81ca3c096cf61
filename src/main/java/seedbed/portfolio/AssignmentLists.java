package seedbed.portfolio;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.access.Scope;
import seedbed.company.Regions;
import seedbed.portfolio.VisibleAssignments.Query;
import seedbed.portfolio.VisibleAssignments.Show;
import seedbed.web.Chips;
import seedbed.web.Choice;
import seedbed.web.PageRequest;
import seedbed.web.Pager;
import seedbed.web.Refusal;

/// Makes the list of who looks after whom.
@Singleton
class AssignmentLists {

  static final List<Choice> KINDS =
      Stream.of(AssignmentKind.values())
          .map(kind -> new Choice(kind.code(), kind.label()))
          .toList();

  private final VisibleAssignments visible;
  private final Leaders leaders;
  private final Regions regions;
  private final Permissions permissions;
  private final Clock clock;

  AssignmentLists(
      VisibleAssignments visible,
      Leaders leaders,
      Regions regions,
      Permissions permissions,
      Clock clock) {
    this.visible = visible;
    this.leaders = leaders;
    this.regions = regions;
    this.permissions = permissions;
    this.clock = clock;
  }

  Query query(
      @Nullable String show,
      @Nullable String leader,
      @Nullable String kind,
      @Nullable String town,
      @Nullable String named) {
    String wanted = text(show);
    String account = text(leader);
    return new Query(
        wanted == null
            ? Show.CURRENT
            : Show.of(wanted)
                .orElseThrow(() -> new Refusal.Invalid("show", "没有“" + wanted + "”这种列表，请从页面上选择。")),
        account == null ? null : number("leader", account),
        kind(kind),
        digits(text(town)),
        text(named));
  }

  static @Nullable AssignmentKind kind(@Nullable String typed) {
    String code = text(typed);
    return code == null
        ? null
        : AssignmentKind.of(code)
            .orElseThrow(() -> new Refusal.Invalid("kind", "没有“" + code + "”这种挂钩类别，请从页面上选择。"));
  }

  static long number(String field, String typed) {
    if (!typed.matches("[0-9]{1,18}")) {
      throw new Refusal.Invalid(field, "没有“" + typed + "”这个选项，请从页面上选择。");
    }
    return Long.parseLong(typed);
  }

  // No wildcard is among digits.
  private static @Nullable String digits(@Nullable String town) {
    if (town != null && !town.matches("[0-9]{2,12}")) {
      throw new Refusal.Invalid("town", "没有“" + town + "”这个镇（街道），请从页面上选择。");
    }
    return town;
  }

  static @Nullable String text(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  AssignmentList list(Query query, PageRequest page, Permission permission) {
    Scope scope = permission.scope();
    AssignmentKind missing = query.show().missing();
    String region = permission.caller().regionCode();
    return new AssignmentList(
        chips(query, scope),
        query.show().code(),
        missing == null ? null : missing.label(),
        query.leader() == null ? "" : "" + query.leader(),
        query.kind() == null ? "" : query.kind().code(),
        query.town() == null ? "" : query.town(),
        query.named() == null ? "" : query.named(),
        leaders.holders(region.substring(0, Math.min(6, region.length()))),
        KINDS,
        towns(region),
        missing == null ? lines(query, scope, page.size(), page.offset()) : List.of(),
        missing == null ? List.of() : vacancies(query, scope, page.size(), page.offset()),
        Pager.of(page, visible.count(query, scope)),
        permissions.allow(permission.caller(), Act.KEEP_PORTFOLIO));
  }

  private List<Choice> towns(String region) {
    return regions.subtree(region).stream()
        .filter(each -> each.code().length() > region.length())
        .map(each -> new Choice(each.code(), each.name()))
        .toList();
  }

  // Of filters that say nothing about a list its count takes no notice.
  private Chips chips(Query query, Scope scope) {
    return new Chips(
        "挂钩",
        "show",
        Stream.of(Show.values())
            .map(show ->
                new Chips.Chip(
                    show.label(),
                    show.code(),
                    visible.count(query.show(show), scope),
                    show == query.show()))
            .toList());
  }

  List<AssignmentList.Line> lines(Query query, Scope scope, int limit, int offset) {
    List<VisibleAssignments.Row> rows = visible.links(query, scope, limit, offset);
    Map<Long, String> names =
        leaders.names(rows.stream().map(VisibleAssignments.Row::accountId).toList());
    LocalDate today = LocalDate.now(clock);
    return rows.stream().map(row -> line(row, names, today)).toList();
  }

  private static AssignmentList.Line line(
      VisibleAssignments.Row row, Map<Long, String> names, LocalDate today) {
    LocalDate to = row.to();
    return new AssignmentList.Line(
        row.id(),
        row.companyId(),
        row.company(),
        row.demo(),
        row.region(),
        names.getOrDefault(row.accountId(), ""),
        row.kind().label(),
        row.from(),
        to == null ? null : to.minusDays(1),
        row.document(),
        row.endedFor(),
        to == null || to.isAfter(today));
  }

  List<AssignmentList.Vacancy> vacancies(Query query, Scope scope, int limit, int offset) {
    return visible.lacking(query, scope, limit, offset).stream()
        .map(row ->
            new AssignmentList.Vacancy(row.companyId(), row.company(), row.demo(), row.region()))
        .toList();
  }
}
