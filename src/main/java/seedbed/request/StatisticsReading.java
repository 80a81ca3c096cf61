package seedbed.request;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.criteria.RequestRules;
import seedbed.request.Statistics.By;
import seedbed.web.Address;
import seedbed.web.FieldError;
import seedbed.web.FormErrors;
import seedbed.web.Formats;
import seedbed.web.Refusal;

/// Makes the page of statistics.
@Singleton
class StatisticsReading {

  private static final Address PAGE = Address.of("/requests/statistics");

  private final Statistics statistics;
  private final Regions regions;
  private final RequestRules rules;
  private final Clock clock;

  StatisticsReading(Statistics statistics, Regions regions, RequestRules rules, Clock clock) {
    this.statistics = statistics;
    this.regions = regions;
    this.rules = rules;
    this.clock = clock;
  }

  /// Both days included.
  record Span(LocalDate from, LocalDate until) {}

  /// This year up to today, where nothing is asked for.
  Span span(@Nullable String from, @Nullable String until) {
    LocalDate today = LocalDate.now(clock);
    LocalDate first = RequestLists.day(from, "from");
    LocalDate last = RequestLists.day(until, "until");
    Span span =
        new Span(first == null ? today.withDayOfYear(1) : first, last == null ? today : last);
    if (span.until().isBefore(span.from())) {
      throw new Refusal.Invalid("until", "截止日期不能早于起始日期。");
    }
    return span;
  }

  /// With this year in place of a period that cannot be read.
  StatisticsPage page(@Nullable String from, @Nullable String until, Permission permission) {
    try {
      return page(span(from, until), FormErrors.NONE, permission);
    } catch (Refusal.Invalid refused) {
      List<FieldError> errors = refused.errors();
      return page(span(null, null), FormErrors.of(errors), permission);
    }
  }

  private StatisticsPage page(Span span, FormErrors errors, Permission permission) {
    return new StatisticsPage(
        span.from().toString(),
        span.until().toString(),
        periods(span),
        lines(By.TOTAL, span, permission).getFirst(),
        List.of(
            new StatisticsPage.Group(
                "按办理单位",
                "办理单位",
                "逾期计在当时办理的单位名下，经几个单位逾期的各计一次；平均答复自该单位收到之日算起",
                lines(By.UNIT, span, permission)),
            new StatisticsPage.Group("按诉求类别", "类别", "", lines(By.KIND, span, permission))),
        errors);
  }

  private List<StatisticsPage.Period> periods(Span now) {
    LocalDate today = LocalDate.now(clock);
    LocalDate year = today.withDayOfYear(1);
    LocalDate quarter = today.withDayOfMonth(1).minusMonths((today.getMonthValue() - 1) % 3);
    return List.of(
        period("本月", new Span(today.withDayOfMonth(1), today), now),
        period("本季度", new Span(quarter, today), now),
        period("上季度", new Span(quarter.minusMonths(3), quarter.minusDays(1)), now),
        period("今年", new Span(year, today), now),
        period("去年", new Span(year.minusYears(1), year.minusDays(1)), now));
  }

  private static StatisticsPage.Period period(String label, Span span, Span now) {
    return new StatisticsPage.Period(
        label, PAGE.with("from", span.from()).with("until", span.until()), span.equals(now));
  }

  List<StatisticsPage.Line> lines(By by, Span span, Permission permission) {
    RequestQuery all = RequestQuery.raised(span.from(), span.until());
    Address list = Address.of("/requests").with("from", span.from()).with("until", span.until());
    List<Region> counties = by == By.UNIT ? counties(permission) : List.of();
    return counties.size() < 2
        ? lines(by, all, list, "", permission)
        : counties.stream()
            .flatMap(county ->
                lines(
                    by,
                    all.town(county.code()),
                    list.with("town", county.code()),
                    "（" + county.name() + "）",
                    permission)
                    .stream())
            .toList();
  }

  // Each county has a 科技局 of its own.
  private List<Region> counties(Permission permission) {
    return regions.subtree(permission.caller().regionCode()).stream()
        .filter(region -> region.level() == RegionLevel.COUNTY)
        .toList();
  }

  private List<StatisticsPage.Line> lines(
      By by, RequestQuery query, Address list, String where, Permission permission) {
    Sight sight = Sight.of(permission, LocalDate.now(clock));
    List<StatisticsPage.Line> lines = new ArrayList<>();
    for (Statistics.Row row : statistics.of(by, query, sight)) {
      lines.add(line(by, row, list, where));
    }
    return lines;
  }

  private StatisticsPage.Line line(By by, Statistics.Row row, Address all, String where) {
    Address list = all;
    String of = row.of();
    if (by != By.TOTAL) {
      list = list.with(by.parameter(), of == null ? RequestQuery.NOBODY : of);
    }
    return new StatisticsPage.Line(
        label(by, of) + where,
        new StatisticsPage.Count(row.raised(), list),
        number(row.punctual(), list, Standing.PUNCTUAL),
        number(row.late(), list, Standing.LATE),
        number(row.open(), list, Standing.OPEN),
        number(row.overdue(), list, Standing.OVERDUE),
        number(row.closed(), list, Standing.CLOSED),
        number(row.reopened(), list, Standing.REOPENED),
        number(row.rated(), list, Standing.RATED),
        Formats.sharePercent(row.punctual(), row.punctual() + row.late()),
        mean(row.meanDays()),
        mean(row.satisfaction()));
  }

  private String label(By by, @Nullable String of) {
    return switch (by) {
      case UNIT -> of == null ? "尚未分办" : of;
      case KIND -> rules.label(of == null ? "" : of);
      case TOTAL -> "合计";
    };
  }

  private static StatisticsPage.Count number(long value, Address list, Standing standing) {
    return new StatisticsPage.Count(value, list.with("show", standing.code()));
  }

  private static @Nullable BigDecimal mean(@Nullable BigDecimal mean) {
    return mean == null ? null : mean.setScale(1, RoundingMode.HALF_UP);
  }
}
