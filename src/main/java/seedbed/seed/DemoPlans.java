package seedbed.seed;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.company.Companies;
import seedbed.plan.PlanCasework;
import seedbed.plan.Span;

/// Demonstration plans: of one company in force for a year with tasks on time and late, of others
/// in every stage, among them targets that are hardly meant so.
@Singleton
class DemoPlans {

  private static final List<Role> ROLES = List.of(Role.COMPANY, Role.TOWNSHIP, Role.OFFICE);
  private static final int YEARS = 4;
  private static final int TASKS = 4;
  private static final Pattern COUNTED =
      Pattern.compile("target-(class1_ip|invention_patents|utility_patents|standards|rd_staff)-");

  private final PlanCasework casework;
  private final DemoCallers callers;
  private final Companies companies;
  private final DemoPlaces places;
  private final TransactionOperations<Connection> transactions;
  private final Clock clock;

  DemoPlans(
      PlanCasework casework,
      DemoCallers callers,
      Companies companies,
      DemoPlaces places,
      TransactionOperations<Connection> transactions,
      Clock clock) {
    this.casework = casework;
    this.callers = callers;
    this.companies = companies;
    this.places = places;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// How far a plan has come.
  private enum Until {
    IN_FORCE,
    APPROVED,
    OFFICE,
    TOWNSHIP,
    RETURNED,
    WRITTEN
  }

  private record Job(String name, String detail, String owner, String due) {}

  /// Only where there is none yet, and the demonstration accounts to make them.
  void open() {
    if (!casework.any() && callers.present(ROLES)) {
      places.first().ifPresent(home -> transactions.executeWrite(_ -> open(home)));
    }
  }

  private int open(DemoPlaces.Place home) {
    LocalDate today = LocalDate.now(clock);
    bring(home.companyId(), 0, Until.IN_FORCE, today);
    List<Long> members = places.members(today, home.townCode());
    List<Until> stages = List.of(Until.values());
    // The last two have not begun.
    for (int number = 0; number < members.size() - 2; number++) {
      if (members.get(number) != home.companyId()) {
        bring(members.get(number), number + 1, stages.get(number % stages.size()), today);
      }
    }
    return members.size();
  }

  private void bring(long company, int number, Until until, LocalDate today) {
    LocalDate begun =
        until == Until.IN_FORCE || until == Until.APPROVED
            ? LocalDate.of(today.getYear() - 1, 3, 3).plusDays(number)
            : today.minusDays(20);
    int first =
        until == Until.IN_FORCE || until == Until.APPROVED ? begun.getYear() : begun.getYear() + 1;
    // The last year of which everything was known.
    Span span = new Span(begun.getYear() - 1, first, first + YEARS - 1);
    long plan = casework.begin(company, span, begun, callers.of(Role.COMPANY));
    casework.write(
        plan,
        written(casework.fields(plan), span, number, begun, Math.max(first, today.getYear())));
    // Of some companies too little is known for targets.
    if (until == Until.WRITTEN || !casework.complete(plan)) {
      return;
    }
    casework.submit(plan, begun.plusDays(6), callers.of(Role.COMPANY));
    if (until == Until.TOWNSHIP) {
      return;
    }
    if (until == Until.RETURNED) {
      casework.sendBack(
          plan,
          begun.plusDays(12),
          callers.of(Role.TOWNSHIP),
          Map.of("targets-innovation", "示例：发明专利目标与研发投入不相称，请说明来源。", "tasks", "示例：请补充数字化改造的时间节点。"));
      return;
    }
    casework.forward(plan, begun.plusDays(11), callers.of(Role.TOWNSHIP), "示例：已实地了解，目标可行。");
    if (until == Until.OFFICE) {
      return;
    }
    casework.approve(
        plan,
        companies.findById(company).orElseThrow(),
        begun.plusDays(20),
        callers.of(Role.OFFICE));
    if (until == Until.IN_FORCE) {
      follow(plan, today);
    } else {
      report(plan, number, today);
    }
  }

  // Reported every quarter, but for one company that was late once, and one that forgot the last.
  private void report(long plan, int number, LocalDate today) {
    LocalDate quarter = LocalDate.of(today.getYear(), (today.getMonthValue() - 1) / 3 * 3 + 1, 1);
    for (int back = 3; back >= 0; back--) {
      LocalDate on = quarter.minusMonths(3L * back).plusDays(back == 1 && number % 4 == 2 ? 21 : 9);
      boolean forgot = back == 0 && number % 4 == 3;
      for (int task = 1; task <= TASKS && !on.isAfter(today) && !forgot; task++) {
        casework.report(plan, task, "ONGOING", "示例：按计划推进。", on, callers.of(Role.COMPANY));
      }
    }
  }

  // The third task has come due and is not done; nobody has said anything about the fourth.
  private void follow(long plan, LocalDate today) {
    Caller company = callers.of(Role.COMPANY);
    LocalDate last = LocalDate.of(today.getYear(), (today.getMonthValue() - 1) / 3 * 3 + 1, 8);
    LocalDate now = last.isAfter(today) ? today : last;
    casework.report(plan, 1, "ONGOING", "示例：方案已通过董事会，各部门分工明确。", now.minusMonths(3), company);
    casework.report(plan, 1, "DONE", "示例：发展战略已修订并印发。", now, company);
    casework.report(plan, 2, "ONGOING", "示例：两件发明专利进入实质审查。", now, company);
    casework.report(plan, 3, "STALLED", "示例：检测设备到货推迟，预计延后两个月。", now, company);
  }

  private static Map<String, String> written(
      Map<String, String> base, Span span, int number, LocalDate begun, int year) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("prepared", begun.toString());
    fields.put("text-strategy", "示例：立足主导产品，做深细分市场；以研发投入和数字化改造带动质量提升，逐级争创省级、国家级称号。");
    fields.put("text-quality", "示例：主导产品一次交验合格率每年提高 0.3 个百分点。");
    fields.put("text-technology", "示例：掌握关键工序的自主工艺，达到国内先进水平。");
    fields.put("text-organisation", "示例：成立由总经理负责的培育工作小组，每月调度。");
    fields.put("text-funds", "示例：研发费用单独核算，每年列入预算。");
    fields.put("text-people", "示例：每年引进研发人员，与职业院校联合培养技工。");
    fields.put("text-evaluation", "示例：任务完成情况纳入部门考核。");
    base.forEach((field, value) -> {
      if (field.startsWith("target-") && field.endsWith("-" + span.base())) {
        targets(fields, field, new BigDecimal(value), span, number);
      }
    });
    List<Job> jobs =
        List.of(
            new Job("修订企业发展战略", "成立工作小组，对照国家级标准找差距", "总经理", year + "-06-30"),
            new Job("申报发明专利", "围绕主导产品布局专利", "技术部", span.last() + "-12-31"),
            new Job("检测中心能力提升", "购置检测设备，扩充检测项目", "质量部", year + "-09-30"),
            new Job("数字化车间改造", "上线生产执行系统，关键工序联网", "生产部", (year + 1) + "-12-31"));
    for (int place = 0; place < jobs.size(); place++) {
      Job job = jobs.get(place);
      String row = "task-" + (place + 1) + "-";
      fields.put(row + "name", "示例：" + job.name());
      fields.put(row + "detail", job.detail());
      fields.put(row + "owner", job.owner());
      fields.put(row + "from", span.first() + "-01-01");
      fields.put(row + "due", job.due());
    }
    fields.put("item-project-1-name", "示例：智能车间改造项目");
    fields.put("item-project-1-when", year + "—" + (year + 1) + " 年");
    fields.put("item-project-1-amount", "1,200");
    fields.put("item-cooperation-1-name", "示例：与高校共建联合实验室");
    fields.put("item-cooperation-1-partner", "示例大学");
    return fields;
  }

  // Every fifth hopes for too much.
  private static void targets(
      Map<String, String> fields, String field, BigDecimal base, Span span, int number) {
    String stem = field.substring(0, field.length() - 4);
    BigDecimal factor = new BigDecimal(number % 5 == 4 ? "1.8" : "1.12");
    BigDecimal value = base;
    for (int year : span.years()) {
      if (stem.contains("rank")) {
        value = value.subtract(BigDecimal.ONE).max(BigDecimal.ONE);
      } else if (stem.contains("share")) {
        value = value.add(new BigDecimal("0.8")).min(BigDecimal.valueOf(100));
      } else if (COUNTED.matcher(stem).matches()) {
        value = value.add(BigDecimal.ONE);
      } else {
        value = value.multiply(factor).setScale(2, RoundingMode.HALF_UP);
      }
      fields.put(stem + year, value.stripTrailingZeros().toPlainString());
    }
  }
}
