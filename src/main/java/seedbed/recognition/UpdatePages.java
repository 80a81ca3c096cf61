package seedbed.recognition;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.company.Known;
import seedbed.criteria.Titles;
import seedbed.web.Chips;
import seedbed.web.Chips.Chip;
import seedbed.web.ChosenDay;
import seedbed.web.PageRequest;
import seedbed.web.Pager;
import seedbed.web.Refusal;

/// Who has updated what is known of it this year, title by title.
@Hidden
@Controller("/titles/updates")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class UpdatePages {

  private static final String DONE = "done";
  private static final String OPEN = "open";

  private final UpdateRows rows;
  private final Deadlines deadlines;
  private final Titles titles;

  UpdatePages(UpdateRows rows, Deadlines deadlines, Titles titles) {
    this.rows = rows;
    this.deadlines = deadlines;
    this.titles = titles;
  }

  /// @param owed how many titles ask for an update
  @Introspected
  record Page(
      int year,
      long owed,
      long done,
      List<Chips> chips,
      List<Line> lines,
      Pager pager,
      boolean any) {

    public long missing() {
      return owed - done;
    }
  }

  /// @param due by when; null where this year's day is before the title was given, or nothing says
  @Introspected
  record Line(
      long id,
      String company,
      boolean demo,
      String region,
      String title,
      @Nullable LocalDate due,
      boolean late,
      @Nullable LocalDate updatedOn,
      @Nullable String note,
      @Nullable String by,
      @Nullable String post) {}

  /// @param show `done` or `open`; all without it
  @Get
  @View("titles/updates")
  Page show(
      @QueryValue @Nullable String title,
      @QueryValue @Nullable String show,
      PageRequest page,
      ChosenDay chosen,
      Scope scope) {
    LocalDate day = chosen.day();
    Known known = new Known(scope, day);
    Map<String, Deadlines.Due> duties = duties(day);
    String wanted = title == null || title.isBlank() ? null : title;
    if (wanted != null && !duties.containsKey(wanted)) {
      throw new Refusal.Invalid("title", "没有文件要求“" + wanted + "”这个称号年度更新，请从页面上选择。");
    }
    Boolean done = done(show);
    if (duties.isEmpty()) {
      return new Page(day.getYear(), 0, 0, List.of(), List.of(), Pager.of(page, 0), false);
    }
    List<UpdateRows.Part> parts = rows.tally(filter(null), duties.keySet(), known);
    Predicate<UpdateRows.Part> titled = part -> wanted == null || part.title().equals(wanted);
    long owed = count(parts, titled);
    long updated = count(parts, titled.and(UpdateRows.Part::done));
    return new Page(
        day.getYear(),
        owed,
        updated,
        List.of(titleChips(parts, wanted, done), doneChips(owed, updated, done)),
        rows.find(filter(wanted), duties.keySet(), done, known, page.size(), page.offset()).stream()
            .map(row -> line(row, day))
            .toList(),
        Pager.of(page, done == null ? owed : done ? updated : owed - updated),
        wanted != null || done != null);
  }

  private static @Nullable Boolean done(@Nullable String show) {
    return switch (show == null ? "" : show) {
      case "" -> null;
      case DONE -> true;
      case OPEN -> false;
      default -> throw new Refusal.Invalid("show", "没有“" + show + "”这种状态，请从页面上选择。");
    };
  }

  private static RegisterFilter filter(@Nullable String title) {
    return new RegisterFilter(null, title, null, null, null, null, null);
  }

  /// The titles that ask for an update, in the order of the ladder.
  private Map<String, Deadlines.Due> duties(LocalDate day) {
    Map<String, Deadlines.Due> duties = new LinkedHashMap<>();
    titles.ladder().stream()
        .map(Titles.Rung::code)
        .forEach(code -> deadlines.nextUpdate(code, day).ifPresent(due -> duties.put(code, due)));
    return duties;
  }

  private Chips titleChips(
      List<UpdateRows.Part> parts, @Nullable String wanted, @Nullable Boolean done) {
    Predicate<UpdateRows.Part> shown = part -> done == null || part.done() == done;
    List<Chip> chips = new ArrayList<>();
    chips.add(new Chip("全部", "", count(parts, shown), wanted == null));
    for (Titles.Rung rung : titles.ladder()) {
      long count = count(parts, shown.and(part -> part.title().equals(rung.code())));
      boolean current = rung.code().equals(wanted);
      if (count > 0 || current) {
        chips.add(new Chip(rung.shortLabel(), rung.code(), count, current));
      }
    }
    return new Chips("称号", "title", chips);
  }

  private static Chips doneChips(long owed, long updated, @Nullable Boolean done) {
    return new Chips(
        "年度更新",
        "show",
        List.of(
            new Chip("全部", "", owed, done == null),
            new Chip("未登记", OPEN, owed - updated, Boolean.FALSE.equals(done)),
            new Chip("已登记", DONE, updated, Boolean.TRUE.equals(done))));
  }

  private static long count(List<UpdateRows.Part> parts, Predicate<UpdateRows.Part> wanted) {
    return parts.stream().filter(wanted).mapToLong(UpdateRows.Part::count).sum();
  }

  private Line line(UpdateRows.Row row, LocalDate day) {
    LocalDate due =
        deadlines
            .updateOf(row.title(), day.getYear())
            .map(Deadlines.Due::on)
            .filter(on -> !on.isBefore(row.from()))
            .orElse(null);
    return new Line(
        row.id(),
        row.company(),
        row.demo(),
        row.region(),
        titles.get(row.title()).shortLabel(),
        due,
        due != null && row.updatedOn() == null && day.isAfter(due),
        row.updatedOn(),
        row.note(),
        row.by(),
        row.post());
  }
}
