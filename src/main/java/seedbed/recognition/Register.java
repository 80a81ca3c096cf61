package seedbed.recognition;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.company.Known;
import seedbed.company.TitleHolding.FromPrecision;
import seedbed.criteria.Titles;
import seedbed.web.Address;
import seedbed.web.Chips;
import seedbed.web.Chips.Chip;
import seedbed.web.Choice;
import seedbed.web.ChosenDay;
import seedbed.web.Formats;
import seedbed.web.PageRequest;
import seedbed.web.Pager;
import seedbed.web.Refusal;

/// Puts the register together: lines, filters with counts.
@Singleton
class Register {

  static final PageRequest.Sort BY_END = new PageRequest.Sort("to", false);

  private static final int LINES_AT_ONCE = 1_000;

  private final RegisterRows rows;
  private final Titles titles;
  private final RecognitionSettings settings;

  Register(RegisterRows rows, Titles titles, RecognitionSettings settings) {
    this.rows = rows;
    this.titles = titles;
    this.settings = settings;
  }

  /// Who reads, and where the page may lead.
  record Reader(Scope scope, boolean exports, boolean imports) {}

  RegisterPage page(
      RegisterFilter filter, PageRequest page, ChosenDay chosen, Address here, Reader reader) {
    check(filter);
    Known known = new Known(reader.scope, chosen.day());
    RegisterTally tally = rows.tally(filter, known);
    long total = tally.total(filter);
    PageRequest.Sort sort = page.sortedBy(RegisterRows.ORDERS.keySet(), BY_END);
    return new RegisterPage(
        filter,
        chips(filter, tally),
        towns(filter, tally),
        rows.batches(filter, known).stream().map(batch -> new Choice(batch, batch)).toList(),
        rows.find(filter, known, sort, page.size(), page.offset()).stream()
            .map(row -> line(row, chosen.day()))
            .toList(),
        Pager.of(page, total),
        total,
        tally.total(filter.withState(State.VALID)),
        tally.total(near(filter)),
        settings.farthest(),
        reader.exports
            ? new Address("/titles.xlsx", here.without("page").without("size").parameters())
            : null,
        reader.imports);
  }

  /// All lines in their order, read a slice at a time.
  Stream<RegisterPage.Line> slices(
      RegisterFilter filter, PageRequest page, ChosenDay chosen, Scope scope) {
    check(filter);
    Known known = new Known(scope, chosen.day());
    PageRequest.Sort sort = page.sortedBy(RegisterRows.ORDERS.keySet(), BY_END);
    return Stream.iterate(0L, offset -> offset + LINES_AT_ONCE)
        .map(offset -> rows.find(filter, known, sort, LINES_AT_ONCE, offset))
        .takeWhile(slice -> !slice.isEmpty())
        .flatMap(List::stream)
        .map(row -> line(row, chosen.day()));
  }

  private RegisterFilter near(RegisterFilter filter) {
    return new RegisterFilter(
        filter.q(),
        filter.title(),
        null,
        filter.town(),
        filter.batch(),
        settings.farthest(),
        filter.company());
  }

  private void check(RegisterFilter filter) {
    if (filter.title() != null && titles.find(filter.title()).isEmpty()) {
      throw new Refusal.Invalid("title", "没有“" + filter.title() + "”这个称号。");
    }
    if (filter.town() != null && !filter.town().matches("[0-9]{2,12}")) {
      throw new Refusal.Invalid("town", "没有代码为“" + filter.town() + "”的地区。");
    }
    if (filter.within() != null && !settings.watchMonths().contains(filter.within())) {
      throw new Refusal.Invalid("within", "到期时间请从页面上选择。");
    }
    filter.wantedState();
  }

  private List<Chips> chips(RegisterFilter filter, RegisterTally tally) {
    return List.of(titleChips(filter, tally), stateChips(filter, tally), endChips(filter, tally));
  }

  private Chips titleChips(RegisterFilter filter, RegisterTally tally) {
    List<Chip> chips = new ArrayList<>();
    RegisterFilter every = filter.withoutTitle();
    chips.add(new Chip("全部称号", "", tally.total(every), filter.title() == null));
    for (Titles.Rung rung : titles.ladder()) {
      long count =
          tally.total(
              new RegisterFilter(
                  filter.q(),
                  rung.code(),
                  filter.state(),
                  filter.town(),
                  filter.batch(),
                  filter.within(),
                  filter.company()));
      boolean current = rung.code().equals(filter.title());
      if (count > 0 || current) {
        chips.add(new Chip(rung.shortLabel(), rung.code(), count, current));
      }
    }
    return new Chips("称号", "title", chips);
  }

  private static Chips stateChips(RegisterFilter filter, RegisterTally tally) {
    List<Chip> chips = new ArrayList<>();
    RegisterFilter every = filter.withoutState();
    chips.add(new Chip("全部", "", tally.total(every), filter.state() == null));
    Map<State, Long> counts = tally.counts(every, RegisterTally.Part::state);
    Arrays.stream(State.values())
        .filter(state -> counts.containsKey(state) || state.code().equals(filter.state()))
        .map(state ->
            new Chip(
                state.label(),
                state.code(),
                counts.getOrDefault(state, 0L),
                state.code().equals(filter.state())))
        .forEach(chips::add);
    return new Chips("状态", "state", chips);
  }

  private Chips endChips(RegisterFilter filter, RegisterTally tally) {
    List<Chip> chips = new ArrayList<>();
    chips.add(new Chip("不限", "", null, filter.within() == null));
    for (Integer months : settings.watchMonths()) {
      RegisterFilter within =
          new RegisterFilter(
              filter.q(),
              filter.title(),
              filter.state(),
              filter.town(),
              filter.batch(),
              months,
              filter.company());
      chips.add(
          new Chip(
              months + " 个月内",
              months.toString(),
              tally.total(within),
              months.equals(filter.within())));
    }
    return new Chips("到期", "within", chips);
  }

  private static List<Choice> towns(RegisterFilter filter, RegisterTally tally) {
    Map<String, String> names = new LinkedHashMap<>();
    tally.parts().stream()
        .sorted(Comparator.comparing(RegisterTally.Part::regionCode))
        .forEach(part -> names.putIfAbsent(part.regionCode(), part.region()));
    Map<String, Long> counts = tally.counts(filter.withoutTown(), RegisterTally.Part::regionCode);
    return names.entrySet().stream()
        .map(town ->
            new Choice(
                town.getKey(),
                "%s（%d）".formatted(town.getValue(), counts.getOrDefault(town.getKey(), 0L))))
        .toList();
  }

  private RegisterPage.Line line(RegisterRow row, LocalDate on) {
    LocalDate ban = row.banUntil();
    return new RegisterPage.Line(
        row.id(),
        row.companyId(),
        row.company(),
        row.demo(),
        row.creditCode(),
        row.region(),
        titles.find(row.title()).map(Titles.Rung::shortLabel).orElse(row.title()),
        row.batch(),
        row.document(),
        from(row.from(), row.precision()),
        to(row.ends(), row.expected()),
        row.state(),
        left(row, on),
        row.ground() == null ? null : row.ground().label(),
        ban != null && ban.isAfter(on) ? ban : null);
  }

  static String from(LocalDate from, FromPrecision precision) {
    return switch (precision) {
      case DAY -> from.toString();
      case YEAR -> from.getYear() + " 年";
      case AT_LATEST -> "至迟 " + from;
    };
  }

  /// The last day, or the one that follows from the term where no document says.
  static String to(@Nullable LocalDate ends, @Nullable LocalDate expected) {
    if (ends != null) {
      return ends.minusDays(1).toString();
    }
    return expected == null ? Formats.NOTHING : "推算 " + expected.minusDays(1);
  }

  private static @Nullable String left(RegisterRow row, LocalDate on) {
    LocalDate end = row.expected();
    if (end == null || !row.state().held()) {
      return null;
    }
    long days = ChronoUnit.DAYS.between(on, end.minusDays(1));
    return days < 0 ? null : "还有 " + Formats.count(days) + " 天";
  }
}
