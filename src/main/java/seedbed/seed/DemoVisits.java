package seedbed.seed;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.account.Account;
import seedbed.account.AccountState;
import seedbed.account.Accounts;
import seedbed.portfolio.Assignment;
import seedbed.portfolio.Assignments;
import seedbed.request.Raising;
import seedbed.request.RequestCasework;
import seedbed.visit.VisitCasework;
import seedbed.visit.VisitCasework.Told;

/// A year of visits of the demonstration leader: most companies once a quarter, some long ago, two
/// never; every third note is written by the aide. What the latest one says became a request.
@Singleton
class DemoVisits {

  private static final int NEVER = 2;

  /// @param afterwards what was added an hour later
  private record Note(String words, @Nullable String tookPart, @Nullable String afterwards) {}

  private static final List<Note> NOTES =
      List.of(
          new Note("示例：看了新建的检测中心，设备已到八成，预计下季度验收。企业反映高级技工难招，希望与职业院校对接。", "示例经信同志、示例科技同志", null),
          new Note("示例：上半年订单饱满，外贸占四成；担心汇率波动。已介绍出口信用保险政策，企业表示会研究。", "示例镇同志", null),
          new Note(
              "示例：研发费用单独建账还不规范，财务负责人当场提了三个问题，请科技部门上门辅导一次。", "示例科技同志", "示例：更正，上门辅导定在下周三上午，不是周四。"),
          new Note("示例：数字化车间一期投产，关键工序联网；二期用地还差二十亩，镇里正在调整。", "示例镇同志、示例资规同志", null),
          new Note("示例：两件发明专利进入实质审查；企业准备申报上一级，担心主导产品市场占有率的证明材料不够硬。", null, null),
          new Note("示例：企业负责人介绍今年利润下降，主要是原材料涨价，没有裁员计划。一切平稳，不需要协调。", null, null));

  private static final String LABOUR = "人社局";

  private final VisitCasework casework;
  private final RequestCasework requests;
  private final Accounts accounts;
  private final Assignments assignments;
  private final TransactionOperations<Connection> transactions;
  private final Clock clock;

  DemoVisits(
      VisitCasework casework,
      RequestCasework requests,
      Accounts accounts,
      Assignments assignments,
      TransactionOperations<Connection> transactions,
      Clock clock) {
    this.casework = casework;
    this.requests = requests;
    this.accounts = accounts;
    this.assignments = assignments;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Only where there is none yet, and the demonstration leader to make them.
  void open() {
    if (!casework.any()) {
      accounts
          .findByUsername(Role.LEADER.code())
          .filter(
              account -> account.role() == Role.LEADER && account.state() == AccountState.ACTIVE)
          .ifPresent(leader -> transactions.executeWrite(_ -> open(leader)));
    }
  }

  private int open(Account leader) {
    LocalDate today = LocalDate.now(clock);
    List<Assignment> linked = assignments.of(leader.id(), today);
    int told = 0;
    for (int place = 0; place < linked.size() - NEVER; place++) {
      // The first were visited two weeks ago, the last half a year ago.
      int since = 14 + place * 19;
      for (int back = since; back < 340; back += 92 + place % 3 * 20) {
        OptionalLong visit = tell(linked.get(place), leader, today.minusDays(back), told++);
        if (told == 1 && visit.isPresent()) {
          ask(linked.get(place), leader, visit.getAsLong(), today.minusDays(back));
        }
      }
    }
    return told;
  }

  private OptionalLong tell(Assignment link, Account leader, LocalDate day, int number) {
    LocalDate on = workday(day);
    if (on.isBefore(link.heldFrom())) {
      return OptionalLong.empty();
    }
    Note note = NOTES.get(number % NOTES.size());
    return OptionalLong.of(
        casework.tell(
            new Told(
                link.companyId(),
                leader.id(),
                on,
                note.tookPart(),
                note.words(),
                number % 4 == 0,
                number % 3 == 2 ? DemoAccounts.AIDE : leader.username()),
            note.afterwards()));
  }

  // The first of the notes says that skilled workers are hard to find.
  private void ask(Assignment link, Account leader, long visit, LocalDate day) {
    long request =
        requests.raise(
            new Raising.Wish(
                link.companyId(), "labour", "示例：高级技工招聘和职业院校对接", "示例：企业反映高级技工难招，希望与职业院校对接。"),
            day,
            by(leader));
    requests.answer(
        request,
        "示例：已联系示例职业技术学院，双方约定下月签订订单班协议，首批 6 名学生到岗实习。",
        day.plusDays(7),
        new Caller(
            0, 0, Role.DEPARTMENT.code(), Role.DEPARTMENT, leader.regionCode(), null, LABOUR));
    casework.asked(visit, request);
  }

  private static Caller by(Account account) {
    return new Caller(
        account.id(), 0, account.username(), account.role(), account.regionCode(), null, null);
  }

  private static LocalDate workday(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case DayOfWeek.SATURDAY -> day.minusDays(1);
      case DayOfWeek.SUNDAY -> day.minusDays(2);
      case DayOfWeek.MONDAY,
          DayOfWeek.TUESDAY,
          DayOfWeek.WEDNESDAY,
          DayOfWeek.THURSDAY,
          DayOfWeek.FRIDAY ->
          day;
    };
  }
}
