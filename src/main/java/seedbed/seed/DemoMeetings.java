package seedbed.seed;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.meeting.MeetingCasework;
import seedbed.meeting.MeetingCasework.Arranged;
import seedbed.meeting.MeetingCasework.Decided;

/// Demonstration meetings: two that were held, with a decision that was carried out, one that is
/// late and one in time, and the draft of this month, on whose agenda the last two come back.
@Singleton
class DemoMeetings {

  private static final List<Role> ROLES = List.of(Role.OFFICE, Role.TOWNSHIP, Role.DEPARTMENT);
  private static final int KEPT = 4;

  private final MeetingCasework casework;
  private final DemoCallers callers;
  private final TransactionOperations<Connection> transactions;
  private final Clock clock;

  DemoMeetings(
      MeetingCasework casework,
      DemoCallers callers,
      TransactionOperations<Connection> transactions,
      Clock clock) {
    this.casework = casework;
    this.callers = callers;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Only where there is none yet, and the demonstration accounts to make them.
  void open() {
    if (!casework.any() && callers.present(ROLES)) {
      transactions.executeWrite(_ -> open(LocalDate.now(clock)));
    }
  }

  private long open(LocalDate today) {
    YearMonth month = YearMonth.from(today);
    Caller office = callers.of(Role.OFFICE);
    Caller department = callers.of(Role.DEPARTMENT);
    Caller township = callers.of(Role.TOWNSHIP);
    LocalDate first = month.minusMonths(2).atDay(18);
    List<Long> early =
        held(
            first,
            List.of(
                new Decided(
                    1,
                    "示例：逐家核对逾期企业，两周内完成催报并说明原因",
                    "TOWN:" + township.regionCode(),
                    first.plusDays(14)),
                new Decided(
                    1, "示例：为在库企业开一次研发费用归集辅导", "UNIT:" + department.unit(), first.plusDays(30))));
    casework.report(early.getFirst(), "示例：已逐家走访，3 家当场补报。", first.plusDays(9), township);
    casework.close(early.getFirst(), "示例：应报企业均已报送，予以销号。", first.plusDays(14), office);
    casework.report(early.getLast(), "示例：已确定辅导机构，场地待落实。", first.plusDays(20), department);
    LocalDate second = month.minusMonths(1).atDay(20);
    List<Long> late =
        held(
            second,
            List.of(
                new Decided(
                    1,
                    "示例：梳理一年内到期的称号，提前一个季度通知企业准备复核材料",
                    "OFFICE:" + office.regionCode(),
                    today.plusDays(25))));
    casework.report(late.getFirst(), "示例：名单已列出，正在逐家核对数据。", second.plusDays(5), office);
    long draft = casework.draft(office.regionCode(), month, today, office);
    casework.add(draft, "示例：研究明年培育工作安排", "示例：各部门提出重点任务和经费需求。", office);
    return draft;
  }

  private List<Long> held(LocalDate day, List<Decided> decided) {
    Caller office = callers.of(Role.OFFICE);
    Arranged arranged =
        new Arranged(
            day, "上午 9:00", "示例：市行政中心 3 号会议室", "示例：领导小组副组长", "示例：发改委、科技局、市场监管局、税务局等成员单位，各镇（区、街道）");
    long meeting =
        casework.draft(office.regionCode(), YearMonth.from(day), day.minusDays(4), office);
    casework.add(meeting, "示例：通报上月培育工作进展", "示例：由培育办汇报。", office);
    casework.arrange(meeting, arranged, KEPT, "示例：本次时间有限，由培育办会后单独协调", office);
    casework.freeze(meeting, day.minusDays(3), office);
    casework.write(meeting, arranged, "示例：会议听取了情况，要求责任单位按期办理，下次会议报告结果。", decided, office);
    return casework.issue(meeting, day.plusDays(1), office);
  }
}
