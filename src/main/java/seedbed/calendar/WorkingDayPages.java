package seedbed.calendar;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.audit.Deed;
import seedbed.calendar.HolidayNotices.HolidayNotice;
import seedbed.web.Address;
import seedbed.web.Choice;
import seedbed.web.Field;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.FormReading;
import seedbed.web.Refusal;

/// The days off of a year and the weekends worked for them; how a new year is entered.
@Hidden
@Controller("/working-days")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class WorkingDayPages {

  private static final int FIRST = 2016;
  private static final int LAST = 2099;
  private static final int LONGEST_DOCUMENT = 200;
  private static final int LONGEST_DAYS = 4_000;

  private final WorkingCalendar calendar;
  private final HolidayNotices notices;
  private final Permissions permissions;
  private final Clock clock;

  WorkingDayPages(
      WorkingCalendar calendar, HolidayNotices notices, Permissions permissions, Clock clock) {
    this.calendar = calendar;
    this.notices = notices;
    this.permissions = permissions;
    this.clock = clock;
  }

  /// @param missing this year and the next, where nobody entered them
  @Introspected
  record Page(
      int year,
      List<Choice> years,
      boolean known,
      List<Integer> missing,
      List<Run> runs,
      List<LocalDate> swapped,
      long worked,
      List<HolidayNotice> entered,
      boolean canEnter,
      EntryForm typed,
      FormErrors errors) {}

  /// Days off in a row under one name.
  @Introspected
  record Run(String name, LocalDate from, LocalDate to, long days) {}

  @Serdeable
  record EntryForm(@Nullable String year, @Nullable String document, @Nullable String days) {}

  @Get
  @View("working-days/index")
  Page index(Permission permission, @Nullable @QueryValue String year) {
    return page(
        year(year, LocalDate.now(clock).getYear()),
        permission,
        new EntryForm("" + (LocalDate.now(clock).getYear() + 1), "", ""),
        FormErrors.NONE);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> enter(@Body EntryForm form, Permission permission, Deed deed) {
    int shown = LocalDate.now(clock).getYear();
    try {
      FormReading fields = new FormReading();
      Integer year = fields.read(() -> yearToEnter(form.year()));
      String document = fields.read(() -> document(form.document()));
      String days = fields.read(() -> days(year, form.days()));
      fields.refuse();
      notices.save(
          new HolidayNotice(
              0,
              Objects.requireNonNull(year),
              Objects.requireNonNull(document),
              Objects.requireNonNull(days),
              LocalDate.now(clock),
              permission.caller().username()));
      deed.noted("录入 " + year + " 年放假安排：" + document);
      return Flash.seeOther(
          Address.of("/working-days").with("year", year), year + " 年的放假安排已录入，期限已按它计算。");
    } catch (Refusal.Invalid wrong) {
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  "working-days/index",
                  page(shown, permission, form, FormErrors.of(wrong.errors()))));
    }
  }

  private static int yearToEnter(@Nullable String typed) {
    String text = Field.of("year", typed).typed();
    int year = text.matches("[0-9]{4}") ? Integer.parseInt(text) : 0;
    if (year < FIRST || year > LAST) {
      throw new Refusal.Invalid("year", "年份请填 %d 到 %d。".formatted(FIRST, LAST));
    }
    return year;
  }

  private static String document(@Nullable String typed) {
    return Field.of("document", typed).text(LONGEST_DOCUMENT, "请写明放假安排的通知名称和文号。");
  }

  // Lines are read against their year.
  private static String days(@Nullable Integer year, @Nullable String typed) {
    String days = Field.of("days", typed).typed();
    if (days.length() > LONGEST_DAYS) {
      throw new Refusal.Invalid("days", "放假安排太长，请只保留日期。");
    }
    if (days.isEmpty()) {
      throw new Refusal.Invalid("days", "请填写放假和调休上班的日期。");
    }
    if (year != null) {
      DayLines.read(year, days);
    }
    return days;
  }

  private static int year(@Nullable String typed, int otherwise) {
    if (typed == null || typed.isBlank()) {
      return otherwise;
    }
    if (!typed.strip().matches("20[0-9]{2}")) {
      throw new Refusal.Invalid("year", "年份“" + typed + "”有误，请从页面上选择。");
    }
    return Integer.parseInt(typed.strip());
  }

  private Page page(int year, Permission permission, EntryForm typed, FormErrors errors) {
    WorkingDays days = calendar.days();
    int now = LocalDate.now(clock).getYear();
    List<LocalDate> all =
        LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).toList();
    List<Choice> years = new ArrayList<>();
    for (int each = now + 1; each >= FIRST; each--) {
      years.add(new Choice("" + each, each + " 年"));
    }
    return new Page(
        year,
        years,
        days.known(year),
        List.of(now, now + 1).stream().filter(each -> !days.known(each)).toList(),
        runs(all, days),
        all.stream().filter(days::swapped).toList(),
        all.stream().filter(days::worked).count(),
        notices.findAllOrderById().stream().filter(each -> each.aboutYear() == year).toList(),
        permissions.allow(permission.caller(), Act.KEEP_WORKING_DAYS),
        typed,
        errors);
  }

  private static List<Run> runs(List<LocalDate> all, WorkingDays days) {
    List<Run> runs = new ArrayList<>();
    for (LocalDate day : all) {
      days.holiday(day)
          .ifPresent(name -> {
            Run last = runs.isEmpty() ? null : runs.getLast();
            if (last != null && last.name().equals(name) && last.to().plusDays(1).equals(day)) {
              runs.set(runs.size() - 1, new Run(name, last.from(), day, last.days() + 1));
            } else {
              runs.add(new Run(name, day, day, 1));
            }
          });
    }
    return runs;
  }
}
