package seedbed.seed;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.company.Registration;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHolding.FromPrecision;
import seedbed.recognition.TitleCasework;

/// Demonstration titles in every state, made by the demonstration accounts.
@Singleton
class DemoRecognitions {

  /// Until when the titles that ask for it were updated this year.
  private static final Map<String, MonthDay> UPDATED =
      Map.of(
          "innovative-sme", MonthDay.of(5, 31),
          "specialised-sme", MonthDay.of(5, 31),
          "little-giant", MonthDay.of(5, 31),
          "champion", MonthDay.of(5, 31),
          "technology-sme", MonthDay.of(3, 31));

  private final TitleCasework casework;
  private final Registration registration;
  private final DemoCallers callers;
  private final DemoPlaces places;
  private final Clock clock;

  DemoRecognitions(
      TitleCasework casework,
      Registration registration,
      DemoCallers callers,
      DemoPlaces places,
      Clock clock) {
    this.casework = casework;
    this.registration = registration;
    this.callers = callers;
    this.places = places;
    this.clock = clock;
  }

  /// Only where there is none yet.
  void record() {
    if (casework.any()) {
      return;
    }
    LocalDate today = LocalDate.now(clock);
    Caller office = callers.of(Role.OFFICE);
    List<Long> specialised = places.holdings("specialised-sme", today);
    List<Long> giants = places.holdings("little-giant", today);
    if (specialised.size() < 5 || giants.size() < 2) {
      return;
    }
    // To these something else happens.
    Set<Long> told = new HashSet<>(specialised.subList(0, 4));
    told.add(giants.get(0));
    UPDATED.forEach(
        (title, due) -> update(title, due.atYear(today.getYear()), told, today, office));
    String year = "〔" + today.getYear() + "〕";
    casework.revoke(
        specialised.get(0), office, today.minusDays(60), "示例撤销公告" + year + "1号", "fraud");
    casework.revoke(
        specialised.get(1), office, today.minusDays(45), "示例撤销公告" + year + "2号", "standard");
    casework.giveUp(specialised.get(2), office, today.minusDays(30), "示例企业申请" + year + "3号");
    casework.update(specialised.get(3), office, today.minusDays(10));
    casework.startRenewal(giants.get(0), office, today.minusDays(20), "示例复核通知" + year + "4号");
    casework.change(
        specialised.get(3), office, "renamed", today.minusMonths(4), "示例更名", "示例旧名机械有限公司");
    casework.change(
        giants.get(1), office, "branch-abroad", today.minusMonths(8), "示例：设立德国子公司", null);
    lapse(places.companyOf(giants.get(1)), today);
  }

  // Most holders updated what is known of them by the day of the year; some a little later, and
  // some never.
  private void update(String title, LocalDate due, Set<Long> but, LocalDate today, Caller office) {
    int number = 0;
    for (long holding : places.lasting(title, due.withDayOfYear(1), today)) {
      int turn = number++ % 16;
      LocalDate on = turn == 1 ? due.plusDays(12) : due.minusDays(turn + 2);
      if (turn != 0 && !on.isAfter(today) && !but.contains(holding)) {
        casework.update(holding, office, on);
      }
    }
  }

  private void lapse(long company, LocalDate today) {
    LocalDate from = today.minusYears(4).withDayOfYear(1);
    registration.hold(
        List.of(
            new TitleHolding(
                0,
                company,
                "champion-product",
                from,
                FromPrecision.DAY,
                from.plusYears(3),
                from,
                null,
                "示例第六批",
                "示例单项冠军产品公告〔" + from.getYear() + "〕6号",
                null,
                "示例单项冠军产品公告")));
  }
}
