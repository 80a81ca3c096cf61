package seedbed.visit;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.access.Reach;
import seedbed.access.Scope;
import seedbed.company.Regions;
import seedbed.portfolio.Leaders;
import seedbed.visit.VisibleVisits.Query;
import seedbed.visit.VisibleVisits.Row;
import seedbed.visit.VisibleVisits.Tally;
import seedbed.web.Choice;
import seedbed.web.PageRequest;
import seedbed.web.Pager;
import seedbed.web.PersonNames;
import seedbed.web.Refusal;

/// Makes the lists of visits, of whoever was forgotten, and who went how often.
@Singleton
class VisitLists {

  private static final int BEGINNING = 80;

  private final VisibleVisits visible;
  private final Leaders leaders;
  private final PersonNames people;
  private final Regions regions;
  private final Permissions permissions;
  private final VisitSettings settings;
  private final Clock clock;

  VisitLists(
      VisibleVisits visible,
      Leaders leaders,
      PersonNames people,
      Regions regions,
      Permissions permissions,
      VisitSettings settings,
      Clock clock) {
    this.visible = visible;
    this.leaders = leaders;
    this.people = people;
    this.regions = regions;
    this.permissions = permissions;
    this.settings = settings;
    this.clock = clock;
  }

  static @Nullable String text(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  Query query(VisitList.Filter filter) {
    String leader = text(filter.leader());
    String town = text(filter.town());
    if (leader != null && !leader.matches("[0-9]{1,18}")) {
      throw new Refusal.Invalid("leader", "没有“" + leader + "”这位领导，请从页面上选择。");
    }
    if (town != null && !town.matches("[0-9]{2,12}")) {
      throw new Refusal.Invalid("town", "没有“" + town + "”这个镇（街道），请从页面上选择。");
    }
    return new Query(
        leader == null ? null : Long.valueOf(leader),
        town,
        text(filter.named()),
        day("from", filter.from()),
        day("to", filter.to()),
        null);
  }

  private static @Nullable LocalDate day(String field, @Nullable String typed) {
    String day = text(typed);
    if (day == null) {
      return null;
    }
    try {
      return LocalDate.parse(day);
    } catch (DateTimeParseException _) {
      throw new Refusal.Invalid(field, "“" + day + "”不是日期，请按“年-月-日”填写。");
    }
  }

  VisitList list(VisitList.Filter filter, PageRequest page, Permission permission) {
    Query query = query(filter);
    Scope scope = permission.scope();
    boolean own = permission.reach() == Reach.COMPANY;
    return new VisitList(
        own,
        permissions.allow(permission.caller(), Act.RECORD_VISIT),
        filter,
        own ? List.of() : leaders(scope),
        own ? List.of() : towns(permission),
        lines(query, permission, page.size(), page.offset()),
        visible.countCompanies(query, scope),
        own ? 0 : visible.countSilent(settings.silentDays(), scope),
        settings.silentDays(),
        Pager.of(page, visible.count(query, scope)));
  }

  // Whoever has companies in scope or was at one.
  private List<Choice> leaders(Scope scope) {
    Set<Long> ids = new TreeSet<>();
    visible.linked(scope).forEach(tally -> ids.add(tally.leaderId()));
    visible.reached(Query.ALL, scope).forEach(tally -> ids.add(tally.leaderId()));
    return leaders.names(ids).entrySet().stream()
        .map(entry -> new Choice("" + entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(Choice::label))
        .toList();
  }

  private List<Choice> towns(Permission permission) {
    String region = permission.caller().regionCode();
    return regions.subtree(region).stream()
        .filter(each -> each.code().length() > region.length())
        .map(each -> new Choice(each.code(), each.name()))
        .toList();
  }

  List<VisitList.Line> lines(Query query, Permission permission, int limit, int offset) {
    return visible.list(query, permission.scope(), limit, offset).stream()
        .map(row -> line(row, permission))
        .toList();
  }

  private VisitList.Line line(Row row, Permission permission) {
    boolean reads = reads(row, permission);
    return new VisitList.Line(
        row.id(),
        row.companyId(),
        row.company(),
        row.demo(),
        row.region(),
        row.visitedOn(),
        people.of(row.leader()),
        row.leader().equals(row.writtenBy()) ? null : people.of(row.writtenBy()),
        reads ? beginning(row.note()) : null,
        reads ? row.photos() : 0,
        row.shown());
  }

  /// A company sees that somebody came; what was written down, only where the author says so.
  static boolean reads(Row row, Permission permission) {
    return permission.reach() != Reach.COMPANY || row.shown();
  }

  private static String beginning(String note) {
    String line = note.replaceAll("\\s+", " ");
    return line.length() <= BEGINNING ? line : line.substring(0, BEGINNING) + "…";
  }

  int days(@Nullable String typed) {
    String days = text(typed);
    if (days == null) {
      return settings.silentDays();
    }
    if (!days.matches("[0-9]{1,4}") || Integer.parseInt(days) < 1) {
      throw new Refusal.Invalid("days", "天数请填 1 到 9999 之间的整数。");
    }
    return Integer.parseInt(days);
  }

  VisitList.Unvisited unvisited(int days, PageRequest page, Permission permission) {
    return new VisitList.Unvisited(
        days,
        silent(days, permission.scope(), page.size(), page.offset()),
        permissions.allow(permission.caller(), Act.RECORD_VISIT),
        Pager.of(page, visible.countSilent(days, permission.scope())));
  }

  List<VisitList.Silent> silent(int days, Scope scope, int limit, int offset) {
    LocalDate today = LocalDate.now(clock);
    List<VisibleVisits.Silent> rows = visible.silent(days, scope, limit, offset);
    Map<Long, String> names =
        leaders.ofCompanies(rows.stream().map(VisibleVisits.Silent::companyId).toList(), today);
    return rows.stream()
        .map(row -> {
          LocalDate latest = row.latest();
          return new VisitList.Silent(
              row.companyId(),
              row.company(),
              row.demo(),
              row.region(),
              names.getOrDefault(row.companyId(), ""),
              latest,
              latest == null ? null : ChronoUnit.DAYS.between(latest, today));
        })
        .toList();
  }

  VisitList.Summary summary(@Nullable String typed, Scope scope) {
    int now = LocalDate.now(clock).getYear();
    String wanted = text(typed);
    if (wanted != null && !wanted.matches("20[0-9]{2}")) {
      throw new Refusal.Invalid("year", "“" + wanted + "”不是年份，请按“2026”这样填写。");
    }
    int year = wanted == null ? now : Integer.parseInt(wanted);
    Query query = Query.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    Map<Long, long[]> quarters = new HashMap<>();
    for (Tally tally : visible.tallies(query, scope)) {
      quarters.computeIfAbsent(tally.leaderId(), _ -> new long[4])[tally.quarter() - 1] =
          tally.visits();
    }
    Map<Long, Long> reached = counted(visible.reached(query, scope));
    Map<Long, Long> linked = counted(visible.linked(scope));
    Set<Long> ids = new TreeSet<>(linked.keySet());
    ids.addAll(quarters.keySet());
    Map<Long, String> names = leaders.names(ids);
    List<VisitList.Row> rows = new ArrayList<>();
    for (long id : ids) {
      rows.add(
          row(
              id,
              names.getOrDefault(id, ""),
              linked.getOrDefault(id, 0L),
              quarters.getOrDefault(id, new long[4]),
              reached.getOrDefault(id, 0L)));
    }
    rows.sort(Comparator.comparingLong(VisitList.Row::visits).reversed());
    return new VisitList.Summary(
        year,
        year < now ? year + 1 : null,
        year - 1,
        rows,
        total(rows, visible.countCompanies(query, scope)),
        settings.silentDays());
  }

  private static Map<Long, Long> counted(List<Tally> tallies) {
    return tallies.stream().collect(Collectors.toMap(Tally::leaderId, Tally::visits));
  }

  private static VisitList.Row row(
      @Nullable Long id, String name, long linked, long[] quarters, long companies) {
    return new VisitList.Row(
        id,
        name,
        linked,
        quarters[0],
        quarters[1],
        quarters[2],
        quarters[3],
        quarters[0] + quarters[1] + quarters[2] + quarters[3],
        companies);
  }

  // A company that two leaders visited counts once.
  private static VisitList.Row total(List<VisitList.Row> rows, long companies) {
    long[] sums = new long[4];
    long linked = 0;
    for (VisitList.Row row : rows) {
      sums[0] += row.first();
      sums[1] += row.second();
      sums[2] += row.third();
      sums[3] += row.fourth();
      linked += row.linked();
    }
    return row(null, "合计", linked, sums, companies);
  }
}
