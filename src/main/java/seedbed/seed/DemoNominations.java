package seedbed.seed;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import seedbed.access.Role;
import seedbed.nomination.NominationCasework;
import seedbed.nomination.NominationCasework.Wanted;
import seedbed.nomination.NominationCasework.Wish;

/// A demonstration plan of the last three years: who won what it was planned for, who did not, and
/// what the check has to say of some entries.
@Singleton
class DemoNominations {

  private static final String COUNTY = "320682";
  private static final String BY = Role.OFFICE.code();
  private static final int YEARS = 3;

  /// From the lower rung to the higher one.
  private static final List<String> TITLES = List.of("specialised-sme", "little-giant", "champion");

  private final NominationCasework casework;
  private final DemoPlaces places;
  private final TransactionOperations<Connection> transactions;
  private final Clock clock;

  DemoNominations(
      NominationCasework casework,
      DemoPlaces places,
      TransactionOperations<Connection> transactions,
      Clock clock) {
    this.casework = casework;
    this.places = places;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Only where there is none yet, and companies to put into it.
  void open() {
    LocalDate today = LocalDate.now(clock);
    int from = today.getYear() - YEARS + 1;
    String name = "示例申报计划（%d—%d年）".formatted(from, today.getYear());
    List<Long> hopeful = places.hopeful("innovative-sme", "specialised-sme", COUNTY);
    List<Long> rising = places.hopeful("little-giant", "champion", COUNTY);
    if (casework.exists(COUNTY, name) || hopeful.size() < YEARS || rising.isEmpty()) {
      return;
    }
    transactions.executeWrite(_ -> open(name, from, today, hopeful, rising));
  }

  private boolean open(
      String name, int from, LocalDate today, List<Long> hopeful, List<Long> rising) {
    LocalDate made = LocalDate.of(from, 1, 15);
    long plan = casework.open(new Wanted(COUNTY, name, from, today.getYear(), null), made, BY);
    List<Wish> wishes = new ArrayList<>();
    for (int year = from; year <= today.getYear(); year++) {
      for (String title : TITLES) {
        for (long winner : places.winners(title, year, COUNTY)) {
          wishes.add(new Wish(year, title, winner, null));
        }
      }
      wishes.add(new Wish(year, "specialised-sme", hopeful.get(year - from), null));
    }
    // One after the other, as it should be; both in one year; and without the rung below.
    wishes.add(new Wish(from + 1, "little-giant", hopeful.get(0), null));
    wishes.add(new Wish(today.getYear(), "little-giant", hopeful.get(2), null));
    wishes.add(new Wish(today.getYear(), "champion", rising.getFirst(), null));
    List<Long> entries = casework.enter(plan, wishes, made, BY);
    for (int place = 0; place < wishes.size() - YEARS; place++) {
      LocalDate applied = LocalDate.of(wishes.get(place).year(), 6, 20);
      if (applied.isBefore(today)) {
        casework.apply(entries.get(place), applied, "示例：材料已报出", BY);
      }
    }
    casework.drop(entries.getLast(), "示例：企业近期投产新厂区，与企业商定推迟申报。", today.minusDays(20), BY);
    return true;
  }
}
