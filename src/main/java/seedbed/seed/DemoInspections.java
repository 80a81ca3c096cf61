package seedbed.seed;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.inspection.InspectionCasework;

/// A year of inspections at demonstration companies by two units: filed in time, one inspected
/// first and filed afterwards, one exempt, one reported late, one not reported yet, first and
/// repeated findings, a joint one that was proposed.
@Singleton
class DemoInspections {

  private static final String SAFETY = Role.INSPECTOR.code();
  private static final String GUARDING = "安全生产教育培训检查";
  private static final String STORING = "危险化学品储存检查";

  private static final String SAFETY_ITEMS =
      """
      1|安全生产教育培训检查|示例：《中华人民共和国安全生产法》第二十八条|规模以上工业企业|routine||1
      2|危险化学品储存检查|示例：《危险化学品安全管理条例》第二十四条|使用危险化学品的企业|routine|6|1
      3|特种作业持证检查|示例：《中华人民共和国安全生产法》第三十条|有焊接、涂装工序的企业|routine|9|1
      """;

  private static final String ENVIRONMENT_ITEMS =
      """
      1|大气污染物排放检查|示例：《中华人民共和国大气污染防治法》第二十九条|重点排污单位|routine||1
      2|危险废物管理检查|示例：《中华人民共和国固体废物污染环境防治法》第七十八条|年产危险废物 10 吨以上的企业|routine|5|1
      """;

  private final InspectionCasework casework;
  private final DemoCallers callers;
  private final DemoPlaces places;
  private final TransactionOperations<Connection> transactions;
  private final Clock clock;

  DemoInspections(
      InspectionCasework casework,
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
    boolean present =
        Stream.of(SAFETY, DemoAccounts.SECOND_INSPECTOR, Role.COMPANY.code(), Role.OFFICE.code())
            .allMatch(callers::present);
    if (present && !casework.any()) {
      places.first().ifPresent(home -> transactions.executeWrite(_ -> open(home)));
    }
  }

  private int open(DemoPlaces.Place home) {
    LocalDate today = LocalDate.now(clock);
    Caller safety = callers.of(SAFETY);
    Caller environment = callers.of(DemoAccounts.SECOND_INSPECTOR);
    for (int year = today.minusDays(210).getYear(); year <= today.plusDays(12).getYear(); year++) {
      casework.plan(year, 2, "示例：" + year + " 年度涉企行政检查计划", SAFETY_ITEMS.strip(), safety);
      casework.plan(year, 1, "示例：" + year + " 年度环境执法检查计划", ENVIRONMENT_ITEMS.strip(), environment);
    }
    List<Long> linked =
        places.portfolio(home.companyId()).stream()
            .sorted((one, other) -> Boolean.compare(casework.called(other), casework.called(one)))
            .toList();
    Story story = new Story(casework, today, safety);
    firstAndRepeated(linked.getFirst(), story);
    afterwards(linked.get(1), story);
    exempt(linked.get(2), story);
    late(linked.get(3), story);
    own(home.companyId(), story);
    story.file(linked.get(4), 7, routine(GUARDING, today.minusDays(5)));
    joint(linked.get(1), story, environment);
    story.play();
    casework.draft(linked.get(5), Map.of("item", STORING), today, safety);
    casework.code(home.companyId(), callers.of(Role.OFFICE));
    return linked.size();
  }

  /// What happened, told company by company and played day by day, so that numbers are in the order
  /// of time.
  private static final class Story {
    private final InspectionCasework casework;
    private final LocalDate today;
    private final Caller unit;
    private final List<Scene> scenes = new ArrayList<>();

    private Story(InspectionCasework casework, LocalDate today, Caller unit) {
      this.casework = casework;
      this.today = today;
      this.unit = unit;
    }

    private record Scene(LocalDate on, Consumer<LocalDate> act) {}

    /// An inspection that gets its number when it is filed.
    private final class Visit {
      private long id;

      private Visit then(int daysAgo, ObjLongConsumer<LocalDate> act) {
        scenes.add(new Scene(today.minusDays(daysAgo), on -> act.accept(on, id)));
        return this;
      }

      private Visit concluded(int daysAgo, Map<String, String> fields) {
        return then(daysAgo, (on, visit) -> casework.conclude(visit, fields, on, unit));
      }

      private void rated(int score, @Nullable String words) {
        then(0, (on, visit) -> casework.rate(visit, on.getYear(), score, words));
      }
    }

    private Visit file(long company, int daysAgo, Map<String, String> fields) {
      return file(company, daysAgo, fields, unit);
    }

    private Visit file(long company, int daysAgo, Map<String, String> fields, Caller by) {
      Visit visit = new Visit();
      scenes.add(
          new Scene(
              today.minusDays(daysAgo), on -> visit.id = casework.file(company, fields, on, by)));
      return visit;
    }

    private void play() {
      scenes.sort(Comparator.comparing(Scene::on));
      scenes.forEach(scene -> scene.act().accept(scene.on()));
    }
  }

  private static void firstAndRepeated(long company, Story story) {
    LocalDate spring = story.today.minusDays(200);
    story
        .file(company, 204, routine(STORING, spring))
        .concluded(
            200,
            Map.of(
                "ended-on", spring.toString(),
                "words", "示例：抽查化学品仓库一处，台账基本齐全。",
                "conclusion", "示例：首次发现，责成限期整改并复查。",
                "inspectors", "示例甲、示例乙",
                "opinion", "示例：同意，整改期间做好指导服务。",
                "problem-1-item", STORING,
                "problem-1-words", "示例：两类化学品混存，未设隔离。",
                "problem-1-disposition", "correct",
                "problem-1-correct-by", spring.plusDays(15).toString(),
                "problem-1-recheck-on", spring.plusDays(20).toString()))
        .rated(5, "示例：检查人员出示了证件，指导很具体。");
    LocalDate autumn = story.today.minusDays(60);
    story
        .file(company, 63, routine(STORING, autumn))
        .then(
            61, (on, visit) -> story.casework.add(visit, "随行人数", "示例：增加化工专家 1 名。", on, story.unit))
        .concluded(
            59,
            Map.of(
                "ended-on", autumn.toString(),
                "words", "示例：复查化学品仓库，原问题再次出现。",
                "conclusion", "示例：不是首次发现，依法罚款并责令改正。",
                "inspectors", "示例甲、示例乙",
                "opinion", "示例：同意。",
                "problem-1-item", STORING,
                "problem-1-words", "示例：化学品仍有混存。",
                "problem-1-disposition", "fine",
                "problem-1-correct-by", autumn.plusDays(10).toString()))
        .rated(3, null);
  }

  private static void afterwards(long company, Story story) {
    LocalDate visit = story.today.minusDays(90);
    Map<String, String> fields = new HashMap<>(routine(GUARDING, visit));
    fields.put("kind", "case");
    fields.put("origin", "complaint");
    fields.put("counts", "no");
    fields.put("counts-reason", "示例：根据投诉举报开展，不计入年度频次");
    fields.put("emergency", "yes");
    fields.put("emergency-reason", "示例：举报称现场违章作业，证据可能灭失，当晚先行检查");
    story
        .file(company, 89, fields)
        .concluded(
            89,
            Map.of(
                "ended-on", visit.toString(),
                "words", "示例：举报部分属实。",
                "conclusion", "示例：当场纠正，组织补训。",
                "inspectors", "示例甲、示例丙",
                "problem-1-item", GUARDING,
                "problem-1-words", "示例：两名新员工未完成三级教育。",
                "problem-1-disposition", "order",
                "problem-1-correct-by", visit.plusDays(7).toString()))
        .rated(4, "示例：沟通及时。");
  }

  private static void exempt(long company, Story story) {
    LocalDate visit = story.today.minusDays(120);
    Map<String, String> fields = new HashMap<>(routine(STORING, visit));
    fields.put("kind", "special");
    fields.put("origin", "ordered");
    fields.put("special-approval", "示例专〔" + visit.getYear() + "〕1号");
    fields.put("counts", "no");
    fields.put("counts-reason", "示例：上级部署的专项检查");
    story
        .file(company, 120, fields)
        .concluded(
            119,
            Map.of(
                "ended-on", visit.toString(),
                "words", "示例：专项检查，符合要求。",
                "conclusion", "示例：没有发现问题。",
                "inspectors", "示例甲、示例乙"))
        .rated(5, null);
  }

  // Reported four days after it ended.
  private static void late(long company, Story story) {
    LocalDate visit = story.today.minusDays(30);
    story
        .file(company, 35, routine(GUARDING, visit))
        .concluded(
            26,
            Map.of(
                "ended-on", visit.toString(),
                "words", "示例：抽查培训档案。",
                "conclusion", "示例：没有发现问题。",
                "inspectors", "示例乙、示例丙"));
  }

  // At the company of the demonstration account, for it to answer.
  private static void own(long company, Story story) {
    LocalDate visit = story.today.minusDays(20);
    story
        .file(company, 23, routine(GUARDING, visit))
        .concluded(
            19,
            Map.of(
                "ended-on", visit.toString(),
                "words", "示例：抽查培训档案和特种作业证。",
                "conclusion", "示例：首次发现，整改后复查。",
                "inspectors", "示例甲、示例乙",
                "problem-1-item", GUARDING,
                "problem-1-words", "示例：培训记录缺少考核结果。",
                "problem-1-disposition", "correct",
                "problem-1-correct-by", visit.plusDays(30).toString()));
  }

  private static void joint(long company, Story story, Caller environment) {
    Map<String, String> theirs = new HashMap<>(routine("大气污染物排放检查", story.today.plusDays(9)));
    theirs.put("area", "environment");
    theirs.put("approved-on", story.today.minusDays(2).toString());
    theirs.put("officer-1", "示例丁");
    theirs.put("officer-2", "示例戊");
    Story.Visit other = story.file(company, 1, theirs, environment);
    Map<String, String> ours = new HashMap<>(routine(STORING, story.today.plusDays(6)));
    ours.put("approved-on", story.today.minusDays(1).toString());
    ours.put("partners", "示例：拟与生态环境局联合");
    story
        .file(company, 0, ours)
        .then(0, (_, own) -> story.casework.propose(own, other.id, story.unit));
  }

  private static Map<String, String> routine(String item, LocalDate visit) {
    return Map.ofEntries(
        Map.entry("item", item),
        Map.entry("origin", "plan"),
        Map.entry("kind", "routine"),
        Map.entry("area", "safety"),
        Map.entry("manner", "site"),
        Map.entry("planned-on", visit.toString()),
        Map.entry("days", "1"),
        Map.entry("organ", "agency"),
        Map.entry("contact", "示例联系人"),
        Map.entry("site", "示例：企业生产车间和仓库"),
        Map.entry("officer-1", "示例甲"),
        Map.entry("officer-1-certificate", "SL-0001"),
        Map.entry("officer-1-until", visit.plusYears(2).toString()),
        Map.entry("officer-2", "示例乙"),
        Map.entry("officer-2-certificate", "SL-0002"),
        Map.entry("officer-2-until", visit.plusYears(1).toString()),
        Map.entry("approved-by", "示例单位负责人"),
        Map.entry("approved-on", visit.minusDays(5).toString()),
        Map.entry("notice-number", "示例检通〔" + visit.getYear() + "〕" + visit.getDayOfYear() + "号"),
        Map.entry("rights", "yes"));
  }
}
