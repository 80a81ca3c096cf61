package seedbed.nomination;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.access.Scope;
import seedbed.company.Region;
import seedbed.company.Regions;
import seedbed.criteria.Targets;
import seedbed.criteria.Titles;
import seedbed.nomination.PlanPage.Cell;
import seedbed.nomination.PlanPage.Counts;
import seedbed.nomination.PlanPage.Doors;
import seedbed.nomination.PlanPage.Group;
import seedbed.nomination.PlanPage.Head;
import seedbed.nomination.PlanPage.PlanLink;
import seedbed.nomination.PlanPage.Row;
import seedbed.nomination.Survey.Surveyed;
import seedbed.web.Chips;
import seedbed.web.Refusal;

/// Finds plans for somebody and makes their pages.
@Singleton
class PlanReading {

  private final VisiblePlans visible;
  private final Survey survey;
  private final Results results;
  private final Targets targets;
  private final Titles titles;
  private final Regions regions;
  private final Permissions permissions;
  private final NominationSettings settings;
  private final Clock clock;

  PlanReading(
      VisiblePlans visible,
      Survey survey,
      Results results,
      Targets targets,
      Titles titles,
      Regions regions,
      Permissions permissions,
      NominationSettings settings,
      Clock clock) {
    this.visible = visible;
    this.survey = survey;
    this.results = results;
    this.targets = targets;
    this.titles = titles;
    this.regions = regions;
    this.permissions = permissions;
    this.settings = settings;
    this.clock = clock;
  }

  /// The plan of that number, or the newest; empty where there is none at all.
  Optional<Plan> find(@Nullable Long id, Permission permission) {
    if (id == null) {
      return visible.newest(permission).stream().findFirst();
    }
    return Optional.of(
        visible.plan(id, permission).orElseThrow(() -> new Refusal.Absent("没有这份申报计划，或者不在您的范围内。")));
  }

  /// One that the caller keeps.
  Plan own(long id, Permission permission) {
    Plan plan = find(id, permission).orElseThrow();
    if (!VisiblePlans.own(plan, permission)) {
      throw new Refusal.Absent("没有这份申报计划，或者不由您的单位编制。");
    }
    return plan;
  }

  PlanPage page(@Nullable Long id, PlanQuery query, Permission permission) {
    Optional<Plan> found = find(id, permission);
    if (found.isEmpty()) {
      return none(permission);
    }
    Plan plan = found.get();
    List<Surveyed> entries = survey.plan(plan, permission.scope());
    List<Surveyed> standing = entries.stream().filter(Surveyed::stands).toList();
    boolean whole = VisiblePlans.whole(plan, permission);
    // What came of a plan is asked of its own region, however much more the reader sees.
    Scope region = new Scope.Region(plan.regionCode());
    long clean =
        standing.stream().filter(each -> each.gravest().kind() == Concern.Kind.CLEAN).count();
    return new PlanPage(
        head(plan),
        visible.newest(permission).stream()
            .map(each -> new PlanLink(each.id(), each.name(), each.id() == plan.id()))
            .toList(),
        doors(plan, permission),
        whole,
        new Counts(standing.size(), standing.size() - clean, clean),
        groups(plan, standing),
        whole ? yearConcerns(plan, standing) : List.of(),
        chips(plan, query, standing),
        query.narrow(),
        entries.stream().filter(query::takes).map(this::item).toList(),
        whole ? results.rows(plan, entries, region) : List.of(),
        whole ? visible.unchecked(LocalDate.now(clock), region) : 0,
        entries.stream().filter(each -> !each.stands()).map(this::item).toList());
  }

  private PlanPage none(Permission permission) {
    return new PlanPage(
        null,
        List.of(),
        new Doors(false, permissions.allow(permission.caller(), Act.KEEP_NOMINATIONS), false),
        false,
        new Counts(0, 0, 0),
        List.of(),
        List.of(),
        List.of(),
        false,
        List.of(),
        List.of(),
        0,
        List.of());
  }

  Head head(Plan plan) {
    var day = settings.day();
    return new Head(
        plan.id(),
        plan.name(),
        plan.document(),
        regions.findByCode(plan.regionCode()).map(Region::name).orElse(""),
        plan.fromYear(),
        plan.toYear(),
        plan.years(),
        day.getMonthValue() + "月" + day.getDayOfMonth() + "日");
  }

  /// Whether the reader may change the plan.
  boolean keeps(Plan plan, Permission permission) {
    return permissions.allow(permission.caller(), Act.KEEP_NOMINATIONS)
        && VisiblePlans.own(plan, permission);
  }

  private Doors doors(Plan plan, Permission permission) {
    return new Doors(
        keeps(plan, permission),
        permissions.allow(permission.caller(), Act.KEEP_NOMINATIONS),
        permissions.allow(permission.caller(), Act.EXPORT_NOMINATIONS));
  }

  /// The highest title first, and under it the years side by side, as the annex of a plan has them.
  List<Group> groups(Plan plan, List<Surveyed> standing) {
    List<Group> groups = new ArrayList<>();
    int place = 1;
    for (Titles.Rung title : titles.ladder().reversed()) {
      List<List<Surveyed>> columns =
          plan.years().stream()
              .map(year ->
                  standing.stream()
                      .filter(each -> each.entry().title().equals(title.code()))
                      .filter(each -> each.entry().aboutYear() == year)
                      .toList())
              .toList();
      int size = columns.stream().mapToInt(List::size).max().orElse(0);
      List<Row> rows = new ArrayList<>();
      for (int row = 0; row < size; row++) {
        rows.add(new Row(place++, row == 0, cells(plan, columns, row)));
      }
      if (size > 0) {
        groups.add(new Group(title.label(), size, rows));
      }
    }
    return groups;
  }

  private List<Cell> cells(Plan plan, List<List<Surveyed>> columns, int row) {
    List<Cell> cells = new ArrayList<>();
    for (int year = 0; year < columns.size(); year++) {
      List<Surveyed> column = columns.get(year);
      cells.add(
          new Cell(plan.fromYear() + year, row < column.size() ? item(column.get(row)) : null));
    }
    return cells;
  }

  List<Concern> yearConcerns(Plan plan, List<Surveyed> standing) {
    List<Entry> entries = standing.stream().map(each -> each.line().checked()).toList();
    return plan.years().stream()
        .flatMap(year ->
            targets.of(plan.regionCode(), year).reversed().stream()
                .flatMap(target -> TargetCheck.of(target, year, entries).stream()))
        .toList();
  }

  private List<Chips> chips(Plan plan, PlanQuery query, List<Surveyed> standing) {
    List<Chips.Chip> kinds = new ArrayList<>();
    PlanQuery todo = new PlanQuery(false, null, query.year(), query.title());
    kinds.add(chip("需要处理", "", todo, standing, !query.all() && query.kind() == null));
    PlanQuery all = new PlanQuery(true, null, query.year(), query.title());
    kinds.add(chip("全部", PlanQuery.ALL, all, standing, query.all()));
    for (Concern.Kind kind : PlanQuery.OF_ENTRIES) {
      PlanQuery one = new PlanQuery(false, kind, query.year(), query.title());
      kinds.add(chip(kind.label(), kind.code(), one, standing, query.kind() == kind));
    }
    List<Chips.Chip> years = new ArrayList<>();
    years.add(new Chips.Chip("全部", "", null, query.year() == null));
    for (int year : plan.years()) {
      boolean current = query.year() != null && query.year() == year;
      years.add(new Chips.Chip(year + "年", "" + year, null, current));
    }
    List<Chips.Chip> wanted = new ArrayList<>();
    wanted.add(new Chips.Chip("全部", "", null, query.title() == null));
    titles.ladder().reversed().stream()
        .filter(
            title -> standing.stream().anyMatch(each -> each.entry().title().equals(title.code())))
        .map(title ->
            new Chips.Chip(
                title.shortLabel(), title.code(), null, title.code().equals(query.title())))
        .forEach(wanted::add);
    return List.of(
        new Chips("核对", "show", kinds),
        new Chips("年度", "year", years),
        new Chips("称号", "title", wanted));
  }

  private static Chips.Chip chip(
      String label, String value, PlanQuery query, List<Surveyed> standing, boolean current) {
    return new Chips.Chip(label, value, standing.stream().filter(query::takes).count(), current);
  }

  Item item(Surveyed each) {
    VisiblePlans.Line line = each.line();
    Titles.Rung title = titles.get(each.entry().title());
    Step dropped = each.dropped();
    return new Item(
        each.entry().id(),
        each.entry().companyId(),
        line.company(),
        line.region(),
        line.demo(),
        each.entry().aboutYear(),
        title.shortLabel(),
        title.label(),
        each.stands() ? each.gravest() : null,
        each.concerns(),
        each.outcome().kind(),
        each.outcome().on(),
        each.applied(),
        each.entry().origin(),
        dropped == null ? null : dropped.note(),
        dropped == null ? null : dropped.doneOn());
  }

  /// The titles that companies can be planned for; places in pools are applied for at any time.
  List<Titles.Rung> plannable() {
    return titles.ladder().reversed().stream()
        .filter(title -> title.kind() != Titles.Kind.POOL)
        .toList();
  }
}
