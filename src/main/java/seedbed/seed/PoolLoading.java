package seedbed.seed;

import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import seedbed.company.Registration;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHolding.FromPrecision;
import seedbed.figure.Confirmation;
import seedbed.figure.Confirming;
import seedbed.figure.Figure;
import seedbed.figure.Reporting;
import seedbed.seed.DemoCompany.Said;

/// Stores demonstration companies, with figures, confirmations and titles.
@Singleton
public class PoolLoading {

  private static final String REPORTER = "示例企业填报员";
  private static final int COMPANIES_AT_ONCE = 500;

  private final Registration registration;
  private final Reporting reporting;
  private final Confirming confirming;

  PoolLoading(Registration registration, Reporting reporting, Confirming confirming) {
    this.registration = registration;
    this.reporting = reporting;
    this.confirming = confirming;
  }

  /// Stores the companies numbered from `from` to before `to`; a stress test takes as many as it
  /// likes. The regions must be there.
  public void load(DemonstrationPool pool, int from, int to) {
    for (int start = from; start < to; start += COMPANIES_AT_ONCE) {
      List<DemoCompany> batch = new ArrayList<>();
      for (int number = start; number < Math.min(start + COMPANIES_AT_ONCE, to); number++) {
        batch.add(pool.company(number));
      }
      load(batch);
    }
  }

  private void load(List<DemoCompany> batch) {
    List<Long> ids = registration.register(batch.stream().map(DemoCompany::company).toList());
    List<TitleHolding> titles = new ArrayList<>();
    List<Figure> first = new ArrayList<>();
    List<Figure> corrections = new ArrayList<>();
    Map<Figure, String> confirmedBy = new HashMap<>();
    for (int i = 0; i < batch.size(); i++) {
      long id = ids.get(i);
      DemoCompany demo = batch.get(i);
      demo.titles().forEach(held -> titles.add(holding(id, held)));
      Map<List<Object>, Figure> said = new HashMap<>();
      for (Said figure : demo.figures()) {
        Figure row = figure(id, figure);
        boolean correction =
            said.putIfAbsent(List.of(row.indicator(), row.period(), row.source().document()), row)
                != null;
        (correction ? corrections : first).add(row);
        if (figure.confirmedBy() != null) {
          confirmedBy.put(row, figure.confirmedBy());
        }
      }
    }
    registration.hold(titles);
    confirm(reporting.report(first), first, confirmedBy);
    confirm(reporting.report(corrections), corrections, confirmedBy);
  }

  // A stored figure comes back with its number but otherwise as it was handed in, in that order.
  private void confirm(
      Reporting.Reported reported, List<Figure> handedIn, Map<Figure, String> confirmedBy) {
    List<Confirmation> words = new ArrayList<>();
    for (int i = 0; i < handedIn.size(); i++) {
      String department = confirmedBy.get(handedIn.get(i));
      if (department != null) {
        Figure stored = reported.added().get(i);
        words.add(
            new Confirmation(
                stored.companyId(),
                stored.id(),
                true,
                department,
                stored.reportedAt().plus(6, ChronoUnit.DAYS)));
      }
    }
    confirming.say(words);
  }

  private static Figure figure(long companyId, Said said) {
    return Figure.reported(
            companyId,
            said.indicator(),
            said.period(),
            said.value(),
            said.source(),
            REPORTER,
            said.at())
        .expiringOn(said.expiresOn());
  }

  private static TitleHolding holding(long companyId, DemoCompany.Held held) {
    return new TitleHolding(
        0,
        companyId,
        held.title(),
        held.from(),
        FromPrecision.DAY,
        held.to(),
        held.from(),
        held.endDocument() == null ? null : held.to(),
        null,
        held.document(),
        held.endDocument(),
        held.document());
  }
}
