package seedbed.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import seedbed.company.Company;
import seedbed.company.TitleRegister;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Indicator;
import seedbed.criteria.rule.Reason;
import seedbed.criteria.rule.Slots;
import seedbed.criteria.rule.Title;
import seedbed.criteria.rule.Truth;
import seedbed.figure.Attested;
import seedbed.figure.Entry;
import seedbed.figure.FigureSheet;
import seedbed.figure.Period;
import seedbed.figure.Value;

/// Turns what is on record about a company into the facts that criteria read.
final class KnownFacts {
  private static final String FOUNDED_ON = "founded_on";

  private final Slots slots;
  private final Map<String, Indicator> indicators = new HashMap<>();

  KnownFacts(Slots slots) {
    this.slots = slots;
    slots.indicators().forEach(indicator -> indicators.put(indicator.code(), indicator));
  }

  List<Title> titles() {
    return slots.titles();
  }

  Facts of(Company company, FigureSheet sheet, TitleRegister register, LocalDate on) {
    var facts = Facts.on(on, slots);
    foundation(company, facts);
    // Entries come in the order of their periods, so a newer day replaces an older one.
    for (var entry : sheet.entries()) {
      var indicator = indicators.get(entry.indicator());
      if (indicator != null && inReach(indicator, entry.period(), on)) {
        put(entry, slots.cell(indicator, back(entry.period(), on)), on, facts);
      }
    }
    for (var title : slots.titles()) {
      facts.held(title, truth(register.on(title.code(), on)));
    }
    return facts.build();
  }

  /// The foundation date on the register stands in for a figure nobody has reported yet.
  private void foundation(Company company, Facts.Builder facts) {
    var founded = company.foundedOn();
    var indicator = indicators.get(FOUNDED_ON);
    if (founded != null && indicator != null) {
      facts.set(slots.cell(indicator, 0), BigDecimal.valueOf(founded.toEpochDay()));
    }
  }

  private static boolean inReach(Indicator indicator, Period period, LocalDate on) {
    var yearly = indicator.period() == Indicator.Period.YEAR;
    return switch (period) {
      case Period.Year _ -> {
        var back = back(period, on);
        yield yearly && back >= 0 && back < Slots.YEARS;
      }
      case Period.Day(var day) -> !yearly && !day.isAfter(on);
    };
  }

  private static int back(Period period, LocalDate on) {
    return switch (period) {
      case Period.Year(var year) -> on.getYear() - 1 - year;
      case Period.Day _ -> 0;
    };
  }

  private static void put(Entry entry, Cell cell, LocalDate on, Facts.Builder facts) {
    var decided = entry.decided();
    if (decided.isEmpty()) {
      facts.missing(cell, Reason.AWAITING_CONFIRMATION);
    } else if (decided.get().figure().expiredOn(on)) {
      facts.missing(cell, Reason.EXPIRED);
    } else {
      put(decided.get(), cell, facts);
    }
  }

  private static void put(Attested attested, Cell cell, Facts.Builder facts) {
    var value = coded(cell.indicator(), attested.figure().value());
    if (attested.confirmed()) {
      facts.set(cell, value);
    } else {
      facts.setUnconfirmed(cell, value);
    }
  }

  /// A value as the rules keep it: choices by their place, dates by their epoch day.
  private static BigDecimal coded(Indicator indicator, Value value) {
    return switch (value) {
      case Value.Decimal(var number) -> number;
      case Value.Word(var word) ->
          BigDecimal.valueOf(
              indicator.kind() == Indicator.Kind.DATE
                  ? LocalDate.parse(word).toEpochDay()
                  : indicator.option(word));
    };
  }

  private static Truth truth(TitleRegister.Standing standing) {
    return switch (standing) {
      case HELD -> Truth.MET;
      case NOT_HELD -> Truth.NOT_MET;
      case UNKNOWN -> Truth.UNKNOWN;
    };
  }
}
