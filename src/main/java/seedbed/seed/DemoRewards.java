package seedbed.seed;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Role;
import seedbed.criteria.Level;
import seedbed.reward.Grant;
import seedbed.reward.RewardCasework;

/// Rewards of two years of policy, all of them made up: paid in full and in part, not yet paid,
/// granted at four fifths, an honour alone, amounts that nobody knows, an entry and a payment that
/// were wrong.
@Singleton
class DemoRewards {

  private static final String MARK = "示例：";
  private static final String LEAST = "示例：无产学研，按80%兑现";
  private static final List<Role> ROLES = List.of(Role.OFFICE, Role.COMPANY);

  /// @param due in 万元; null where nobody knows
  /// @param paid after how many days all of it came; null where it did not
  private record Line(
      String item,
      Level level,
      @Nullable String due,
      @Nullable String granted,
      @Nullable String reason,
      @Nullable Integer paid) {}

  private static final Line FIRST = new Line("首超奖", Level.MUNICIPAL, "6", "4.8", LEAST, 35);
  private static final Line SMALL =
      new Line("专精特新“小巨人”企业奖励", Level.PROVINCIAL, "10", "10", null, 42);
  private static final Line HONOUR = new Line("高质量发展先进企业", Level.MUNICIPAL, "0", "0", null, null);
  private static final Line SOFTWARE =
      new Line("信息化软件投入补助", Level.MUNICIPAL, null, "12.365", null, null);

  /// One for each further company, over and over.
  private static final List<Line> OTHERS =
      List.of(
          new Line("新增规模企业奖励", Level.MUNICIPAL, "10", "10", null, 40),
          new Line("首超奖", Level.MUNICIPAL, "10", "10", null, null),
          new Line("技术改造投入奖励", Level.MUNICIPAL, "38.37", "38.37", null, null),
          new Line("两化融合管理体系贯标奖励", Level.NATIONAL, "20", "16", LEAST, 51),
          new Line("高质量发展先进企业", Level.MUNICIPAL, "0", "0", null, null),
          new Line("展位奖励", Level.MUNICIPAL, null, null, null, 60));

  private static final int IN_PART = 2;
  private static final int SHOWN = 12;

  private final RewardCasework casework;
  private final DemoCallers callers;
  private final DemoPlaces places;
  private final TransactionOperations<Connection> transactions;
  private final Clock clock;

  DemoRewards(
      RewardCasework casework,
      DemoCallers callers,
      DemoPlaces places,
      TransactionOperations<Connection> transactions,
      Clock clock) {
    this.casework = casework;
    this.callers = callers;
    this.places = places;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Only where there is none yet, and the demonstration accounts to make them.
  void open() {
    if (!casework.any() && callers.present(ROLES)) {
      places.first().ifPresent(home -> transactions.executeWrite(_ -> open(home)));
    }
  }

  private int open(DemoPlaces.Place home) {
    LocalDate today = LocalDate.now(clock);
    int last = today.getYear() - 1;
    LocalDate decided = LocalDate.of(today.getYear(), 4, 28);
    if (decided.isAfter(today.minusDays(90))) {
      decided = decided.minusYears(1);
      last--;
    }
    enter(home.companyId(), SMALL, last - 1, decided.minusYears(1));
    enter(home.companyId(), FIRST, last, decided);
    enter(home.companyId(), HONOUR, last, decided);
    enter(home.companyId(), SOFTWARE, last, decided);
    int number = 0;
    for (long company : places.spread(today, home.townCode())) {
      if (company != home.companyId() && number < SHOWN) {
        other(company, number++, last, decided);
      }
    }
    return number;
  }

  private void other(long company, int number, int year, LocalDate decided) {
    int kind = number % OTHERS.size();
    boolean later = number < OTHERS.size();
    int of = later ? year : year - 1;
    LocalDate on = later ? decided : decided.minusYears(1);
    if (number == OTHERS.size()) {
      // A digit was lost; found out two days later.
      long wrong =
          enter(company, new Line("新增规模企业奖励", Level.MUNICIPAL, "1", "1", null, null), of, on);
      casework.voidEntry(wrong, on.plusDays(4), MARK + "金额少录一位，重新登记。", office());
    }
    long reward = enter(company, OTHERS.get(kind), of, on);
    if (kind == IN_PART) {
      first(reward, on.plusDays(45));
      // Entered twice, and found out the day after.
      casework.voidPayment(
          first(reward, on.plusDays(45)), on.plusDays(46), MARK + "重复登记。", office());
    }
  }

  private long first(long reward, LocalDate on) {
    return casework.pay(reward, on, new BigDecimal("15"), MARK + "首期", office());
  }

  // Entered two days after it was decided; what came, on the day it did.
  private long enter(long company, Line line, int year, LocalDate decided) {
    long reward =
        casework.enter(
            company,
            new Grant(
                year,
                line.item(),
                line.level(),
                MARK + "关于%d年推动经济高质量发展的激励意见".formatted(year),
                "示办〔%d〕7号".formatted(year),
                amount(line.due()),
                amount(line.granted()),
                line.reason(),
                decided,
                null,
                null,
                null),
            decided.plusDays(2),
            office());
    if (line.paid() != null) {
      casework.pay(
          reward, decided.plusDays(line.paid()), amount(line.granted()), MARK + "一次拨付", office());
    }
    return reward;
  }

  private String office() {
    return callers.of(Role.OFFICE).username();
  }

  private static @Nullable BigDecimal amount(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }
}
