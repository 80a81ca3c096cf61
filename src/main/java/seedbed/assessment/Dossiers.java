package seedbed.assessment;

import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Slices;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHoldings;
import seedbed.company.TitleRegister;
import seedbed.company.TitleYears;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Slots;
import seedbed.figure.FigureSheet;
import seedbed.figure.Figures;
import seedbed.figure.Moment;

/// Gathers what rules read about many companies at once, with a few questions to the database.
@Singleton
final class Dossiers {
  private static final int COMPANIES_AT_ONCE = 200;

  /// Slices read while one is judged: reading takes far longer, and half of it is the database's.
  private static final int AHEAD = 2;

  private final Companies companies;
  private final TitleHoldings holdings;
  private final Figures figures;
  private final TitleYears years;
  private final KnownFacts knownFacts;
  private final ExecutorService executor;

  Dossiers(
      Companies companies,
      TitleHoldings holdings,
      Figures figures,
      TitleYears years,
      Slots slots,
      @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
    this.companies = companies;
    this.holdings = holdings;
    this.figures = figures;
    this.years = years;
    this.executor = executor;
    knownFacts = new KnownFacts(slots);
  }

  private interface SheetReader {
    List<FigureSheet> of(List<Long> companies, Instant known);
  }

  record Dossier(Company company, FigureSheet sheet, TitleRegister register, Facts facts) {}

  /// Goes over companies in their order, a slice at a time, until the taker wants no more. For
  /// those who judge and show nothing: figures come without their sources.
  void walk(List<Long> ids, Moment moment, Predicate<List<Dossier>> taker) {
    walk(ids, moment, figures::valuesOf, taker);
  }

  /// The same with the source of every figure.
  void walkSourced(List<Long> ids, Moment moment, Predicate<List<Dossier>> taker) {
    walk(ids, moment, figures::ofCompanies, taker);
  }

  private void walk(
      List<Long> ids, Moment moment, SheetReader reader, Predicate<List<Dossier>> taker) {
    var slices = slices(ids).iterator();
    var ahead = new ArrayDeque<Future<List<Dossier>>>();
    try {
      do {
        while (ahead.size() < AHEAD && slices.hasNext()) {
          var slice = slices.next();
          ahead.add(executor.submit(() -> of(slice, moment, reader)));
        }
      } while (!ahead.isEmpty() && taker.test(read(ahead.remove())));
    } finally {
      ahead.forEach(future -> future.cancel(false));
    }
  }

  private static List<Dossier> read(Future<List<Dossier>> slice) {
    try {
      return slice.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("companies could not be read", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("reading companies was interrupted", e);
    }
  }

  private List<Dossier> of(List<Long> ids, Moment moment, SheetReader reader) {
    Map<Long, List<TitleHolding>> held = new HashMap<>();
    holdings
        .findByCompanyIdInOrderByCompanyId(ids)
        .forEach(holding ->
            held.computeIfAbsent(holding.companyId(), _ -> new ArrayList<>()).add(holding));
    Map<Long, FigureSheet> sheets = new HashMap<>();
    reader.of(ids, moment.known()).forEach(sheet -> sheets.put(sheet.companyId(), sheet));
    return companies.findByIdIn(ids).stream()
        .map(company -> {
          var titles = held.getOrDefault(company.id(), List.of());
          var register = TitleRegister.of(company, titles, moment.on(), years);
          var sheet = sheets.getOrDefault(company.id(), noFigures(company));
          return new Dossier(
              company, sheet, register, knownFacts.of(company, sheet, register, moment.on()));
        })
        .toList();
  }

  private static FigureSheet noFigures(Company company) {
    return new FigureSheet(company.id(), List.of());
  }

  /// Numbers in portions that fit into memory with everything known about them.
  private static List<List<Long>> slices(List<Long> ids) {
    return Slices.of(ids, COMPANIES_AT_ONCE);
  }
}
