package seedbed.inspection;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.access.Role;
import seedbed.criteria.InspectionRules;
import seedbed.inspection.VisibleInspections.By;
import seedbed.inspection.VisibleInspections.Group;
import seedbed.inspection.VisibleInspections.Query;
import seedbed.inspection.VisibleInspections.Reader;
import seedbed.web.Address;
import seedbed.web.Choice;

/// Inspections in numbers; each number leads to its list.
@Hidden
@Controller("/inspections")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class StatisticsPages {

  private static final int YEARS = 4;
  private static final int MOST = 30;
  private static final int OPINIONS = 50;

  private final VisibleInspections visible;
  private final InspectionLists lists;
  private final Ratings ratings;
  private final InspectionRules rules;
  private final Clock clock;

  StatisticsPages(
      VisibleInspections visible,
      InspectionLists lists,
      Ratings ratings,
      InspectionRules rules,
      Clock clock) {
    this.visible = visible;
    this.lists = lists;
    this.ratings = ratings;
    this.rules = rules;
    this.clock = clock;
  }

  /// @param office whether the reader may see what companies think of inspections
  @Introspected
  record Page(String year, List<Choice> years, Line all, List<Block> blocks, boolean office) {}

  /// @param cut whether there are more lines than are shown
  @Introspected
  record Block(String title, String head, List<Line> lines, boolean cut) {}

  @Introspected
  record Line(
      String to,
      String label,
      long filed,
      long counted,
      long over,
      long unplanned,
      long afterwards,
      long exempt,
      long open,
      long late,
      long reportedLate,
      long problems) {}

  @Introspected
  record Rated(int least, List<Unit> units) {}

  @Introspected
  record Unit(
      String region, String unit, int year, long ratings, String average, List<Opinion> opinions) {}

  @Introspected
  record Opinion(int score, String words) {}

  @Get("/statistics")
  @View("inspections/statistics")
  Page statistics(Permission permission, @Nullable @QueryValue String year) {
    int now = LocalDate.now(clock).getYear();
    Integer asked =
        lists
            .query(
                new InspectionLists.Asked(null, null, year, null, null, null, null),
                permission.caller().role())
            .year();
    int shown = asked == null ? now : asked;
    Reader reader = Reader.of(permission);
    Query query = Query.ALL.year(shown);
    return new Page(
        "" + shown,
        IntStream.range(0, YEARS)
            .mapToObj(back -> "" + (now - back))
            .map(each -> new Choice(each, each + " 年"))
            .toList(),
        line(list(query), new Group("", "合计", visible.tally(query, reader), 0)),
        List.of(
            block("按检查单位", "检查单位", "unit", By.UNIT, query, reader),
            block("按类别", "类别", "kind", By.KIND, query, reader),
            block("按企业", "企业", "company", By.COMPANY, query, reader)),
        permission.caller().role() == Role.OFFICE);
  }

  /// What companies think, without their names, of units with enough ratings.
  @Get("/ratings")
  @View("inspections/ratings")
  Rated ratings(Permission permission) {
    String region = permission.caller().regionCode();
    return new Rated(
        rules.ratingsFrom(),
        ratings.sums(region, rules.ratingsFrom()).stream()
            .map(sum ->
                new Unit(
                    sum.regionName(),
                    sum.unit(),
                    sum.year(),
                    sum.ratings(),
                    average(sum),
                    ratings.singles(sum, OPINIONS).stream()
                        .map(single ->
                            new Opinion(
                                single.score(), Optional.ofNullable(single.words()).orElse("")))
                        .toList()))
            .toList());
  }

  private static String average(Ratings.Sum sum) {
    return new BigDecimal(sum.points())
        .divide(new BigDecimal(sum.ratings()), 2, RoundingMode.HALF_UP)
        .toPlainString();
  }

  private Block block(
      String title, String head, String parameter, By by, Query query, Reader reader) {
    List<Group> groups = visible.groups(by, query, reader, MOST + 1);
    Map<String, String> units = by == By.UNIT ? visible.units(reader) : Map.of();
    return new Block(
        title,
        head,
        groups.stream()
            .limit(MOST)
            .map(group -> named(by, group, units))
            .map(group -> line(list(query).with(parameter, group.key()), group))
            .toList(),
        groups.size() > MOST);
  }

  private static Group named(By by, Group group, Map<String, String> units) {
    String key = group.key();
    if (by == By.UNIT && key != null) {
      return new Group(key, units.getOrDefault(key, group.label()), group.tally(), group.counted());
    }
    if (by != By.KIND) {
      return group;
    }
    return key == null
        ? new Group(Query.UNSAID, "未填写", group.tally(), group.counted())
        : new Group(
            Kind.valueOf(key).code(), Kind.valueOf(key).label(), group.tally(), group.counted());
  }

  private static Address list(Query query) {
    return Address.of("/inspections").with("year", query.year());
  }

  private static Line line(Address to, Group group) {
    VisibleInspections.Tally tally = group.tally();
    return new Line(
        to.toString(),
        group.label(),
        tally.all() - tally.of(Standing.DRAFT),
        group.counted(),
        tally.of(Mark.OVER),
        tally.of(Mark.UNPLANNED),
        tally.of(Mark.AFTERWARDS),
        tally.of(Mark.EXEMPT),
        tally.of(Standing.OPEN),
        tally.of(Standing.LATE),
        tally.of(Mark.REPORTED_LATE),
        tally.of(Mark.PROBLEMS));
  }
}
