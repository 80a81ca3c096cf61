package seedbed.seed;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.request.Raising.Wish;
import seedbed.request.RequestCasework;

/// Demonstration requests: a year of several companies and departments, among them one that was
/// opened again, one that was handed on, one put off, one that is late and has gone up, one that
/// waits for its company and one that ended by silence.
@Singleton
class DemoRequests {

  private static final List<Role> ROLES =
      List.of(Role.COMPANY, Role.TOWNSHIP, Role.OFFICE, Role.LEADER, Role.DEPARTMENT);

  /// Enough companies, home among them.
  private static final int NEEDED = 5;

  private static final String SCIENCE = "科技局";
  private static final String LABOUR = "人社局";
  private static final String POWER = "供电公司";
  private static final String FINANCE = "财政局";
  private static final String LAND = "自然资源局";

  private final RequestCasework casework;
  private final DemoCallers callers;
  private final DemoPlaces places;
  private final TransactionOperations<Connection> transactions;
  private final Clock clock;

  DemoRequests(
      RequestCasework casework,
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
      places
          .first()
          .map(home -> places.portfolio(home.companyId()))
          .filter(linked -> linked.size() >= NEEDED)
          .ifPresent(linked -> transactions.executeWrite(_ -> open(linked)));
    }
  }

  private int open(List<Long> linked) {
    LocalDate today = LocalDate.now(clock);
    spring(linked, today);
    summer(linked, today);
    autumn(linked, today);
    late(linked, today);
    return linked.size();
  }

  // Long over: one agreed to at once, one by silence, one only at the second answer.
  private void spring(List<Long> linked, LocalDate today) {
    LocalDate day = today.minusDays(250);
    long labour =
        raise(
            linked.get(0),
            "labour",
            "节后一线技工缺口 30 人",
            "春节后订单回升，数控车工、焊工共缺 30 人，希望组织专场招聘。",
            day,
            Role.COMPANY);
    casework.answer(
        labour, "示例：已组织专场招聘会两场，达成意向 41 人，另协调职业学校输送实习生 12 人。", day.plusDays(8), unit(LABOUR));
    casework.agree(labour, 5, "示例：到岗 28 人，问题解决。", day.plusDays(12), callers.of(Role.COMPANY));

    long funding =
        raise(
            linked.get(0),
            "funding",
            "设备更新贷款贴息怎么申报",
            "今年更新设备投入约 600 万元，想了解贴息政策和申报时间。",
            day.plusDays(20),
            Role.TOWNSHIP);
    casework.route(funding, FINANCE, null, day.plusDays(21), callers.of(Role.OFFICE));
    casework.answer(
        funding, "示例：符合设备更新贷款贴息条件，申报指南和材料清单已发企业，申报期为每季度首月。", day.plusDays(30), unit(FINANCE));
    // Only what its company was told of ends by silence, and only home has an account.
    casework.silence(day.plusDays(41));

    long power =
        raise(
            linked.get(2),
            "power",
            "厂区扩容 800 千伏安",
            "新车间投产，现有变压器容量不足，需要扩容 800 千伏安。",
            day.plusDays(35),
            Role.LEADER);
    casework.answer(power, "示例：已受理扩容申请，外线工程列入下半年计划。", day.plusDays(43), unit(POWER));
    casework.object(power, "示例：新车间六月投产，下半年来不及，请先解决临时用电。", day.plusDays(46), of(linked.get(2)));
    casework.answer(power, "示例：已批复临时用电 400 千伏安，五日内送电；扩容工程提前至七月施工。", day.plusDays(54), unit(POWER));
    casework.agree(power, 4, "示例：临时用电已通，同意办结。", day.plusDays(57), of(linked.get(2)));
  }

  // Handed on, put off, and answered in the end.
  private void summer(List<Long> linked, LocalDate today) {
    LocalDate day = today.minusDays(140);
    long land =
        raise(
            linked.get(3), "other", "相邻空地能否用作扩建厂房", "厂区东侧约 15 亩空地闲置，希望用于二期厂房。", day, Role.TOWNSHIP);
    casework.route(land, SCIENCE, day.plusDays(20), day.plusDays(1), callers.of(Role.OFFICE));
    casework.transfer(
        land, LAND, "示例：涉及用地规划，不属于本单位职能。", day.plusDays(3), callers.of(Role.DEPARTMENT));
    casework.extend(land, day.plusDays(32), "示例：需对地块控规作调整论证。", day.plusDays(15), unit(LAND));
    casework.answer(land, "示例：地块已纳入工业用地年度供应计划，拟于四季度挂牌。", day.plusDays(30), unit(LAND));
    casework.agree(land, 4, "示例：时间明确，同意。", day.plusDays(33), of(linked.get(3)));

    long college =
        raise(
            linked.get(0),
            "technology",
            "表面处理工艺寻找高校合作",
            "主导产品表面处理一次合格率偏低，希望对接高校联合攻关。",
            day.plusDays(25),
            Role.COMPANY);
    // Late by four days, and the company said so.
    casework.escalate(college, day.plusDays(41));
    casework.answer(
        college, "示例：已对接示例大学材料学院，双方于本月签订合作意向。", day.plusDays(44), callers.of(Role.DEPARTMENT));
    casework.agree(college, 3, "示例：对接有效，但答复晚了几天。", day.plusDays(47), callers.of(Role.COMPANY));
  }

  // Under way: one with its department, one that waits for the company, one with nobody yet.
  private void autumn(List<Long> linked, LocalDate today) {
    long standard =
        raise(
            linked.get(0),
            "standard",
            "明年申报小巨人的材料辅导",
            "计划明年申报国家级专精特新“小巨人”，希望对照条件预审材料。",
            today.minusDays(9),
            Role.COMPANY);
    casework.answer(
        standard,
        "示例：已逐条预审，缺细分市场占有率证明和一项发明专利证书，清单已发企业。",
        today.minusDays(4),
        callers.of(Role.OFFICE));
    raise(
        linked.get(0),
        "technology",
        "省级工程技术研究中心申报",
        "研发场地和设备已具备，想申报省级工程技术研究中心，请指导。",
        today.minusDays(6),
        Role.COMPANY);
    raise(
        linked.get(4),
        "environment",
        "新增喷涂线环评手续",
        "拟新增一条粉末喷涂线，请明确环评类别和办理时限。",
        today.minusDays(1),
        Role.LEADER);
    long withdrawn =
        raise(
            linked.get(0),
            "tax",
            "研发费用加计扣除口径",
            "委托外部研发的费用如何加计扣除。",
            today.minusDays(30),
            Role.COMPANY);
    casework.withdraw(
        withdrawn, "示例：已在税务局网站查到，不再需要。", today.minusDays(29), callers.of(Role.COMPANY));
  }

  // Late by a few days, and by so many that the leader is responsible.
  private void late(List<Long> linked, LocalDate today) {
    long research =
        raise(
            linked.get(0),
            "technology",
            "申报省重点研发计划",
            "新型轴承材料项目拟申报省重点研发计划，请协助审核可行性报告。",
            today.minusDays(18),
            Role.COMPANY);
    long talent =
        raise(
            linked.get(1),
            "talent",
            "引进骨干的子女入学",
            "引进的六名技术骨干子女需要在本地入学，请协调学位。",
            today.minusDays(26),
            Role.LEADER);
    long funding =
        raise(
            linked.get(2),
            "funding",
            "应收账款质押贷款",
            "下游回款周期长，希望协调银行办理应收账款质押贷款。",
            today.minusDays(38),
            Role.TOWNSHIP);
    casework.route(funding, FINANCE, null, today.minusDays(37), callers.of(Role.OFFICE));
    for (LocalDate day = today.minusDays(30); !day.isAfter(today); day = day.plusDays(1)) {
      for (long each : List.of(research, talent, funding)) {
        casework.escalate(each, day);
      }
    }
  }

  private long raise(
      long company, String kind, String subject, String wanted, LocalDate on, Role by) {
    return casework.raise(
        new Wish(company, kind, "示例：" + subject, "示例：" + wanted), on, callers.of(by));
  }

  // Of units that have no demonstration account the one there is answers in their name.
  private Caller unit(String unit) {
    Caller department = callers.of(Role.DEPARTMENT);
    return new Caller(
        department.account(),
        0,
        department.username(),
        Role.DEPARTMENT,
        department.regionCode(),
        null,
        unit);
  }

  // Nor have most of the companies one.
  private Caller of(long company) {
    Caller home = callers.of(Role.COMPANY);
    return new Caller(
        home.account(), 0, home.username(), Role.COMPANY, home.regionCode(), company, null);
  }
}
