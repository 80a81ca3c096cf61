package seedbed.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.company.Company;
import seedbed.criteria.RequestRules.Charge;
import seedbed.signin.Door;

/// Whom lateness has reached is written down, once for each promised day.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("诉求逾期升级的登记")
final class EscalatingIT {

  private static final String UNIT = "自然资源局";

  @Inject RequestPeople people;
  @Inject GivenRequests given;
  @Inject RequestCasework casework;
  @Inject Escalating chore;
  @Inject Entries entries;
  @Inject Door door;
  @Inject TransactionOperations<Connection> transactions;
  @Inject Clock clock;

  private LocalDate today = LocalDate.EPOCH;
  private @Nullable Company known;

  @BeforeEach
  void settle() {
    people.settle();
    today = LocalDate.now(clock);
    known = people.company();
  }

  private Company company() {
    return Objects.requireNonNull(known);
  }

  private List<Entry> escalations(long id) {
    return entries.findByRequestIdOrderByIdDesc(id).reversed().stream()
        .filter(entry -> entry.move() == Move.ESCALATE)
        .toList();
  }

  private long onTrail(long id) {
    return transactions.executeRead(status -> {
      try (PreparedStatement select =
          status
              .getConnection()
              .prepareStatement(
                  "SELECT COUNT(*) FROM trail_entry WHERE method = 'SYSTEM' AND result = 200"
                      + " AND object_kind = 'request' AND object_id = ?")) {
        select.setString(1, "" + id);
        try (var row = select.executeQuery()) {
          row.next();
          return row.getLong(1);
        }
      }
    });
  }

  @Test
  @DisplayName("逾期第1、8、16天各登记一次，写明级别和告知谁；每晚再跑也不重复，审计记录里都有")
  void eachLevelIsWrittenDownOnce() {
    people.department(UNIT, RequestPeople.COUNTY);
    String office = people.person(Role.OFFICE, RequestPeople.COUNTY);
    people.leader(company());
    long id = given.handled(company().id(), UNIT, today.minusDays(30));
    given.promise(id, today.minusDays(16));

    for (int late = 0; late <= 16; late++) {
      chore.run(today.minusDays(16L - late));
      chore.run(today.minusDays(16L - late));
    }

    assertThat(escalations(id))
        .extracting(Entry::charge)
        .containsExactly(Charge.DEPARTMENT, Charge.OFFICE, Charge.LEADER);
    assertThat(escalations(id))
        .extracting(Entry::doneAs, Entry::stage, Entry::unit)
        .containsOnly(tuple("系统", Stage.HANDLING, UNIT));
    assertThat(escalations(id))
        .extracting(Entry::words)
        .satisfiesExactly(
            words -> assertThat(words).contains("逾期 1 天，升级至责任部门主要负责人", "办理单位自然资源局 "),
            words -> assertThat(words).contains("逾期 8 天，升级至培育办", "告知培育办 "),
            words -> assertThat(words).contains("逾期 16 天，升级至挂钩领导", "告知挂钩领导 1 人"));
    assertThat(onTrail(id)).isEqualTo(3);
    assertThat(door.page("/requests/" + id, office).page().select(".course").text())
        .contains("逾期升级", "系统", "升级至挂钩领导");
  }

  @Test
  @DisplayName("没有分办的，第1天就升级至培育办；没有挂钩领导的告知培育办；按时的没有")
  void whatNobodyHasIsTheOfficesMatter() {
    String office = people.person(Role.OFFICE, RequestPeople.COUNTY);
    long raised = given.raised(company().id(), today.minusDays(30));
    given.promise(raised, today.minusDays(16));
    long inTime = given.handled(company().id(), UNIT, today);

    chore.run(today);

    assertThat(escalations(raised))
        .extracting(Entry::charge)
        .containsExactly(Charge.OFFICE, Charge.LEADER);
    assertThat(escalations(raised).getLast().words()).contains("挂钩领导没有在用的账号，已告知培育办");
    assertThat(door.page("/inbox", office).page().select(".messages").text())
        .contains("诉求逾期升级：" + given.find(raised).subject());
    assertThat(escalations(inTime)).isEmpty();
  }

  @Test
  @DisplayName("重新承诺以后再逾期的，再登记一次；逾期天数和平均天数照旧算")
  void anotherPromisedDayBeginsAgain() {
    long id = given.handled(company().id(), UNIT, today.minusDays(40));
    given.promise(id, today.minusDays(20));
    chore.run(today.minusDays(19));
    casework.answer(id, "试验答复", today.minusDays(18), GivenRequests.by(Role.OFFICE));
    casework.object(id, "没有解决", today.minusDays(17), GivenRequests.by(Role.COMPANY));
    given.promise(id, today.minusDays(1));

    chore.run(today);

    assertThat(escalations(id))
        .extracting(Entry::charge)
        .containsExactly(Charge.DEPARTMENT, Charge.DEPARTMENT);
  }
}
