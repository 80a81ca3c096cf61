package seedbed.obligation;

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
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.access.Role;
import seedbed.obligation.Obligations.Query;
import seedbed.obligation.Obligations.Rate;
import seedbed.web.Refusal;

/// What is due by day, and how it was reported by town and kind.
@Hidden
@Controller("/obligations")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class CalendarPages {

  private final Obligations obligations;
  private final ObligationLists lists;
  private final Kinds kinds;
  private final Rules rules;
  private final Permissions permissions;
  private final Clock clock;

  CalendarPages(
      Obligations obligations,
      ObligationLists lists,
      Kinds kinds,
      Rules rules,
      Permissions permissions,
      Clock clock) {
    this.obligations = obligations;
    this.lists = lists;
    this.kinds = kinds;
    this.rules = rules;
    this.permissions = permissions;
    this.clock = clock;
  }

  /// @param single whether all of it is one company's, so that nothing needs counting
  /// @param entersHolidays whether the reader can enter those of the year
  @Introspected
  record CalendarPage(MonthCalendar calendar, boolean single, boolean entersHolidays) {}

  @Get("/calendar")
  @View("obligations/calendar")
  CalendarPage calendar(Permission permission, @Nullable @QueryValue String month) {
    LocalDate today = LocalDate.now(clock);
    YearMonth shown = month(month, today);
    Query query =
        lists.base(
            new ObligationLists.Typed(null, null, "" + shown.getYear(), null, null, null),
            permission,
            today);
    Window window = new Window(shown.atDay(1), shown.atEndOfMonth());
    boolean single = permission.caller().role() == Role.COMPANY;
    return new CalendarPage(
        MonthCalendar.of(
            shown,
            obligations.days(query.due(window), Among.of(permission, clock)),
            rules.days(),
            today,
            count -> single ? count.title() : kinds.label(count.kind())),
        single,
        permissions.allow(permission.caller(), Act.KEEP_WORKING_DAYS));
  }

  private static YearMonth month(@Nullable String typed, LocalDate today) {
    if (typed == null || typed.isBlank()) {
      return YearMonth.from(today);
    }
    if (!typed.matches("20[0-9]{2}-(0[1-9]|1[0-2])")) {
      throw new Refusal.Invalid("month", "没有“" + typed + "”这个月份，请从页面上选择。");
    }
    return YearMonth.parse(typed);
  }

  /// What has fallen due by today, so that nobody is measured by what is still to come.
  @Get("/rates")
  @View("obligations/rates")
  RateTable rates(
      Permission permission, @Nullable @QueryValue String span, @Nullable @QueryValue String kind) {
    LocalDate today = LocalDate.now(clock);
    String year = Optional.ofNullable(span).filter(s -> !s.isBlank()).orElse("" + today.getYear());
    Query query =
        lists.base(
            new ObligationLists.Typed(null, kind, year, null, null, "all"), permission, today);
    LocalDate until = query.due().to().isBefore(today) ? query.due().to() : today;
    List<Rate> rates =
        obligations.rates(
            query.due(new Window(query.due().from(), until)), Among.of(permission, clock), today);
    return new RateTable(
        until.toString(),
        lists.kinds(),
        query.kind() == null ? "" : query.kind(),
        ObligationLists.spans(today).stream().filter(each -> !each.value().isEmpty()).toList(),
        year,
        RateTable.Row.of("", "合计", rates),
        RateTable.grouped(rates, Rate::region, Rate::regionName),
        RateTable.grouped(rates, Rate::kind, rate -> kinds.label(rate.kind())));
  }
}
