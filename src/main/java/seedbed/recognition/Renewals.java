package seedbed.recognition;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.assessment.Forecasts;
import seedbed.assessment.PoolAssessment;
import seedbed.assessment.Run;
import seedbed.company.Known;
import seedbed.criteria.Titles;
import seedbed.criteria.rule.Truth;
import seedbed.web.Address;
import seedbed.web.Chips;
import seedbed.web.Chips.Chip;
import seedbed.web.ChosenDay;
import seedbed.web.Formats;
import seedbed.web.PageRequest;
import seedbed.web.Pager;
import seedbed.web.Progress;
import seedbed.web.Refusal;

/// Watches titles that end soon: who would pass the renewal and who would not.
///
/// What is expected of all of them is found in the background and kept with each run over the pool
/// ([RenewalWatch]); why, clause by clause, is found for the lines of one page.
@Singleton
class Renewals {

  private static final int LINES_AT_ONCE = 200;

  private final PoolAssessment pool;
  private final RenewalWatch watch;
  private final Forecasts forecasts;
  private final RenewalRows rows;
  private final Prospects prospects;
  private final Titles titles;
  private final RecognitionSettings settings;

  Renewals(
      PoolAssessment pool,
      RenewalWatch watch,
      Forecasts forecasts,
      RenewalRows rows,
      Prospects prospects,
      Titles titles,
      RecognitionSettings settings) {
    this.pool = pool;
    this.watch = watch;
    this.forecasts = forecasts;
    this.rows = rows;
    this.prospects = prospects;
    this.titles = titles;
    this.settings = settings;
  }

  RenewalPage page(
      RenewalFilter filter,
      PageRequest page,
      ChosenDay chosen,
      Scope scope,
      @Nullable Address workbook) {
    check(filter);
    Shown shown = shown(chosen);
    long run = shown.run();
    Known known = new Known(scope, chosen.day());
    List<RenewalRows.Part> parts = rows.tally(filter, run, known);
    long total = count(parts, filter);
    return new RenewalPage(
        filter,
        chips(filter, parts, run != 0),
        lines(rows.find(filter, run, known, page.size(), page.offset()), chosen.day()),
        Pager.of(page, total),
        total,
        count(parts, part -> within(part, filter) && part.forecast() == Truth.NOT_MET),
        count(parts, part -> within(part, filter) && part.forecast() == Truth.UNKNOWN),
        count(parts, part -> within(part, filter) && part.forecast() == null),
        filter.within() == null ? settings.farthest() : filter.within(),
        shown.progress(),
        run == 0,
        workbook);
  }

  /// All lines in their order, read and judged a slice at a time.
  ///
  /// @throws Refusal.Stale while nothing is forecast for the day yet
  Stream<RenewalPage.Line> slices(RenewalFilter filter, ChosenDay chosen, Scope scope) {
    check(filter);
    long run = shown(chosen).run();
    if (run == 0) {
      throw new Refusal.Stale("复核预判正在后台进行，还没有可以导出的结果。请在复核预警页面看到进度完成后再导出。");
    }
    Known known = new Known(scope, chosen.day());
    return Stream.iterate(0L, offset -> offset + LINES_AT_ONCE)
        .map(offset -> rows.find(filter, run, known, LINES_AT_ONCE, offset))
        .takeWhile(slice -> !slice.isEmpty())
        .flatMap(slice -> lines(slice, chosen.day()).stream());
  }

  /// How far the work is; null once it is done.
  @Nullable Progress progress(ChosenDay chosen) {
    return shown(chosen).progress();
  }

  /// @param run whose forecasts are shown; 0 while there are none
  private record Shown(long run, @Nullable Progress progress) {}

  /// What was forecast last for the day is shown while newer answers are made.
  private Shown shown(ChosenDay chosen) {
    return switch (pool.on(chosen.day())) {
      case PoolAssessment.Ready(var run) -> shown(run, chosen);
      case PoolAssessment.Working(var run, _) ->
          new Shown(
              watch.shown(chosen.day()),
              progress("正在判定全库企业", run.done(), run.companies(), Progress.State.RUNNING, chosen));
      case PoolAssessment.Stopped(var run, _) ->
          new Shown(
              watch.shown(chosen.day()),
              progress("全库判定已停止", run.done(), run.companies(), Progress.State.FAILED, chosen));
    };
  }

  private Shown shown(Run run, ChosenDay chosen) {
    Watch found = watch.of(run);
    return switch (found.state()) {
      case DONE -> new Shown(run.id(), null);
      case WAITING, RUNNING ->
          new Shown(
              watch.shown(chosen.day()),
              progress(
                  "正在预判临期称号能否通过复核", found.done(), found.titles(), Progress.State.RUNNING, chosen));
      case FAILED ->
          new Shown(
              watch.shown(chosen.day()),
              progress(
                  "复核预判没有完成，一分钟后打开本页自动重试",
                  found.done(),
                  found.titles(),
                  Progress.State.FAILED,
                  chosen));
    };
  }

  private static Progress progress(
      String label, int done, int total, Progress.State state, ChosenDay chosen) {
    return Progress.share(
        label,
        done,
        Math.max(1, total),
        state,
        state == Progress.State.RUNNING ? "完成后自动显示新的结果" : null,
        Address.of("/titles/renewals/progress").with("on", chosen.day()));
  }

  private void check(RenewalFilter filter) {
    if (filter.title() != null && titles.find(filter.title()).isEmpty()) {
      throw new Refusal.Invalid("title", "没有“" + filter.title() + "”这个称号。");
    }
    if (filter.town() != null && !filter.town().matches("[0-9]{2,12}")) {
      throw new Refusal.Invalid("town", "没有代码为“" + filter.town() + "”的地区。");
    }
    if (filter.within() != null && !settings.watchMonths().contains(filter.within())) {
      throw new Refusal.Invalid("within", "到期时间请从页面上选择。");
    }
    filter.truth();
  }

  private List<RenewalPage.Line> lines(List<RenewalRows.Row> page, LocalDate on) {
    Map<Long, Optional<Forecasts.Prospect>> found = new HashMap<>();
    forecasts.answer(
        page.stream().map(RenewalRows.Row::question).toList(),
        on,
        answers -> answers.forEach(each -> found.put(each.question().holding(), each.prospect())));
    List<RenewalPage.Line> lines = new ArrayList<>();
    int horizon = 0;
    for (RenewalRows.Row row : page) {
      boolean first = row.horizon() != horizon;
      horizon = row.horizon();
      lines.add(
          line(
              row,
              prospects.of(found.getOrDefault(row.held().id(), Optional.empty())),
              first ? "%d 个月内到期".formatted(horizon) : null,
              on));
    }
    return lines;
  }

  private RenewalPage.Line line(
      RenewalRows.Row row, Prospects.Told told, @Nullable String group, LocalDate on) {
    RegisterRow held = row.held();
    LocalDate lastDay = Objects.requireNonNull(held.expected()).minusDays(1);
    return new RenewalPage.Line(
        held.id(),
        held.companyId(),
        held.company(),
        held.demo(),
        held.region(),
        held.title(),
        titles.get(held.title()).shortLabel(),
        group,
        Register.to(held.ends(), held.expected()),
        "还有 " + Formats.count(ChronoUnit.DAYS.between(on, lastDay)) + " 天",
        held.state(),
        told.truth() == null ? null : told.truth().name(),
        told.word(),
        told.basis(),
        told.faults(),
        told.missing(),
        told.way());
  }

  private List<Chips> chips(RenewalFilter filter, List<RenewalRows.Part> parts, boolean forecast) {
    return List.of(
        stepChips(filter, parts), outcomeChips(filter, parts, forecast), titleChips(filter, parts));
  }

  private Chips stepChips(RenewalFilter filter, List<RenewalRows.Part> parts) {
    List<Chip> chips = new ArrayList<>();
    for (Integer months : settings.watchMonths()) {
      boolean farthest = months == settings.farthest();
      RenewalFilter within =
          new RenewalFilter(filter.q(), filter.title(), filter.town(), filter.outcome(), months);
      chips.add(
          new Chip(
              months + " 个月内",
              farthest ? "" : months.toString(),
              count(parts, within),
              farthest ? filter.within() == null : months.equals(filter.within())));
    }
    return new Chips("到期", "within", chips);
  }

  private static Chips outcomeChips(
      RenewalFilter filter, List<RenewalRows.Part> parts, boolean forecast) {
    List<Chip> chips = new ArrayList<>();
    chips.add(outcome("全部", null, filter, parts));
    chips.add(outcome("通不过", "not-met", filter, parts));
    chips.add(outcome("待定", "unknown", filter, parts));
    chips.add(outcome("可通过", "met", filter, parts));
    Chip without = outcome(Prospects.WITHOUT_EDITION, RenewalFilter.NONE, filter, parts);
    if (forecast && (without.current() || !Long.valueOf(0).equals(without.count()))) {
      chips.add(without);
    }
    return new Chips("预判", "outcome", chips);
  }

  private static Chip outcome(
      String label, @Nullable String code, RenewalFilter filter, List<RenewalRows.Part> parts) {
    RenewalFilter wanted =
        new RenewalFilter(filter.q(), filter.title(), filter.town(), code, filter.within());
    return new Chip(
        label,
        code == null ? "" : code,
        count(parts, wanted),
        Objects.equals(code, filter.outcome()));
  }

  private Chips titleChips(RenewalFilter filter, List<RenewalRows.Part> parts) {
    List<Chip> chips = new ArrayList<>();
    chips.add(new Chip("全部", "", count(parts, titled(filter, null)), filter.title() == null));
    for (Titles.Rung rung : titles.ladder()) {
      long count = count(parts, titled(filter, rung.code()));
      boolean current = rung.code().equals(filter.title());
      if (count > 0 || current) {
        chips.add(new Chip(rung.shortLabel(), rung.code(), count, current));
      }
    }
    return new Chips("称号", "title", chips);
  }

  private static RenewalFilter titled(RenewalFilter filter, @Nullable String title) {
    return new RenewalFilter(filter.q(), title, filter.town(), filter.outcome(), filter.within());
  }

  private static long count(List<RenewalRows.Part> parts, RenewalFilter filter) {
    return count(
        parts,
        part ->
            within(part, filter)
                && (filter.truth() == null || filter.truth() == part.forecast())
                && (!filter.withoutEdition() || part.forecast() == null));
  }

  private static boolean within(RenewalRows.Part part, RenewalFilter filter) {
    return (filter.within() == null || part.horizon() <= filter.within())
        && (filter.title() == null || filter.title().equals(part.title()));
  }

  private static long count(List<RenewalRows.Part> parts, Predicate<RenewalRows.Part> wanted) {
    return parts.stream().filter(wanted).mapToLong(RenewalRows.Part::count).sum();
  }
}
