package seedbed.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.company.Company;
import seedbed.sql.LostConnection;

/// What people are told, and that it is told once.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("应报提醒")
final class ScanIT {

  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

  // The third quarter of 2026 is due on Thursday, 15 October.
  private static final LocalDate DUE = LocalDate.of(2026, 10, 15);

  @Inject ReminderPeople people;
  @Inject Scan scan;
  @Inject LostConnection lost;

  private @Nullable Company known;
  private long owner;

  @BeforeEach
  void settle() {
    people.settle();
    known = people.company(ReminderPeople.TOWN);
    people.enrol(company(), LONG_AGO, null);
    owner = people.owner(company());
  }

  private Company company() {
    return Objects.requireNonNull(known);
  }

  private void scan(LocalDate day) {
    scan.run(day.atTime(9, 0));
  }

  private List<String> told(long account) {
    return people.words(
        """
        SELECT CONCAT(d.told_on, ' ', r.kind, ' ', r.period, ' ', r.step, ' ', r.whom)
        FROM reminder r
        JOIN reminder_digest d ON d.id = r.digest_id
        WHERE r.account_id = ?
          AND r.kind = 'operating-sheet'
        ORDER BY r.id
        """,
        account);
  }

  private List<String> messages(long account) {
    return people.words("SELECT body FROM message WHERE account_id = ? ORDER BY id", account);
  }

  @Test
  @DisplayName("提前7天、3天、当天和逾期后各一条，每天再扫也不重复")
  void eachStepIsToldOnceHoweverOftenOneLooks() {
    for (LocalDate day = DUE.minusDays(9); day.isBefore(DUE.plusDays(12)); day = day.plusDays(1)) {
      scan(day);
      scan(day);
    }

    // The weekends are left in peace; 10 October is worked.
    assertThat(told(owner))
        .containsExactly(
            "2026-10-08 operating-sheet 2026-Q3 -7 OWNER",
            "2026-10-12 operating-sheet 2026-Q3 -3 OWNER",
            "2026-10-15 operating-sheet 2026-Q3 0 OWNER",
            "2026-10-16 operating-sheet 2026-Q3 1 OWNER",
            "2026-10-19 operating-sheet 2026-Q3 3 OWNER",
            "2026-10-22 operating-sheet 2026-Q3 7 OWNER");
    assertThat(messages(owner)).hasSize(6);
  }

  @Test
  @DisplayName("扫描写到一半数据库连接中断：什么也没留下，下一次扫描恰好补上一条")
  void aScanThatLosesTheDatabaseLeavesNothingAndTheNextOneTells() throws Exception {
    Future<Integer> cut =
        lost.during(
            """
            INSERT INTO message (account_id, kind, subject, body, reason, link, once_key,
                                 created_at)
            VALUES (?, '试验', '试验', '试验', '试验', '/', ?, UTC_TIMESTAMP(6))
            """,
            List.of(owner, "reminder-" + DUE),
            "INSERT INTO message",
            () -> scan.run(DUE.atTime(9, 0)));

    assertThat(cut.state()).isEqualTo(Future.State.FAILED);
    assertThat(told(owner)).isEmpty();
    assertThat(people.words("SELECT id FROM reminder_digest WHERE account_id = ?", owner))
        .isEmpty();
    assertThat(messages(owner)).isEmpty();
    scan(DUE);
    scan(DUE);
    assertThat(told(owner)).containsExactly(DUE + " operating-sheet 2026-Q3 0 OWNER");
    assertThat(messages(owner)).hasSize(1);
  }

  @Test
  @DisplayName("报了的不再打扰，他的镇、培育办和挂钩领导也不再因此收到")
  void whoHasReportedIsLeftAlone() {
    long town = people.person(Role.TOWNSHIP, ReminderPeople.TOWN);
    long leader = people.person(Role.LEADER, ReminderPeople.COUNTY);
    people.link(leader, company(), LONG_AGO);
    scan(DUE);
    people.handIn(company(), 2026, 9, DUE);

    scan(DUE.plusDays(1));
    scan(DUE.plusDays(8));

    assertThat(told(owner)).containsExactly("2026-10-15 operating-sheet 2026-Q3 0 OWNER");
    String own = "SELECT id FROM reminder WHERE account_id = ? AND company_id = ?";
    assertThat(people.words(own, town, company().id())).isEmpty();
    assertThat(people.words(own, leader, company().id())).isEmpty();
  }

  @Test
  @DisplayName("只有与逾期事项有关的人收到：本镇、最近一级培育办、挂钩领导；别镇和别的企业不收")
  void onlyThoseTiedToItAreTold() {
    long town = people.person(Role.TOWNSHIP, ReminderPeople.TOWN);
    long otherTown = people.person(Role.TOWNSHIP, ReminderPeople.OTHER_TOWN);
    long office = people.person(Role.OFFICE, ReminderPeople.COUNTY);
    long province = people.person(Role.OFFICE, "28");
    long leader = people.person(Role.LEADER, ReminderPeople.COUNTY);
    long otherLeader = people.person(Role.LEADER, ReminderPeople.COUNTY);
    long department = people.person(Role.DEPARTMENT, ReminderPeople.COUNTY);
    Company other = people.company(ReminderPeople.OTHER_TOWN);
    long stranger = people.owner(other);
    people.link(leader, company(), LONG_AGO);

    scan(DUE.plusDays(7));

    String own =
        "SELECT CONCAT(whom, ' ', step) FROM reminder WHERE account_id = ? AND company_id = ?";
    assertThat(people.words(own, town, company().id())).containsExactly("TOWNSHIP 7");
    assertThat(people.words(own, office, company().id())).containsExactly("OFFICE 7");
    assertThat(people.words(own, leader, company().id())).containsExactly("LEADER 7");
    for (long each : List.of(otherTown, province, otherLeader, department, stranger)) {
      assertThat(people.words(own, each, company().id())).isEmpty();
    }
    assertThat(told(stranger)).as("it is in no pool").isEmpty();
  }

  @Test
  @DisplayName("停机一周后每人只收到一条，内容是最近一步")
  void aWeekOffIsMadeUpForByOneMessage() {
    scan(DUE.minusDays(7));

    scan(DUE.plusDays(1));
    scan(DUE.plusDays(1));

    assertThat(told(owner))
        .containsExactly(
            "2026-10-08 operating-sheet 2026-Q3 -7 OWNER",
            "2026-10-16 operating-sheet 2026-Q3 1 OWNER");
    assertThat(messages(owner)).hasSize(2);
    assertThat(messages(owner).getLast()).contains("2026 年第三季度运行情况表", "已逾期 1 天");
  }

  @Test
  @DisplayName("夜里和休息日不发，下一个工作时间补上")
  void nobodyIsToldInQuietHours() {
    scan.run(LocalDateTime.of(2026, 10, 15, 21, 0));
    scan.run(LocalDateTime.of(2026, 10, 16, 7, 59));
    assertThat(told(owner)).isEmpty();

    scan.run(LocalDateTime.of(2026, 10, 17, 9, 0));
    assertThat(told(owner)).as("a Saturday").isEmpty();

    scan.run(LocalDateTime.of(2026, 10, 19, 9, 0));
    assertThat(told(owner)).containsExactly("2026-10-19 operating-sheet 2026-Q3 3 OWNER");
  }

  @Test
  @DisplayName("时钟快的节点先说过的，别的节点不再说")
  void aClockThatRunsAheadTellsNothingTwice() {
    scan.run(DUE.plusDays(1).atTime(8, 0, 5));

    scan.run(DUE.atTime(19, 59));
    scan.run(DUE.plusDays(1).atTime(9, 0));

    assertThat(told(owner)).containsExactly("2026-10-16 operating-sheet 2026-Q3 1 OWNER");
  }

  @Test
  @DisplayName("八个节点同时扫，每人仍只一条")
  void manyNodesAtOnceTellOnce() throws Exception {
    List<Long> owners =
        IntStream.range(0, 30)
            .mapToObj(_ -> {
              Company each = people.company(ReminderPeople.TOWN);
              people.enrol(each, LONG_AGO, null);
              return people.owner(each);
            })
            .toList();
    try (var nodes = Executors.newFixedThreadPool(8)) {
      Callable<Integer> node = () -> scan.run(DUE.atTime(9, 0));
      for (var each : nodes.invokeAll(IntStream.range(0, 8).mapToObj(_ -> node).toList())) {
        each.get();
      }
    }

    assertThat(owners)
        .allSatisfy(each -> {
          assertThat(told(each)).hasSize(1);
          assertThat(messages(each)).hasSize(1);
        });
  }

  @Test
  @DisplayName("提醒记下产生它的节点：主机和进程，不是只有进程号")
  void aReminderNamesItsNode() {
    scan(DUE);

    assertThat(people.words("SELECT node FROM reminder_digest WHERE account_id = ?", owner))
        .allSatisfy(node -> assertThat(node).matches(".+-[0-9]+"));
  }

  @Test
  @DisplayName("提醒说明依据哪条规则；别人的提醒看不到")
  void aReminderSaysWhyOneGetsIt() {
    scan(DUE.plusDays(4));

    assertThat(people.words("SELECT reason FROM message WHERE account_id = ?", owner))
        .containsExactly("按提醒规则：运行情况表（逾期第 3 天，告知应报人）");
  }
}
