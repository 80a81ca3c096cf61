package seedbed.recognition;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.company.Known;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHoldings;
import seedbed.criteria.Titles;
import seedbed.web.PageRequest;
import seedbed.web.Pager;

/// Puts together what holders have to do, and by when.
@Singleton
class Duties {

  private final DutyRows rows;
  private final RegisterRows register;
  private final TitleHoldings holdings;
  private final Deadlines deadlines;
  private final Titles titles;

  Duties(
      DutyRows rows,
      RegisterRows register,
      TitleHoldings holdings,
      Deadlines deadlines,
      Titles titles) {
    this.rows = rows;
    this.register = register;
    this.holdings = holdings;
    this.deadlines = deadlines;
    this.titles = titles;
  }

  DutyPages.Page page(PageRequest page, Known known) {
    List<DutyRows.Unreported> unreported = rows.unreported(known, page.size(), page.offset());
    Map<Long, List<TitleHolding>> held = held(unreported);
    long count = rows.countUnreported(known);
    return new DutyPages.Page(
        updates(known),
        unreported.stream()
            .map(each -> report(each, held.getOrDefault(each.companyId(), List.of()), known.on()))
            .toList(),
        Pager.of(page, count),
        count);
  }

  private List<DutyPages.Update> updates(Known known) {
    RegisterFilter every = new RegisterFilter(null, null, null, null, null, null, null);
    Map<String, Long> holders =
        register.tally(every, known).parts().stream()
            .filter(part -> part.state().held())
            .collect(
                Collectors.groupingBy(
                    RegisterTally.Part::title, Collectors.summingLong(RegisterTally.Part::count)));
    Map<String, Long> done = rows.updated(known.on().getYear(), known);
    return titles.ladder().stream()
        .filter(rung -> holders.containsKey(rung.code()))
        .flatMap(rung ->
            deadlines.nextUpdate(rung.code(), known.on()).stream()
                .map(due ->
                    new DutyPages.Update(
                        rung.code(),
                        rung.shortLabel(),
                        due,
                        holders.getOrDefault(rung.code(), 0L),
                        done.getOrDefault(rung.code(), 0L),
                        passed(rung.code(), known.on()))))
        .sorted(Comparator.comparing(update -> update.due().on()))
        .toList();
  }

  private @Nullable String passed(String title, LocalDate on) {
    return deadlines
        .updateOf(title, on.getYear())
        .filter(due -> on.isAfter(due.on()))
        .map(due -> on.getYear() + " 年度的期限 " + due.on() + " 已过")
        .orElse(null);
  }

  private Map<Long, List<TitleHolding>> held(List<DutyRows.Unreported> unreported) {
    List<Long> ids = unreported.stream().map(DutyRows.Unreported::companyId).distinct().toList();
    return ids.isEmpty()
        ? Map.of()
        : holdings.findByCompanyIdInOrderByCompanyId(ids).stream()
            .collect(Collectors.groupingBy(TitleHolding::companyId));
  }

  private DutyPages.Report report(
      DutyRows.Unreported change, List<TitleHolding> held, LocalDate on) {
    Optional<Deadlines.Due> due =
        held.stream()
            .flatMap(holding -> holding.knownOn(on).stream())
            .filter(holding -> holding.covers(change.happenedOn()))
            .flatMap(holding -> deadlines.report(holding.title(), change.happenedOn()).stream())
            .min(Comparator.comparing(Deadlines.Due::on));
    return new DutyPages.Report(
        change.companyId(),
        change.company(),
        change.demo(),
        change.region(),
        change.kind().label(),
        change.happenedOn(),
        change.detail(),
        due.map(Deadlines.Due::on).orElse(null),
        due.map(Deadlines.Due::missed).orElse(null),
        due.filter(each -> on.isAfter(each.on())).isPresent());
  }
}
